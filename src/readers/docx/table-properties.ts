/** What rows and cells say of their place in the grid before their text. */
import type { XmlTokens } from "./xml-tokens.ts";

/** More columns than any table has; what a hostile file asks for must not reach an array's length. */
const widest = 200;

/** Reads the `w:trPr` that was just opened, to its end. */
export function readRowProperties(tokens: XmlTokens): { readonly columnsBefore: number; readonly deleted: boolean } {
  const { depth } = tokens;
  let [columnsBefore, deleted] = [0, false];
  for (let token = tokens.next(); token !== "end" && tokens.depth >= depth; token = tokens.next()) {
    if (token === "close") continue;
    if (tokens.name === "w:gridBefore") columnsBefore = count(tokens.attribute("w:val"));
    if (tokens.name === "w:del") deleted = true;
    if (tokens.name === "w:trPrChange" && token === "open") tokens.skip();
  }
  return { columnsBefore, deleted };
}

/** Reads the `w:tcPr` that was just opened, to its end. */
export function readCellProperties(tokens: XmlTokens): { readonly columnSpan: number; readonly continues: boolean } {
  const { depth } = tokens;
  let [columnSpan, continues] = [1, false];
  for (let token = tokens.next(); token !== "end" && tokens.depth >= depth; token = tokens.next()) {
    if (token === "close") continue;
    if (tokens.name === "w:gridSpan") columnSpan = Math.max(1, count(tokens.attribute("w:val")));
    if (tokens.name === "w:vMerge") continues = tokens.attribute("w:val") !== "restart";
    if (tokens.name === "w:tcPrChange" && token === "open") tokens.skip();
  }
  return { columnSpan, continues };
}

function count(value: string | null): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? Math.min(number, widest) : 0;
}
