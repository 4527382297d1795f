/**
 * Reads one XML part into flows: paragraphs, tables, tracked changes, comments, figures. Elements that we do
 * not know are passed through, so that text inside them is never lost.
 */
import { Anchors, figureOf } from "./anchors.ts";
import { isDropped } from "./fields.ts";
import type { Context } from "./context.ts";
import { Flow, type Note, type RawBlock, type Run } from "./flow.ts";
import { noProperties, type ParagraphProperties, readParagraphProperties } from "./paragraph-properties.ts";
import { silentElements } from "./silent-elements.ts";
import { type ParagraphStyle, plainStyle } from "./styles.ts";
import { TableBuilder } from "./table-builder.ts";
import { readCellProperties, readRowProperties } from "./table-properties.ts";
import { TextReader } from "./text-reader.ts";
import type { Token } from "./xml-tokens.ts";

interface PresentCell {
  readonly start: number;
  columnSpan: number;
  /** It continues the cell above, and shows nothing of its own. */
  continued: boolean;
}

export class PartReader extends TextReader {
  readonly #context: Context;
  #properties: ParagraphProperties = noProperties();
  #table: TableBuilder | null = null;
  #cell: PresentCell | null = null;
  /** Within a table that stands in a cell. */
  #nested = false;
  #rowDeleted = false;
  /** Where the last separator within a cell ended. */
  #separated = -1;
  /** Where the paragraph began that a deleted paragraph mark joins to the next. */
  #joined: number | null = null;
  readonly #anchors = new Anchors();

  constructor(context: Context, part: string, xml: string, where: Note | null) {
    super(part, xml, where);
    this.#context = context;
  }

  /** Reads the part; its own flow is returned, further ones go to the context. */
  read(): Flow {
    for (let token = this.tokens.next(); token !== "end"; token = this.tokens.next()) {
      if (token === "open" || token === "empty") this.#element(token);
    }
    this.#flush();
    return this.flow;
  }

