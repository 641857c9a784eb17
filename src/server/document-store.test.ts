import { parse } from "graphql";
import { DocumentStore } from "./document-store";

const document = (fields: number) => parse(`{ ${"abc ".repeat(fields)} }`);

describe("DocumentStore", () => {
  it("gives back what was stored", async () => {
    const store = new DocumentStore(1_000_000);
    const stored = document(1);
    await store.set("a", stored);
    expect(await store.get("a")).toBe(stored);
    expect(await store.get("b")).toBeUndefined();
  });

  it("forgets the least recently used when it is full", async () => {
    const store = new DocumentStore(20_000);
    await store.set("a", document(10));
    await store.set("b", document(10));
    await store.get("a");
    await store.set("c", document(10));
    expect(await store.get("b")).toBeUndefined();
    expect(await store.get("a")).toBeDefined();
    expect(await store.get("c")).toBeDefined();
  });

  it("never grows beyond its bound, and does not take what is larger", async () => {
    const store = new DocumentStore(20_000);
    for (let index = 0; index < 1_000; index += 1) await store.set(`k${index}`, document(5));
    expect(store.size).toBeLessThan(5);
    await store.set("large", document(100));
    expect(await store.get("large")).toBeUndefined();
  });

  it("counts a document that is stored again once", async () => {
    const store = new DocumentStore(20_000);
    for (let index = 0; index < 100; index += 1) await store.set("same", document(5));
    await store.set("other", document(5));
    expect(store.size).toBe(2);
    expect(await store.delete("same")).toBe(true);
    expect(await store.delete("same")).toBe(false);
  });
});
