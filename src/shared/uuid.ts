import { hash } from "node:crypto";

/** The namespace of all ids that are derived from a source's key. It never changes. */
const NAMESPACE = Buffer.from("6f1d0c1e8a5b5c1f9b3e2d4a7c60f815", "hex");

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a UUID in its canonical lower-case form. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/**
 * The UUIDv5 of a name in Careergraph's own namespace: the same on every installation.
 * Parts are joined with U+001F, which no key contains, so `("a", "b-c")` and `("a-b", "c")` differ.
 *
 * Source: RFC 9562, section 5.5.
 */
export function deriveUuid(...parts: readonly string[]): string {
  const name = Buffer.from(parts.join("\u001f"));
  // One call and no object for each id: an import derives half a million of them.
  const hex = hash("sha1", Buffer.concat([NAMESPACE, name]), "hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** 16 bytes as a UUID in its canonical form. */
export function formatUuid(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The 16 bytes of a UUID. */
export function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}
