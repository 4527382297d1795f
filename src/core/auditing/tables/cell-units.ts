/** The unit of each figure of a table as its head, its label, a column of units or its caption gives it; 万 and 亿 as its scale. */
import { type Exact, multiply, one } from "../../quantity/exact.ts";
import { scale as scaledInterval } from "../../quantity/interval.ts";
import { type Quantity, quantityWith } from "../quantity.ts";
import { measureWordAt, scaleAt } from "../scan/measure-words.ts";
import { meaningOf } from "../scan/reading.ts";
import type { Grid } from "./grid.ts";

export interface CellUnit {
  readonly unit: string;
  /** What one of the printed numbers counts: 10000 for 万元. */
  readonly scale: Exact;
}

/** Units in which a plain integer is exact: books kept in 元 are, what is told in 万元 is rounded. */
const wholeUnit = /^(?:元|人|人次|所|个|家|项|册|台|门|种|次|间|套|件|场)$/;
/** Names of what no amount of money or area measures, whatever the caption says; the last words of a name say what it is. */
const counted =
  /(?:[人户][数次]|[校生师所个台辆套件项]数|数量|率|比例|比重|占比|百分比|[增降涨跌]幅|增速)$|[生师校人户]均|平均|师比|[%％‰]/;
/** 教育支出（类）, 县（区）, 高级（级）: what stands in brackets is a rank of the name. */
const rank = /^[类款级市县区省国乡镇村期届]$/;
const withoutBrackets = (words: string): string => words.replace(/（[^（）]*）|\([^()]*\)/g, "").trim();

/** The quantities of the body's cells in the units that the table gives them; `caption` holds for the whole table. */
export function cellUnits(grid: Grid, quantities: readonly Quantity[], caption: CellUnit | null): Map<number, Quantity> {
  const found = new Map<number, Quantity>();
  const unitColumn = grid.headers.findIndex((header) => /^(?:计量)?单位$/.test(header));
  const columns = grid.headers.map((header) => ({ own: unitOf(header), name: withoutBrackets(header) }));
  for (let row = grid.head; row < grid.rows.length; row += 1) {
    const label = grid.labels[row]!;
    const inUnitColumn = unitColumn >= 0 ? unitNamed(grid.rows[row]![unitColumn]?.text ?? "") : null;
    // 行政运行（项） under 单位：万元 is a rank of the budget as well.
    const ofLabel = caption?.unit === "元" && /[（(]项[）)]$/.test(label) ? null : unitOf(label);
    const name = withoutBrackets(label);
    for (let column = grid.stub; column < grid.headers.length; column += 1) {
      const head = columns[column]!;
      const given = head.own ?? inUnitColumn ?? ofLabel ?? (counted.test(name) || counted.test(head.name) ? null : caption);
      if (!given) continue;
      // What stands behind the first figure of a cell, 92.5（9/10所）, is of another unit.
      const [figure] = grid.rows[row]![column]?.figures ?? [];
      if (figure !== undefined && quantities[figure]!.unit === "") found.set(figure, inUnit(quantities[figure]!, given));
    }
  }
  return found;
}

function inUnit(quantity: Quantity, { unit, scale }: CellUnit): Quantity {
  const { text, value, step, kind, hedge } = quantity;
  // 1.2万 under 万元: whoever writes the sign in the cell means the number as it stands there.
  const factor = kind !== "number" || /[百千万亿]/.test(text) ? one : scale;
  const exactly = factor === one && wholeUnit.test(unit);
  const interval = exactly ? quantity.interval : meaningOf({ ...quantity, inside: null, scaled: true, decimals: 0 }, false, hedge);
  return quantityWith(quantity, {
    text,
    unit,
    scale: factor,
    value: multiply(value, factor),
    step: multiply(step, factor),
    interval: factor === one ? interval : scaledInterval(interval, factor),
  });
}

/** The unit that a head or label gives at its end: 专任教师（人）, 支出（不含基建）（万元）, 占比(%). */
export function unitOf(words: string): CellUnit | null {
  const brackets = [...words.matchAll(/[（(]([^（()）]{1,16})[）)]/g)].map(([, inner]) =>
    unitNamed(inner!.replace(/^(?:计量)?单位[：:]/, "")),
  );
  return brackets.findLast((each) => each !== null) ?? null;
}

/** 万元 as 元 in ten thousands, 元/生 as 元; null for words that are no one unit. Of 万元、% the amounts are in the first. */
export function unitNamed(words: string): CellUnit | null {
  const plain = words.replace(/\s/g, "").replace(/[、，,]?[%％]$/, (sign, at) => (at === 0 ? sign : ""));
  if (/^[%％]$/.test(plain)) return { unit: "%", scale: one };
  if (plain === ":1") return { unit: ":1", scale: one };
  if (/^(?:‰|个?百分点)$/.test(plain)) return { unit: plain === "‰" ? plain : "个百分点", scale: one };
  const scale = scaleAt(plain, 0);
  const rest = scale ? plain.slice(scale.sign.length) : plain;
  const word = measureWordAt(rest, 0);
  if (
    !word ||
    rank.test(plain) ||
    !/^(?:\/[\u4e00-\u9fff·]{1,4}|·[年月]|[（(][\u4e00-\u9fff、/]{1,3}[）)])?$/.test(rest.slice(word.word.length))
  )
    return null;
  return { unit: word.unit, scale: scale?.factor ?? one };
}
