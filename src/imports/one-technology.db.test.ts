import { join } from "node:path";
import { SEEDS_FOLDER } from "../../seeds/loader/load-seeds";
import type { Database } from "../database/database";
import { readIdentities } from "../merge/identity/read-identities";
import { openStarterGraph } from "../testing/starter-graph";
import { IMPORT_SOURCES } from "./catalog";
import { importInto } from "./testing/import-into";
import { InputFolder } from "./testing/input-folder";

/** Sources that name the same technologies, each in its own way: the graph has one node for each thing. */

const topic = (name: string, display: string, aliases: string, kind: string) =>
  `---\naliases: ${aliases}\ndisplay_name: ${display}\nshort_description: ${display} is a ${kind}.\ntopic: ${name}\n---\n`;

const used = (names: readonly string[]) =>
  names
    .map(
      (name) => `15-1252.00\tSoftware Developers\t${name}\t43232405\tDevelopment software\tN\tN\n`,
    )
    .join("");

const FILES: Readonly<Record<string, Record<string, string>>> = {
  linguist: {
    "languages.yml": `---
C: { type: programming, language_id: 41 }
C#: { type: programming, aliases: [csharp, cake], language_id: 42 }
C++: { type: programming, aliases: [cpp], language_id: 43 }
Go: { type: programming, aliases: [golang], language_id: 132 }
JavaScript: { type: programming, aliases: [js, node], language_id: 183 }
`,
  },
  "github-topics": {
    "topics/c/index.md": topic("c", "C", "c-language", "programming language"),
    "topics/cpp/index.md": topic("cpp", "C++", "cplusplus", "programming language"),
    "topics/csharp/index.md": topic("csharp", "C#", "c-sharp", "programming language"),
    "topics/dotnet/index.md": topic("dotnet", ".NET", "net", "free software framework"),
    "topics/go/index.md": topic("go", "Go", "golang", "programming language"),
    "topics/javascript/index.md": topic("javascript", "JavaScript", "js", "programming language"),
    "topics/kubernetes/index.md": topic("kubernetes", "Kubernetes", "k8s", "platform"),
    "topics/react/index.md": topic("react", "React", "reactjs", "JavaScript library"),
    "topics/react-native/index.md": topic("react-native", "React Native", "rn", "framework"),
  },
  "simple-icons": {
    "simple-icons.json": JSON.stringify([
      { title: ".NET", slug: "dotnet", hex: "512BD4" },
      { title: "C", hex: "A8B9CC" },
      { title: "C++", hex: "00599C" },
      { title: "Go", hex: "00ADD8" },
      { title: "JavaScript", hex: "F7DF1E", aliases: { aka: ["JS"] } },
      { title: "Kubernetes", hex: "326CE5", aliases: { aka: ["K8s"] } },
      { title: "React", hex: "61DAFB", aliases: { dup: [{ title: "React Native" }] } },
      { title: "Uniqlo", hex: "FF0000" },
    ]),
  },
  "cncf-landscape": {
    "landscape.yml": `landscape:
  - category:
    name: Orchestration & Management
    subcategories:
      - subcategory:
        name: Scheduling & Orchestration
        items:
          - item:
            name: Kubernetes
            project: graduated
            homepage_url: https://kubernetes.io/
`,
  },
  onet: {
    "Occupation Data.txt":
      "O*NET-SOC Code\tTitle\tDescription\n15-1252.00\tSoftware Developers\tBuild software.\n",
    "Technology Skills.txt": `O*NET-SOC Code\tTitle\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n${used(
      [
        "C",
        "C#",
        "C++",
        "Go",
        "JavaScript",
        "Kubernetes",
        "Microsoft .NET Framework",
        "React",
        "Unity",
      ],
    )}`,
  },
};

const SCHEMES = /^(LINGUIST|GITHUB_TOPICS|SIMPLE_ICONS|CNCF|ONET) /;

/** Name of each technology, and its keys in the sources. */
const EXPECTED = {
  JavaScript: [
    "GITHUB_TOPICS javascript",
    "LINGUIST 183",
    "ONET JavaScript",
    "SIMPLE_ICONS javascript",
  ],
  Kubernetes: [
    "CNCF kubernetes",
    "GITHUB_TOPICS kubernetes",
    "ONET Kubernetes",
    "SIMPLE_ICONS kubernetes",
  ],
  React: ["GITHUB_TOPICS react", "ONET React", "SIMPLE_ICONS react"],
  "React Native": ["GITHUB_TOPICS react-native", "SIMPLE_ICONS reactnative"],
  Go: ["GITHUB_TOPICS go", "LINGUIST 132", "ONET Go", "SIMPLE_ICONS go"],
  C: ["GITHUB_TOPICS c", "LINGUIST 41", "ONET C", "SIMPLE_ICONS c"],
  "C++": ["GITHUB_TOPICS cpp", "LINGUIST 43", "ONET C++", "SIMPLE_ICONS cplusplus"],
  "C#": ["GITHUB_TOPICS csharp", "LINGUIST 42", "ONET C#"],
  ".NET": ["GITHUB_TOPICS dotnet", "SIMPLE_ICONS dotnet"],
};

const folder = new InputFolder();

describe.each([
  ["in the usual order", Object.keys(FILES)],
  ["in the opposite order", Object.keys(FILES).reverse()],
])("%s", (_, order) => {
  let database: Database;

  beforeAll(async () => {
    database = await openStarterGraph();
    const identities = readIdentities(join(SEEDS_FOLDER, "identities.yaml"));
    for (const name of order) {
      const source = IMPORT_SOURCES.find((each) => each.name === name);
      if (!source) throw new Error(`no source ${name}`);
      const path = folder.put(name, FILES[name] ?? {});
      await importInto(database, source, { path, identities });
    }
  });
  afterAll(() => database.close());

  it.each(Object.entries(EXPECTED))("there is one technology %s", async (name, keys) => {
    const found = await database.dataSource.query<{ keys: string[] }[]>(
      `SELECT (SELECT array_agg(k.scheme || ' ' || k.key ORDER BY k.scheme COLLATE "C")
                 FROM node_key k WHERE k.node_id = n.id) AS keys
         FROM node n WHERE n.kind = 'TECHNOLOGY'
          AND EXISTS (SELECT 1 FROM label l WHERE l.node_id = n.id AND l.text = $1 AND l.kind <> 'HIDDEN')`,
      [name],
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.keys.filter((key) => SCHEMES.test(key))).toEqual(keys);
  });

  it("no further node comes than the graph lacked", async () => {
    const [{ names }] = await database.dataSource.query(
      `SELECT array_agg(n.name ORDER BY n.name COLLATE "C") AS names FROM node n
        WHERE n.kind = 'TECHNOLOGY' AND n.technology_kind <> 'CATEGORY'
          AND NOT EXISTS (SELECT 1 FROM assertion a WHERE a.node_id = n.id AND a.origin = 'CURATED')`,
    );
    expect(names).toEqual(["C", "Microsoft .NET Framework", "Unity"]);
  });
});
