/**
 * A copy of somebody's workbook with the problems of its import as notes and red cells. Parts are edited as
 * text, everything else stays byte for byte what they sent.
 */
import { strFromU8, strToU8, type Zippable, zipSync } from "fflate";
import type { ImportProblem } from "../../../app/ports.ts";
import { openPackage, type Parts, relationships, relationshipsPart, textOf, workbookPart } from "../xlsx/package.ts";
import { escapeXml } from "../../layout/xml-text.ts";
import { attribute, startTags, unprefixed } from "../xlsx/xml.ts";
import { highlight, RedStyles } from "./highlight.ts";
import { addNotes, addShapes, emptyComments, emptyDrawing } from "./note-part.ts";

const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const longestNote = 1500;

/** The bytes as they were when they are no workbook that can be opened. */
export function commentProblems(bytes: Uint8Array, problems: readonly ImportProblem[]): Uint8Array {
  const parts = openPackage(bytes, () => true);
  if (typeof parts === "string" || problems.length === 0) return bytes;
  return new Commenter(parts).write(problems);
}

class Commenter {
  readonly #parts: Record<string, Uint8Array>;
  readonly #main: string;
  readonly #styles: RedStyles | null;
  readonly #stylesPart: string;

  constructor(parts: Parts) {
    this.#parts = { ...parts };
    this.#main = workbookPart(parts)!;
    this.#stylesPart = relationships(parts, this.#main).find((each) => each.type === "styles")?.target ?? "";
    this.#styles = parts[this.#stylesPart] ? new RedStyles(unprefixed(textOf(parts, this.#stylesPart), "styleSheet")) : null;
  }

