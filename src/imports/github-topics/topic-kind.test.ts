import { kindOfTopic } from "./topic-kind";

const kindOf = (names: string[], description: string, isMade = true, hasHomePage = false) =>
  kindOfTopic({ names, description, isMade, hasHomePage });

it("reads what a sentence says its subject is", () => {
  expect(kindOf(["C#", "csharp"], 'C# ("C sharp") is a type-safe programming language.')).toBe(
    "LANGUAGE",
  );
  expect(kindOf(["Rails"], "Ruby on Rails (Rails) is a web application framework.")).toBe(
    "FRAMEWORK",
  );
  expect(kindOf(["CSS"], "Cascading Style Sheets (CSS) is a language used most often.")).toBe(
    "LANGUAGE",
  );
  expect(kindOf(["Guzzle"], "Guzzle, an extensible PHP HTTP client.")).toBe("TOOL");
  expect(kindOf(["Qt"], 'Qt, pronounced "cute", is an application framework.')).toBe("FRAMEWORK");
  expect(kindOf(["Hugo"], "Hugo is one of the most popular static site generators.")).toBe("TOOL");
});

it("reads a description without a subject", () => {
  expect(kindOf(["Composer"], "A tool for dependency management in PHP.")).toBe("TOOL");
  expect(kindOf(["EJS"], "JavaScript templating language.")).toBe("LANGUAGE");
});

it("calls a standard that is a protocol one", () => {
  const description = "Model Context Protocol (MCP) is an open standard for connecting AI models.";
  expect(kindOf(["MCP", "model-context-protocol"], description)).toBe("PROTOCOL");
});

it("takes no common noun for a technology", () => {
  expect(kindOf(["CLI"], "A CLI, or command-line interface, is a console for users.")).toBeNull();
  expect(kindOf(["Compiler"], "A compiler is a tool that translates languages.")).toBeNull();
  expect(kindOf(["Malware"], "Malware is any program that is harmful.", false)).toBeNull();
});

it("takes nothing of which another thing is said", () => {
  expect(kindOf(["PSR-15"], "Slim is a web framework.")).toBeNull();
});

it("asks for more where nobody says who made it", () => {
  expect(kindOf(["Ada"], "Ada is a high-level programming language.", false)).toBe("LANGUAGE");
  expect(kindOf(["GitOps"], "GitOps is an operational framework.", false)).toBeNull();
  expect(kindOf(["Vapor"], "A server-side Swift HTTP web framework.", false)).toBeNull();
  expect(kindOf(["Vapor"], "A server-side Swift HTTP web framework.", false, true)).toBe(
    "FRAMEWORK",
  );
});
