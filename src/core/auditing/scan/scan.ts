/** Finds every numeral of a text: each becomes a quantity, or stands among what is none with the reason. Linear in the text's length. */
import { headRange } from "./ranges.ts";
import { divide, exact, isZero, multiply, negate } from "../../quantity/exact.ts";
import { between, point, scale } from "../../quantity/interval.ts";
import { type NotQuantity, type Quantity, quantityWith } from "../quantity.ts";
import { addresses, excludeArabic, type Excluded } from "./arabic-exclusions.ts";
import { excludeChinese, numeralSigns } from "./chinese-exclusions.ts";
import { folded } from "./folded.ts";
import {
  chineseRun,
  hedgeBefore,
  hedgeBehind,
  meaningOf,
  type NumberRead,
  readArabic,
  readChinese,
  readUnit,
  readVague,
} from "./reading.ts";

export interface Scan {
  /** In order of the text. */
  readonly quantities: readonly Quantity[];
  readonly notQuantities: readonly NotQuantity[];
}

/** What a minus sign can stand behind; else it is a dash. */
const beforeMinus = /(?:^|[\n\t |（(为：:，,由从至]|增长率?|[增降涨跌]幅|增速|提高到|下降到)$/;
const start = new RegExp(`[0-9]|[${numeralSigns}]|[数几上](?=[十百千万])|半(?=数|个|年|天|学期)|翻(?=[一两三四]?番)`, "g");
/** 55,55061,185: a group of four signs or more between groups of three, an old value and a new one run together. */
const glued = /\d{1,3}(?:,\d{3})*,\d{4,6}(?:,\d{3})+(?![\d,.])/y;
const ratio = /\d{1,8}(?:\.\d{1,6})?\s?[:：]\s?\d{1,8}(?:\.\d{1,6})?(?!\d|\.\d|[:：])/y;
const numeral = new RegExp(`[${numeralSigns}\\d]`);
const slash = /\d{1,2}\/\d{1,3}(?![\d/.])/y;
const fractionOf = new RegExp(
  `(百|千|万|[${numeralSigns}\\d]{1,6})分之([${numeralSigns}\\d]{1,12}(?:\\.\\d{1,6})?(?:点[零一二三四五六七八九]{1,6})?)`,
  "y",
);
const tenths =
  /([一二三四五六七八九])成(?:([一二三四五六七八九半])(?![个名所人家]))?(?=以上|左右|以下|多|的|，|。|；|、|）|人|学生|毕业|\s|$)/y;
const doubling = /翻(?:了)?([一两二三四])?番/y;

export function scanQuantities(original: string): Scan {
  const text = folded(original);
  const quantities: Quantity[] = [];
  const notQuantities: NotQuantity[] = [];
  const spaced = [...text.matchAll(/(?<!\d)\d{1,3} \d{3}(?! ?\d)/g)].length > 1;
  const closed = addresses(text);
  let nextClosed = 0;
  let lastDate = -1;
  const exclude = (found: Excluded): number => {
    notQuantities.push({ start: found.start, end: found.end, text: original.slice(found.start, found.end), why: found.why });
    if (found.why === "date") lastDate = found.end;
    return found.end;
  };
  let at = 0;
  for (;;) {
    start.lastIndex = at;
    const hit = start.exec(text);
    if (!hit) break;
    const position = hit.index;
    while (nextClosed < closed.length && closed[nextClosed]!.end <= position) nextClosed += 1;
    const address = closed[nextClosed];
    if (address && position >= address.start) {
      // Of 1:1,234@ the ratio has been read.
      at = exclude({ ...address, start: Math.max(address.start, at) });
      continue;
    }
    const doubled = /[\d,.]/.test(text[position - 1] ?? "") ? null : gluedThousands(text, position);
    if (doubled !== null) {
      at = exclude({ start: position, end: doubled, why: "two values" });
      continue;
    }
    const special = readSpecial(text, position);
    if (special) {
      const start = Math.max(special.start, Math.min(at, special.digits.start));
      quantities.push(quantityWith(special, { start, text: original.slice(start, special.end) }));
      at = special.end;
      continue;
    }
    const isDigit = /\d/.test(text[position]!);
    const run = isDigit ? 0 : chineseRun(text, position);
    const followsDate = lastDate >= 0 && position - lastDate <= 2 && /^[-—–至~～、和]? ?$/.test(text.slice(lastDate, position));
    const out = isDigit ? excludeArabic(text, position, followsDate) : excludeChinese(text, position, position + Math.max(1, run));
    if (out) {
      at = Math.max(position + 1, exclude(out));
      continue;
    }
    const quantity = readQuantity(text, position, isDigit, spaced);
    if (quantity) {
      // A hedge that the figure before has taken is not this one's.
      const start = Math.max(quantity.start, Math.min(at, quantity.digits.start));
      quantities.push(quantityWith(quantity, { start, text: original.slice(start, quantity.end) }));
      at = quantity.end;
    } else {
      let end = position + Math.max(1, run);
      if (isDigit) while (/\d/.test(text[end] ?? "")) end += 1;
      at = exclude({ start: position, end, why: isDigit ? "code" : "part of a word" });
    }
  }
  return { quantities, notQuantities };
}

type Unnamed = Omit<Quantity, "text" | "scale">;

/** Where two values with thousands' commas run into each other and are nearly the same, their end. */
function gluedThousands(text: string, at: number): number | null {
  glued.lastIndex = at;
  const found = glued.exec(text)?.[0];
  if (found === undefined) return null;
  const groups = found.split(",");
  const odd = groups.findIndex((group, place) => place > 0 && group.length > 3);
  const middle = groups[odd]!;
  const [old, next] = [[...groups.slice(0, odd), middle.slice(0, 3)].join(""), [middle.slice(3), ...groups.slice(odd + 1)].join("")].map(
    Number,
  ) as [number, number];
  return groups.slice(odd + 1).every((group) => group.length === 3) && Math.min(old, next) * 1.5 > Math.max(old, next)
    ? glued.lastIndex
    : null;
}

/** Ratios, fractions, tenths and doublings. */
function readSpecial(text: string, at: number): Unnamed | null {
  const before = text[at - 1] ?? "";
  const isDigit = /\d/.test(text[at]!);
  if (isDigit) {
    ratio.lastIndex = at;
    const found = ratio.exec(text)?.[0];
    if (found && !/[\d.:：]/.test(before)) {
      const [left = "", right = ""] = found.split(/[:：]/).map((side) => side.trim());
      const looksLikeRatio =
        left === "1" || right === "1" || /比[例]?[为是约达到]{0,3}\s?$|[按以照]$/.test(text.slice(Math.max(0, at - 6), at));
      if (looksLikeRatio && !isZero(exact(right)) && !isZero(exact(left)) && left.length < 9 && right.length < 9)
        return ratioOf(text, at, found, left, right);
    }
    slash.lastIndex = at;
    const quotient = slash.exec(text)?.[0];
    if (quotient && !/[\d./]/.test(before) && !/[年月日号]/.test(text[at + quotient.length] ?? "")) {
      const [left = 0, right = 0] = quotient.split("/").map(Number);
      if (left > 0 && left < right && /[占约近达为超]$|^的/.test(before + text.slice(at + quotient.length, at + quotient.length + 1)))
        return shareOf(at, at + quotient.length, exact(left), exact(right), false, text);
    }
  }
  fractionOf.lastIndex = at;
  const parts = fractionOf.exec(text);
  if (parts) {
    const [whole, below = "", above = ""] = parts;
    const denominator = below === "万" ? { value: exact(10_000) } : (readChinese(below, 0) ?? readArabic(below, 0));
    const numerator = /^\d/.test(above) ? readArabic(above, 0) : readChinese(above, 0);
    if (denominator && numerator && !isZero(denominator.value)) {
      const share = shareOf(at, at + whole.length, numerator.value, denominator.value, below === "百", text);
      // 三分之一强, 三分之一弱.
      const rough = /^[强多余弱]/.exec(text.slice(at + whole.length))?.[0];
      if (rough === undefined) return share;
      const [low, high] = rough === "弱" ? ["0.85", "1"] : ["1", "1.15"];
      const interval = between(multiply(share.value, exact(low!)), multiply(share.value, exact(high!)));
      return { ...share, hedge: rough === "弱" ? "nearlyBelow" : "somewhatAbove", interval };
    }
  }
  if (isDigit) return null;
  tenths.lastIndex = at;
  const tenth = tenths.exec(text);
  if (tenth && !numeral.test(before)) {
    const [whole, tens = "", ones] = tenth;
    const value = exact(
      10 * Number(readChinese(tens, 0)!.value.numerator) + (ones === "半" ? 5 : ones ? Number(readChinese(ones, 0)!.value.numerator) : 0),
    );
    return hedged(
      text,
      at,
      at + whole.length,
      { value, step: exact(ones ? 1 : 10), end: 0, inside: null, scaled: true, decimals: 0 },
      "share",
      "%",
      true,
    );
  }
  doubling.lastIndex = at;
  const doubled = doubling.exec(text);
  if (doubled) {
    const times = doubled[1] ? Number(readChinese(doubled[1] === "两" ? "二" : doubled[1], 0)!.value.numerator) : 1;
    return {
      start: at,
      end: at + doubled[0].length,
      kind: "times",
      digits: { start: at, end: at + doubled[0].length },
      value: exact(2 ** times),
      step: exact(1),
      interval: point(exact(2 ** times)),
      unit: "番",
      hedge: null,
      chinese: true,
    };
  }
  return null;
}

function ratioOf(text: string, at: number, found: string, left: string, right: string): Unnamed {
  const end = at + found.length;
  const decimals = Math.max(left.split(".")[1]?.length ?? 0, right.split(".")[1]?.length ?? 0);
  const inverse = left === "1" && right !== "1";
  // 1：15 is read as 15：1: both words stand for the same limit in these reports.
  const value = inverse ? divide(exact(right), exact(left)) : divide(exact(left), exact(right));
  const step = divide(exact(1), exact(10n ** BigInt(decimals)));
  return hedged(text, at, end, { value, step, end, inside: null, scaled: true, decimals }, "ratio", ":1", false);
}

function shareOf(
  at: number,
  end: number,
  above: ReturnType<typeof exact>,
  below: ReturnType<typeof exact>,
  percent: boolean,
  text: string,
): Unnamed {
  const value = divide(multiply(above, exact(100)), below);
  return hedged(
    text,
    at,
    end,
    { value, step: exact(1), end, inside: null, scaled: !percent, decimals: 0 },
    "share",
    "%",
    true,
    percent ? undefined : 5,
  );
}

function hedged(
  text: string,
  at: number,
  end: number,
  number: NumberRead,
  kind: Quantity["kind"],
  unit: string,
  chinese: boolean,
  slack?: number,
): Unnamed {
  const before = hedgeBefore(text, at);
  const behind = hedgeBehind(text, end);
  const hedge = behind?.meaning ?? before?.meaning ?? null;
  const wide =
    slack === undefined || hedge
      ? meaningOf(number, false, hedge)
      : between(multiply(number.value, exact("0.97")), multiply(number.value, exact("1.03")));
  return {
    start: before?.start ?? at,
    end: behind?.end ?? end,
    kind,
    digits: { start: at, end },
    value: number.value,
    step: number.step,
    interval: wide,
    unit,
    hedge,
    chinese,
  };
}

function readQuantity(text: string, at: number, isDigit: boolean, spaced: boolean): Unnamed | null {
  const vague = readVague(text, at);
  const number: NumberRead | null = vague ?? (isDigit ? readArabic(text, at, spaced) : readChinese(text, at));
  if (!number) return null;
  const range = headRange(text, at, number, isDigit);
  const upper = range?.upper ?? number;
  let unit = readUnit(text, upper.end);
  if (unit?.unit === "级" && !isDigit) return null;
  if (!isDigit && !unit) {
    if (!vague && !number.inside && !/^[十百千万]/.test(text[at]!) && !(number.end - at >= 3)) return null;
    if (text[number.end - 1] === "大") return null;
    if (number.end - at < 3 && !number.inside) return null;
  }
  if (
    !isDigit &&
    unit &&
    number.end - at === 1 &&
    text[at] === "一" &&
    /^(?:批|种|层|节|部|道|国|对|周|篇|页|款|级|块|度|位难求|分|市|县|省|区|日|校|村|户|岗|张(?!证))/.test(
      text.slice(number.end, number.end + 3),
    )
  )
    return null;
  if (unit === null && isDigit && text.startsWith("年", upper.end)) unit = { end: upper.end + 1, unit: "年", whole: false };
  const sign = /[-−－]/.test(text[at - 1] ?? "") && beforeMinus.test(text.slice(Math.max(0, at - 5), at - 1)) ? -1 : 1;
  const before = hedgeBefore(text, sign < 0 ? at - 1 : at);
  const end = unit?.end ?? upper.end;
  const behind = hedgeBehind(text, end);
  if (
    (unit?.unit === "年" || unit?.unit === "个月") &&
    (before?.meaning === "nearlyBelow" || /[近前后上]$/.test(text.slice(at - 1, at))) &&
    !behind
  ) {
    const begin = before?.start ?? at;
    return {
      start: begin,
      end,
      kind: "number",
      digits: { start: at, end: number.end },
      value: number.value,
      step: number.step,
      interval: point(number.value),
      unit: "年（时段）",
      hedge: null,
      chinese: !isDigit,
    };
  }
  const hedge = number.inside ?? behind?.meaning ?? before?.meaning ?? null;
  const kind = range
    ? "range"
    : unit?.unit === "%" || unit?.unit === "‰"
      ? "share"
      : unit?.unit.endsWith("分点")
        ? "points"
        : unit?.unit === "倍"
          ? "times"
          : "number";
  const value = sign < 0 ? negate(number.value) : number.value;
  const plain = vague?.interval ?? (range ? between(range.low, range.high) : meaningOf(number, unit?.whole ?? true, hedge));
  return {
    start: before?.start ?? (sign < 0 ? at - 1 : at),
    end: behind?.end ?? end,
    kind,
    digits: { start: sign < 0 ? at - 1 : at, end: range ? upper.end : number.end },
    value: range ? range.middle : value,
    step: number.step,
    interval: sign < 0 ? scale(plain, exact(-1)) : plain,
    unit: unit?.unit ?? "",
    hedge,
    chinese: !isDigit,
  };
}
