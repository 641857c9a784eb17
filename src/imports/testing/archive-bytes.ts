import { crc32, deflateRawSync } from "node:zlib";
import { pack } from "tar-stream";

/** The bytes of a tar archive. A name that ends with `/` is a folder, and null stands for a link. */
export async function tarBytes(files: Record<string, string | Buffer | null>): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) {
    if (content === null) archive.entry({ name, type: "symlink", linkname: "a.csv" });
    else if (name.endsWith("/")) archive.entry({ name, type: "directory" });
    else archive.entry({ name }, content);
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export interface ZipEntry {
  data: string;
  /** 8: deflated, 0: stored. */
  method?: number;
  /** 1: encrypted. */
  flags?: number;
}

/** The bytes of a zip archive: each entry behind its local header, then the directory, then its end. */
export function zipBytes(files: Record<string, string | Buffer | ZipEntry>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const plain = typeof content === "string" || Buffer.isBuffer(content);
    const { data, method = 8, flags = 0 } = plain ? { data: content } : (content as ZipEntry);
    const bytes = Buffer.from(data as string);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    // Version, flags, method, time, date, checksum, both sizes, length of the name, of further fields.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), common, rest, Buffer.from(name));
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from("PK\x05\x06"), end]);
}