  /** Reads what the element that was just opened holds. */
  #children(): void {
    const { depth } = this.tokens;
    for (let token = this.tokens.next(); token !== "end"; token = this.tokens.next()) {
      if (token === "open" || token === "empty") this.#element(token);
      else if (this.tokens.depth < depth) return;
    }
  }

  #element(token: Token): void {
    const tokens = this.tokens;
    const open = token === "open";
    switch (tokens.name) {
      case "w:p":
        return open ? this.#paragraph() : undefined;
      case "w:pPr":
        return open ? this.#paragraphProperties() : undefined;
      case "w:r":
        return open ? this.#readRun(false) : undefined;
      case "m:oMathPara":
      case "m:oMath":
        return open ? this.#readRun(true) : undefined;
      case "w:rPr":
        return open ? this.readRunProperties() : undefined;
      case "w:t":
      case "m:t":
        return open ? this.readText(tokens.name === "w:t") : undefined;
      case "w:delText":
        return open ? this.readText(false) : undefined;
      case "w:tab":
      case "w:ptab":
        return this.readMark(open, "\t");
      case "w:br":
      case "w:cr":
        return this.readMark(open, "\n");
      case "w:noBreakHyphen":
        return this.readMark(open, "-");
      case "w:instrText":
        return open ? this.fields.instruct(this.plain()) : undefined;
      case "w:fldChar":
        this.fields.mark(tokens.attribute("w:fldCharType"));
        return open ? tokens.skip() : undefined;
      case "w:fldSimple":
        return open ? this.#muted(isDropped(tokens.attribute("w:instr") ?? "")) : undefined;
      case "w:ins":
      case "w:moveTo":
        return open ? this.#inserted() : undefined;
      case "w:del":
      case "w:moveFrom":
        return open ? this.#deleted() : undefined;
      case "w:tbl":
        return open ? this.#readTable() : undefined;
      case "w:tr":
        return open ? this.#readRow() : undefined;
      case "w:trPr":
        return open ? this.#rowProperties() : undefined;
      case "w:tc":
        return open ? this.#readCell() : undefined;
      case "w:sdt":
        return open ? this.#control() : undefined;
      case "mc:AlternateContent":
        return open ? this.#alternatives() : undefined;
      case "w:txbxContent":
        return open ? this.#aside(this.flow.where ?? "textBox", this.flow.anchor ?? this.run) : undefined;
      case "w:footnote":
      case "w:endnote":
        return open ? this.#note(tokens.name === "w:footnote" ? "footnote" : "endnote") : undefined;
      case "w:footnoteReference":
      case "w:endnoteReference":
        this.#refer(tokens.name === "w:footnoteReference" ? "footnote" : "endnote");
        return open ? tokens.skip() : undefined;
      case "w:bookmarkStart":
      case "w:bookmarkEnd":
      case "w:commentRangeStart":
      case "w:commentRangeEnd":
      case "w:commentReference":
        this.#anchors.mark(tokens, this.flow);
        return open ? tokens.skip() : undefined;
      default:
        if (open) {
          if (silentElements.has(tokens.name)) tokens.skip();
          else this.#children();
        }
    }
  }

  #muted(mute: boolean): void {
    if (mute) this.mute += 1;
    this.#children();
    if (mute) this.mute -= 1;
  }

  #paragraph(): void {
    const [outer, run, mute] = [this.#properties, this.run, this.mute];
    this.#properties = noProperties();
    const flow = this.flow;
    if (this.#joined === null) this.#separate("\n");
    const start = this.#joined ?? flow.at;
    this.#joined = null;
    this.#children();
    this.#endParagraph(start);
    [this.#properties, this.run, this.mute] = [outer, run, mute];
    this.fields.endParagraph();
  }

  /** Within a cell: between its paragraphs, and between the rows and cells of a table inside it; once at one place. */
  #separate(mark: "\n" | "\t"): void {
    const flow = this.flow;
    if (!this.#cell || this.mute > 0 || flow.at === this.#cell.start || flow.at === this.#separated) return;
    flow.write(mark);
    this.#separated = flow.at;
  }

  #paragraphProperties(): void {
    this.#properties = readParagraphProperties(this.tokens);
    const style = this.#style();
    if (style.contents) this.mute += 1;
    else if (style.heading !== null && style.heading > 0) this.fields.clear();
  }

  #style(): ParagraphStyle {
    return this.#context.styles.get(this.#properties.style) ?? this.#context.styles.get("") ?? plainStyle;
  }

  #endParagraph(start: number): void {
    const flow = this.flow;
    if (this.#properties.joinsNext) {
      this.#joined = start;
      return;
    }
    const number = this.#number();
    const end = flow.at;
    if (!this.#cell) flow.endLine(start);
    if (end <= start) return;
    const block = this.#block(start, end, number);
    if (this.#table) this.#table.addParagraph(block);
    else flow.blocks.push(block);
  }

  /** A paragraph whose deleted mark joins it to nothing: a table follows, or the end. */
  #flush(): void {
    const start = this.#joined;
    this.#joined = null;
    if (start === null || this.flow.at === start) return;
    const end = this.flow.at;
    this.flow.endLine(start);
    this.flow.blocks.push(this.#block(start, end, null));
  }

  /** The automatic number; "" for a bullet, null without a list. */
  #number(): string | null {
    const { list, level, style } = this.#properties;
    const ofStyle = this.#style().numbering;
    const used = list ?? ofStyle.list;
    if (used === null || used === "0") return null;
    const { numbering } = this.#context;
    return numbering.next(used, level ?? (list === null ? (ofStyle.level ?? numbering.levelOfStyle(used, style) ?? 0) : 0));
  }

  #block(start: number, end: number, number: string | null): RawBlock {
    const { where } = this.flow;
    if (where !== null) return { kind: "note", where, start, end };
    const shown = number === null || number === "" ? {} : { number };
    const { outline } = this.#properties;
    const styled = outline === null ? this.#style().heading : outline < 9 ? outline + 1 : null;
    if (styled !== null) return { kind: "heading", level: styled, styled, start, end, ...shown };
    return { kind: number === null ? "paragraph" : "listItem", start, end, ...shown };
  }

  #readRun(whole: boolean): void {
    const tokens = this.tokens;
    const outer = this.run;
    const hidden = this.hidden;
    if (outer?.whole) return this.#children();
    const run: Run = { start: tokens.start, end: tokens.end, content: tokens.end, properties: { start: 0, end: 0 }, whole };
    this.run = run;
    this.#children();
    run.end = tokens.end;
    this.run = outer;
    this.hidden = hidden;
  }

  #inserted(): void {
    const flow = this.flow;
    const author = this.tokens.attribute("w:author") ?? "";
    const start = flow.at;
    this.#children();
    if (flow.at > start) flow.changes.push({ kind: "inserted", start, end: flow.at, text: flow.since(start), author });
  }

  #deleted(): void {
    const author = this.tokens.attribute("w:author") ?? "";
    const outer = this.deletion;
    const deletion = { text: "" };
    this.deletion = deletion;
    this.#children();
    this.deletion = outer;
    const { at } = this.flow;
    if (deletion.text !== "") this.flow.changes.push({ kind: "deleted", start: at, end: at, text: deletion.text, author });
  }

  #readTable(): void {
    if (this.#cell) return this.#readNested(this.#cell);
    this.#flush();
    const table = new TableBuilder(this.flow.at);
    this.#table = table;
    this.#children();
    this.#table = null;
    const end = this.flow.at;
    this.flow.blocks.push(...table.blocks(end));
  }

  /** A table within a cell; one that stands deeper is text of its cell. */
  #readNested(cell: PresentCell): void {
    const outer = this.#table;
    if (this.#nested || !outer || this.mute > 0) {
      this.#separate("\n");
      return this.#children();
    }
    if (this.flow.at > cell.start) this.#separate("\n");
    else if (outer.column > 0) this.flow.write("\n");
    const [joined, deleted] = [this.#joined, this.#rowDeleted];
    const table = new TableBuilder(this.flow.at);
    [this.#table, this.#cell, this.#joined, this.#nested] = [table, null, null, true];
    this.#children();
    outer.nest(table.blocks(this.flow.at));
    [this.#table, this.#cell, this.#joined, this.#nested, this.#rowDeleted] = [outer, cell, joined, false, deleted];
    this.#separated = this.flow.at;
  }

  #readRow(): void {
    const table = this.#table;
    if (this.#cell || !table) {
      this.#separate("\n");
      return this.#children();
    }
    table.column = 0;
    this.#rowDeleted = false;
    const start = this.flow.at;
    this.#children();
    this.flow.endLine(start);
    if (this.#rowDeleted) table.dropRow();
    else table.row += 1;
  }

  #rowProperties(): void {
    const { columnsBefore, deleted } = readRowProperties(this.tokens);
    if (this.#cell || !this.#table) return;
    this.#table.column = columnsBefore;
    this.#rowDeleted = deleted;
  }

  #readCell(): void {
    const table = this.#table;
    const flow = this.flow;
    if (this.#cell || !table) {
      this.#separate("\t");
      return this.#children();
    }
    if (table.column > 0 && this.mute === 0) flow.write("\t");
    const cell: PresentCell = { start: flow.at, columnSpan: 1, continued: false };
    const mute = this.mute;
    this.#cell = cell;
    const joined = this.#joined;
    this.#joined = null;
    let added = false;
    const { depth } = this.tokens;
    for (let token = this.tokens.next(); token !== "end" && this.tokens.depth >= depth; token = this.tokens.next()) {
      if (token !== "open" && token !== "empty") continue;
      if (this.tokens.name === "w:tcPr") {
        if (token === "open") this.#place(cell, table);
        continue;
      }
      if (!added && !cell.continued) table.addCell(cell.start, cell.columnSpan);
      added = true;
      this.#element(token);
    }
    if (!added && !cell.continued) table.addCell(cell.start, cell.columnSpan);
    table.endCell(flow.at, cell.columnSpan, cell.continued);
    this.#cell = null;
    this.mute = mute;
    this.#joined = joined;
  }

  #place(cell: PresentCell, table: TableBuilder): void {
    const { columnSpan, continues } = readCellProperties(this.tokens);
    cell.columnSpan = columnSpan;
    if (!continues || cell.continued || !table.continueCell()) return;
    cell.continued = true;
    this.mute += 1;
  }

  #control(): void {
    const tokens = this.tokens;
    const { depth } = tokens;
    let tag: string | null = null;
    let mute = false;
    for (let token = tokens.next(); token !== "end" && tokens.depth >= depth; token = tokens.next()) {
      if (token === "close" || token === "text") continue;
      if (tokens.name === "w:tag") tag = figureOf(tokens.attribute("w:val"));
      else if (tokens.name === "w:showingPlcHdr") mute = true;
      else if (tokens.name === "w:docPartGallery") mute ||= tokens.attribute("w:val") === "Table of Contents";
      else if (tokens.name === "w:sdtContent" && token === "open") {
        const flow = this.flow;
        const start = flow.at;
        this.#muted(mute);
        if (tag !== null && flow.at > start) flow.controls.push({ id: tag, start, end: flow.at });
      }
    }
  }

  /** Word writes the same content for new and for old programs; one of them is enough. */
  #alternatives(): void {
    const tokens = this.tokens;
    const { depth } = tokens;
    let chosen = false;
    for (let token = tokens.next(); token !== "end" && tokens.depth >= depth; token = tokens.next()) {
      if (token !== "open") continue;
      if (chosen) tokens.skip();
      else this.#children();
      chosen = true;
    }
  }

  /** Reads the element just opened into a flow of its own. */
  #aside(where: Note, anchor: Run | null): void {
    const [flow, run, table, cell, joined, properties] = [this.flow, this.run, this.#table, this.#cell, this.#joined, this.#properties];
    this.flow = new Flow(where, this.part, anchor);
    [this.run, this.#table, this.#cell, this.#joined] = [null, null, null, null];
    this.#context.notes.push(this.flow);
    this.#children();
    this.#flush();
    [this.flow, this.run, this.#table, this.#cell, this.#joined, this.#properties] = [flow, run, table, cell, joined, properties];
  }

  #note(where: "footnote" | "endnote"): void {
    const reference = this.#context.references.get(`${where}/${this.tokens.attribute("w:id")}`);
    // Separators and notes whose reference is deleted.
    if (reference) this.#aside(where, reference);
    else this.tokens.skip();
  }

  #refer(where: "footnote" | "endnote"): void {
    if (this.run && !this.deletion && !this.silent) this.#context.references.set(`${where}/${this.tokens.attribute("w:id")}`, this.run);
  }
}
