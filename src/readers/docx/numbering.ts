/** Automatic numbers: Word shows "一、" before a paragraph whose text lacks it, so we count along. */
import { numeral } from "./numerals.ts";
import { XmlTokens } from "./xml-tokens.ts";

interface Level {
  start: number;
  format: string;
  /** "第%1章": %1 is the counter of the first level. */
  text: string;
  /** All counters in plain digits. */
  legal: boolean;
  /** Id of the paragraph style that takes this level. */
  style: string | null;
}

interface List {
  readonly abstract: string;
  /** Level → start of its own. */
  readonly starts: Map<number, number>;
}

/** Word knows nine. */
const mostLevels = 9;

export class Numbering {
  readonly #levels = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(xml: string) {
    const tokens = new XmlTokens(xml);
    let level: Level | null = null;
    let [abstract, list, at] = ["", null as List | null, 0];
    for (let token = tokens.next(); token !== "end"; token = tokens.next()) {
      if (token === "text" || token === "close") continue;
      const value = (): string => tokens.attribute("w:val") ?? "";
      switch (tokens.name) {
        case "w:abstractNum":
          abstract = tokens.attribute("w:abstractNumId") ?? "";
          list = null;
          this.#levels.set(abstract, new Map());
          break;
        case "w:num":
          list = { abstract: "", starts: new Map() };
          this.#lists.set(tokens.attribute("w:numId") ?? "", list);
          break;
        case "w:abstractNumId":
          if (list) Object.assign(list, { abstract: value() });
          break;
        case "w:lvlOverride":
          at = Number(tokens.attribute("w:ilvl"));
          break;
        case "w:startOverride":
          list?.starts.set(at, Number(value()));
          break;
        case "w:lvl":
          level = { start: 1, format: "decimal", text: "", legal: false, style: null };
          at = Number(tokens.attribute("w:ilvl"));
          if (!list && at >= 0 && at < mostLevels) this.#levels.get(abstract)?.set(at, level);
          break;
        case "w:start":
          if (level) level.start = Number(value());
          break;
        case "w:numFmt":
          if (level) level.format = value();
          break;
        case "w:lvlText":
          if (level) level.text = value();
          break;
        case "w:isLgl":
          if (level) level.legal = !/^(?:0|false|off)$/.test(value());
          break;
        case "w:pStyle":
          if (level) level.style = value();
          break;
        default:
      }
    }
  }

  /** Level that a style takes in a list, where the list says so. */
  levelOfStyle(list: string, style: string): number | null {
    for (const [at, level] of this.#levels.get(this.#lists.get(list)?.abstract ?? "") ?? []) if (level.style === style) return at;
    return null;
  }

  /** Counts one paragraph on; its number as shown, "" for a bullet, null where there is no such list. */
  next(list: string, at: number): string | null {
    const { abstract, starts } = this.#lists.get(list) ?? {};
    const levels = abstract === undefined ? undefined : this.#levels.get(abstract);
    const level = levels?.get(at);
    if (abstract === undefined || !levels || !level) return null;
    const counters = this.#counters.get(abstract) ?? [];
    this.#counters.set(abstract, counters);
    const own = starts?.get(at);
    const restarts = own !== undefined && !this.#begun.has(`${list}/${at}`);
    this.#begun.add(`${list}/${at}`);
    counters[at] = restarts ? own : (counters[at] ?? level.start - 1) + 1;
    counters.length = at + 1;
    if (level.format === "bullet" || level.format === "none") return "";
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const shown = Number(digit) - 1;
      const other = levels.get(shown);
      return numeral(counters[shown] ?? other?.start ?? 1, level.legal ? "decimal" : (other?.format ?? "decimal"));
    });
  }
}
