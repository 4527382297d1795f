/**
 * Every sentence that a finding can say, as one typed table: code → parameters → wording in Chinese and
 * English. A code without its wordings does not compile.
 */

interface MessageParameters {
  /** `rule` is the check's own title, `where` its members: "（女）" or "". */
  readonly equal: { rule: Title; where: Title; difference: string };
  readonly atMost: { rule: Title; where: Title; excess: string };
  readonly above: { rule: Title; where: Title; value: string; limit: string };
  readonly below: { rule: Title; where: Title; value: string; limit: string };
  readonly change: { rule: Title; where: Title; change: string; limit: string };
  readonly outlier: { rule: Title; where: Title; value: string; median: string; peers: string };
  readonly acrossLevels: { rule: Title; where: Title; difference: string };
  readonly standard: { measure: Title; standard: Title; value: string; line: string; direction: "atLeast" | "atMost" };
  readonly row: { rule: Title; row: string };
  readonly sameRows: { rule: Title; rows: string };
  readonly missingCells: { measure: Title; cells: string };
  readonly missingLedger: { ledger: Title };
  readonly nothingFiled: { year: string };
  readonly notWhole: { measure: Title; value: string };
  readonly negative: { measure: Title; value: string };
  readonly blankColumn: { ledger: Title; column: Title; rows: string };
  readonly wrongColumn: { ledger: Title; column: Title; value: string; expected: Title };
}

export interface Title {
  readonly zh: string;
  readonly en: string;
}

export type MessageCode = keyof MessageParameters;

type Wordings = { readonly [Code in MessageCode]: { readonly [Language in "zh" | "en"]: (parameters: MessageParameters[Code]) => string } };

const wordings: Wordings = {
  equal: {
    zh: ({ rule, where, difference }) => `${rule.zh}${where.zh}：两边相差${difference}`,
    en: ({ rule, where, difference }) => `${rule.en}${where.en}: the two sides differ by ${difference}`,
  },
  atMost: {
    zh: ({ rule, where, excess }) => `${rule.zh}${where.zh}：超出${excess}`,
    en: ({ rule, where, excess }) => `${rule.en}${where.en}: exceeded by ${excess}`,
  },
  above: {
    zh: ({ rule, where, value, limit }) => `${rule.zh}${where.zh}：${value}高于上限${limit}`,
    en: ({ rule, where, value, limit }) => `${rule.en}${where.en}: ${value} is above ${limit}`,
  },
  below: {
    zh: ({ rule, where, value, limit }) => `${rule.zh}${where.zh}：${value}低于下限${limit}`,
    en: ({ rule, where, value, limit }) => `${rule.en}${where.en}: ${value} is below ${limit}`,
  },
  change: {
    zh: ({ rule, where, change, limit }) => `${rule.zh}${where.zh}：较上年变化${change}，超过${limit}，请核对或说明`,
    en: ({ rule, where, change, limit }) => `${rule.en}${where.en}: changed by ${change} against last year, more than ${limit}; check or explain`,
  },
  outlier: {
    zh: ({ rule, where, value, median, peers }) => `${rule.zh}${where.zh}：${value}远离${peers}个同类单位的中位数${median}，请核对或说明`,
    en: ({ rule, where, value, median, peers }) => `${rule.en}${where.en}: ${value} lies far from ${median}, the median of ${peers} peers; check or explain`,
  },
  acrossLevels: {
    zh: ({ rule, where, difference }) => `${rule.zh}${where.zh}：本级数与下级合计相差${difference}`,
    en: ({ rule, where, difference }) => `${rule.en}${where.en}: the own value and the sum of those below differ by ${difference}`,
  },
  standard: {
    zh: ({ measure, standard, value, line, direction }) => `${measure.zh}${value}${direction === "atLeast" ? `低于《${standard.zh}》的下限${line}` : `高于《${standard.zh}》的上限${line}`}，请说明`,
    en: ({ measure, standard, value, line, direction }) => `${measure.en} is ${value}, ${direction === "atLeast" ? "below" : "above"} the line of ${line} in ${standard.en}; please explain`,
  },
  row: {
    zh: ({ rule, row }) => `${rule.zh}：${row}不符`,
    en: ({ rule, row }) => `${rule.en}: ${row} does not comply`,
  },
  sameRows: {
    zh: ({ rule, rows }) => `${rule.zh}：${rows}重复`,
    en: ({ rule, rows }) => `${rule.en}: ${rows} are the same`,
  },
  missingCells: {
    zh: ({ measure, cells }) => `${measure.zh}应填未填${cells}；没有的填0，不适用的填“—”`,
    en: ({ measure, cells }) => `${measure.en} is blank${cells}; write 0 for none, "—" where it does not apply`,
  },
  missingLedger: {
    zh: ({ ledger }) => `${ledger.zh}整表未报`,
    en: ({ ledger }) => `${ledger.en} was not filed`,
  },
  nothingFiled: {
    zh: ({ year }) => `${year}年度尚未填报`,
    en: ({ year }) => `nothing was filed for ${year}`,
  },
  notWhole: {
    zh: ({ measure, value }) => `${measure.zh}应为整数，填的是${value}`,
    en: ({ measure, value }) => `${measure.en} must be a whole number, not ${value}`,
  },
  negative: {
    zh: ({ measure, value }) => `${measure.zh}不能为负，填的是${value}`,
    en: ({ measure, value }) => `${measure.en} cannot be negative, as ${value} is`,
  },
  blankColumn: {
    zh: ({ ledger, column, rows }) => `${ledger.zh}的“${column.zh}”应填未填：${rows}`,
    en: ({ ledger, column, rows }) => `${column.en} of ${ledger.en} is blank: ${rows}`,
  },
  wrongColumn: {
    zh: ({ ledger, column, value, expected }) => `${ledger.zh}的“${column.zh}”应为${expected.zh}，填的是“${value}”`,
    en: ({ ledger, column, value, expected }) => `${column.en} of ${ledger.en} must be ${expected.en}, not "${value}"`,
  },
};

export function message<Code extends MessageCode>(code: Code, parameters: MessageParameters[Code]): { zh: string; en: string } {
  const wording = wordings[code];
  return { zh: wording.zh(parameters), en: wording.en(parameters) };
}
