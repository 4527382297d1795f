/**
 * Two names told with each other's values: 公办12所、民办7所 here and 公办7所、民办12所 there, in prose or in a table. That two values
 * cross by chance is rare, so that no more evidence is needed than that names, units and years agree.
 */
import { labelKey } from "../claims/words.ts";
import { isExact, printed } from "../relations/arithmetic.ts";
import { isWholeScope } from "../relations/lookup.ts";
import { common } from "../relations/repeats.ts";
import { broken, type Reading, type Relation } from "../relations/relation.ts";
import { type CellName, cellNames } from "../tables/cell-names.ts";
import { clauseBefore, isPrior } from "./cues.ts";
import { sameKind } from "./odd-unit.ts";
import { type Placed, significance } from "./suspicion.ts";

/** Of longer lists nobody looks at each pair. */
const most = 24;
/** A value that so many cells of a table have is none to tell them by. */
const mostCells = 6;

interface Told {
  readonly index: number;
  readonly sentence: number;
}

export function exchangedPairs(reading: Reading, placed: Placed): Relation[] {
  return [...betweenSentences(reading, placed), ...againstTables(reading)];
}

const valueOf = (reading: Reading, index: number): string => {
  const { numerator, denominator } = reading.quantities[index]!.value;
  return `${numerator}/${denominator}`;
};

/** What names a figure, with everything that must agree; null where the words do not fix it. */
function factOf(reading: Reading, index: number): string | null {
  const claim = reading.claims[index]!;
  const { quantity } = claim;
  if (claim.sentence < 0 || reading.corrupt.has(index) || !isExact(quantity) || claim.base === "from" || isPrior(reading, index))
    return null;
  if (claim.aspect === "change" || claim.aspect === "growth" || claim.aspect === "rule" || claim.aspect === "plan") return null;
  if (quantity.kind !== "share" && quantity.kind !== "ratio" && (quantity.kind !== "number" || quantity.unit === "")) return null;
  const label = nameOf(reading, index);
  if (label.length < 2) return null;
  const scope = claim.scope.replace(/·.*$/, "");
  return `${label} ${claim.aspect} ${quantity.unit === "名" ? "人" : quantity.unit} ${claim.period} ${isWholeScope(scope) ? "" : scope}`;
}

function nameOf(reading: Reading, index: number): string {
  const claim = reading.claims[index]!;
  const subject = claim.aspect === "share" && claim.label === "" && claim.subject !== null ? reading.claims[claim.subject]! : claim;
  return labelKey(subject.label).replace(/^(?:应届|本届)?(?:毕业生|学生)(?=.{2,}率$)/, "");
}

/** Two figures of three digits each that cross say enough; of fewer the names must be no common words. */
function telling(reading: Reading, one: number, two: number): boolean {
  const [first, second] = [significance(reading, one), significance(reading, two)];
  if (Math.min(first, second) >= 3 || (first + second >= 4 && reading.quantities[one]!.kind !== "number")) return true;
  const names = [nameOf(reading, one), nameOf(reading, two)];
  return first + second >= 3 && names.every((name) => name.length >= 2 && !common.test(name)) && names.join("").length >= 4;
}

function betweenSentences(reading: Reading, placed: Placed): Relation[] {
  const byFact = new Map<string, Told[]>();
  const facts = reading.claims.map((_, index) => factOf(reading, index));
  for (const [index, fact] of facts.entries()) {
    if (fact === null) continue;
    const key = `${fact} = ${valueOf(reading, index)}`;
    const told = { index, sentence: reading.claims[index]!.sentence };
    const list = byFact.get(key);
    if (list) list.push(told);
    else byFact.set(key, [told]);
  }
  const seen = new Set<string>();
  return reading.bySentence.flatMap((indexes, sentence) => {
    const own = indexes.filter((index) => facts[index] !== null);
    if (own.length < 2 || own.length > most) return [];
    return own.flatMap((left, at) =>
      own.slice(at + 1).flatMap((right): Relation[] => {
        const [one, two] = [facts[left]!, facts[right]!];
        if (one === two || valueOf(reading, left) === valueOf(reading, right)) return [];
        if (!sameKind(reading.quantities[left]!.unit, reading.quantities[right]!.unit) || !telling(reading, left, right)) return [];
        const crossed = (byFact.get(`${one} = ${valueOf(reading, right)}`) ?? []).filter((told) => told.sentence !== sentence);
        const others = byFact.get(`${two} = ${valueOf(reading, left)}`) ?? [];
        for (const { index, sentence: elsewhere } of crossed) {
          const other = others.find((told) => told.sentence === elsewhere);
          if (!other) continue;
          const key = [left, right, index, other.index].sort((a, b) => a - b).join();
          if (seen.has(key)) return [];
          seen.add(key);
          // What holds elsewhere is right; else the later place is told.
          const heldHere = placed.held.has(left) || placed.held.has(right);
          const heldThere = placed.held.has(index) || placed.held.has(other.index);
          const here = heldHere === heldThere ? left > index : heldThere;
          return [here ? exchanged(reading, [left, right], [index, other.index]) : exchanged(reading, [index, other.index], [left, right])];
        }
        return [];
      }),
    );
  });
}

