import { kindOfDefinition } from "./defined-kind";

it.each([
  ["dynamically typed programming language", "LANGUAGE"],
  ["general-purpose programming language and toolchain", "LANGUAGE"],
  ["open source and free http web framework written in go", "FRAMEWORK"],
  ["free, open source, distributed, nosql database management system", "DATABASE"],
  ["fast, self-contained embedded sql database engine", "DATABASE"],
  ["open source javascript library used for designing user interfaces", "LIBRARY"],
  ["set of libraries to handle websockets", "LIBRARY"],
  ["javascript runtime & toolkit", "RUNTIME"],
  ["most widely used version control system", "TOOL"],
  ["high performance free open source web server", "TOOL"],
  ["lightweight and flexible linux distribution that tries to keep it simple", "PLATFORM"],
  ["suite of cloud computing services", "PLATFORM"],
  ["open, decentralized social networking protocol", "PROTOCOL"],
  ["json-based open standard file format for representation of data", "STANDARD"],
  ["self-hosted git service", "SERVICE"],
  ["cross-platform 2d game engine", "FRAMEWORK"],
  ["cross-platform and language-independent interface", null],
  ["sandbox video game", null],
  ["american online publishing platform", null],
  ["music streaming service", null],
  ["software development methodology", null],
  ["company that develops software", null],
  ["design language developed by microsoft", null],
  ["frameworks provide a library", null],
])("%s: %s", (definition, kind) => {
  expect(kindOfDefinition(definition)).toBe(kind);
});
