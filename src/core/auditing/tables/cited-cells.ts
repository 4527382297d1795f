/**
 * Prose that repeats a cell of a table. Its words must name the cell's row and its column: both in the clause before the number,
 * or one of them there and the other as the last that the sentence named of its kind (甲县有学校3所，在校生3400人). A value that
 * is not the cell's is told where one slip parts the two, or where it is that of another row.
 */
import { equals } from "../../quantity/exact.ts";
import { labelKey } from "../claims/words.ts";
import type { Quantity } from "../quantity.ts";
import { bare, isExact, meet, printed, roundedTo, withScale } from "../relations/arithmetic.ts";
import { broken, held, type Reading, type Relation } from "../relations/relation.ts";
import { oneEditApart } from "../relations/slip.ts";
import { repairs } from "../repairs.ts";
import { digitsOf, isStale, type Placed, significance } from "../search/suspicion.ts";
import { sumLabel } from "./additive-groups.ts";
import type { GridCell } from "./grid.ts";
import { namedCells } from "./table-lines.ts";

/** The cells of one table that their own words name. */
export interface CitableTable {
  readonly cells: readonly NamedCell[];
}

interface NamedCell {
  readonly figure: number;
  readonly line: number;
  readonly column: number;
  /** Words of its row and of its column that a sentence must repeat to speak of it; none where they say nothing of their own. */
  readonly ofRow: string;
  readonly ofColumn: string;
  /** The year that its head or label names; null for that of the report, 0 for 上年. */
  readonly year: number | null;
  readonly inPercent: boolean;
}

/** More cells than these are not compared with the prose. */
const most = 1500;
const valueWord =
  /^(?:数\s*量|数值|人\s*数|指标值|数据|比\s*例|占\s*比|比\s*重|百分比|单位|项目|指标|名称|本学?年度?|当年|本期|金\s*额|(?:预|决|概)算数|实有数|现有数)$/;
const earlier = /上一?学?年|去年/;
const share = /占|比例|比重|率|[%％]/;
const plainLead =
  /^(?:截至|目前|本学?年度?|今年|当年|学校|全市|全省|全县|全校|全区|我市|我省|我校|我县|现有|共有|共|有|拥有|的|(?:19|20)?\d{2,4}年?底?|最[高低多少大小]|其次|[届级\s“”、])*$/;
