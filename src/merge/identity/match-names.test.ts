import type { NodeKind } from "../../shared/global-id";
import type { SourceKey } from "../records";
import { matchNames } from "./match-names";
import type { Candidate, Newcomer } from "./name-index";
import { Overrides } from "./overrides";

const NONE = new Overrides({ same: [], apart: [] }, () => null);

describe("technologies", () => {
  it("join by their preferred names", () => {
    expect(join(comes("JavaScript"), known("JavaScript"))).toMatchObject({
      by: "NAME",
      name: "JavaScript",
      confidence: 1,
      alsoFits: [],
    });
    expect(join(comes("NodeJS"), known("Node.js"))).toMatchObject({ by: "NAME", confidence: 0.98 });
    expect(join(comes("javascript"), known("JavaScript"))?.confidence).toBe(1);
  });

  it("join by an alias that the graph's own people gave", () => {
    expect(join(comes("Kafka"), known("Apache Kafka", ["Kafka"]))).toMatchObject({
      by: "ALIAS",
      name: "Kafka",
      confidence: 0.9,
    });
    expect(join(comes("Kafka"), foreign("Apache Kafka", ["Kafka"]))).toBeUndefined();
  });

  it("join by other aliases only when two names agree", () => {
    const aws = comes("Amazon Web Services", ["aws"]);
    expect(join(aws, foreign("AWS", ["Amazon Web Services"]))).toMatchObject({
      by: "ALIAS",
      confidence: 0.9,
    });
    expect(join(comes("Amazon Web Services"), foreign("AWS", ["AWS cloud"]))).toBeUndefined();
    // What Linguist gives as an alias of Shell is one of the shells.
    expect(join(comes("Shell", ["sh", "bash", "zsh"]), known("Bash"))).toBeUndefined();
    expect(
      join(comes("GTK", ["gtk2", "gtk3"]), foreign("GtkRC", ["gtk", "gtk 2"])),
    ).toBeUndefined();
    const golang = comes("The Go Language", ["golang", "go-lang", "gopher"]);
    expect(join(golang, foreign("Google Go", ["golang", "Gopher"]))).toMatchObject({
      confidence: 0.8,
    });
    expect(join(golang, foreign("Google Go", ["golang", "go lang"]))).toBeUndefined();
  });

  it("do not join by short aliases, but by short names", () => {
    expect(join(comes("C"), known("C"))?.by).toBe("NAME");
    expect(join(comes("R"), known("S", ["R"]))).toBeUndefined();
    expect(join(comes("JS"), known("JavaScript", ["JS"]))).toBeUndefined();
    expect(join(comes("ECMA", ["js", "es"]), foreign("Script", ["JS", "ES"]))).toBeUndefined();
  });

  it("do not join when only signs differ, or words", () => {
    for (const [a = "", b = ""] of [
      ["C", "C++"],
      ["C#", "C"],
      [".NET", "NET"],
      ["React", "React Native"],
      ["Spring", "Spring Boot"],
      ["Java", "JavaScript"],
    ])
      expect([a, b, join(comes(a), known(b))]).toEqual([a, b, undefined]);
  });

  it("do not join by hidden names", () => {
    const hidden = known("PostgreSQL", ["Postgres"]);
    const names = hidden.names.map((name) => ({ ...name, isHidden: !name.isPreferred }));
    expect(join(comes("Postgres"), { ...hidden, names })).toBeUndefined();
  });

  it("join in any language", () => {
    const german = known("Programmiersprache Go");
    const names = german.names.map((name) => ({ ...name, locale: "de" }));
    expect(join(comes("Programmiersprache Go"), { ...german, names })?.by).toBe("NAME");
  });

  it("join the one with the preferred name before one with the alias", () => {
    const { joined, ambiguous } = matchNames(
      [comes("Spring")],
      [known("Spring Framework", ["Spring"], "framework"), known("Spring", [], "spring")],
      NONE,
    );
    expect(joined.map(({ intoId }) => intoId)).toEqual(["spring"]);
    expect(ambiguous).toEqual([]);
  });

  it("do not take an alias for a name that belongs to something else", () => {
    const terraform = known("Terraform", [], "terraform");
    const tofu = foreign("OpenTofu", ["Terraform", "OpenTF"], "tofu");
    const hcl = comes("HCL", ["opentofu", "terraform"]);
    expect(matchNames([hcl], [tofu], NONE).joined).toHaveLength(1);
    expect(matchNames([hcl], [tofu, terraform], NONE)).toEqual({ joined: [], ambiguous: [] });
    const other = comes("Terraform", [], "other");
    expect(matchNames([hcl, other], [tofu], NONE).joined.map(({ id }) => id)).not.toContain(hcl.id);
  });
});

