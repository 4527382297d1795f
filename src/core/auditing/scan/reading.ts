/** Reads the number that stands at a place of a folded text: digits, scale, hedges, unit; and what it can mean. */
import { type HedgeMeaning, hedgedInterval, hedges } from "../../language/hedge.ts";
import { parseNumeral } from "../../language/numeral.ts";
import { add, type Exact, exact, fraction, multiply, one, subtract } from "../../quantity/exact.ts";
import { between, type Interval, point } from "../../quantity/interval.ts";
import { numeralSigns } from "./chinese-exclusions.ts";
import { measureWordAt, scaleAt } from "./measure-words.ts";

/** A bare number with its scale. */
export interface NumberRead {
  readonly end: number;
  readonly value: Exact;
  readonly step: Exact;
  /** 余, 多, 几 between the digits and the unit. */
  readonly inside: HedgeMeaning | null;
  readonly scaled: boolean;
  readonly decimals: number;
}

const arabic =
  /\d{1,3}(?:, ?\d{3}){1,5}(?![\d])(?:\.\d{1,8})?|\d{1,3}(?: \d{3}){1,5}(?!\d| \d)(?:\.\d{1,8})?|\d{1,4}(?: \. ?|\. )\d{1,2}(?=\s?(?:%|％|‰|个百分点|平方米|万|亿|元))|\d{1,20}(?:\.\d{1,20})?/y;
const pairOfThree = /^(\d{3}) (\d{3})$/;
const vague: Readonly<Record<string, Exact>> = {
  十: exact(10),
  百: exact(100),
  千: exact(1000),
  万: exact(10_000),
  亿: exact(100_000_000),
};

/** `spaced` says that the text groups its thousands by spaces. */
export function readArabic(text: string, at: number, spaced = false): NumberRead | null {
  arabic.lastIndex = at;
  let found = arabic.exec(text)?.[0];
  if (found === undefined || found.length > 24) return null;
  // 330 367家: two values of one size are an old and a new one rather than 330367.
  const [, left, right] = pairOfThree.exec(found) ?? [];
  if (
    left &&
    right &&
    !spaced &&
    !/^ ?(?:平方米|元|万|亿|㎡|册|m)/.test(text.slice(at + found.length, at + found.length + 4)) &&
    Number(right) > Number(left) * 0.67 &&
    Number(right) < Number(left) * 1.5
  )
    found = left;
  const plain = found.replace(/[, ]/g, "");
  const decimals = plain.split(".")[1]?.length ?? 0;
  let end = at + found.length;
  let factor = one;
  let scaled = false;
  let inside = insideHedge(text, end);
  if (inside) end += 1;
  const gap = text[end] === " " && scaleAt(text, end + 1) && /[万亿]/.test(text[end + 1]!) ? 1 : 0;
  const scale = scaleAt(text, end + gap);
  if (scale) {
    factor = scale.factor;
    scaled = true;
    end += gap + scale.sign.length;
    if (!inside && insideHedge(text, end)) {
      inside = "somewhatAbove";
      end += 1;
    }
  }
  return {
    end,
    value: multiply(exact(plain), factor),
    step: multiply(fraction(1n, 10n ** BigInt(decimals)), factor),
    inside,
    scaled,
    decimals,
  };
}

function insideHedge(text: string, at: number): HedgeMeaning | null {
  if (!/[余多几]/.test(text[at] ?? "")) return null;
  return /^(?:样|元化|彩|媒体|功能|层次|渠道|方|维|地|校|部门|角度|年来)/.test(text.slice(at + 1, at + 4)) ? null : "somewhatAbove";
}

const run = new RegExp(`[${numeralSigns}]+(?:点[零〇一二三四五六七八九]{1,8})?`, "y");

/** The length of the numeral run at `at`; 0 for none. */
export function chineseRun(text: string, at: number): number {
  run.lastIndex = at;
  return run.exec(text)?.[0].length ?? 0;
}

