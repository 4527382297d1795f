/**
 * Units as the field writes them. A unit decides three things that wording must never decide: how
 * many decimals are printed, whether a value must be whole, and in which unit a change is stated.
 */

export type UnitKind = "count" | "amount" | "share" | "perMille" | "ratio" | "perHead" | "points";

export interface Unit {
  /** As printed behind the figure: "人", "%", "元/生". */
  readonly symbol: string;
  readonly kind: UnitKind;
  /** Decimals printed unless the measure says otherwise. */
  readonly decimals: number;
  /** What a reader sees behind the number in running text, where it differs ("元/生" is said "元"). */
  readonly spoken?: string;
}

const count = (symbol: string): Unit => ({ symbol, kind: "count", decimals: 0 });
const amount = (symbol: string, decimals: number): Unit => ({ symbol, kind: "amount", decimals });
const perHead = (symbol: string, spoken: string, decimals: number): Unit => ({ symbol, kind: "perHead", decimals, spoken });

const known: readonly Unit[] = [
  ...[
    "人",
    "名",
    "人次",
    "所",
    "个",
    "家",
    "项",
    "次",
    "册",
    "台",
    "间",
    "座",
    "种",
    "门",
    "份",
    "期",
    "届",
    "场",
    "批",
    "支",
    "条",
    "件",
    "例",
    "篇",
    "套",
    "处",
    "班",
    "对",
    "学时",
    "天",
    "课时",
    "人日",
    "小时",
  ].map(count),
  amount("元", 0),
  amount("万元", 2),
  amount("平方米", 0),
  amount("米", 0),
  amount("Mbps", 0),
  amount("GB", 0),
  amount("分", 1),
  amount("年", 0),
  amount("月", 0),
  { symbol: "%", kind: "share", decimals: 1 },
  { symbol: "‰", kind: "perMille", decimals: 1 },
  { symbol: ":1", kind: "ratio", decimals: 0, spoken: "：1" },
  { symbol: "个百分点", kind: "points", decimals: 1 },
  { symbol: "个千分点", kind: "points", decimals: 1 },
  perHead("元/生", "元", 0),
  perHead("册/生", "册", 2),
  perHead("个/生", "个", 1),
  perHead("平方米/生", "平方米", 1),
  perHead("台/百生", "台", 1),
  perHead("元/月", "元", 0),
  perHead("元/人", "元", 0),
  perHead("人/所", "人", 0),
  perHead("学时/人次", "学时", 1),
  perHead("Mbps/所", "Mbps", 0),
  perHead("人次/次", "人次", 0),
  perHead("人/班", "人", 1),
  perHead("个/所", "个", 1),
  perHead("家/所", "家", 1),
  perHead("天/批", "天", 0),
  perHead("次/批", "次", 1),
  perHead("人次/所", "人次", 0),
  perHead("人次/百生", "人次", 1),
  perHead("元/人次", "元", 0),
  perHead("次/个", "次", 1),
  perHead("次/人", "次", 1),
  perHead("天/人", "天", 1),
  perHead("课时/人", "课时", 1),
  perHead("GB/生", "GB", 1),
  perHead("人/个", "人", 1),
];

const bySymbol = new Map(known.map((entry) => [entry.symbol, entry]));

/** @throws RangeError for a symbol that the table lacks: a catalog bug, found by the catalog's own test. */
export function unit(symbol: string): Unit {
  const found = bySymbol.get(symbol);
  if (!found) throw new RangeError(`unknown unit: ${symbol}`);
  return found;
}

export function isUnit(symbol: string): boolean {
  return bySymbol.has(symbol);
}

/** The unit in which a change of a value in `of` is stated: a share changes in percentage points. */
export function unitOfChange(of: Unit): Unit {
  if (of.kind === "share") return unit("个百分点");
  if (of.kind === "perMille") return unit("个千分点");
  return of;
}

/** Whether values in this unit are whole things (half a person is an error). */
export function isWhole(of: Unit): boolean {
  return of.kind === "count";
}
