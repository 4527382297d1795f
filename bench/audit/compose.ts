/** Composer: fills phrases with the facts of a world, hands out identities, and writes down which equations each sentence states. */
import { compare, divide, type Exact, exact, multiply, subtract } from "../../src/core/quantity/exact.ts";
import { round } from "../../src/core/quantity/rounding.ts";
import type { Equation, Law } from "./oracle/equation.ts";
import { chineseNumeral, grouped, type NumberStyle, plainNumbers, printedLevel } from "./numbers.ts";
import type { Random } from "./random.ts";
import { type Figure, type FigureRole, printedValue, type Sentence, type Token, type Word } from "./report.ts";
import { valueOf, type World } from "./world.ts";

export interface Slots {
  readonly words?: Readonly<Record<string, Token>>;
  readonly figures?: Readonly<Record<string, Figure>>;
  /** Expanded by the phrase's lists in turn: each list takes the first whose items have what it names. */
  readonly items?: readonly { readonly words: Readonly<Record<string, Token>>; readonly figures: Readonly<Record<string, Figure>> }[];
  readonly up?: boolean;
}

export class Composer {
  readonly equations: Equation[] = [];
  /** Figures by fact, in order. */
  readonly printed = new Map<string, number[]>();
  /** Phrases and kinds of sentence that should stand once only. */
  readonly used = new Set<string>();
  readonly decimals: number;
  readonly random: Random;
  readonly world: World;
  readonly numbers: NumberStyle;
  #next = 1;

  constructor(random: Random, world: World, numbers: NumberStyle = plainNumbers) {
    this.random = random;
    this.world = world;
    this.numbers = numbers;
    this.decimals = random.pick([1, 1, 2]);
  }

