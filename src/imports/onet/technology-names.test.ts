import { otherNames } from "./technology-names";

it("takes an acronym that the words before it spell, and these words", () => {
  expect(otherNames("Structured query language SQL")).toEqual(["SQL", "Structured query language"]);
  expect(otherNames("Cascading style sheets CSS")).toEqual(["CSS", "Cascading style sheets"]);
  expect(otherNames("Burrows-Wheeler Aligner BWA")).toEqual(["BWA", "Burrows-Wheeler Aligner"]);
  expect(otherNames("Pure Data PD")).toEqual(["PD", "Pure Data"]);
});

it("takes an acronym in brackets", () => {
  expect(otherNames("Adobe Experience Manager (AEM)")).toEqual(["AEM", "Adobe Experience Manager"]);
  expect(otherNames("Microsoft Internet Information Services (IIS)")).toEqual([]);
});

it("lets an acronym pass over small words, or not", () => {
  expect(otherNames("Simple API for XML SAX")).toEqual(["SAX", "Simple API for XML"]);
  expect(otherNames("Automate the Schools ATS")).toEqual(["ATS", "Automate the Schools"]);
  expect(otherNames("A programming language APL")).toEqual(["APL", "A programming language"]);
  expect(otherNames("Crystallography & NMR System (CNS)")[0]).toBe("CNS");
});

it.each([
  "C",
  "C++",
  "C#",
  ".NET",
  "SAS",
  "Microsoft Excel",
  "Oracle Java",
  "Oracle Java 2 Platform Enterprise Edition J2EE",
  "Oracle Java Message Service JMS",
  "Amazon Web Services AWS software",
  "Customer relationship management CRM software",
  "Salesforce CRM",
  "SAP Master Data Management MDM",
  "Hypertext markup language HTML",
  "Extensible markup language XML",
  "Microsoft Visual Basic.NET Compact Framework CF",
  "ANSYS ASAS",
  "Siemens NX",
  "Software AS",
  "AWS Elastic MapReduce (EMR)",
  "Digivey software (point of sale feature)",
  "Graph query language gql",
])("takes nothing from %s", (name) => {
  expect(otherNames(name)).toEqual([]);
});
