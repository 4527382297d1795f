/**
 * The zip that a .docx is, by its central directory: sizes are known before anything is unpacked, nothing is
 * unpacked that nobody reads, and every entry's raw bytes stay at hand for who must copy them unchanged.
 */
import { Inflate } from "fflate";
import { UnreadableDocument } from "../unreadable.ts";

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the entry's local header stands. */
  readonly offset: number;
  /** The entry's record in the central directory. */
  readonly record: Uint8Array;
}

export interface Zip {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  /** Where the central directory starts, and where its end record stands. */
  readonly directory: number;
  readonly end: number;
}

/** Unpacked, in all. */
export const largestUnpacked = 200 << 20;
const mostEntries = 5000;
const decoder = new TextDecoder();

export function openZip(given: Uint8Array): Zip {
  // A Buffer's slices share its memory: without this, whoever changes a copy would change the author's file.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) throw damaged();
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (count > mostEntries) throw tooLarge();
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let at = directory; entries.length < count;) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number];
    const next = at + 46 + nameLength + extra + comment;
    if (next > end) throw damaged();
    if ((view.getUint16(at + 8, true) & 1) === 1) throw encrypted();
    const entry = {
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      record: bytes.subarray(at, next),
    };
    total += entry.size;
    if (total > largestUnpacked) throw tooLarge();
    entries.push(entry);
    at = next;
  }
  return { bytes, entries, directory, end };
}

/** The end record stands at the end, before a comment of at most 64 KB. */
function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at;
  return -1;
}

/** The entry's content; unpacking stops as soon as it proves longer than it claimed. */
export function unpack({ bytes }: Zip, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  if (packed.length < entry.compressedSize) throw damaged();
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged();
  return inflate(packed, entry.size);
}

const chunk = 16 << 10;

function inflate(packed: Uint8Array, size: number): Uint8Array {
  const content = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length > size) throw tooLarge();
    content.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += chunk) stream.push(packed.subarray(at, at + chunk), at + chunk >= packed.length);
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : damaged();
  }
  if (length !== size) throw damaged();
  return content;
}

export function damaged(): UnreadableDocument {
  return new UnreadableDocument(
    "文件不完整或已损坏，打不开。请在 Word 或 WPS 中打开原文件，另存为 .docx 再交来",
    "the file is incomplete or damaged; open the original in Word or WPS and save it as .docx again",
  );
}

function tooLarge(): UnreadableDocument {
  return new UnreadableDocument(
    `压缩包解开后超过 ${largestUnpacked >> 20} MB 或部件过多，不像一份报告，拒绝打开。请删去大图后另存为 .docx`,
    `unpacked, the file is larger than ${largestUnpacked >> 20} MB or than it claims, or has too many parts; remove large pictures and save it again`,
  );
}

function encrypted(): UnreadableDocument {
  return new UnreadableDocument(
    "文件已加密。请取消密码后另存为 .docx 再交来",
    "the file is encrypted; remove the password and save it as .docx",
  );
}
