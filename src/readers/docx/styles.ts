/** Paragraph styles: which are headings, of which level, and which number their paragraphs. */
import { XmlTokens } from "./xml-tokens.ts";

export interface NumberingReference {
  readonly list: string | null;
  readonly level: number | null;
}

export interface ParagraphStyle {
  /** 0 for the document's title, 1 and deeper for headings, null for text. */
  readonly heading: number | null;
  /** Of a table of contents: its words stand in the report a second time. */
  readonly contents: boolean;
  readonly numbering: NumberingReference;
}

interface Definition {
  name: string;
  basedOn: string | null;
  outline: number | null;
  list: string | null;
  level: number | null;
  isDefault: boolean;
}

export const plainStyle: ParagraphStyle = { heading: null, contents: false, numbering: { list: null, level: null } };

/** Style by id; "" is the style of paragraphs that name none. */
export function readStyles(xml: string): ReadonlyMap<string, ParagraphStyle> {
  const definitions = readDefinitions(xml);
  const styles = new Map<string, ParagraphStyle>();
  for (const [id, definition] of definitions) {
    const style = resolve(id, definitions);
    styles.set(id, style);
    if (definition.isDefault) styles.set("", style);
  }
  return styles;
}

function readDefinitions(xml: string): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  const tokens = new XmlTokens(xml);
  let style: Definition | null = null;
  for (let token = tokens.next(); token !== "end"; token = tokens.next()) {
    if (token === "text" || token === "close") continue;
    const value = (): string => tokens.attribute("w:val") ?? "";
    switch (tokens.name) {
      case "w:style":
        style = {
          name: "",
          basedOn: null,
          outline: null,
          list: null,
          level: null,
          isDefault: /^(?:1|true|on)$/.test(tokens.attribute("w:default") ?? ""),
        };
        if ((tokens.attribute("w:type") ?? "paragraph") === "paragraph") definitions.set(tokens.attribute("w:styleId") ?? "", style);
        break;
      case "w:name":
        if (style && style.name === "") style.name = value();
        break;
      case "w:basedOn":
        if (style) style.basedOn = value();
        break;
      case "w:outlineLvl":
        if (style) style.outline = Number(value());
        break;
      case "w:numId":
        if (style) style.list = value();
        break;
      case "w:ilvl":
        if (style) style.level = Number(value());
        break;
      case "w:pPrChange":
        if (token === "open") tokens.skip();
        break;
      default:
    }
  }
  return definitions;
}

/** Follows basedOn until each question is answered. */
function resolve(id: string, definitions: ReadonlyMap<string, Definition>): ParagraphStyle {
  let [heading, outline, list, level]: [number | null, number | null, string | null, number | null] = [null, null, null, null];
  let contents = false;
  let at: string | null = id;
  for (let steps = 0; at !== null && steps < 20; steps += 1) {
    const style: Definition | undefined = definitions.get(at);
    if (!style) break;
    outline ??= style.outline;
    heading ??= headingOfName(style.name, at);
    contents ||= /^(?:toc|目录)\s?(?:\d|heading|标题)/i.test(style.name);
    list ??= style.list;
    level ??= style.level;
    at = style.basedOn;
  }
  const ofOutline = outline === null ? null : outline >= 0 && outline < 9 ? outline + 1 : "body";
  return { heading: ofOutline === "body" ? null : (ofOutline ?? heading), contents, numbering: { list, level } };
}

function headingOfName(name: string, id: string): number | null {
  const numbered = /^(?:heading|标题)\s?([1-9])$/i.exec(name) ?? /^heading([1-9])$/i.exec(name === "" ? id : "");
  if (numbered) return Number(numbered[1]);
  return /^(?:title|subtitle|标题|副标题)$/i.test(name) ? 0 : null;
}
