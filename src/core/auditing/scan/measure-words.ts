/** Measure words and units as reports write them behind a number, and how far each is scaled. */
import { type Exact, exact } from "../../quantity/exact.ts";

export interface MeasureWord {
  /** As written. */
  readonly word: string;
  /** As the auditor compares it: 名 and 位 count 人. */
  readonly unit: string;
  /** Whether it counts whole things: then a plain integer is exact. */
  readonly whole: boolean;
}

const wholeWords =
  "人次 人 名 位 所 个 家 项 次 册 台 套 间 座 种 门 份 期 届 场 批 支 条 件 例 篇 处 班 对 类 户 部 本 张 床 幢 栋 辆 层 棵 株 枚 块 组 团 队 节 讲 堂 轮 趟 笔 宗 起 卷 幅 首 村 乡 镇 国 道 款 只 封 页 字 级 岁 校 县 区 市 省 社区 工位 股 门次 项次 场次 班次 人日 人天 课时 学时 学分 台套 周".split(
    " ",
  );
const measuredWords =
  "元/生 元/人 元/月 元/年 册/生 个/生 台/生 平方米/生 台/百生 人/班 平方米 平方公里 公顷 公里 千米 厘米 毫米 米 亩 美元 欧元 元 千瓦时 千瓦 吨 公斤 千克 小时 分钟 分 天 日 年 个月 月 秒 Mbps Mb Gbps GB TB MB G M 度 倍 兆".split(
    " ",
  );
/** Spelled otherwise, but the same unit. */
const same: Readonly<Record<string, string>> = {
  名: "人",
  位: "人",
  "人(次)": "人次",
  "人（次）": "人次",
  "台(套)": "台套",
  "台（套）": "台套",
  "件（套）": "件",
  "件(套)": "件",
  人天: "人日",
  "㎡": "平方米",
  "m²": "平方米",
  m2: "平方米",
  平米: "平方米",
  平方: "平方米",
  "元/人·年": "元/人",
  "元／生": "元/生",
  日: "天",
  块: "块",
};
const perMonth: Readonly<Record<string, string>> = {
  "元/月": "元",
  "元/年": "元",
  "元/生": "元",
  "元/人": "元",
  "册/生": "册",
  "个/生": "个",
  "台/生": "台",
  "平方米/生": "平方米",
};

const words: readonly MeasureWord[] = [
  ...wholeWords.map((word) => ({ word, unit: same[word] ?? word, whole: true })),
  ...measuredWords.map((word) => ({ word, unit: perMonth[word] ?? same[word] ?? word, whole: false })),
  ...Object.entries(same)
    .filter(([word]) => !wholeWords.includes(word) && !measuredWords.includes(word))
    .map(([word, unit]) => ({ word, unit, whole: wholeWords.includes(unit) })),
];

const byFirst = new Map<string, MeasureWord[]>();
for (const entry of [...words].sort((left, right) => right.word.length - left.word.length)) {
  const list = byFirst.get(entry.word[0]!);
  if (list) list.push(entry);
  else byFirst.set(entry.word[0]!, [entry]);
}

/** The longest measure word at `at`, or null. */
export function measureWordAt(text: string, at: number): MeasureWord | null {
  // 甲1104人，乙687人次之: who comes next, and no person-times.
  const next = text.startsWith("人次之", at);
  return byFirst.get(text[at] ?? "")?.find((entry) => text.startsWith(entry.word, at) && !(next && entry.word === "人次")) ?? null;
}

const scales: readonly (readonly [string, Exact])[] = [
  ["万亿", exact(1_000_000_000_000n)],
  ["千万", exact(10_000_000)],
  ["百万", exact(1_000_000)],
  ["十万", exact(100_000)],
  ["亿", exact(100_000_000)],
  ["万", exact(10_000)],
  ["千", exact(1000)],
  ["百", exact(100)],
];
/** Units that begin with a scale's sign: 千米 is no thousand metres' worth of 米 in counting. */
const notScaled = ["千米", "千瓦", "千克", "百分", "千分", "百生"];

/** 万, 亿, 千 … at `at`: its sign and factor; null where none stands. */
export function scaleAt(text: string, at: number): { readonly sign: string; readonly factor: Exact } | null {
  if (notScaled.some((word) => text.startsWith(word, at))) return null;
  const found = scales.find(([sign]) => text.startsWith(sign, at));
  return found ? { sign: found[0], factor: found[1] } : null;
}
