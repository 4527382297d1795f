/**
 * Lists every numeral of a Chinese text, with no line of code and no word list in common with the auditor, so that a test
 * can ask whether the auditor accounts for each of them: as a quantity or as something else.
 */

export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `word`: a numeral sign inside an ordinary word (统一, 十分, 一般), which says no number. */
  readonly kind: "arabic" | "chinese" | "word";
}

const arabic = "0123456789０１２３４５６７８９";
const chinese = "零〇一二三四五六七八九十百千万亿两半廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟";
const scales = "十百千万亿";
const percents = "%％‰";

/** Words with a numeral sign that count nothing; the longer first where one begins another. */
const words = [
  "百分点",
  "千分点",
  "百分比",
  "千方百计",
  "千家万户",
  "千千万万",
  "万无一失",
  "独一无二",
  "一心一意",
  "一以贯之",
  "百花齐放",
  "半工半读",
  "一丝不苟",
  "一线",
  "一流",
  "统一",
  "一致",
  "一定",
  "一些",
  "一般",
  "一直",
  "一旦",
  "一向",
  "一贯",
  "一切",
  "一律",
  "一并",
  "一同",
  "一起",
  "一样",
  "一共",
  "一体",
  "一系列",
  "进一步",
  "唯一",
  "单一",
  "之一",
  "万一",
  "十分",
  "百姓",
  "百科",
  "千万别",
  "万象",
  "万众",
  "三农",
  "四川",
  "九江",
  "五官",
  "七夕",
  "半导体",
  "半成品",
  "大半",
  "多半",
  "百年",
];

/** All numerals in order; those inside words only when asked for. */
export function numeralsOf(text: string, options: { readonly words?: boolean } = {}): Numeral[] {
  const found: Numeral[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at]!;
    if (arabic.includes(sign)) {
      const end = endOfArabic(text, at);
      found.push({ start: at, end, text: text.slice(at, end), kind: "arabic" });
      at = end;
    } else if (chinese.includes(sign)) {
      const end = endOfChinese(text, at);
      const kind = inWord(text, at, end) ? "word" : "chinese";
      if (kind === "chinese" || options.words) found.push({ start: at, end, text: text.slice(at, end), kind });
      at = end;
    } else at += 1;
  }
  return found;
}

const isArabic = (sign: string | undefined): boolean => sign !== undefined && arabic.includes(sign);
const isChinese = (sign: string | undefined): boolean => sign !== undefined && chinese.includes(sign);

/** Digits, one point between digits, groups of three behind commas, then 万 or 亿, then a sign of per cent. */
function endOfArabic(text: string, start: number): number {
  let end = start;
  let point = false;
  for (;;) {
    const sign = text[end];
    if (isArabic(sign)) end += 1;
    else if (!point && (sign === "." || sign === "．") && isArabic(text[end + 1])) {
      point = true;
      end += 1;
    } else if (!point && (sign === "," || sign === "，") && isGroup(text, start, end)) end += 4;
    else break;
  }
  while (scales.includes(text[end] ?? "-")) end += 1;
  if (percents.includes(text[end] ?? "-")) end += 1;
  return end;
}

/** Whether three digits and no fourth stand behind the comma, and one to three, or a group, before it. */
function isGroup(text: string, start: number, comma: number): boolean {
  const before = comma - start;
  const whole = before <= 3 || text[comma - 4] === "," || text[comma - 4] === "，";
  return whole && isArabic(text[comma + 1]) && isArabic(text[comma + 2]) && isArabic(text[comma + 3]) && !isArabic(text[comma + 4]);
}

/** Numeral signs, 点 between them, and 分之 between them: 三点五, 百分之二十, 三分之一. */
function endOfChinese(text: string, start: number): number {
  let end = start;
  for (;;) {
    if (isChinese(text[end])) end += 1;
    else if (text[end] === "点" && isChinese(text[end + 1]) && "零〇一二三四五六七八九".includes(text[end + 1]!) && end > start) end += 2;
    else if (text.startsWith("分之", end) && (isChinese(text[end + 2]) || isArabic(text[end + 2]))) {
      end += 2;
      if (isArabic(text[end])) return endOfArabic(text, end);
    } else return end;
  }
}

/** Whether a word holds the whole numeral: 之一 does not hold 十分之一. */
function inWord(text: string, start: number, end: number): boolean {
  return words.some((word) => {
    for (let begins = Math.max(0, end - word.length); begins <= start; begins += 1) if (text.startsWith(word, begins)) return true;
    return false;
  });
}
