/** Arabic digits that are no quantity: dates, numbers of documents and lists, codes, names; each with its reason. */
import { measureWordAt, scaleAt } from "./measure-words.ts";

export interface Excluded {
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

const year = "(?:19|20)\\d{2}";
const joiner = "\\s{0,2}[-—–~～至到/]{1,2}\\s{0,2}";
const sticky = (source: string): RegExp => new RegExp(source, "y");

/** Patterns that decide by what follows the first digit. */
const following: readonly (readonly [RegExp, string])[] = [
  [sticky(`${year}(?:${joiner}|、)(?:${year}|\\d{2})\\s?(?:学年度?|年)?(?!\\d)(?=学年|年|\\D)`), "years"],
  [
    sticky(
      `${year}[ ]?年[ ]?(?:\\d{1,2}[ ]?月(?:[ ]?\\d{1,2}[ ]?[日号])?)?(?:${joiner}(?:${year}[ ]?年)?\\s?(?:\\d{1,2}\\s?月)?(?:\\s?\\d{1,2}\\s?[日号])?)?`,
    ),
    "date",
  ],
  [sticky(`${year}([./-])(?:0?[1-9]|1[0-2])(?:\\1(?:0?[1-9]|[12]\\d|3[01]))?(?![\\d%.]|\\s?[万亿元人平㎡册个所名项台家])`), "date"],
  [sticky(`${year}(?=\\s?(?:级|届|版|学年|春|秋|以来|之前|以前|财年))`), "year"],
  [
    sticky(
      `\\d{1,2}\\s?月(?!刊)(?:[ ]?\\d{1,2}[ ]?[日号]?(?![\\d.,%]))?(?:${joiner}(?:\\d{1,2}\\s?月)?\\s?\\d{1,2}\\s?[日号])?(?:份|底|初|末)?`,
    ),
    "date",
  ],
  [sticky(`(?:[12]?\\d|3[01])\\s?[日号](?!元|常|均)(?:${joiner}\\d{1,2}\\s?[日号])?`), "date"],
  [sticky("(?:[01]?\\d|2[0-4])(?:[:：][0-5]\\d){1,2}(?![\\d:：])(?=\\s?[-—~至时]|前|后|开|，|。|；|\\s|$|）)"), "time of day"],
  [sticky("(?:[01]?\\d|2[0-4])[时点](?=[0-5]?\\d分|至|前|后|许|整|开)(?:[0-5]?\\d分)?"), "time of day"],
  [sticky("\\d{1,3}(?:\\+\\d{1,3})*\\+[XxNn]"), "name of a scheme"],
  [sticky("\\d{1,2}(?:\\+\\d{1,2})+(?!\\d|\\.\\d|人|名|所|个)"), "name of a scheme"],
  [sticky("(?:985|211|863|973|315|101|8·?18|3·?15)(?=工程|高校|院校|计划|大学|学校|晚会|”)"), "name of a programme"],
  [sticky("985(?=[、和及]?“?211)"), "name of a programme"],
  [sticky("\\d{1,2}世纪"), "date"],
  [sticky("[48]00[-—]\\d{3,4}[-—]\\d{3,4}(?!\\d)"), "telephone number"],
  [sticky("1[3-9]\\d{9}(?!\\d)"), "telephone number"],
  [sticky("0\\d{2,3}[-—]?\\d{7,8}(?!\\d)"), "telephone number"],
  [sticky("\\d{3,4}[-—]\\d{7,8}(?!\\d)"), "telephone number"],
  [sticky("0\\d+(?![\\d.]|\\s?(?:人|名|所|个|家|项|册|台|%|％|万|元))"), "code"],
  [sticky("\\d+(?:\\.\\d+){2,}"), "code"],
  [sticky("\\d{13,}"), "code"],
  [sticky("\\d+(?:号|＃|#)(?!\\d)"), "number of a document or place"],
  [
    sticky(
      "\\d{1,2}(?=(?:年级|年制|年一贯|年义务教育|位小数|级|星级|等奖|类院校|大类))(?:年级|年制|年一贯制?|年义务教育|级|星级|等奖|类院校)?",
    ),
    "grade",
  ],
  [sticky("\\d{3,4}(?=教室|室)"), "number of a document or place"],
  [sticky("[1-6]G(?![A-Za-z])"), "name of a technology"],
  [sticky("\\d+[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*"), "code"],
];
/**
 * Digits with behind them what no pattern of {@link following} goes on with: most figures of a report, which need not be
 * tried against each of these. Decimals but for those of four digits before the point, which may be a year and a month.
 */
const ordinary = sticky(
  "(?!985211|\\d{3,4}(?:教室|室))(?:(?:0|[1-9](?:\\d{0,2}|\\d{4,9}))\\.\\d{1,9}(?![\\d.])|[1-9]\\d{0,9}(?!\\d)\\s{0,2}(?![\\s\\-—–~～至到/、年.级届版学春秋以之财月日号:：时点+工高院计大晚”·和及“世＃#位星等类A-Za-z]))",
);
const measuredLetters = /^\d+(?:\.\d+)?(?:Mbps|Gbps|Mb|MB|GB|TB|M|G|m2|m²|kW|KW)(?![A-Za-z0-9])/;

const documentNumber = sticky(`${year}\\s?[〕\\]】）)﹞］]\\s?第?\\s?\\d{1,5}\\s?号?`);
const reference =
  /(?:(?<![代列报外电仪手钟])表|(?<![地意企试力宏蓝构])图|附件|附录|附表|案例|专栏|图表|示例|问题|议题|样本|条款|型号|版本)\s?$/;
const listNumber = sticky("\\d{1,2}(?:\\.\\d{1,2}){0,3}\\s?(?:[、)）]|[.．](?!\\d)|[.．](?=(?:19|20)\\d{2}年))");
const outlineNumber = sticky(
  "\\d{1,2}(?:[.-]\\d{1,2}){1,3}(?=[ \\t]*[\\u4e00-\\u9fff“《])(?!\\s?(?:万|亿|元|人|个|所|%|倍|平|册|台|项|次|家|名|门|亩|公|米|千|间|座|分|岁|节|课时|学[时分]|百[分万]|小时|年|天|级))",
);
/** 5.3  12个乡镇学校: the number of a paragraph before a count. */
const outlineBeforeCount = sticky("\\d{1,2}\\.\\d{1,2}(?=[ \\t\\u3000]+\\d+[\\u4e00-\\u9fff])");
const oneDay = sticky("\\d{1,2}(?:\\s?[日号])?(?![\\d.%\\u4e00-\\u9fff]|,\\d{3})|\\d{1,2}\\s?[日号]");
const referred = sticky("\\d{1,3}(?:[-—.]\\d{1,3})*(?![\\d%])");
/** 1 学校情况: the number of a heading, where no measure word can be meant. */
const headingNumber = sticky("\\d{1,2}[ \\u3000]{1,3}(?=[\\u4e00-\\u9fff“《])");
const bracketed = sticky("\\d{1,2}[)）]");

/** Why the digits at `at` are no quantity; null when nothing says so. `text` is folded. */
/** （9/10所） behind a total: how many of those that owe it are in it. */
const coverage = sticky("\\d{1,4}\\/\\d{1,4}\\s?(?:所|个单位)(?=[)），,])");

/** Signs right before digits on which a reason to leave them out may end. */
const tellingBefore = /[\sA-Za-z_:：（([〔【﹝［前后每第。；;！!#>*编码号话线真表图件录例栏示题议本款型]/;

export function excludeArabic(text: string, at: number, dateBefore: boolean): Excluded | null {
  const last = text[at - 1] ?? "";
  const told = last === "" || tellingBefore.test(last) ? excludedByWords(text, at, last) : null;
  if (told) return told;
  if (dateBefore) {
    const day = match(oneDay, text, at);
    if (day !== null) return { start: at, end: day, why: "date" };
  }
  const cited = last !== "" && tellingBefore.test(last) ? referenceTo(text, at) : null;
  if (cited) return cited;
  if (match(ordinary, text, at) !== null) return null;
  const head = text.slice(at, at + 24);
  for (const [pattern, why] of following) {
    const end = match(pattern, text, at);
    if (end === null || (why === "code" && measuredLetters.test(head))) continue;
    if (why === "years" && !plausibleYears(text.slice(at, end), text, end)) continue;
    return { start: at, end, why };
  }
  return null;
}

/** 表3, 附件2. */
function referenceTo(text: string, at: number): Excluded | null {
  if (!reference.test(text.slice(Math.max(0, at - 8), at))) return null;
  const end = match(referred, text, at);
  return end !== null && !/^\s?(?:[万亿元人名个家项次册台套间条]|所(?![示列述见]))/.test(text.slice(end, end + 3))
    ? { start: at, end, why: "reference" }
    : null;
}

function excludedByWords(text: string, at: number, last: string): Excluded | null {
  const before = text.slice(Math.max(0, at - 8), at);
  if (
    /(?:邮编|邮政编码|代码|编号|学号|电话|热线|传真)[：:]?\s?$|(?:ISO|IEC|GB|GB\/T)\s$/.test(before) &&
    /^\d{3}/.test(text.slice(at, at + 3))
  )
    return upTo(text, at, /\d+(?:[-—]\d+)*/y, "code");
  if (/[A-Za-z_]/.test(last)) return upTo(text, at, /[A-Za-z0-9\-_.+/]*/y, "code");
  if (
    /[:：]/.test(last) &&
    text[at] === "1" &&
    !/[\d.]/.test(text[at + 1] ?? "") &&
    !/\d\s?$/.test(before.slice(0, -1)) &&
    /^$|[\n\t（(|\s]$/.test(before.slice(0, -1))
  )
    return { start: at, end: at + 1, why: "unit" };
  if (/[（(]/.test(last) && /^(?:19|20)\d\d[）)]/.test(text.slice(at, at + 5))) return { start: at, end: at + 4, why: "year" };
  if (/[前后]$/.test(before) && /^\d{1,3}[位名强]/.test(text.slice(at, at + 4))) return upTo(text, at, /\d+/y, "ordinal");
  if (/[[〔【]/.test(last) && /^\d{1,3}[\]〕】]/.test(text.slice(at, at + 4))) return upTo(text, at, /\d+/y, "footnote mark");
  if (/[〔[【（(﹝［]\s?$/.test(before)) {
    const number = match(documentNumber, text, at);
    if (number !== null && /[号]/.test(text.slice(at, number))) return { start: at, end: number, why: "document number" };
    const covered = match(coverage, text, at);
    if (covered !== null) return { start: at, end: covered, why: "coverage" };
    const item = match(bracketed, text, at);
    // 【3、设备】: a heading in brackets.
    const headed = /[【［]\s?$/.test(before) ? match(listNumber, text, at) : null;
    if (headed !== null) return { start: at, end: headed, why: "list number" };
    if (item !== null) return { start: at, end: item - 1, why: "list number" };
  }
  if (last === "每" && /^10*[万亿]?(?![\d.,])/.test(text.slice(at, at + 8))) return upTo(text, at, /10*[万亿]?/y, "base of a rate");
  if (last === "第" || before.endsWith("第 ")) return upTo(text, at, /\d+(?:[-—至]\d+)?/y, "ordinal");
  if (atLineStart(text, at) || /[。；：:;！!]\s{0,2}$/.test(before)) {
    const outline = atLineStart(text, at)
      ? (match(outlineNumber, text, at) ?? match(outlineBeforeCount, text, at) ?? numberOfHeading(text, at))
      : null;
    const end = outline ?? match(listNumber, text, at);
    if (end !== null) return { start: at, end, why: "list number" };
  }
  return null;
}

/** 2019-2020 alone could be two counts; it is a span of years when 年 follows or the years stand close. */
function plausibleYears(found: string, text: string, end: number): boolean {
  const [left = "", right = ""] = found.match(/\d+/g) ?? [];
  if (/年/.test(found) || text[end] === "年") return true;
  const to = right.length === 2 ? Number(left.slice(0, 2) + right) : Number(right);
  return !found.includes("、") && to - Number(left) >= 0 && to - Number(left) <= 15;
}

function numberOfHeading(text: string, at: number): number | null {
  const end = match(headingNumber, text, at);
  if (end === null || measureWordAt(text, end) !== null || scaleAt(text, end) !== null) return null;
  // A sentence that begins with a number goes on to its full stop, or a table's line to the next figure; a heading does neither.
  const line = text.slice(end, end + 40).split("\n", 1)[0]!;
  return line.length < 40 && !/[\d。；;，,\t]/.test(line) ? end : null;
}

function match(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function upTo(text: string, at: number, pattern: RegExp, why: string): Excluded {
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0] ?? "";
  return { start: at, end: at + Math.max(1, found.length), why };
}

export function atLineStart(text: string, at: number): boolean {
  let position = at - 1;
  while (position >= 0 && " \t（(".includes(text[position]!) && at - position < 12) position -= 1;
  return position < 0 || "\n\r#>*".includes(text[position]!);
}

/** Spans of addresses of the web and of mail, in which no digit counts. */
export function addresses(text: string): Excluded[] {
  const found: Excluded[] = [];
  for (const hit of text.matchAll(/https?:\/\/|www\.|@/g)) {
    let [start, end] = [hit.index, hit.index + hit[0].length];
    const floor = found.at(-1)?.end ?? 0;
    if (start < floor) continue;
    // A comma within digits belongs to the number that the address begins with.
    if (hit[0] === "@")
      while (
        start > floor &&
        hit.index - start < 64 &&
        (/[\w.%+-]/.test(text[start - 1]!) || /^\d,\d/.test(text.slice(start - 2, start + 1)))
      )
        start -= 1;
    while (end < text.length && end - hit.index < 400 && /[\w.%+\-/?=&#:~]/.test(text[end]!)) end += 1;
    if (end - start > hit[0].length) found.push({ start, end, why: "address" });
  }
  return found;
}
