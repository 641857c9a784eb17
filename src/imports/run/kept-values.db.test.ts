import type { Database } from "../../database/database";
import { LabelKind, TextKind } from "../../labels/label.types";
import { keyId } from "../../merge/ids";
import type { NodeRecord, StatedFields } from "../../merge/records";
import type { NodeKind } from "../../shared/global-id";
import { dataOf } from "../../testing/read-all";
import { openEmptyGraph } from "../../testing/starter-graph";
import { merge, TestSource } from "../../testing/test-source";
import { importInto } from "../testing/import-into";
import { alias, type End, madeLink, madeNode, madeSource } from "../testing/made-source";

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
});
afterAll(() => database.close());

const text = (value: string, kind = TextKind.DESCRIPTION) => ({ locale: "en", kind, text: value });
const name = (value: string, kind = LabelKind.PREFERRED) => ({ locale: "en", kind, text: value });

/** What somebody says of a node that a source brought. */
function about(source: TestSource, scheme: string, [kind, key]: End, fields: StatedFields) {
  const id = keyId(kind, scheme, key);
  return { id, kind, keys: [{ scheme, key }], assertions: [source.says(fields)] } as NodeRecord;
}

describe("what an editor says", () => {
  const ROLE: End = ["ROLE", "baker"];
  const SKILL: End = ["SKILL", "baking"];
  const editor = new TestSource("editors", "EDITOR");
  const guild = (importance: number, jobZone: number, title = "Baker") =>
    madeSource("guild", {
      nodes: [
        madeNode(ROLE, title, {
          fields: { job_zone: jobZone, isco_code: "7512" },
          labels: [alias("Bread maker")],
          texts: [text("Bakes."), text("Who bakes.", TextKind.DEFINITION)],
        }),
        madeNode(SKILL, "Baking"),
      ],
      links: [madeLink("REQUIREMENT", ROLE, SKILL, { importance, proficiency: 2 })],
    });

  beforeAll(async () => {
    await importInto(database, guild(3, 2));
    const ends = {
      fromId: keyId(ROLE[0], "GUILD", ROLE[1]),
      toId: keyId("SKILL", "GUILD", "baking"),
    };
    const link = { kind: "REQUIREMENT", ...ends, statementKey: null } as const;
    await merge(
      database,
      editor,
      about(editor, "GUILD", ROLE, {
        job_zone: 4,
        labels: [name("Master baker"), name("Pastry cook", LabelKind.ALTERNATIVE)],
        texts: [text("Bakes bread.")],
      }),
      about(editor, "GUILD", SKILL, {}),
      { ...link, assertions: [editor.says({ importance: 5 })] },
    );
  });

  const shown = () =>
    dataOf(
      database,
      `{ role(by: { externalCode: { scheme: "GUILD", code: "baker" } }) {
        name description jobZone iscoCode labels { nodes { kind text } }
        requirements { edges { importance proficiency origin } } } }`,
    );
  const SHOWN = {
    name: "Master baker",
    description: "Bakes bread.",
    jobZone: 4,
    iscoCode: "7512",
    labels: {
      nodes: [
        { kind: "PREFERRED", text: "Master baker" },
        { kind: "ALTERNATIVE", text: "Baker" },
        { kind: "ALTERNATIVE", text: "Bread maker" },
        { kind: "ALTERNATIVE", text: "Pastry cook" },
      ],
    },
    requirements: { edges: [{ importance: 5, proficiency: 2, origin: "EDITOR" }] },
  };

  it("is shown after another import, and the report lists where the source says otherwise", async () => {
    expect((await shown()).role).toEqual(SHOWN);
    const { summary, report } = await importInto(database, guild(2, 3));
    expect((await shown()).role).toEqual(SHOWN);
    expect(summary).toMatchObject({ changed: true, differences: 4, updatedValues: 2 });
    const role = { kind: "ROLE", slug: "baker", name: "Master baker" };
    expect(report.difference).toEqual(
      expect.arrayContaining([
        { ...role, field: "job_zone", shown: 4, stated: 3 },
        { ...role, field: "labels", shown: name("Master baker"), stated: name("Baker") },
        { ...role, field: "texts", shown: text("Bakes bread."), stated: text("Bakes.") },
        {
          ...{ kind: "REQUIREMENT", from: "baker", to: "baking" },
          ...{ field: "importance", shown: 5, stated: 2 },
        },
      ]),
    );
  });

  it("is reported as different also when the import changes nothing", async () => {
    const { summary, report } = await importInto(database, guild(2, 3));
    expect(summary).toMatchObject({ changed: false, differences: 4 });
    expect(report.difference).toHaveLength(4);
  });

  it("is no difference where source and editor say the same, or where both show", async () => {
    const { report } = await importInto(database, guild(5, 4, "Master baker"));
    expect(report.difference?.map(({ field }) => field)).toEqual(["texts"]);
  });

  it("gives way to the source again when it is taken back", async () => {
    await merge(database, editor);
    expect((await shown()).role).toMatchObject({
      ...{ name: "Master baker", description: "Bakes.", jobZone: 4 },
      requirements: { edges: [{ importance: 5, proficiency: 2, origin: "IMPORTED" }] },
    });
  });
});

describe("what a source says of successors", () => {
  const OLD: End = ["SKILL", "telex"];
  const NEW: End = ["SKILL", "e-mail"];
  const replaced = (kind: NodeKind, key: string) => ({
    fields: { status: "DEPRECATED", replaced_by_id: keyId(kind, "OFFICE", key) },
  });
  const shown = async () =>
    (
      await dataOf(
        database,
        `{ skill(by: { externalCode: { scheme: "OFFICE", code: "telex" } }) { status replacedBy { slug } } }`,
      )
    ).skill;

  it("is shown, and listed as a change", async () => {
    await importInto(database, madeSource("office", { nodes: [madeNode(OLD)] }));
    expect(await shown()).toEqual({ status: "ACTIVE", replacedBy: null });
    const { summary, report } = await importInto(
      database,
      madeSource("office", { nodes: [madeNode(OLD, "telex", replaced(...NEW)), madeNode(NEW)] }),
    );
    expect(await shown()).toEqual({ status: "DEPRECATED", replacedBy: { slug: "e-mail" } });
    expect(report.updated?.map(({ slug, field }) => `${slug} ${field}`).sort()).toEqual([
      "telex replaced_by_id",
      "telex status",
    ]);
    // The source still states it: it did not vanish.
    expect(summary).toMatchObject({ deprecated: 0, updatedValues: 2 });
  });

  it("follows a successor that turned out to be a node of others", async () => {
    const curated = new TestSource("curated");
    await merge(
      database,
      curated,
      curated.node("SKILL", "instant-messaging", { labels: [name("Instant messaging")] }),
    );
    const chat: End = ["SKILL", "chat"];
    const { summary } = await importInto(
      database,
      madeSource("office", {
        nodes: [
          madeNode(OLD, "telex", replaced(...chat)),
          madeNode(chat, "instant messaging", { fields: { skill_kind: "SKILL" } }),
        ],
      }),
    );
    expect(summary.joined).toBe(1);
    expect(await shown()).toEqual({
      status: "DEPRECATED",
      replacedBy: { slug: "instant-messaging" },
    });
  });
});