const keyOf = (words: string): string =>
  labelKey(words.replace(/[（(][^（()）]*[)）]/g, "").replace(/[\s　“”]/g, "")).replace(/(?:总人数|人数|总数|数)$/, "");
const valueWord = /^(?:数\s*量|数值|人|指标值?|数据|合计|总计|本年度?|当年|单位|项目|名称|)$/;

/** Figures of a sentence against two cells of one row or column that have them the other way round. */
function againstTables(reading: Reading): Relation[] {
  const { blocks, text } = reading.document;
  const relations: Relation[] = [];
  let first = 0;
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    while (first < reading.quantities.length && reading.quantities[first]!.start < block.start) first += 1;
    const byValue = new Map<string, CellName[]>();
    for (const cell of cellNames(reading, block, first)) {
      if (significance(reading, cell.figure) < 2) continue;
      const value = valueOf(reading, cell.figure);
      const list = byValue.get(value);
      if (list) list.push(cell);
      else byValue.set(value, [cell]);
    }
    if (byValue.size < 2) continue;
    for (const [sentence, indexes] of reading.bySentence.entries()) {
      if (indexes.length < 2 || indexes.length > most) continue;
      const found = indexes.filter((index) => {
        const cells = byValue.get(valueOf(reading, index));
        return cells !== undefined && cells.length <= mostCells && isTold(reading, index);
      });
      if (found.length < 2) continue;
      const { start, end } = reading.sentences[sentence]!;
      const said = text.slice(start, end);
      for (const [at, left] of found.entries())
        for (const right of found.slice(at + 1)) {
          const pair = crossing(reading, left, right, byValue, said);
          if (pair) relations.push(exchanged(reading, [left, right], pair));
        }
    }
  }
  return relations;
}

const isTold = (reading: Reading, index: number): boolean =>
  isExact(reading.quantities[index]!) &&
  !reading.corrupt.has(index) &&
  !isPrior(reading, index) &&
  reading.claims[index]!.aspect !== "change" &&
  reading.claims[index]!.aspect !== "growth";

/** The cells of the two names, where each has the other's value. */
function crossing(
  reading: Reading,
  left: number,
  right: number,
  byValue: ReadonlyMap<string, readonly CellName[]>,
  said: string,
): readonly [number, number] | null {
  if (valueOf(reading, left) === valueOf(reading, right) || !telling(reading, left, right)) return null;
  if (!sameKind(reading.quantities[left]!.unit, reading.quantities[right]!.unit)) return null;
  const [one, two] = [wordsOf(reading, left), wordsOf(reading, right)];
  for (const a of byValue.get(valueOf(reading, left))!)
    for (const b of byValue.get(valueOf(reading, right))!) {
      const line = a.column === b.column ? "label" : a.row === b.row ? "header" : null;
      if (line === null || a.figure === b.figure) continue;
      const across = line === "label" ? "header" : "label";
      if (/(?:19|20)\d\d|上年|去年/.test(`${a[line]}${b[line]}`)) continue;
      const year = /(?:19|20)\d\d/.exec(a[across])?.[0];
      if (/上年|去年/.test(a[across]) || (year !== undefined && Number(year) !== reading.claims[left]!.period)) continue;
      const [mine, other, all] = [keyOf(a[line]), keyOf(b[line]), keyOf(a[across]).replace(/(?:19|20)\d\d年?/, "")];
      if (mine.length < 2 || other.length < 2 || mine === other || mine.includes(other) || other.includes(mine)) continue;
      if (!(valueWord.test(all) || said.includes(all))) continue;
      // The name beside the left figure is that of the cell that has the right one's value.
      if (one.includes(other) && !one.includes(mine) && two.includes(mine) && !two.includes(other)) return [b.figure, a.figure];
    }
  return null;
}

/** The words that name a figure of a list: its clause, or of 分别 the name in its place. */
function wordsOf(reading: Reading, index: number): string {
  const clause = clauseBefore(reading, index);
  const label = reading.claims[index]!.label;
  return /分别|依次|各/.test(clause) || clause.trim().length < 2 || /^[、和与及]$/.test(clause.trim()) ? label : clause.split("、").at(-1)!;
}

function exchanged(reading: Reading, here: readonly [number, number], there: readonly [number, number]): Relation {
  const [one, two] = here.map((index) => reading.quantities[index]!);
  const [first, second] = here.map((index) => nameOf(reading, index) || wordsOf(reading, index).trim());
  return broken([...here, ...there], {
    code: "CROSS",
    tier: "warning",
    message: {
      zh: `此处“${first}”为${printed(one!)}、“${second}”为${printed(two!)}，另处两数正好相反，名称或数值可能互换`,
      en: `here "${first}" is ${printed(one!)} and "${second}" ${printed(two!)}; elsewhere it is the other way round`,
    },
    proof: `另处${first}为${printed(reading.quantities[there[0]]!)}，${second}为${printed(reading.quantities[there[1]]!)}`,
    at: [...here, ...there],
    suggestions: [{ zh: "核对哪一处的名称与数值写反了", en: "check in which place the names or values are exchanged" }],
  });
}