  write(problems: readonly ImportProblem[]): Uint8Array {
    const sheets = this.#sheets();
    const first = sheets.keys().next().value ?? "";
    const bySheet = new Map<string, ImportProblem[]>();
    for (const problem of problems) {
      const sheet = sheets.has(problem.sheet) ? problem.sheet : first;
      bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), problem]);
    }
    for (const [name, list] of bySheet) this.#comment(sheets.get(name)!, list, name);
    if (this.#styles) this.#parts[this.#stylesPart] = strToU8(this.#styles.xml);
    // The content types come first, as readers that stream expect.
    const { "[Content_Types].xml": types, ...rest } = this.#parts;
    return zipSync({ "[Content_Types].xml": types!, ...rest } satisfies Zippable, { level: 6 });
  }

  /** Part name by sheet name, in the workbook's order. */
  #sheets(): Map<string, string> {
    const links = new Map(relationships(this.#parts, this.#main).map((each) => [each.id, each]));
    const sheets = new Map<string, string>();
    for (const tag of startTags(unprefixed(textOf(this.#parts, this.#main), "workbook"), "sheet")) {
      const link = links.get(attribute(tag, "r:id") ?? /\s[\w.-]+:id="([^"]*)"/.exec(tag)?.[1] ?? "");
      if (link && this.#parts[link.target]) sheets.set(attribute(tag, "name") ?? "", link.target);
    }
    return sheets;
  }

  #comment(part: string, problems: readonly ImportProblem[], name: string): void {
    let sheet = unprefixed(textOf(this.#parts, part), "worksheet");
    const firstHidden = startTags(sheet.slice(0, sheet.indexOf("<sheetData")), "col").some(
      (tag) => attribute(tag, "min") === "1" && /^(1|true)$/.test(attribute(tag, "hidden") ?? ""),
    );
    const notes = new Map<string, string>();
    const red = new Set<string>();
    for (const problem of problems) {
      const own = problem.sheet === name && problem.cell !== "";
      const cell = own ? problem.cell : firstHidden ? "B1" : "A1";
      if (own && problem.severity === "refusal") red.add(cell);
      notes.set(
        cell,
        [notes.get(cell), textOfProblem(problem)]
          .filter((line) => line !== undefined)
          .join("\n")
          .slice(0, longestNote),
      );
    }
    const links = relationships(this.#parts, part);
    const commentsPart =
      links.find((each) => each.type === "comments")?.target ??
      this.#newPart(
        part,
        "xl/comments",
        ".xml",
        "comments",
        emptyComments,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
      );
    const { xml, added } = addNotes(textOf(this.#parts, commentsPart), notes);
    this.#parts[commentsPart] = strToU8(xml);

    const drawingId = attribute(startTags(sheet, "legacyDrawing")[0] ?? "", "r:id");
    let drawingPart = links.find((each) => each.id === drawingId)?.target;
    if (drawingPart === undefined || !this.#parts[drawingPart]) {
      drawingPart = this.#newPart(part, "xl/drawings/vmlDrawing", ".vml", "vmlDrawing", emptyDrawing, null);
      sheet = withLegacyDrawing(sheet, relationships(this.#parts, part).find((each) => each.target === drawingPart)?.id ?? "");
    }
    this.#parts[drawingPart] = strToU8(addShapes(textOf(this.#parts, drawingPart), added, notes));
    if (this.#styles) sheet = highlight(sheet, red, this.#styles);
    this.#parts[part] = strToU8(sheet);
  }

  /** Adds a part under a free name, its relationship and its content type; the part's name. */
  #newPart(owner: string, stem: string, extension: string, type: string, text: string, contentType: string | null): string {
    let number = 1;
    while (this.#parts[`${stem}${number}${extension}`]) number += 1;
    const name = `${stem}${number}${extension}`;
    this.#parts[name] = strToU8(text);
    const linksPart = relationshipsPart(owner);
    const links =
      textOf(this.#parts, linksPart) ||
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
    const ids = new Set(startTags(links, "Relationship").map((tag) => attribute(tag, "Id")));
    let id = ids.size + 1;
    while (ids.has(`rIdZ${id}`)) id += 1;
    const link = `<Relationship Id="rIdZ${id}" Type="${officeRelationships}/${type}" Target="${escapeXml(relative(owner, name))}"/>`;
    this.#parts[linksPart] = strToU8(
      links
        .replace(/<Relationships\b([^>]*)\/>/, "<Relationships$1></Relationships>")
        .replace("</Relationships>", () => `${link}</Relationships>`),
    );
    const types = strFromU8(this.#parts["[Content_Types].xml"]!);
    const entry =
      contentType === null
        ? /<Default[^>]*Extension="vml"/i.test(types)
          ? ""
          : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
        : `<Override PartName="/${escapeXml(name)}" ContentType="${contentType}"/>`;
    const placed =
      contentType === null
        ? types.replace(/<Types\b[^>]*>/, (tag) => `${tag}${entry}`)
        : types.replace("</Types>", () => `${entry}</Types>`);
    this.#parts["[Content_Types].xml"] = strToU8(placed);
    return name;
  }
}

/** `target` as a relationship of `owner` names it: some readers know no other form. */
function relative(owner: string, target: string): string {
  const from = owner.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** The sheet with a reference to its drawing of notes, at the place that the schema asks for. */
function withLegacyDrawing(sheet: string, id: string): string {
  const element = `<legacyDrawing xmlns:r="${officeRelationships}" r:id="${id}"/>`;
  const from = Math.max(0, sheet.indexOf("</sheetData>"));
  const later = ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts"].map((name) =>
    sheet.search(new RegExp(`<${name}[\\s>/]`)),
  );
  const extensions = sheet.lastIndexOf("<extLst");
  const closing = sheet.lastIndexOf("</worksheet>");
  const last = extensions > from && /<\/extLst>\s*<\/worksheet>\s*$/.test(sheet) ? extensions : closing;
  const at = Math.min(...later.filter((place) => place > from), last);
  return sheet.slice(0, at) + element + sheet.slice(at);
}

function textOfProblem(problem: ImportProblem): string {
  const kind = problem.severity === "refusal" ? "【须改正】" : "【提示】";
  const expected = problem.severity === "refusal" && problem.expected !== "" ? `\n应为：${problem.expected}` : "";
  return `${kind}${problem.message.zh}${expected}`;
}
