import { isArrayBuffer } from "node:util/types";

/** The memory behind all typed arrays in plain data, each once: objects, lists and maps are looked through. */
export function arraysIn(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== "object" || value === null) return;
  if (ArrayBuffer.isView(value)) {
    if (isArrayBuffer(value.buffer)) found.add(value.buffer);
    return;
  }
  // A long list of texts or numbers holds no arrays, and is not looked through.
  if (Array.isArray(value) && typeof value[0] !== "object") return;
  const parts: Iterable<unknown> = value instanceof Map ? value.values() : Object.values(value);
  for (const part of parts) collect(part, found);
}