export function readChinese(text: string, at: number): NumberRead | null {
  const length = chineseRun(text, at);
  if (length === 0 || length > 24) return null;
  let end = at + length;
  const written = text.slice(at, end);
  // 逾万人: a hedge makes a number of the bare sign.
  const value = written === "万" && hedgeBefore(text, at) ? vague.万! : /^(?:万|亿|万亿)$/.test(written) ? null : parseNumeral(written);
  if (value === null) return null;
  const last = written.at(-1)!;
  const scaled = "万亿".includes(last) && written.length > 1;
  const inside = insideHedge(text, end);
  let factor = one;
  if (inside) {
    end += 1;
    const scale = scaleAt(text, end);
    if (scale && /[万亿]/.test(scale.sign)) {
      factor = scale.factor;
      end += scale.sign.length;
    }
  }
  return { end, value: multiply(value, factor), step: scaled ? vague[last]! : one, inside, scaled, decimals: 0 };
}

const roughWord = /[数几上好]几?[十百千万亿]{1,2}/y;

/** 数十, 几百, 上千 …: the interval that such a word can mean. */
export function readVague(text: string, at: number): (NumberRead & { readonly interval: Interval }) | null {
  roughWord.lastIndex = at;
  const word = roughWord.exec(text)?.[0];
  if (!word) return null;
  const step = [...word.replace(/^[数几上好]几?/, "")].reduce((product, sign) => multiply(product, vague[sign]!), one);
  const high = multiply(step, exact(10));
  const open = word.startsWith("上") ? between(step, high, { high: "open" }) : between(step, high, { high: "open" });
  return { end: at + word.length, value: step, step, inside: null, scaled: true, decimals: 0, interval: open };
}

export interface UnitRead {
  readonly end: number;
  readonly unit: string;
  readonly whole: boolean;
}

const percent = /\s?(?:%|‰|(?:个)?百分点|(?:个)?千分点)/y;

const persons =
  /^(?:应届|往届|就业|毕业|在校|在籍|贫困|困难|农村|中职|高职|高校|普通|全日制|残疾|随迁|留守|技能|技术){0,2}(?:学生|毕业生|新生|考生|在校生|教师|教职工|幼儿|儿童|农民工?|劳动者|人才)/;

/** The unit behind a number, or null. */
export function readUnit(text: string, at: number): UnitRead | null {
  percent.lastIndex = at;
  const sign = percent.exec(text)?.[0];
  if (sign !== undefined) {
    const trimmed = sign.trim();
    const unit = trimmed === "%" || trimmed === "‰" ? trimmed : trimmed.includes("百") ? "个百分点" : "个千分点";
    return { end: at + sign.length, unit, whole: false };
  }
  const gap = text[at] === " " ? 1 : 0;
  const word = measureWordAt(text, at + gap);
  // 520.54万就业学生: the measure word is left out behind 万.
  if (!word && /[万亿]/.test(text[at - 1] ?? "") && persons.test(text.slice(at, at + 12))) return { end: at, unit: "人", whole: true };
  if (!word || isWord(text, at + gap, word.word)) return null;
  return { end: at + gap + word.word.length, unit: word.unit, whole: word.whole };
}

