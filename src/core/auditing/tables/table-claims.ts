/** What each figure of a table claims: its row and column name it, the header gives unit and year. */
import type { Claim } from "../claim.ts";
import type { Lexicon } from "../claims/lexicon.ts";
import { labelKey } from "../claims/words.ts";
import { type Quantity, quantityWith } from "../quantity.ts";
import { meaningOf } from "../scan/reading.ts";
import { figureAt, type Grid } from "./grid.ts";

/** Units in which a plain integer is exact. */
const wholeUnit = /^(?:人|名|人次|所|个|家|项|册|台|门|种|次|间|套|件|场|)$/;
const valueHeader = /^(?:数量|数值|人数|指标值|合计|总计|数据|本年|当年|(?:19|20)\d\d年?(?:度|底|末)?|单位.*|值)?$/;

/** A row or column that adds up the others. */
export const totalLabel =
  /^(?:合\s*计|总\s*计|共\s*计|小\s*计|总\s*数|总\s*和|全市|全省|全县|全区|全校|全国|总体|[\u4e00-\u9fff]{1,6}(?:合计|总计|共计|总数|总人数|总额|总收入|总支出)|总人数|总额|总收入|总支出)$/;

/** A row or column of which no sum is a value. */
export const notAdded = /率|比例|占比|比重|百分比|生均|人均|师均|校均|平均|均值|师比|生师|增长|增幅|排名|序号|得分|年份|名次|[%％‰]|指数/;

/** Names of what no amount of money or area measures, whatever the caption says. */
const counted = /[人户][数次]|[校生师所个]数$|率|比例|占比|比重|百分比|[%％]/;

/** Claims by index of the figure; `caption` is the unit that holds for the whole table. */
export function tableClaims(
  grid: Grid,
  quantities: readonly Quantity[],
  lexicon: Lexicon,
  reported: number | null,
  caption = "",
): Map<number, Claim> {
  const claims = new Map<number, Claim>();
  const unitColumn = grid.headers.findIndex((header) => /^(?:计量)?单位$/.test(header));
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
      const unit =
        quantity.unit ||
        unitOf(header) ||
        (unitColumn >= 0 ? (grid.rows[row]![unitColumn]?.text ?? "") : "") ||
        unitOf(label) ||
        (counted.test(words) ? "" : caption);
      const year = /(?:19|20)\d\d/.exec(header)?.[0] ?? /(?:19|20)\d\d/.exec(label)?.[0];
      const key = labelKey(words.replace(/（[^（）]*）|\([^()]*\)/g, ""));
      claims.set(figure, {
        quantity: quantityWith(quantity, {
          text: quantity.text,
          unit,
          interval:
            quantity.unit === "" && !wholeUnit.test(unit)
              ? meaningOf({ ...quantity, inside: null, scaled: true, decimals: 0 }, false, quantity.hedge)
              : quantity.interval,
        }),
        aspect: /较上年|增减|变化|增加|减少/.test(header)
          ? "change"
          : unit === "%"
            ? "rate"
            : unit === ":1"
              ? "ratio"
              : /均/.test(words)
                ? "perHead"
                : "level",
        label: words,
        named: { start: quantity.start, end: quantity.start },
        concept: key === "" ? null : lexicon.find(key, unit),
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

/** The unit in brackets: 专任教师（人）, 占比(%). */
export function unitOf(words: string): string {
  const found = /[（(](?:单位[：:])?\s*(%|％|‰|[\u4e00-\u9fff/]{1,6}|:1)\s*[）)]/.exec(words)?.[1] ?? "";
  // （一）、（二） number the rows.
  if (/^[一二三四五六七八九十]+$/.test(found)) return "";
  return found === "％" ? "%" : found;
}
