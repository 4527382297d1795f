/**
 * Settles the levels of headings: of styles where the author used them, by numbering habits where not, and
 * both where only the chapters are styled.
 */
import type { Block } from "../../core/auditing/document.ts";
import { levelsOfDepths } from "../heading-depth.ts";
import { habitOf, headingLevels } from "../heading-habits.ts";
import type { RawBlock } from "./flow.ts";

/** `text` of each block, trimmed; blocks in order of the text. */
export function settleLevels(blocks: readonly RawBlock[], text: (block: RawBlock) => string): Block[] {
  const words = blocks.map((block) => (block.kind === "table" || block.kind === "note" ? "" : shown(block) + text(block)));
  const spoken = [...blocks.keys()].filter((at) => words[at] !== "");
  const habits = new Map(headingLevels(spoken.map((at) => words[at]!)).map((level, index) => [spoken[index]!, level]));
  const styled = new Map(styledLevels(blocks, words));
  const anyStyled = [...styled.values()].some((level) => level > 0);
  const titled = [...styled.values()].includes(0);
  return blocks.map((block, at) => {
    const { styled: _, ...plain } = block;
    if (block.kind === "table" || block.kind === "note") return plain;
    const level = styled.get(at) ?? (anyStyled ? besideStyles(habits.get(at) ?? null, words[at]!, titled) : (habits.get(at) ?? null));
    const number = block.number === undefined ? {} : { number: block.number };
    const { start, end } = block;
    if (level !== null) return { kind: "heading", level, start, end, ...number };
    return { kind: block.kind === "listItem" ? "listItem" : "paragraph", start, end, ...number };
  });
}

function shown(block: RawBlock): string {
  return "number" in block ? (block.number ?? "") : "";
}

/** A whole paragraph set in a heading's style is no heading. */
function styledLevels(blocks: readonly RawBlock[], words: readonly string[]): [number, number][] {
  const found = [...blocks.keys()].filter(
    (at) => blocks[at]!.styled !== undefined && !(words[at]!.length > 60 && words[at]!.includes("。")),
  );
  if (found.some((at) => blocks[at]!.styled === 0)) return found.map((at) => [at, blocks[at]!.styled!]);
  const levels = levelsOfDepths(found.map((at) => ({ depth: blocks[at]!.styled!, text: words[at]! })));
  return found.map((at, index) => [at, levels[index]!]);
}

/** Where styles are used, digits before a line make it an item of a list more often than a heading. */
function besideStyles(level: number | null, words: string, titled: boolean): number | null {
  if (level === 0) return titled ? null : 0;
  const form = habitOf(words)?.form;
  return form === "digit" || form === "decimal" ? null : level;
}
