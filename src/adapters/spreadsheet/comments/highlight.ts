/** Gives problem cells a red fill without touching anything else of their format. */
import { parseAddress } from "../xlsx/address.ts";
import { attribute, startTags } from "../xlsx/xml.ts";

/** The workbook's styles with red twins of the formats asked for. */
export class RedStyles {
  #xml: string;
  readonly #twins = new Map<number, number>();
  readonly #fill: number;
  #count: number;

  constructor(styles: string) {
    const fills = /<fills\b[^>]*>([\s\S]*?)<\/fills>/.exec(styles)?.[1] ?? "";
    this.#fill = (fills.match(/<fill[\s>/]/g) ?? []).length;
    this.#xml = styles
      .replace(/<fills\b[^>]*>/, `<fills count="${this.#fill + 1}">`)
      .replace(
        "</fills>",
        '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill></fills>',
      );
    this.#count = this.#formats().length;
  }

  /** Complete `<xf>` elements of the cell formats. */
  #formats(): string[] {
    const list = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(this.#xml)?.[1] ?? "";
    return list.match(/<xf\b[^>]*\/>|<xf\b[^>]*>[\s\S]*?<\/xf>/g) ?? [];
  }

  /** Index of the red twin of format `style`. */
  twin(style: number): number {
    const known = this.#twins.get(style);
    if (known !== undefined) return known;
    const format = this.#formats()[style] ?? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
    const red = format.replace(
      /^<xf\b[^>]*?(\/?)>/,
      (tag, slash: string) =>
        `${tag.slice(0, -1 - slash.length).replace(/\s(?:fillId|applyFill)="[^"]*"/g, "")} fillId="${this.#fill}" applyFill="1"${slash}>`,
    );
    const index = this.#count;
    this.#count += 1;
    this.#xml = this.#xml.replace(/<cellXfs\b[^>]*>/, `<cellXfs count="${this.#count}">`).replace("</cellXfs>", () => `${red}</cellXfs>`);
    this.#twins.set(style, index);
    return index;
  }

  get xml(): string {
    return this.#xml;
  }
}

/** The sheet with red cells; a cell that the file does not mention is added to its row. */
export function highlight(sheet: string, cells: Iterable<string>, styles: RedStyles): string {
  let xml = sheet;
  for (const cell of cells) {
    const tag = new RegExp(`<c\\b[^>]*\\br="${cell}"[^>]*>`).exec(xml);
    if (tag) {
      const style = Number(attribute(tag[0], "s") ?? "0");
      const bare = tag[0].replace(/\ss="\d+"/, "");
      xml = `${xml.slice(0, tag.index)}${bare.replace(/^<c\b/, `<c s="${styles.twin(style)}"`)}${xml.slice(tag.index + tag[0].length)}`;
    } else xml = insert(xml, cell, styles);
  }
  return xml;
}

function insert(xml: string, cell: string, styles: RedStyles): string {
  const place = parseAddress(cell);
  if (!place) return xml;
  const row = new RegExp(`<row\\b[^>]*\\br="${place.row + 1}"[^>]*?(/?)>`).exec(xml);
  if (!row) return xml;
  const column = startTags(xml.slice(0, xml.indexOf("<sheetData")), "col").find(
    (tag) => Number(attribute(tag, "min")) <= place.column + 1 && place.column + 1 <= Number(attribute(tag, "max")),
  );
  const added = `<c r="${cell}" s="${styles.twin(Number((column && attribute(column, "style")) ?? "0"))}"/>`;
  const start = row.index + row[0].length;
  if (row[1] === "/") return `${xml.slice(0, start - 2)}>${added}</row>${xml.slice(start)}`;
  const end = xml.indexOf("</row>", start);
  const later = [...xml.slice(start, end).matchAll(/<c\b[^>]*\br="([A-Z]+\d+)"/g)].find(
    (match) => (parseAddress(match[1]!)?.column ?? 0) > place.column,
  );
  const at = later ? start + later.index : end;
  return xml.slice(0, at) + added + xml.slice(at);
}