/** Signs that look like a measure word but begin another word: 个性, 项目, 级别, 年级, 分别 … */
const begun: Readonly<Record<string, RegExp>> = {
  项: /^项目(?!的)/,
  年: /^年级/,
  分: /^分(?:别|类|之|层|期|批|管|步|布)/,
  人: /^人(?:才|员|均|社|数|工|文|力|民)/,
  名: /^名(?:列|称|校|师工作室)/,
  家: /^家(?:长|庭|访|政)/,
  次: /^次(?:日|月|年)/,
  对: /^对(?:口|接|应|于|外|学|社|全|教)/,
  本: /^本(?:科|地|校|市|年|土)/,
  部: /^部(?:门|分|署|级|省)/,
  级: /^级(?:别)/,
  校: /^校(?:企|内|外|长|园|级|地|本)/,
  市: /^市(?:级|场|直|属|区|域|教)/,
  县: /^县(?:级|域|区)/,
  省: /^省(?:级|内|外|市)/,
  国: /^国(?:家|际|内|赛)/,
  区: /^区(?:域|级|县)/,
  层: /^层(?:次|面|级)/,
  组: /^组(?:织|成|建)/,
  日: /^日(?:常|均|益)/,
  天: /^天(?:津)/,
  道: /^道(?:德|路)/,
  块: /^块状/,
  场: /^场(?:地|馆|所)/,
  期: /^期(?:间|望|末|刊)/,
  类: /^类(?:别|似|型)/,
  月: /^月(?:均|度)/,
  节: /^节(?:点|目|约|假)/,
  件: /^件(?:套)/,
  度: /^度(?:假)/,
  支: /^支(?:持|付|出|部|撑|教)/,
  台: /^台(?:账|阶)/,
  周: /^周(?:期|边|转|年)/,
  位: /^位(?:于|列|居|置|次)/,
  门: /^门(?:户|类)/,
  种: /^种(?:植|类|养)/,
  班: /^班(?:级|主任|子|长|会)/,
  所: /^所(?:有|在|属|学|需|以)/,
  条: /^条(?:件|例)/,
  元: /^元(?:旦|素|培(?![训养育])|制)/,
  户: /^户(?:籍|外)/,
  幅: /^幅度/,
  段: /^段/,
};

function isWord(text: string, at: number, word: string): boolean {
  if (word.length > 1) return false;
  if (
    word === "项" ||
    word === "班" ||
    word === "户" ||
    word === "部" ||
    word === "名" ||
    word === "家" ||
    word === "人" ||
    word === "所" ||
    word === "位" ||
    word === "门" ||
    word === "种" ||
    word === "类" ||
    word === "场" ||
    word === "期"
  )
    return false;
  return begun[word]?.test(text.slice(at, at + 5)) ?? false;
}

const beforeHedges = hedges.filter((hedge) => hedge.position === "before");
const hedgeEnds = new Set(beforeHedges.map(({ word }) => word.at(-1)));
const behindHedges = hedges.filter((hedge) => hedge.position === "behind");
/** Words that end like a hedge and are none: 附近, 节约, 签约 … */
const noHedge = /(?:附近|最近|临近|靠近|亲近|节约|签约|合约|预约|集约|条约|简约|契约|制约|履约|赶超|反超|首超|高超)$/;

/** The hedge before the number: its start and meaning. */
export function hedgeBefore(text: string, at: number): { readonly start: number; readonly meaning: HedgeMeaning } | null {
  const end = text[at - 1] === " " ? at - 1 : at;
  const before = text.slice(Math.max(0, end - 5), end);
  if (!hedgeEnds.has(before.at(-1))) return null;
  const found = beforeHedges.find((hedge) => before.endsWith(hedge.word));
  return found && !noHedge.test(before) ? { start: end - found.word.length, meaning: found.meaning } : null;
}

export function hedgeBehind(text: string, at: number): { readonly end: number; readonly meaning: HedgeMeaning } | null {
  const found = behindHedges.find((hedge) => text.startsWith(hedge.word, at));
  if (!found) return null;
  // 副高以上职称, 本科及以上学历 name a class; 50人以上 hedges a number.
  return { end: at + found.word.length, meaning: found.meaning };
}

/** What the printed number can mean: exact for whole things, within half a place otherwise; a hedge widens it. */
export function meaningOf(number: NumberRead, whole: boolean, hedge: HedgeMeaning | null): Interval {
  if (hedge) return hedgedInterval(number.value, hedge);
  if (whole && !number.scaled && number.decimals === 0) return point(number.value);
  const half = multiply(number.step, fraction(1n, 2n));
  return between(subtract(number.value, half), add(number.value, half));
}
