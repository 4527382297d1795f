/** A sentence that repeats a cell of a table: told where all its words name one cell and one slip parts the two figures. */
import { labelKey } from "../claims/words.ts";
import { bare, isExact, meet, printed, withScale } from "../relations/arithmetic.ts";
import { broken, held, type Reading, type Relation } from "../relations/relation.ts";
import { oneEditApart } from "../relations/slip.ts";
import { digitsOf, type Placed } from "../search/suspicion.ts";
import { sumLabel } from "./additive-groups.ts";
import type { GridCell } from "./grid.ts";
import { namedCells } from "./table-lines.ts";

export interface NamedCell {
  readonly figure: number;
  /** Words of its row and column that a sentence must repeat to speak of it. */
  readonly words: readonly string[];
  readonly inPercent: boolean;
}

/** More cells than these are not compared with the prose. */
const most = 1500;
const valueWord = /^(?:数\s*量|数值|人\s*数|指标值|数据|比\s*例|占\s*比|比\s*重|百分比|单位|项目|指标|名称|本学?年度?|当年|本期)$/;
const share = /占|比例|比重|率|[%％]/;
/** Words that make the figure something other than the plain value of this year. */
const otherwise = /上年|去年|上学年|较|比|增|减|升|降|约|近|超|计划|目标|达标|以上|以下|不低于|平均|累计|其中|新|原|[（(]/;
const plainLead =
  /^(?:截至|目前|学校|全市|全省|全县|全校|全区|我市|我省|我校|我县|现有|共有|共|有|拥有|的|(?:19|20)?\d{2,4}年?底?|[届级\s“”、])*$/;

/** The cells of a table that their own words name. */
export function citableCells(reading: Reading, rows: readonly (readonly (GridCell | null)[])[]): NamedCell[] {
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => rows.map((row) => row[column] ?? null));
  if (rows.length * columns.length > most) return [];
  const [lines, heads] = [
    rows.map((row) => namedCells(row, reading.quantities)),
    columns.map((cells) => namedCells(cells, reading.quantities)),
  ];
  return rows.flatMap((row, at) =>
    row.flatMap((cell, column): NamedCell[] => {
      const figure = cell?.figure ?? null;
      if (figure === null) return [];
      const headers = [...new Set(heads[column]!.headers)];
      const label = lines[at]!.label;
      const words = [
        ...(sumLabel.test(label) || valueWord.test(label) ? [] : [label]),
        ...headers.filter((text) => !valueWord.test(text.trim())),
      ];
      if (words.length === 0 || words.some((word) => /(?:19|20)\d\d|上学?年|去年|[a-z]/i.test(word))) return [];
      const inPercent = reading.quantities[figure]!.unit === "%" || headers.some((text) => share.test(text)) || share.test(label);
      return [{ figure, words: words.map(keyOf), inPercent }];
    }),
  );
}

const keyOf = (words: string): string =>
  labelKey(words.replace(/[（(][^（()）]*[)）]/g, "").replace(/[\s　“”]/g, "")).replace(/(?:人数|总数|数)$/, "");

export function citedCells(reading: Reading, cells: readonly NamedCell[], placed: Placed): Relation[] {
  const named = cells.filter(({ words }) => words.every((word) => word.length > 1) && words.join("").length > 2);
  if (named.length === 0) return [];
  return reading.bySentence.flatMap((indexes, sentence) =>
    indexes.flatMap((index, at): Relation[] => {
      const quantity = reading.quantities[index]!;
      if (!isExact(quantity) || quantity.kind === "points" || digitsOf(reading, index) < 3) return [];
      const from = at > 0 ? reading.quantities[indexes[at - 1]!]!.end : reading.sentences[sentence]!.start;
      const clause = reading.document.text
        .slice(Math.max(from, quantity.start - 40), quantity.start)
        .split(/[，,；;。：:\n]/)
        .at(-1)!;
      const said = clause.replace(/[\s　“”]/g, "");
      if (said === "" || otherwise.test(said.replace(/生师比|师生比|占比|比例|比重/g, ""))) return [];
      const meant = named.filter(
        ({ words, inPercent, figure }) =>
          inPercent === (quantity.unit === "%") &&
          sameUnit(reading, index, figure) &&
          words.every((word) => said.includes(word)) &&
          isPlain(words.reduce((rest, word) => rest.replace(word, ""), said)),
      );
      const equal = meant.find(({ figure }) => meet(reading.quantities[figure]!.interval, quantity.interval));
      if (equal) return [held(index, equal.figure)];
      const [cell] = meant;
      if (!cell || meant.length > 1 || (placed.told.has(index) && placed.told.has(cell.figure))) return [];
      return isSlip(reading, index, cell.figure) ? [differ(reading, index, cell)] : [];
    }),
  );
}

/** Nothing but whose and since when: any other word may make it another thing. */
const isPlain = (rest: string): boolean =>
  plainLead.test(rest) || plainLead.test(rest.replace(/(?:人数|总数|数)?(?:为|是|达|共|有|计)?$/, ""));

const sameUnit = (reading: Reading, left: number, right: number): boolean => {
  const [one, other] = [reading.quantities[left]!.unit, reading.quantities[right]!.unit];
  return one === other || one === "" || other === "";
};

function isSlip(reading: Reading, left: number, right: number): boolean {
  const [one, other] = [left, right].map((index) => withScale(reading.quantities[index]!).replace(/[,，]/g, "")) as [string, string];
  return (
    (one.split(".")[1]?.length ?? 0) === (other.split(".")[1]?.length ?? 0) && oneEditApart(one.replace(".", ""), other.replace(".", ""))
  );
}

function differ(reading: Reading, index: number, cell: NamedCell): Relation {
  const [here, there] = [reading.quantities[index]!, reading.quantities[cell.figure]!];
  const name = cell.words.join("");
  return broken([index, cell.figure], {
    code: "CROSS",
    tier: "warning",
    message: {
      zh: `“${name}”文中写作${printed(here)}，表中写作${printed(there)}`,
      en: `"${name}" is ${printed(here)} in the text and ${printed(there)} in the table`,
    },
    proof: `${bare(here)} ≠ ${bare(there)}`,
    at: [index, cell.figure],
    suggestions: [{ zh: "核对后统一；若口径不同，请写明口径", en: "make both the same, or name what differs" }],
  });
}
