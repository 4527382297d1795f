/** What each figure of a table claims: its row and column name it, the header gives unit and year. */
import type { Claim } from "../claim.ts";
import type { Lexicon } from "../claims/lexicon.ts";
import { labelKey } from "../claims/words.ts";
import type { Quantity } from "../quantity.ts";
import { figureAt, type Grid } from "./grid.ts";

const valueHeader = /^(?:数量|数值|人数|指标值|合计|总计|数据|本年|当年|(?:19|20)\d\d年?(?:度|底|末)?|单位.*|值)?$/;

/** A row or column that adds up the others. */
export const totalLabel =
  /^(?:合\s*计|总\s*计|共\s*计|小\s*计|总\s*数|总\s*和|全市|全省|全县|全区|全校|全国|总体|[\u4e00-\u9fff]{1,6}(?:合计|总计|共计|总数|总人数|总额|总收入|总支出)|总人数|总额|总收入|总支出)$/;

/** A row or column of which no sum is a value. */
export const notAdded = /率|比例|占比|比重|百分比|生均|人均|师均|校均|平均|均值|师比|生师|增长|增幅|排名|序号|得分|年份|名次|[%％‰]|指数/;

/** Claims by index of the figure; `quantities` are in the units of their cells. */
export function tableClaims(grid: Grid, quantities: readonly Quantity[], lexicon: Lexicon, reported: number | null): Map<number, Claim> {
  const claims = new Map<number, Claim>();
  for (let row = grid.head; row < grid.rows.length; row += 1)
    for (let column = grid.stub; column < grid.headers.length; column += 1) {
      const figure = figureAt(grid, row, column);
      if (figure === null) continue;
      const quantity = quantities[figure]!;
      const header = grid.headers[column]!;
      const label = grid.labels[row]!;
      const bare = header.replace(/（[^（）]*）|\([^()]*\)/g, "");
      const isWhole = totalLabel.test(label) && !valueHeader.test(bare);
      const words = isWhole ? bare : valueHeader.test(bare) ? label : `${label}${bare}`;
      const year = /(?:19|20)\d\d/.exec(header)?.[0] ?? /(?:19|20)\d\d/.exec(label)?.[0];
      const key = labelKey(words.replace(/（[^（）]*）|\([^()]*\)/g, ""));
      claims.set(figure, {
        quantity,
        aspect: /较上年|增减|变化|增加|减少/.test(header)
          ? "change"
          : quantity.unit === "%"
            ? "rate"
            : quantity.unit === ":1"
              ? "ratio"
              : /均/.test(words)
                ? "perHead"
                : "level",
        label: words,
        named: { start: quantity.start, end: quantity.start },
        concept: key === "" ? null : lexicon.find(key, quantity.unit),
        members: {},
        scope: isWhole || valueHeader.test(bare) ? "" : label,
        period: year ? Number(year) : reported,
        base: null,
        direction: null,
        comparedWith: null,
        subject: null,
        sentence: -1,
        clause: 0,
      });
    }
  return claims;
}
