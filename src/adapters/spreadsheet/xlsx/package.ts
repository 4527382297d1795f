/**
 * Opens the zip that a workbook is, and says in one word what is wrong when it is no workbook. Sizes are
 * checked before anything is unpacked, so that a zip bomb costs nothing.
 */
import { unzipSync, type UnzipFileInfo } from "fflate";
import { attribute, startTags } from "./xml.ts";

export type PackageFault = "no-workbook" | "old-format" | "encrypted" | "broken" | "too-large";

/** Unpacked parts by name. */
export type Parts = Readonly<Record<string, Uint8Array>>;

const limits = { file: 64 << 20, part: 96 << 20, total: 256 << 20, parts: 5000 };

/** Parts that no value comes from. */
const irrelevant =
  /(^|\/)(theme|media|drawings|charts|docProps|externalLinks|printerSettings|embeddings|threadedComments|persons|customXml)\/|calcChain\.xml$|comments[^/]*\.xml$|\.(bin|vml|png|jpe?g|emf|wmf|gif)$/i;

/** The parts that `wanted` accepts; by default those that carry values. */
export function openPackage(bytes: Uint8Array, wanted: (name: string) => boolean = (name) => !irrelevant.test(name)): Parts | PackageFault {
  if (bytes.length > limits.file) return "too-large";
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    return includesWide(bytes, "EncryptedPackage") ? "encrypted" : "old-format";
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return "no-workbook";
  let total = 0;
  let count = 0;
  let oversized = false;
  const names: string[] = [];
  const choose = (part: UnzipFileInfo): boolean => {
    names.push(part.name);
    count += 1;
    total += part.originalSize;
    oversized ||= part.originalSize > limits.part || total > limits.total || count > limits.parts;
    return !oversized && wanted(part.name);
  };
  try {
    const parts = unzipSync(bytes, { filter: choose });
    if (oversized) return "too-large";
    if (names.some((name) => /(^|\/)workbook\.bin$/i.test(name))) return "old-format";
    if (!names.includes("[Content_Types].xml") || workbookPart(parts) === null) return "no-workbook";
    return parts;
  } catch {
    return oversized ? "too-large" : "broken";
  }
}

function includesWide(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, "utf16le"));
}

const decoder = new TextDecoder("utf-8");

export function textOf(parts: Parts, name: string): string {
  const bytes = parts[name];
  return bytes ? decoder.decode(bytes) : "";
}

export interface Relationship {
  readonly id: string;
  /** Last segment of the type's address: "worksheet", "comments". */
  readonly type: string;
  /** Full part name; the target itself for external ones. */
  readonly target: string;
}

/** Name of the part that holds a part's relationships. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

export function relationships(parts: Parts, part: string): Relationship[] {
  return startTags(textOf(parts, relationshipsPart(part)), "Relationship").map((tag) => ({
    id: attribute(tag, "Id") ?? "",
    type: (attribute(tag, "Type") ?? "").split("/").at(-1) ?? "",
    target: resolve(part, attribute(tag, "Target") ?? ""),
  }));
}

function resolve(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

/** Name of the workbook's main part; null when the package holds none. */
export function workbookPart(parts: Parts): string | null {
  const target = relationships(parts, "").find((each) => each.type === "officeDocument")?.target;
  return target !== undefined && parts[target] && /<([\w.-]+:)?workbook[\s>]/.test(textOf(parts, target)) ? target : null;
}
