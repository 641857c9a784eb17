import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { ONET } from "./onet";

const folder = mkdtempSync(join(tmpdir(), "onet-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lines of cells that are separated by bars. */
function table(...lines: string[]): string {
  return lines.map((line) => `${line.split("|").join("\t")}\n`).join("");
}

/** Reads files given by name without `.txt`, beside three occupations. */
async function read(files: Record<string, string>) {
  const path = mkdtempSync(join(folder, "release-"));
  const occupations = table(
    "O*NET-SOC Code|Title",
    "11-1|Managers",
    "15-1|Developers",
    "15-2|Testers",
  );
  for (const [name, text] of Object.entries({ "Occupation Data": occupations, ...files }))
    writeFileSync(join(path, `${name}.txt`), text);
  const input = await openInput(path);
  const sink = new RecordingSink(ONET.scheme);
  const readLinks = await ONET.readNodes(input, sink);
  await readLinks();
  await input.close();
  const keyOf = (id: string | null) => sink.nodes.get(id ?? "")?.key;
  const links = (kind: string) =>
    [...sink.edges.values()].flatMap(({ kind: is, fromId, toId, fields, rows }) =>
      is === kind ? [{ from: keyOf(fromId), to: keyOf(toId), ...fields, rows }] : [],
    );
  const reasons = sink.skipped.map(({ entity, reason }) => `${entity}: ${reason}`);
  return { sink, links, reasons };
}

describe("technologies", () => {
  const HEAD = "O*NET-SOC Code|Example|Commodity Code|Commodity Title|Hot Technology|In Demand";

  it("states one use of a name that is sorted under several commodities", async () => {
    const { sink, links, reasons } = await read({
      "Technology Skills": table(
        HEAD,
        "11-1|Jira|43232201|Workflow|N|N",
        "11-1|Jira|43232402|Development|N|Y",
        "11-1|Jira|43232402|Development|N|Y",
        "15-1|Jira|43232402|Development|Y|N",
        "15-1|Git|43232402|Development||",
      ),
    });
    expect(links("REQUIREMENT")).toEqual([
      { from: "11-1", to: "Jira", in_demand: true, rows: 2 },
      { from: "15-1", to: "Jira", in_demand: false, rows: 1 },
      { from: "15-1", to: "Git", in_demand: null, rows: 1 },
    ]);
    expect(sink.nodeOf("TECHNOLOGY", "Jira")).toMatchObject({
      fields: { technology_kind: "TOOL", is_hot: true },
      concept: null,
    });
    expect(sink.nodeOf("TECHNOLOGY", "Git").fields?.is_hot).toBeNull();
    expect(sink.nodeOf("TECHNOLOGY", "43232201").fields?.technology_kind).toBe("CATEGORY");
    expect(links("BROADER").map(({ from, to }) => `${from} ${to}`)).toEqual([
      "Jira 43232201",
      "Jira 43232402",
      "Git 43232402",
    ]);
    expect(reasons).toEqual(["occupation technologies: DUPLICATE_ROW"]);
    expect(sink.rows.get("occupation technologies")).toBe(5);
  });

  it("finds the rows of a pair wherever they stand", async () => {
    const { links } = await read({
      "Technology Skills": table(
        HEAD,
        "11-1|Jira|1|One|N|N",
        "15-1|Jira|1|One|N|N",
        "11-1|Jira|2|Two|N|Y",
      ),
    });
    expect(links("REQUIREMENT")).toEqual([
      { from: "11-1", to: "Jira", in_demand: true, rows: 2 },
      { from: "15-1", to: "Jira", in_demand: false, rows: 1 },
    ]);
  });

  it("says nothing of demand when a release does not", async () => {
    const { links } = await read({
      "Technology Skills": table("O*NET-SOC Code|Example", "11-1|Jira"),
    });
    expect(links("REQUIREMENT")).toEqual([{ from: "11-1", to: "Jira", in_demand: null, rows: 1 }]);
    expect(links("BROADER")).toEqual([]);
  });

  it("puts commodities under the classes and families of UNSPSC", async () => {
    const { sink, links, reasons } = await read({
      "Technology Skills": table(
        HEAD,
        "11-1|Jira|43232201||N|N",
        "11-1|Git|43232203|Versions|N|N",
        "11-1|Odd|99999999||N|N",
      ),
      "UNSPSC Reference": table(
        "Commodity Code|Commodity Title|Class Code|Class Title|Family Code|Family Title",
        "43232201|Workflow|43232200|Content|43230000|Software",
        "43232203|Versions|43232200|Content|43230000|Software",
        "43232203|Versions|43232200|Content|43230000|Software",
        "43211507|Computers|43211500|Computers|43210000|Equipment",
        "43232204||43232200|Content|43230000|Software",
      ),
    });
    expect(sink.nodeOf("TECHNOLOGY", "43232201").labels[0]?.text).toBe("Workflow");
    expect(links("BROADER").map(({ from, to }) => `${from} ${to}`)).toEqual([
      ...["Jira 43232201", "Git 43232203"],
      ...["43232201 43232200", "43232200 43230000", "43232203 43232200"],
    ]);
    expect(reasons).toEqual([
      "commodities: DUPLICATE_ROW",
      "commodities: NOT_USED",
      "commodities: MISSING_VALUE",
    ]);
    expect(sink.rows.get("commodities")).toBe(5);
  });

  it("skips rows without a name and of other occupations", async () => {
    const { sink, reasons } = await read({
      "Technology Skills": table(
        HEAD,
        "99-9|Jira|1|One|N|N",
        "11-1|n/a|1|One|N|N",
        "11-1|43232201|1|One|N|N",
      ),
    });
    expect([...sink.nodes.values()].map(({ kind }) => kind)).toEqual(["ROLE", "ROLE", "ROLE"]);
    expect(reasons.map((reason) => reason.split(": ")[1])).toEqual([
      "UNKNOWN_CONCEPT",
      "MISSING_VALUE",
      "INVALID_VALUE",
    ]);
  });
});

it("states a task once, and everybody who has it", async () => {
  const { sink, links, reasons } = await read({
    "Task Statements": table(
      "O*NET-SOC Code|Task ID|Task|Task Type",
      "11-1|7|Plan work.|Core",
      "15-1|7|Plan work.|Supplemental",
      "15-1|7|Plan work.|Core",
      "15-1|n/a|Plan.|Core",
      "99-9|8|Plan.|Core",
    ),
  });
  expect(sink.nodeOf("RESPONSIBILITY", "7").labels[0]?.text).toBe("Plan work.");
  expect(links("DUTY")).toEqual([
    { from: "11-1", to: "7", rows: 0 },
    { from: "15-1", to: "7", rows: 1 },
  ]);
  expect(reasons).toEqual([
    "tasks: MISSING_VALUE",
    "tasks: UNKNOWN_CONCEPT",
    "tasks: DUPLICATE_ROW",
  ]);
  expect(sink.rows.get("tasks")).toBe(5);
});

it("takes no answer about education whose category has no name", async () => {
  const { reasons, links } = await read({
    "Education, Training, and Experience": table(
      "O*NET-SOC Code|Scale ID|Category|Data Value",
      "11-1|RL|3|50",
      "11-1|RL|n/a|50",
    ),
  });
  expect(links("QUALIFICATION")).toEqual([]);
  expect(reasons).toEqual([
    "education and experience: UNKNOWN_CONCEPT",
    "education and experience: MISSING_VALUE",
  ]);
});

describe("related occupations", () => {
  const MATRIX = "O*NET-SOC Code|Related O*NET-SOC Code|Index";
  const CHANGERS = table(MATRIX, "11-1|15-1|1", "11-1|15-2|21", "11-1|11-1|3", "11-1|99-9|4");
  const STARTERS = table(MATRIX, "11-1|15-1|2", "15-1|11-1|1");

  it("come from the two older lists when there is no newer one", async () => {
    const { sink, links, reasons } = await read({
      "Career Changers Matrix": CHANGERS,
      "Career Starters Matrix": STARTERS,
    });
    expect(links("RELATED_OCCUPATION")).toEqual([
      { from: "11-1", to: "15-1", tier: null, position: 1, rows: 1 },
      { from: "11-1", to: "15-2", tier: null, position: null, rows: 1 },
      { from: "15-1", to: "11-1", tier: null, position: 1, rows: 1 },
    ]);
    const starters = sink.edgeOf(
      "RELATED_OCCUPATION",
      sink.idOf("ROLE", "15-1"),
      sink.idOf("ROLE", "11-1"),
    );
    expect(starters?.qualifiers).toEqual([{ name: "list", value: "Career Starters" }]);
    expect(reasons).toEqual([
      "related occupations: SELF_RELATION",
      "related occupations: UNKNOWN_CONCEPT",
      "related occupations: DUPLICATE_ROW",
    ]);
    expect(sink.leftOut).toEqual([]);
  });

  it("come from the newer one alone when it is there", async () => {
    const { sink, links } = await read({
      "Career Changers Matrix": CHANGERS,
      "Career Starters Matrix": STARTERS,
      "Related Occupations": table(
        "O*NET-SOC Code|Related O*NET-SOC Code|Relatedness Tier|Index",
        "15-1|15-2|Supplemental|20",
        "15-2|15-1|n/a|0",
      ),
    });
    expect(links("RELATED_OCCUPATION")).toEqual([
      { from: "15-1", to: "15-2", tier: "SUPPLEMENTAL", position: 20, rows: 1 },
      { from: "15-2", to: "15-1", tier: null, position: null, rows: 1 },
    ]);
    expect(sink.leftOut).toEqual([
      { file: "Career Changers Matrix.txt", rows: 4 },
      { file: "Career Starters Matrix.txt", rows: 2 },
    ]);
  });
});
