import { InputFolder } from "../testing/input-folder";
import { highestFile, releaseInNames, requireMainFile } from "./main-file";

const folder = new InputFolder();

describe("the main file", () => {
  it("is found by its name, wherever it lies", async () => {
    const input = await folder.open(
      folder.put("named", { "README.md": "", "lib/list.yml": "a: 1", "lib/other.yml": "" }),
    );
    expect(requireMainFile(input, "list.yml").path).toBe("lib/list.yml");
  });

  it("is the single file that the user names", async () => {
    const input = await folder.open(folder.put("single", { "my-list.yml": "a: 1" }, "my-list.yml"));
    expect(requireMainFile(input, "list.yml").name).toBe("my-list.yml");
  });

  it("is asked for when there are only others", async () => {
    const input = await folder.open(folder.put("others", { "a.txt": "", "b.txt": "" }));
    expect(() => requireMainFile(input, "list.yml")).toThrow(
      /looked for: list\.yml; it holds a\.txt, b\.txt/,
    );
  });
});

it("finds a release in the name of the input, or of a folder in it", async () => {
  const pattern = /tool-v?(\d+\.\d+)|(20\d\d-\d\d)/;
  const names = ["tool-1.2", "of 2026-08", "tool"];
  const releases = names.map(async (name) =>
    releaseInNames(await folder.open(folder.put(name, { "list.yml": "" })), pattern),
  );
  expect(await Promise.all(releases)).toEqual(["1.2", "2026-08", null]);
  const inside = folder.put("download", { "tool-v3.4/lib/list.yml": "" });
  expect(releaseInNames(await folder.open(inside), pattern)).toBe("3.4");
});

it("takes the file that lies least deep of several with one name", async () => {
  const path = folder.put("deep", { "a/b/VERSION": "1", "c/VERSION": "2", "c/x.txt": "" });
  const input = await folder.open(path);
  expect(highestFile(input, "VERSION")?.path).toBe("c/VERSION");
  expect(highestFile(input, "package.json")).toBeNull();
});
