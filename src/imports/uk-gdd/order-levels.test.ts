import { orderLevels } from "./order-levels";

/** Titles with the mean of the skill levels they ask for. */
function order(role: string, means: Record<string, number | null>) {
  const levels = Object.entries(means).map(([title, meanSkillLevel]) => ({
    title,
    meanSkillLevel,
  }));
  return orderLevels(role, levels).map(({ title, rung, order }) => ({ title, order, ...rung }));
}

const line = (levels: ReturnType<typeof order>) =>
  levels.map(({ order, title }) => `${order} ${title}`);

it("goes by the seniority words of the titles, not by the alphabet", () => {
  const levels = order("Baker", {
    "Apprentice baker": 1,
    "Associate baker": 1.5,
    Baker: 2,
    "Deputy director of baking": 4,
    "Director of baking": 4,
    "Head of baking": 3,
    "Junior baker": 1.5,
    "Lead baker": 3.5,
    "Principal baker": 3.4,
    "Senior baker": 3,
  });
  expect(line(levels)).toEqual([
    "1 Apprentice baker",
    "2 Associate baker",
    "3 Junior baker",
    "4 Baker",
    "5 Senior baker",
    "6 Lead baker",
    "7 Principal baker",
    "8 Head of baking",
    "9 Deputy director of baking",
    "10 Director of baking",
  ]);
  expect(levels.map(({ track }) => track)).toEqual([
    ...Array(7).fill("IC"),
    ...Array(3).fill("MANAGEMENT"),
  ]);
});

it("puts a management variant beside its counterpart, on the other track", () => {
  const levels = order("Baker", {
    "Lead baker": 3,
    "Lead baker - management": 3.5,
    "Senior baker": 2.8,
    "Senior baker (management)": 2.9,
  });
  expect(levels.map(({ order, name, track, branch }) => [order, name, track, branch])).toEqual([
    [1, "Senior", "IC", null],
    [1, "Senior, management", "MANAGEMENT", "management"],
    [2, "Lead", "IC", null],
    [2, "Lead, management", "MANAGEMENT", "management"],
  ]);
  expect(new Set(levels.map(({ rank }) => rank)).size).toBe(2);
});

it("leaves a role alone whose title ends in management or holds a word of seniority inside", () => {
  const levels = order("Delivery manager", {
    "Delivery lead generator": 2,
    "Head of (Agile) delivery management": 4,
  });
  expect(levels.map(({ name, branch }) => [name, branch])).toEqual([
    ["Standard", null],
    ["Head", null],
  ]);
});

it("reads a lead at the end of a title", () => {
  expect(
    line(order("Data ethicist", { "Data ethics lead": 3.2, "Head of data ethics": 3.8 })),
  ).toEqual(["1 Data ethics lead", "2 Head of data ethics"]);
});

it("puts analysts below the manager whose role it is, but not in a role of analysts", () => {
  const manager = order("Service desk manager", {
    "Senior service desk analyst": 1.7,
    "Service desk analyst": 1.4,
    "Service desk manager": 2.4,
    "Senior service desk manager": 2.6,
  });
  expect(line(manager)).toEqual([
    "1 Service desk analyst",
    "2 Senior service desk analyst",
    "3 Service desk manager",
    "4 Senior service desk manager",
  ]);
  const analyst = order("Data analyst", { "Data analyst": 2, "Senior data analyst": 3 });
  expect(analyst.map(({ name }) => name)).toEqual(["Standard", "Senior"]);
});

it("tells titles with the same word apart by what they ask for", () => {
  const levels = order("Incident manager", {
    "Catastrophe manager": null,
    "Major incident manager": 2.2,
    "Incident manager": 1.5,
    "Senior incident manager": 3,
  });
  expect(levels.map(({ title, order, name }) => [title, order, name])).toEqual([
    ["Incident manager", 1, "Standard"],
    ["Major incident manager", 2, "Standard, step 2"],
    ["Catastrophe manager", 3, "Standard, step 3"],
    ["Senior incident manager", 4, "Senior"],
  ]);
  const ranks = levels.map(({ rank }) => rank);
  expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
});

it("never gives a title the rank of the next word, and never two titles one rung", () => {
  const levels = order("Baker", {
    "Associate bread baker": 1,
    "Associate cake baker": 1.2,
    "Junior baker": 1.5,
    "Director of bread": 4,
    "Director of cake": 4,
  });
  expect(line(levels)).toEqual([
    "1 Associate bread baker",
    "1 Associate cake baker",
    "2 Junior baker",
    "3 Director of bread",
    "3 Director of cake",
  ]);
  expect(new Set(levels.map(({ key }) => key)).size).toBe(5);
  expect(Math.max(...levels.map(({ rank }) => rank))).toBe(20);
});

it("gives a rung the same rank in every role", () => {
  const [one] = order("Baker", { "Senior baker": 3 });
  const [, other] = order("Cook", { Cook: 2, "Senior cook": 2.5 });
  expect(other).toMatchObject({ key: one?.key, rank: one?.rank });
});
