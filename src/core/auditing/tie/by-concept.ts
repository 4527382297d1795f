/** Ties by meaning, for texts of other hands: what the claim says it is, of whom and when, against what the data says of the same. */
import { absolute, type Exact, exact, divide, isZero, multiply, one, subtract } from "../../quantity/exact.ts";
import { contains } from "../../quantity/interval.ts";
import { asPrinted, round } from "../../quantity/rounding.ts";
import { matches, type Members } from "../../model/selection.ts";
import type { Claim } from "../claim.ts";
import { agrees, storedText, unitsMeet } from "./agreement.ts";
import type { Known, KnownFigure } from "./known-figure.ts";
import type { Tie } from "./tie-state.ts";

const levels: ReadonlySet<Claim["aspect"]> = new Set(["level", "share", "rate", "ratio", "perHead"]);
const hundred = exact(100);

export class ConceptIndex {
  readonly #byMeasure = new Map<string, KnownFigure[]>();
  readonly #known: Known;

  constructor(known: Known) {
    this.#known = known;
    for (const figure of known.data) {
      const list = this.#byMeasure.get(figure.measure);
      if (list) list.push(figure);
      else this.#byMeasure.set(figure.measure, [figure]);
    }
  }

  tie(claim: Claim, index: number): Tie | null {
    const scope = this.#scopeOf(claim.scope);
    if (claim.concept === null || scope === null) return null;
    const year = claim.period ?? this.#known.year;
    const figures = this.#byMeasure.get(claim.concept) ?? [];
    const at = (kind: KnownFigure["kind"], of: number, members: Members = claim.members): KnownFigure | undefined =>
      figures.find((figure) => figure.kind === kind && figure.year === of && figure.scope === scope && isSame(figure.members, members));
    const made = (isEqual: boolean, fact: string, stored: string): Tie => ({
      quantity: index,
      state: isEqual ? "equal" : "different",
      fact,
      stored,
      how: "concept",
      certain: false,
    });
    if (levels.has(claim.aspect)) {
      const figure = at("level", year);
      if (!figure) return null;
      if (unitsMeet(claim.quantity, figure)) return made(agrees(claim.quantity, figure), figure.id, storedText(figure));
      const whole = at("level", year, {});
      return claim.quantity.unit === "%" && whole && whole !== figure ? sharedTie(claim, figure, whole, made) : null;
    }
    if (claim.comparedWith !== null && claim.comparedWith !== year - 1) return null;
    if (claim.aspect === "change") {
      const figure = at("change", year);
      if (!figure) return null;
      const isOpposed = claim.direction !== null && figure.direction !== undefined && claim.direction !== figure.direction;
      return made(!isOpposed && agrees(claim.quantity, figure), figure.id, spoken(figure));
    }
    if (claim.aspect === "growth") {
      const [now, before] = [at("level", year), at("level", year - 1)];
      return now && before ? growthTie(claim, now, before, made) : null;
    }
    return null;
  }

  /** "" for the whole organisation; null for words that the data has no name for. */
  #scopeOf(words: string): string | null {
    if (words === "" || this.#known.whole.includes(words)) return "";
    return this.#known.scopes[words] ?? null;
  }
}

type Made = (isEqual: boolean, fact: string, stored: string) => Tie;

function spoken(figure: KnownFigure): string {
  const verb = { up: "增", down: "减", flat: "" }[figure.direction ?? "flat"];
  return `${verb}${storedText(figure)}`;
}

/** A part in % of its whole: the base is a guess, so that only agreement says something. */
function sharedTie(claim: Claim, part: KnownFigure, whole: KnownFigure, made: Made): Tie | null {
  if (isZero(whole.value)) return null;
  const share = multiply(divide(part.value, whole.value), hundred);
  return contains(claim.quantity.interval, share) ? made(true, part.id, `${round(share, 1)}%`) : null;
}

/** A growth in %, from the exact or from the printed values of both years. */
function growthTie(claim: Claim, now: KnownFigure, before: KnownFigure, made: Made): Tie | null {
  if (claim.quantity.unit !== "%" || isZero(before.value)) return null;
  const growth = (of: (figure: KnownFigure) => Exact): Exact | null =>
    isZero(of(before)) ? null : multiply(subtract(divide(of(now), of(before)), one), hundred);
  const found = [growth((figure) => figure.value), growth((figure) => asPrinted(figure.value, figure.decimals))].filter(
    (value) => value !== null,
  );
  const [exactly] = found as [Exact, ...Exact[]];
  const direction = exactly.numerator < 0n ? "down" : "up";
  const isOpposed = claim.direction !== null && claim.direction !== "flat" && claim.direction !== direction && !isZero(exactly);
  const isEqual = !isOpposed && found.some((value) => contains(claim.quantity.interval, absolute(value)));
  return made(isEqual, now.id, `${direction === "down" ? "减" : "增"}${round(absolute(exactly), 1)}%`);
}

function isSame(left: Members, right: Members): boolean {
  return Object.keys(left).length === Object.keys(right).length && matches(left, right);
}
