import { createHash } from "node:crypto";

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
  const hash = createHash("sha1").update(NAMESPACE).update(parts.join("\u001f")).digest();
  const bytes = hash.subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return formatUuid(bytes);
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
