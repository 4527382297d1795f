/** A zip with some entries changed or added: the raw bytes of all others are copied, not packed anew. */
import { deflateSync } from "fflate";
import { damaged, type Zip, type ZipEntry } from "../../readers/docx/zip.ts";
import { crc32 } from "./crc32.ts";

const encoder = new TextEncoder();

/** `changes`: XML by entry name. Unchanged entries keep their order; new ones come last. */
export function rewriteZip(zip: Zip, changes: ReadonlyMap<string, string>): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  const write = (bytes: Uint8Array): void => {
    local.push(bytes);
    offset += bytes.length;
  };
  const inFile = zip.entries.toSorted((left, right) => left.offset - right.offset);
  const places = new Map<ZipEntry, number>();
  const fresh = new Map<ZipEntry, Uint8Array>();
  for (const [index, entry] of inFile.entries()) {
    const xml = changes.get(entry.name);
    places.set(entry, offset);
    // An entry ends where the next one starts: what some programs write behind the data goes along.
    if (xml === undefined) write(zip.bytes.subarray(entry.offset, inFile[index + 1]?.offset ?? zip.directory));
    else fresh.set(entry, pack(entry.name, xml, entry.record, offset, write));
  }
  for (const entry of zip.entries) central.push(fresh.get(entry) ?? moved(entry.record, places.get(entry)!));
  const known = new Set(zip.entries.map((entry) => entry.name));
  for (const [name, xml] of changes) if (!known.has(name)) central.push(pack(name, xml, null, offset, write));
  const directory = offset;
  for (const record of central) write(record);
  write(endRecord(zip, central.length, offset - directory, directory));
  return joined(local, offset);
}

/** 1980-01-01, the earliest date that a zip can bear: new entries carry no clock. */
const zipDate = 0x21;

/** Writes an entry and returns its record for the central directory; times and attributes of `before` stay. */
function pack(name: string, xml: string, before: Uint8Array | null, offset: number, write: (bytes: Uint8Array) => void): Uint8Array {
  const content = encoder.encode(xml);
  const packed = deflateSync(content, { level: 6 });
  const title = encoder.encode(name);
  const old = before ? new DataView(before.buffer, before.byteOffset, before.byteLength) : null;
  const record = new DataView(new ArrayBuffer(46 + title.length));
  record.setUint32(0, 0x02014b50, true);
  record.setUint16(4, old?.getUint16(4, true) ?? 20, true);
  record.setUint16(6, 20, true);
  record.setUint16(10, 8, true);
  record.setUint16(12, old?.getUint16(12, true) ?? 0, true);
  record.setUint16(14, old?.getUint16(14, true) ?? zipDate, true);
  record.setUint32(16, crc32(content), true);
  record.setUint32(20, packed.length, true);
  record.setUint32(24, content.length, true);
  record.setUint16(28, title.length, true);
  record.setUint16(36, old?.getUint16(36, true) ?? 0, true);
  record.setUint32(38, old?.getUint32(38, true) ?? 0, true);
  record.setUint32(42, offset, true);
  const central = new Uint8Array(record.buffer);
  central.set(title, 46);
  const header = new Uint8Array(30 + title.length);
  new DataView(header.buffer).setUint32(0, 0x04034b50, true);
  // Version to lengths stand in the same order in both.
  header.set(central.subarray(6, 30), 4);
  header.set(title, 30);
  write(header);
  write(packed);
  return central;
}

function moved(record: Uint8Array, offset: number): Uint8Array {
  const copy = record.slice();
  new DataView(copy.buffer).setUint32(42, offset, true);
  return copy;
}

/** The end record, with the zip's own comment. */
function endRecord({ bytes, end }: Zip, count: number, size: number, directory: number): Uint8Array {
  if (count > 0xfffe || directory > 0xfffffffe) throw damaged();
  const record = bytes.slice(end);
  const view = new DataView(record.buffer);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, directory, true);
  return record;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
