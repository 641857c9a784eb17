import { placeLevels } from "./place-levels";

const place = (...levels: [string, string][]) =>
  placeLevels(levels.map(([id, name]) => ({ id, name }))).map(({ track, branch, rank }) => [
    rank,
    track,
    branch,
  ]);

const IC = "individual contributor";
const PM = "people manager";

it("keeps the order of the list, and puts the branches of a fork beside each other", () => {
  expect(
    place(
      ["junior", "Junior Cook"],
      ["senior-1", "Senior Cook 1"],
      ["senior-2-ic", "Senior Cook 2 (Individual Contributor)"],
      ["senior-2-pm", "Senior Cook 2 (People Manager)"],
      ["principal-ic", "Principal Cook (Individual Contributor)"],
      ["principal-pm", "Principal Cook (People Manager)"],
      ["director", "Kitchen Director"],
    ),
  ).toEqual([
    [1, "IC", null],
    [2, "IC", null],
    [3, "IC", IC],
    [3, "MANAGEMENT", PM],
    [4, "IC", IC],
    [4, "MANAGEMENT", PM],
    [5, "MANAGEMENT", null],
  ]);
});

it("finds the two of a fork when the list goes branch by branch", () => {
  expect(
    place(
      ["cook", "Cook"],
      ["senior-ic", "Senior Cook (Individual Contributor)"],
      ["principal-ic", "Principal Cook (Individual Contributor)"],
      ["senior-pm", "Senior Cook (People Manager)"],
      ["principal-pm", "Principal Cook (People Manager)"],
    ),
  ).toEqual([
    [1, "IC", null],
    [2, "IC", IC],
    [3, "IC", IC],
    [2, "MANAGEMENT", PM],
    [3, "MANAGEMENT", PM],
  ]);
});

it("reads a fork from the ids alone, or from the names alone", () => {
  expect(place(["cook", "Cook"], ["lead-ic", "Master Cook"], ["lead-pm", "Kitchen Lead"])).toEqual([
    [1, "IC", null],
    [2, "IC", IC],
    [2, "MANAGEMENT", PM],
  ]);
  expect(place(["a", "Cook"], ["b", "Senior Cook (IC)"], ["c", "Senior Cook (Manager)"])).toEqual([
    [1, "IC", null],
    [2, "IC", IC],
    [2, "MANAGEMENT", PM],
  ]);
});

it("does not take a product manager's id for a branch, nor the craft for management", () => {
  expect(
    place(
      ["associate-pm", "Associate Product Manager"],
      ["senior-pm", "Senior Product Manager"],
      ["head", "Head of Product"],
    ),
  ).toEqual([
    [1, "IC", null],
    [2, "IC", null],
    [3, "MANAGEMENT", null],
  ]);
});

it("takes a manager above another craft for management", () => {
  expect(place(["analyst", "Service Desk Analyst"], ["manager", "Service Desk Manager"])).toEqual([
    [1, "IC", null],
    [2, "MANAGEMENT", null],
  ]);
});
