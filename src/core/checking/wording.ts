/** What each kind of finding says, in Chinese and English: a missing wording does not compile. */

interface Parameters {
  required: { label: string; cells: number };
  "ledger-missing": { ledger: string };
  negative: { label: string; value: string };
  fraction: { label: string; value: string; unit: string };
  equal: { title: string; left: string; right: string };
  atMost: { title: string; left: string; right: string };
  between: { title: string; value: string; low: string; high: string };
  changeWithin: { title: string; before: string; now: string; limit: string };
  outlier: { title: string; value: string; median: string; peers: number };
  acrossLevels: { title: string; own: string; below: string };
  standard: { label: string; value: string; line: string; source: string };
  rows: { title: string; row: string };
  uniqueRows: { title: string; key: string; rows: number };
}

export type WordingCode = keyof Parameters;

const wording: { [Code in WordingCode]: (details: Parameters[Code]) => { zh: string; en: string } } = {
  required: ({ label, cells }) => ({ zh: `“${label}”应填未填${cells > 1 ? `（${cells}格）` : ""}`, en: `"${label}" is required and blank${cells > 1 ? ` (${cells} cells)` : ""}` }),
  "ledger-missing": ({ ledger }) => ({ zh: `台账“${ledger}”未填报`, en: `the ledger "${ledger}" was not filed` }),
  negative: ({ label, value }) => ({ zh: `“${label}”为负数${value}`, en: `"${label}" is negative: ${value}` }),
  fraction: ({ label, value, unit }) => ({ zh: `“${label}”以“${unit}”计，不应有小数：${value}`, en: `"${label}" counts whole things (${unit}) but is ${value}` }),
  equal: ({ title, left, right }) => ({ zh: `${title}：${left}与${right}不相等`, en: `${title}: ${left} and ${right} differ` }),
  atMost: ({ title, left, right }) => ({ zh: `${title}：${left}大于${right}`, en: `${title}: ${left} exceeds ${right}` }),
  between: ({ title, value, low, high }) => ({ zh: `${title}：${value}不在${low}至${high}之间`, en: `${title}: ${value} is outside ${low} to ${high}` }),
  changeWithin: ({ title, before, now, limit }) => ({ zh: `${title}：由上年${before}变为${now}，变动超过${limit}`, en: `${title}: from ${before} last year to ${now}, a change beyond ${limit}` }),
  outlier: ({ title, value, median, peers }) => ({ zh: `${title}：${value}与${peers}所同类机构的中位数${median}相差过大`, en: `${title}: ${value} lies far from the median ${median} of ${peers} peers` }),
  acrossLevels: ({ title, own, below }) => ({ zh: `${title}：本级填报${own}与下级合计${below}不一致`, en: `${title}: ${own} filed here, ${below} in total below` }),
  standard: ({ label, value, line, source }) => ({ zh: `“${label}”为${value}，未达到${line}（${source}）`, en: `"${label}" is ${value}, short of ${line} (${source})` }),
  rows: ({ title, row }) => ({ zh: `${title}：“${row}”不符合`, en: `${title}: row "${row}" breaks the rule` }),
  uniqueRows: ({ title, key, rows }) => ({ zh: `${title}：“${key}”重复${rows}行`, en: `${title}: "${key}" stands in ${rows} rows` }),
};

export function word<Code extends WordingCode>(code: Code, details: Parameters[Code]): { zh: string; en: string } {
  return wording[code](details);
}
