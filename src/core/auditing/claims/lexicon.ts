/** The catalog's names and aliases as a lexicon: which element or indicator a label means, by its whole words and never by the nearest. */
import type { KnowledgeIndex } from "../../definition/knowledge.ts";
import { unit } from "../../quantity/unit.ts";
import { remembered } from "../remembered.ts";
import { labelKey } from "./words.ts";

interface Entry {
  readonly code: string;
  readonly unit: string;
  /** The official name comes before an alias. */
  readonly rank: number;
}

interface Ending {
  readonly entries: readonly Entry[];
  readonly before: string;
}

/** Of those in this unit the only one of the best rank. */
function best(entries: readonly Entry[], symbol: string): string | null {
  let found: Entry | null = null;
  let alone = true;
  for (const entry of entries) {
    if (!agree(entry.unit, symbol) || (found !== null && entry.rank > found.rank)) continue;
    alone = found === null || entry.rank < found.rank;
    found = entry;
  }
  return found !== null && alone ? found.code : null;
}

/** Units that count the same things. */
const people = new Set(["人", "名"]);

export class Lexicon {
  readonly #entries = new Map<string, Entry[]>();
  readonly #longest: number;

  constructor(readonly index: KnowledgeIndex) {
    const add = (name: string, code: string, symbol: string, rank: number): void => {
      const key = labelKey(name);
      if (key.length < 2) return;
      const list = this.#entries.get(key);
      const entry = { code, unit: symbol, rank };
      if (!list) this.#entries.set(key, [entry]);
      else if (!list.some((each) => each.code === code)) list.push(entry);
    };
    for (const measure of [...index.knowledge.elements, ...index.knowledge.indicators]) {
      add(measure.zh, measure.code, measure.unit, 0);
      for (const alias of measure.aliases) add(alias, measure.code, measure.unit, 1);
    }
    this.#longest = Math.max(0, ...[...this.#entries.keys()].map((key) => key.length));
  }

  /** The measure that `key` (of {@link labelKey}) names with a value in `symbol`; null for none, and where two would do. */
  find(key: string, symbol: string): string | null {
    const entries = this.#entries.get(key);
    return entries === undefined ? null : best(entries, symbol);
  }

  /** {@link find}, where 毕业生 or 人员 behind a name adds nothing: 对口就业毕业生. */
  findLoosely(key: string, symbol: string): string | null {
    const direct = this.find(key, symbol);
    if (direct !== null) return direct;
    const short = key.replace(/(?<=.{3})(?:毕业生|学生|人员|总人数|总数|情况)$/, "");
    return short === key ? null : this.find(short, symbol);
  }

  /** Whether the name stands for several measures of this unit: 毕业率 has two bases in use. */
  isAmbiguous(key: string, symbol: string): boolean {
    return new Set((this.#entries.get(key) ?? []).filter((entry) => agree(entry.unit, symbol)).map((entry) => entry.code)).size > 1;
  }

  /** The longest name at the end of `key`, with what stands before it. */
  findAtEnd(key: string, symbol: string): { readonly code: string; readonly before: string } | null {
    for (const { entries, before } of this.#endings(key)) {
      const code = best(entries, symbol);
      if (code !== null) return { code, before };
    }
    return null;
  }

  /** All names at the end of `key`, the longest first: a change is looked up in each unit that its measure may have. */
  readonly #endings = remembered((key): readonly Ending[] => {
    const found: Ending[] = [];
    for (let length = Math.min(key.length, this.#longest); length >= 2; length -= 1) {
      const entries = this.#entries.get(key.slice(key.length - length));
      if (entries) found.push({ entries, before: key.slice(0, key.length - length) });
    }
    return found;
  });
}

/** Whether a printed unit can state a value of a measure in `symbol`. */
function agree(symbol: string, printed: string): boolean {
  if (symbol === printed) return true;
  if (people.has(symbol) && people.has(printed)) return true;
  if (symbol === "万元" && printed === "元") return true;
  const spoken = unit(symbol).spoken;
  if (spoken !== undefined && spoken === printed) return true;
  if (unit(symbol).kind === "ratio") return printed === ":1";
  return (
    (symbol === "个" && (printed === "所" || printed === "家" || printed === "项")) ||
    (symbol === "家" && printed === "个") ||
    (symbol === "项" && printed === "个")
  );
}