  level(key: string, when: "now" | "before" = "now"): Figure {
    const fact = this.world.facts.get(key)!;
    const value = valueOf(fact, when);
    const { plain, scale } = printedLevel(fact, value, this.numbers);
    const role: FigureRole = fact.money || fact.unit === "平方米" ? "amount" : "count";
    return this.#figure({
      fact: `${key}@${when}`,
      role,
      plain,
      scale,
      unit: fact.unit,
      exact: value,
      label: fact.label,
    });
  }

  derived(fact: string, role: FigureRole, value: Exact, decimals: number, unit: string, label = ""): Figure {
    return this.#figure({ fact, role, plain: round(value, decimals), scale: "", unit, exact: value, label });
  }

  /** Part ÷ base in % as printed in this report. */
  share(part: string, base: string, when: "now" | "before" = "now", label = ""): Figure {
    const { facts } = this.world;
    const value = multiply(divide(valueOf(facts.get(part)!, when), valueOf(facts.get(base)!, when)), exact(100));
    return this.derived(`${part}/${base}@${when}`, "share", value, this.decimals, "%", label);
  }

  /** The difference of two levels, or of two other figures as printed, without its sign. */
  change(now: Figure, before: Figure, role: FigureRole, unit: string): Figure {
    const decimals = Math.max(...[now, before].map(({ plain }) => plain.split(".")[1]?.length ?? 0));
    // A table gives to the last unit what a sentence gives in 万: both say the same of the change.
    const level = role === "count" || role === "amount";
    const difference = level ? subtract(now.exact, before.exact) : subtract(printedValue(now), printedValue(before));
    const size = difference.numerator < 0n ? { ...difference, numerator: -difference.numerator } : difference;
    const printed = divide(size, exact({ "": 1, 万: 10_000, 亿: 100_000_000 }[now.scale]));
    return this.#figure({
      fact: `${now.fact}-${before.fact}`,
      role,
      plain: round(printed, decimals),
      scale: now.scale,
      unit,
      exact: size,
      label: now.label,
    });
  }

  growth(now: Figure, before: Figure): Figure {
    const rate = multiply(divide(subtract(now.exact, before.exact), before.exact), exact(100));
    const size = rate.numerator < 0n ? { ...rate, numerator: -rate.numerator } : rate;
    return this.derived(`${now.fact}÷${before.fact}`, "growth", size, this.decimals, "%", now.label);
  }

  rises(now: Figure, before: Figure): boolean {
    return compare(printedValue(now), printedValue(before)) > 0;
  }

  label(key: string): Word {
    return { kind: "word", id: this.#id(), role: "label", text: this.world.facts.get(key)!.label, fact: key };
  }

  base(key: string): Word {
    return { ...this.label(key), role: "base" };
  }

  state(relation: string, law: Law): void {
    this.equations.push({ relation, law });
  }

  /** In full where the sentences give it in 万; money stays in 万元. */
  cell(figure: Figure, unitAbove: string): Figure {
    if (figure.scale === "") return { ...figure, unit: "", unitAbove };
    const money = figure.unit === "元";
    const value = money ? divide(figure.exact, exact(10_000)) : figure.exact;
    const plain = round(value, value.denominator === 1n ? 0 : 2);
    return { ...figure, plain, digits: this.#drawn(plain), scale: money ? "万" : "", scaleAbove: money, unit: "", unitAbove };
  }

  /** A few things in Chinese numerals, where the report has them. */
  few(figure: Figure): Figure {
    const digits = this.numbers.chinese && figure.role === "count" ? chineseNumeral(figure.plain) : undefined;
    return digits ? { ...figure, digits } : figure;
  }

  fill(relation: string, phrase: string, slots: Slots): Sentence {
    const tokens: Token[] = [];
    const lists: [number, number][][] = [];
    const common: Record<string, Token> = {
      ...slots.words,
      s: this.#word("scope", this.random.pick(this.world.scopes)),
      y: this.#word("year", `${this.world.year}年`),
      py: this.#word("year", `${this.world.year - 1}年`),
    };
    const put = (text: string, words: Readonly<Record<string, Token>>, figures: Readonly<Record<string, Figure>>): void => {
      for (const piece of text.split(/(\{\w+\}|\[\w+\]|<[^>]*>)/)) {
        const name = piece.slice(1, -1);
        if (piece.startsWith("{")) tokens.push(words[name] ?? fail(relation, piece));
        else if (piece.startsWith("[")) tokens.push(this.#note(figures[name] ?? fail(relation, piece)));
        else if (piece.startsWith("<")) tokens.push(this.#direction(name, slots.up !== false));
        else if (piece !== "") tokens.push(piece);
      }
    };
    for (const piece of phrase.split(/(«[^»]*»)/)) {
      if (!piece.startsWith("«")) {
        put(piece, common, slots.figures ?? {});
        continue;
      }
      const [body = "", separator = "", last = separator] = piece.slice(1, -1).split("|");
      const names = [...body.matchAll(/[{[](\w+)[}\]]/g)].map(([, name]) => name!);
      const fitting = (slots.items ?? []).filter(({ words, figures }) => names.every((name) => name in words || name in figures));
      const items: [number, number][] = [];
      fitting.forEach(({ words, figures }, index) => {
        if (index > 0) tokens.push(index === fitting.length - 1 ? last : separator);
        const start = tokens.length;
        put(body, words, figures);
        items.push([start, tokens.length]);
      });
      // Only items that carry their own figure may change places.
      if (names.length > 1 && items.length > 1) lists.push(items);
    }
    return { relation, tokens, lists };
  }

  text(text: string): Sentence {
    return { relation: "", tokens: [text] };
  }

  /** Marks a figure as printed. */
  note(figure: Figure): Figure {
    return this.#note(figure);
  }

  #note(figure: Figure): Figure {
    const ids = this.printed.get(figure.fact) ?? [];
    if (!ids.includes(figure.id)) this.printed.set(figure.fact, [...ids, figure.id]);
    return figure;
  }

  #figure(parts: Omit<Figure, "kind" | "id" | "digits" | "hedge">): Figure {
    return { kind: "figure", id: this.#id(), digits: this.#drawn(parts.plain), hedge: "", ...parts };
  }

  #drawn(plain: string): string {
    return this.numbers.grouped ? grouped(plain) : plain;
  }

  #direction(choice: string, up: boolean): Word {
    const [rise = "", fall = ""] = choice.split("/");
    return { ...this.#word("direction", up ? rise : fall), opposite: up ? fall : rise };
  }

  #word(role: Word["role"], text: string): Word {
    return { kind: "word", id: this.#id(), role, text };
  }

  #id(): number {
    this.#next += 1;
    return this.#next;
  }
}

function fail(relation: string, slot: string): never {
  throw new RangeError(`${relation}: nothing for ${slot}`);
}
