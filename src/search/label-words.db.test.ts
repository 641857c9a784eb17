import type { Database } from "../database/database";
import { openLabelledGraph, withLabels } from "../testing/labelled-graph";
import { squeeze, wordsOf } from "./words";

let database: Database;
beforeAll(async () => {
  database = await openLabelledGraph();
}, 60_000);
afterAll(() => database.close());

describe("the words of labels", () => {
  it("are split by the database as by the program", async () => {
    const symbols = Array.from({ length: 0x3100 }, (_, code) => code + 1)
      .filter((code) => code < 0xd800)
      .map((code) => `a${String.fromCodePoint(code)}b`);
    const texts = [...symbols, "node.js", "c++ c#", " x  y ", "ци/цд", "😀 a", "", "x".repeat(600)];
    const reader = database.reader();
    const rows = await reader.query<{ words: string[]; squeezed: string }>(
      `SELECT tsvector_to_array(label_words(t.text)) AS words, label_squeezed(t.text) AS squeezed
         FROM unnest($1::text[]) WITH ORDINALITY t (text, place) ORDER BY t.place`,
      [texts],
    );
    await reader.close();
    const expected = texts.map((text) => {
      const start = [...text].slice(0, 500).join("");
      return { words: wordsOf(start).sort(), squeezed: squeeze(start) };
    });
    expect(rows.map((row) => ({ ...row, words: [...row.words].sort() }))).toEqual(expected);
  });

  it("are counted as labels come, change and go", async () => {
    await withLabels(database, [["SKILL", "Yak care", "PREFERRED", "Yak care yak"]], async () => {
      expect(await countsOf("yak", "care", "gnu")).toEqual({ yak: 1, care: 1 });
      await database.transaction((tx) =>
        tx.query("UPDATE label SET text = 'Gnu care', folded = 'gnu care' WHERE folded = $1", [
          "yak care yak",
        ]),
      );
      expect(await countsOf("yak", "care", "gnu")).toEqual({ care: 1, gnu: 1 });
    });
    expect(await countsOf("yak", "care", "gnu")).toEqual({});
  });

  async function countsOf(...words: string[]): Promise<Record<string, number>> {
    const reader = database.reader();
    const rows = await reader.query<{ word: string; label_count: number }>(
      "SELECT w.word, w.label_count FROM label_word w WHERE w.word = ANY ($1::text[]) AND w.label_count <> 0 ORDER BY w.word",
      [words],
    );
    await reader.close();
    return Object.fromEntries(rows.map((row) => [row.word, row.label_count]));
  }
});