describe("other kinds", () => {
  it("skills join by preferred names of one language only", () => {
    const skill = known("Communication", ["Talking"], "skill", "SKILL");
    expect(join(comes("communication", [], "n", "SKILL"), skill)?.by).toBe("NAME");
    expect(join(comes("Talking", [], "n", "SKILL"), skill)).toBeUndefined();
    const other = comes("Communication", [], "n", "SKILL");
    const named = (locale: string) => ({
      ...other,
      names: other.names.map((name) => ({ ...name, locale })),
    });
    expect(join(named("fr"), skill)).toBeUndefined();
    expect(join(named("en-GB"), skill)?.by).toBe("NAME");
  });

  it.each<NodeKind>(["ROLE", "SKILL_GROUP", "CAREER_LEVEL", "QUALIFICATION"])(
    "%s never joins by name",
    (kind) => {
      expect(join(comes("Same", [], "n", kind), known("Same", [], "k", kind))).toBeUndefined();
    },
  );

  it("a skill is no technology", () => {
    expect(join(comes("C++", [], "n", "SKILL"), known("C++"))).toBeUndefined();
  });
});

describe("ambiguous is", () => {
  it("what fits two nodes equally well", () => {
    const candidates = [known("Graphite", [], "a"), known("graphite", [], "b")];
    expect(matchNames([comes("Graphite")], candidates, NONE)).toEqual({
      joined: [],
      ambiguous: [{ id: "newcomer", name: "Graphite", candidateIds: ["a", "b"], rivals: [] }],
    });
  });

  it("two of one source that fit a node equally well", () => {
    const spring = [comes("Spring", [], "spring"), comes("Spring", [], "creators")];
    const { joined, ambiguous } = matchNames(spring, [known("Spring", [], "k")], NONE);
    expect(joined).toEqual([]);
    expect(ambiguous.map(({ id, rivals }) => [id, rivals.map(({ key }) => key)])).toEqual([
      ["spring", ["creators"]],
      ["creators", ["spring"]],
    ]);
  });

  it("but not two of different sources, nor a weaker one beside a stronger one", () => {
    const react = known("React", ["ReactJS"], "react");
    const elsewhere = comes("React", [], "other", "TECHNOLOGY", "ELSEWHERE");
    expect(matchNames([comes("React"), elsewhere], [react], NONE).joined).toHaveLength(2);
    const weaker = comes("ReactJS", [], "weaker");
    expect(matchNames([weaker, comes("React")], [react], NONE)).toMatchObject({
      joined: [{ id: "newcomer", intoId: "react" }],
      ambiguous: [],
    });
  });

  it("what fits a node that its source has already under another key", () => {
    const taken = { ...known("Spring"), keys: [keyOf("spring")] };
    expect(matchNames([comes("Spring", [], "creators")], [taken], NONE)).toEqual({
      joined: [],
      ambiguous: [
        { id: "creators", name: "Spring", candidateIds: ["known"], rivals: [keyOf("spring")] },
      ],
    });
    const own = { ...known("Spring"), keys: [keyOf("spring")] };
    expect(join(comes("Spring", [], "spring"), own)?.by).toBe("NAME");
    const byAddress = { ...comes("Spring", [], "code"), conceptUri: "spring" };
    expect(join(byAddress, own)?.by).toBe("NAME");
  });
});

it("never joins what is stated to be only close", () => {
  const close = { ...known("Computer vision", [], "k", "SKILL"), unequal: [keyOf("uri")] };
  expect(join(comes("computer vision", [], "uri", "SKILL"), close)).toBeUndefined();
  const coded = { ...comes("computer vision", [], "code", "SKILL"), conceptUri: "uri" };
  expect(join(coded, close)).toBeUndefined();
  expect(join(comes("computer vision", [], "other", "SKILL"), close)?.by).toBe("NAME");
});

it("finds its way through tens of thousands of names", () => {
  const newcomers = Array.from({ length: 20_000 }, (_, i) => comes(`Tool ${i}.js`, [], `n${i}`));
  const candidates = Array.from({ length: 20_000 }, (_, i) =>
    known(`tool-${i * 2} JS`, [], `k${i}`),
  );
  const { joined, ambiguous } = matchNames(newcomers, candidates, NONE);
  expect(joined).toHaveLength(10_000);
  expect(ambiguous).toEqual([]);
  expect(joined[1]).toMatchObject({ id: "n2", intoId: "k1" });
});

function join(newcomer: Newcomer, candidate: Candidate) {
  return matchNames([newcomer], [candidate], NONE).joined[0];
}

function comes(
  name: string,
  aliases: string[] = [],
  id = "newcomer",
  kind: NodeKind = "TECHNOLOGY",
  scheme = "SOURCE",
): Newcomer {
  return { id, kind, key: { scheme, key: id }, names: named(name, aliases) };
}

/** A node whose names the graph's own people gave. */
function known(
  name: string,
  aliases: string[] = [],
  id = "known",
  kind: NodeKind = "TECHNOLOGY",
): Candidate {
  const names = named(name, aliases).map((each) => ({ ...each, isHidden: false, isCurated: true }));
  return { id, kind, names };
}

/** A node whose names another source gave. */
function foreign(name: string, aliases: string[] = [], id = "known"): Candidate {
  const node = known(name, aliases, id);
  return { ...node, names: node.names.map((each) => ({ ...each, isCurated: false })) };
}

function named(name: string, aliases: string[]) {
  return [name, ...aliases].map((text, index) => ({
    text,
    isPreferred: index === 0,
    locale: "en",
  }));
}

function keyOf(key: string): SourceKey {
  return { scheme: "SOURCE", key };
}
