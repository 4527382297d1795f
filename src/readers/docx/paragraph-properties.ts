/** What a paragraph says of itself before its text: style, outline level, list, and whether its end is deleted. */
import type { XmlTokens } from "./xml-tokens.ts";

export interface ParagraphProperties {
  style: string;
  /** 0–8 of a heading, 9 of text; null when the style decides. */
  outline: number | null;
  list: string | null;
  level: number | null;
  /** The paragraph mark is deleted: with all changes accepted the next paragraph goes on here. */
  joinsNext: boolean;
}

export function noProperties(): ParagraphProperties {
  return { style: "", outline: null, list: null, level: null, joinsNext: false };
}

/** Reads the `w:pPr` that was just opened, to its end. */
export function readParagraphProperties(tokens: XmlTokens): ParagraphProperties {
  const properties = noProperties();
  const { depth } = tokens;
  for (let token = tokens.next(); token !== "end" && tokens.depth >= depth; token = tokens.next()) {
    if (token === "text" || token === "close") continue;
    const value = (): string => tokens.attribute("w:val") ?? "";
    switch (tokens.name) {
      case "w:pStyle":
        properties.style = value();
        break;
      case "w:outlineLvl":
        properties.outline = Number(value());
        break;
      case "w:numId":
        properties.list = value();
        break;
      case "w:ilvl":
        properties.level = Number(value());
        break;
      case "w:del":
      case "w:moveFrom":
        properties.joinsNext = true;
        break;
      case "w:pPrChange":
      case "w:rPrChange":
      case "w:sectPr":
      case "w:numberingChange":
        if (token === "open") tokens.skip();
        break;
      default:
    }
  }
  return properties;
}
