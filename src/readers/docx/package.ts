/** The parts of a Word package by their relationships: where the document is, and what belongs to it. */
import { UnreadableDocument } from "../unreadable.ts";
import { XmlTokens } from "./xml-tokens.ts";
import { damaged, openZip, unpack, type Zip } from "./zip.ts";

export interface Relationship {
  readonly id: string;
  /** Last segment of the type's address: "footnotes", "comments". */
  readonly type: string;
  /** Full part name. */
  readonly target: string;
}

export interface WordPackage {
  readonly zip: Zip;
  /** "word/document.xml" in nearly all files. */
  readonly documentPart: string;
  readonly relationships: readonly Relationship[];
  /** XML of a part, with its byte order mark if it has one; null when absent. */
  xml(part: string): string | null;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function openWordPackage(bytes: Uint8Array): WordPackage {
  const zip = openZip(bytes);
  const entries = new Map(zip.entries.map((entry) => [entry.name, entry]));
  const xml = (part: string): string | null => {
    const entry = entries.get(part);
    if (!entry) return null;
    try {
      return decoder.decode(unpack(zip, entry));
    } catch (error) {
      throw error instanceof UnreadableDocument ? error : damaged();
    }
  };
  const documentPart = relationshipsOf(xml, "").find((each) => each.type === "officeDocument")?.target ?? "word/document.xml";
  if (!entries.has(documentPart) || !documentPart.startsWith("word/")) throw otherPackage(zip);
  return { zip, documentPart, relationships: relationshipsOf(xml, documentPart), xml };
}

/** Name of the part that holds a part's relationships. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function relationshipsOf(xml: (part: string) => string | null, part: string): Relationship[] {
  const tokens = new XmlTokens(xml(relationshipsPart(part)) ?? "");
  const found: Relationship[] = [];
  for (let token = tokens.next(); token !== "end"; token = tokens.next()) {
    if ((token !== "empty" && token !== "open") || tokens.name !== "Relationship") continue;
    if (tokens.attribute("TargetMode") === "External") continue;
    found.push({
      id: tokens.attribute("Id") ?? "",
      type: (tokens.attribute("Type") ?? "").split("/").at(-1) ?? "",
      target: resolve(part, tokens.attribute("Target") ?? ""),
    });
  }
  return found;
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

function otherPackage(zip: Zip): UnreadableDocument {
  const has = (start: string): boolean => zip.entries.some((entry) => entry.name.startsWith(start));
  if (has("xl/"))
    return new UnreadableDocument(
      "这是 Excel 工作簿，不是报告正文。请交 .docx 报告",
      "this is an Excel workbook; give the report as .docx",
    );
  if (has("ppt/"))
    return new UnreadableDocument("这是 PowerPoint 演示文稿。请交 .docx 报告", "this is a PowerPoint file; give the report as .docx");
  if (has("content.xml"))
    return new UnreadableDocument("这是 OpenDocument (.odt) 文件。请另存为 .docx 再交来", "this is an OpenDocument file; save it as .docx");
  return new UnreadableDocument(
    "这是压缩包，里面没有 Word 正文。请解压后交其中的 .docx",
    "this is a zip archive without a Word document; unpack it and give the .docx inside",
  );
}
