/** 个百分点 in one cell of a column whose other cells are shares in %: a level is told, not a change of one. */
import { printed } from "../relations/arithmetic.ts";
import { broken, type Reading, type Relation } from "../relations/relation.ts";
import type { Placed } from "../search/suspicion.ts";
import type { CellName } from "./cell-names.ts";

/** Columns and rows that tell a change, in which points are at home. */
const ofChange = /增减|增长|增加|减少|上升|下降|提高|降低|变化|变动|较上|较去|比上|同比|相差|百分点|[增降升涨跌]幅/;

export function pointsAmongShares(reading: Reading, cells: readonly CellName[], placed: Placed): Relation[] {
  const columns = new Map<number, CellName[]>();
  for (const cell of cells) {
    const list = columns.get(cell.column);
    if (list) list.push(cell);
    else columns.set(cell.column, [cell]);
  }
  return [...columns.values()].flatMap((column): Relation[] => {
    const kindOf = ({ figure }: CellName): string => reading.quantities[figure]!.kind;
    const points = column.filter((cell) => kindOf(cell) === "points");
    const shares = column.filter((cell) => kindOf(cell) === "share");
    const [odd] = points;
    const [other] = shares;
    if (odd === undefined || other === undefined || points.length > 1 || shares.length < 2) return [];
    if (ofChange.test(odd.header) || ofChange.test(odd.label) || placed.told.has(odd.figure)) return [];
    const [wrong, right] = [reading.quantities[odd.figure]!, reading.quantities[other.figure]!];
    return [
      broken([odd.figure, other.figure], {
        code: "PP",
        tier: "warning",
        message: {
          zh: `表中同列其他各项以“%”计，${printed(wrong)}也应以“%”计`,
          en: `the other cells of the column are in %, ${printed(wrong)} should be too`,
        },
        proof: `${printed(wrong)}，同列${printed(right)}`,
        at: [odd.figure, other.figure],
      }),
    ];
  });
}
