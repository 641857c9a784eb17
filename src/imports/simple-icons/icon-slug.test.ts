import { slugOfTitle } from "./icon-slug";

it.each([
  [".NET", "dotnet"],
  ["C++", "cplusplus"],
  ["AT&T", "atandt"],
  ["Node.js", "nodedotjs"],
  ["/e/", "e"],
  ["Île-de-France Mobilités", "iledefrancemobilites"],
  ["ŠKODA", "skoda"],
  ["Żabka", "zabka"],
  ["Großhandel", "grosshandel"],
  ["Løveland", "loveland"],
  ["Đỗ", "do"],
  ["Ħal ŀa łódź ŧ ĸ ı", "hallalodztki"],
  ["爱发电", ""],
])("%s is %s", (title, slug) => {
  expect(slugOfTitle(title)).toBe(slug);
});