/** 其中甲县3400人，乙县…: parts of what the sentence named before. */
const partLead = /^(?:其中|而|及|和|、)+/;
/** “教育支出（类）职业教育（款）中等职业教育（项）”: the last of them is meant. */
const budgetPath = /^.*[（(][类款][）)](?=[^（()）]+[（(][类款项][）)])/;
const budgetRank = /[（(][类款项][）)]/g;
const numbering = /^(?:其中[：:]?|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、)）]|[#＃*])+/;

export function citableCells(reading: Reading, rows: readonly (readonly (GridCell | null)[])[]): CitableTable {
  const width = rows[0]?.length ?? 0;
  if (rows.length * width > most) return { cells: [] };
  const lines = rows.map((row) => namedCells(row, reading.quantities));
  const heads = Array.from({ length: width }, (_, column) =>
    namedCells(
      rows.map((row) => row[column] ?? null),
      reading.quantities,
    ),
  );
  const ends = heads.map(({ headers }) => ownWords(headers).at(-1) ?? "");
  const labels = new Map<string, number>();
  for (const { label, figures } of lines) if (figures.some((figure) => figure !== null)) labels.set(label, (labels.get(label) ?? 0) + 1);
  const cells = rows.flatMap((row, line) =>
    row.flatMap((cell, column): NamedCell[] => {
      const figure = cell?.figure ?? null;
      if (figure === null) return [];
      const { label } = lines[line]!;
      const headers = [...new Set(heads[column]!.headers)];
      const words = [label, ...headers];
      if (words.some((text) => /[a-z]/i.test(text)) || labels.get(label)! > 1) return [];
      const told = words.map((text) => /(?:19|20)\d\d/.exec(text)?.[0]).find((found) => found !== undefined);
      const year = words.some((text) => earlier.test(text)) ? 0 : told === undefined ? null : Number(told);
      const inPercent = reading.quantities[figure]!.unit === "%" || headers.some((text) => share.test(text)) || share.test(label);
      const own = ownWords(headers);
      // 人数 under 在校生 and under 毕业生.
      const isAlone = ends.indexOf(ends[column]!) === ends.lastIndexOf(ends[column]!);
      const [ofRow, ofColumn] = [ownWords([label]).join(""), isAlone ? ends[column]! : own.join("")];
      return ofRow + ofColumn === "" ? [] : [{ figure, line, column, ofRow, ofColumn, year, inPercent }];
    }),
  );
  return { cells };
}

/** The words that name a line, without those that only say that it holds values, a total or a year. */
function ownWords(words: readonly string[]): string[] {
  return words
    .map((text) => text.trim())
    .filter((text) => !valueWord.test(text) && !sumLabel.test(text))
    .map((text) => text.replace(/(?:(?:19|20)\d\d(?:[-—－–~至]\d{2,4})?(?:学年|年|届)?|上一?学?年|去年)[度末底]?/, ""))
    .flatMap((text) => (text === "" ? [] : [keyOf(text)]));
}

const clean = (words: string): string => words.replace(/[\s　“”"]/g, "");

function keyOf(words: string): string {
  const plain = clean(words.replace(numbering, "").replace(/[（(][^（()）]*[)）]/g, ""));
  const key = labelKey(plain).replace(/(?:人数|总数|数)$/, "");
  return key.length > 1 ? key : plain;
}

type Axis = "ofRow" | "ofColumn";

/** Names of a table's lines by their first two signs, so that a text is looked through once. */
class Names {
  readonly #byHead = new Map<string, string[]>();

  constructor(cells: readonly NamedCell[]) {
    for (const name of new Set(cells.flatMap(({ ofRow, ofColumn }) => [ofRow, ofColumn]))) {
      if (name.length < 2) continue;
      const list = this.#byHead.get(name.slice(0, 2));
      if (list) list.push(name);
      else this.#byHead.set(name.slice(0, 2), [name]);
    }
  }

  /** The names in a text in their order, without those that stand within a longer one. */
  in(words: string): string[] {
    const found: { readonly name: string; readonly start: number; readonly end: number }[] = [];
    for (let start = 0; start + 1 < words.length; start += 1)
      for (const name of this.#byHead.get(words.slice(start, start + 2)) ?? [])
        if (words.startsWith(name, start)) found.push({ name, start, end: start + name.length });
    return found
      .filter(
        (each) => !found.some((other) => other !== each && other.start <= each.start && each.end <= other.end && other.name !== each.name),
      )
      .map(({ name }) => name);
  }
}

export function citedCells(reading: Reading, tables: readonly CitableTable[], placed: Placed): Relation[] {
  const named = tables.flatMap(({ cells }) => (cells.length === 0 ? [] : [{ cells, names: new Names(cells), byNames: byNamesOf(cells) }]));
  if (named.length === 0) return [];
  return reading.bySentence.flatMap((indexes, sentence) =>
    indexes.flatMap((index, at): Relation[] => {
      const quantity = reading.quantities[index]!;
      if (!isExact(quantity) || quantity.kind === "points" || digitsOf(reading, index) < 3) return [];
      if (reading.corrupt.has(index) || reading.claims[index]!.base === "from") return [];
      const { start, end } = reading.sentences[sentence]!;
      const from = at > 0 ? reading.quantities[indexes[at - 1]!]!.end : start;
      // 毕业生1857人，…。其中甲县…: it goes on from the sentence before.
      const since = /^\s*其中/.test(reading.document.text.slice(start, start + 4))
        ? (reading.sentences[sentence - 1]?.start ?? start)
        : start;
      const lead = reading.document.text.slice(Math.max(from, quantity.start - 60), quantity.start);
      const clause = /[^，,；;。：:\n]*$/.exec(lead)![0];
      const said = clean(clause).replace(budgetPath, "").replace(budgetRank, "");
      if (said === "") return [];
      const before = clean(reading.document.text.slice(Math.max(since, quantity.start - 160), quantity.start - clause.length));
      const behind = clean(reading.document.text.slice(quantity.end, Math.min(end, quantity.end + 12)).replace(/^的/, ""));
      const meant = named.flatMap(({ cells, names, byNames }) => {
        const isMeant = (cell: NamedCell): boolean => isOfKind(reading, index, cell);
        return meantBy(names, byNames, { said, before, behind })
          .filter(isMeant)
          .map((cell) => ({ cell, cells }));
      });
      const equal = meant.find(({ cell }) => sameValue(reading, index, cell.figure));
      if (equal) {
        const copies = meant.filter(({ cell }) => !sameValue(reading, index, cell.figure) && isMistyped(reading, index, cell.figure));
        return [held(index, equal.cell.figure), ...copies.map(({ cell }) => differ(reading, index, cell))];
      }
      const [first] = meant;
      if (!first || meant.some(({ cell }) => !sameValue(reading, cell.figure, first.cell.figure))) return [];
      return told(reading, index, first.cell, first.cells, placed);
    }),
  );
}

function byNamesOf(cells: readonly NamedCell[]): ReadonlyMap<string, readonly NamedCell[]> {
  const found = new Map<string, NamedCell[]>();
  for (const cell of cells) {
    const key = `${cell.ofRow}|${cell.ofColumn}`;
    const list = found.get(key);
    if (list) list.push(cell);
    else found.set(key, [cell]);
  }
  return found;
}

/** The cells of which a clause speaks, with what its sentence named before. */
function meantBy(
  names: Names,
  byNames: ReadonlyMap<string, readonly NamedCell[]>,
  { said, before, behind }: { readonly said: string; readonly before: string; readonly behind: string },
): readonly NamedCell[] {
  const inClause = names.in(said);
  if (inClause.length === 0 || inClause.length > 3) return [];
  const rest = (words: readonly string[]): string => words.reduce((left, word) => left.replace(word, ""), said);
  const pairs = inClause.flatMap((one) => ["", ...inClause].map((other) => [one, other] as const)).filter(([one, other]) => one !== other);
  const whole = pairs.flatMap(([one, other]) =>
    one.length + other.length > 2 && isPlain(rest([one, other]))
      ? [...(byNames.get(`${one}|${other}`) ?? []), ...(other === "" ? (byNames.get(`|${one}`) ?? []) : [])]
      : [],
  );
  const [own] = inClause;
  if (whole.length > 0 || inClause.length > 1 || !isPlain(rest([own!]).replace(partLead, ""))) return whole;
  // 甲县2986名在校生中: the one before the number, the other behind it.
  const [noun] = names.in(behind);
  const around = noun !== undefined && behind.startsWith(noun) ? (byNames.get(`${own}|${noun}`) ?? []) : [];
  if (around.length > 0) return around;
  // 全市 stands for no row, and ends what was said of one.
  const told = names.in(before.replace(/^.*全[市省县区校国](?![^，。；]*其中)/, ""));
  return (["ofRow", "ofColumn"] as const).flatMap((axis) => lastOf(byNames, axis, own!, told));
}

/** The cells whose other name is the last of its kind that was told. */
function lastOf(
  byNames: ReadonlyMap<string, readonly NamedCell[]>,
  axis: Axis,
  own: string,
  told: readonly string[],
): readonly NamedCell[] {
  for (const name of told.toReversed()) {
    const cells = byNames.get(axis === "ofRow" ? `${own}|${name}` : `${name}|${own}`);
    if (cells) return cells;
  }
  return [];
}

/** Nothing but whose and since when: any other word may make it another thing. */
const isPlain = (rest: string): boolean =>
  plainLead.test(rest) || plainLead.test(rest.replace(/(?:人数|总数|数)?(?:为|是|达|共|有|计)?$/, ""));

function isOfKind(reading: Reading, index: number, { figure, year, inPercent }: NamedCell): boolean {
  const { quantity, period } = reading.claims[index]!;
  const [one, other] = [quantity.unit, reading.quantities[figure]!.unit];
  if (inPercent !== (one === "%") || !(one === other || one === "" || other === "")) return false;
  if (year === 0) return false;
  return year === null ? period === null || reading.year === null || period === reading.year : period === year;
}

function sameValue({ quantities }: Reading, left: number, right: number): boolean {
  const [one, other] = [quantities[left]!, quantities[right]!];
  return meet(one.interval, other.interval) || (isOpen(one, other) && digitsIn(one) === digitsIn(other));
}

/** A cell without a unit may be in 万 or 亿: 8.94亿元 in the text, 8.94 under 单位：个、亿元. */
const isOpen = (one: Quantity, other: Quantity): boolean => one.unit === "" || other.unit === "";
const digitsIn = (quantity: Quantity): string => bare(quantity).replace(/[^\d.]/g, "");

function told(reading: Reading, index: number, cell: NamedCell, cells: readonly NamedCell[], placed: Placed): Relation[] {
  if (placed.told.has(index) && placed.told.has(cell.figure)) return [];
  // Round numbers are near each other by chance, and more so where the cell's scale is open.
  const [here, stated] = [reading.quantities[index]!, reading.quantities[cell.figure]!];
  const digits = Math.min(significance(reading, index), significance(reading, cell.figure));
  const fewest = isOpen(here, stated) && /[万亿]/.test(here.text) ? 4 : 3;
  if (digits >= fewest && isSlip(reading, index, cell.figure)) return [differ(reading, index, cell)];
  // The value of the year before was left in its place.
  const old = cells.find(
    (each) =>
      each.year !== cell.year && each.ofRow === cell.ofRow && each.ofColumn === cell.ofColumn && isCopy(reading, cell.figure, each.figure),
  );
  if (old && significance(reading, index) > 2 && isStale(here.value, stated.value, 30)) return [differ(reading, index, cell)];
  const other = cells.find(
    (each) => each.column === cell.column && each.line !== cell.line && each.ofRow !== "" && isCopy(reading, index, each.figure),
  );
  return other && cell.ofRow !== "" && significance(reading, index) > 2 ? [differ(reading, index, cell, other)] : [];
}

const isCopy = ({ quantities }: Reading, left: number, right: number): boolean =>
  equals(quantities[left]!.value, quantities[right]!.value) || withScale(quantities[left]!) === withScale(quantities[right]!);

/** A digit of a long number mistyped in another table that tells it again. */
function isMistyped(reading: Reading, left: number, right: number): boolean {
  const [one, other] = [left, right].map((index) => withScale(reading.quantities[index]!)) as [string, string];
  return one.length === other.length && significance(reading, left) > 3 && oneEditApart(one, other);
}

function isSlip({ document, quantities }: Reading, left: number, right: number): boolean {
  const [here, there] = [quantities[left]!, quantities[right]!];
  const text = isOpen(here, there) ? digitsIn : withScale;
  const [one, other] = [here, there].map((each) => text(each).replace(/[,，]/g, "")) as [string, string];
  const sameShape = (one.split(".")[1]?.length ?? 0) === (other.split(".")[1]?.length ?? 0);
  if (sameShape) return oneEditApart(one.replace(".", ""), other.replace(".", ""));
  return !isOpen(here, there) && repairs(document, here, roundedTo(there.interval, here)).length > 0;
}

function differ(reading: Reading, index: number, cell: NamedCell, other?: NamedCell): Relation {
  const [here, there] = [reading.quantities[index]!, reading.quantities[cell.figure]!];
  const name = cell.ofRow + cell.ofColumn;
  return broken([index, cell.figure], {
    code: "CROSS",
    tier: "warning",
    message: {
      zh: `“${name}”文中写作${printed(here)}，表中写作${printed(there)}${other ? `，文中的数是表中“${other.ofRow}”的` : ""}`,
      en: `"${name}" is ${printed(here)} in the text and ${printed(there)} in the table${other ? `, which has the text's value for "${other.ofRow}"` : ""}`,
    },
    proof: `${bare(here)} ≠ ${bare(there)}`,
    at: [index, cell.figure, ...(other ? [other.figure] : [])],
    suggestions: [{ zh: "核对后统一；若口径不同，请写明口径", en: "make both the same, or name what differs" }],
  });
}
