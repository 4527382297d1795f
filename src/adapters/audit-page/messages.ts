/** Every word that the audit's page says of its own accord, in both languages; `{name}` marks a parameter. */
import type { Bilingual } from "../../core/auditing/finding.ts";

export type Language = "zh" | "en";

export const messages = {
  pageTitle: { zh: "审核结果：{title}", en: "Audit: {title}" },
  heading: { zh: "报告审核结果", en: "Audit of the report" },
  skipToText: { zh: "跳到正文", en: "Skip to the text" },
  skipToFindings: { zh: "跳到问题清单", en: "Skip to the findings" },
  findings: { zh: "问题清单", en: "Findings" },
  text: { zh: "报告原文", en: "Text of the report" },
  summary: { zh: "概况", en: "Summary" },
  file: { zh: "文件", en: "File" },
  year: { zh: "年度", en: "Year" },
  yearUnknown: { zh: "未识别", en: "not recognised" },
  characters: { zh: "字符", en: "Characters" },
  quantities: { zh: "数量", en: "Quantities" },
  notQuantities: { zh: "非数量数字", en: "Other numerals" },
  relations: { zh: "数量关系", en: "Relations" },
  relationsOf: { zh: "检验 {tested} 组，成立 {held} 组", en: "{tested} tested, {held} held" },
  count: { zh: "{count} 条", en: "{count}" },
  echoesCounted: { zh: "另有连带问题 {count} 条，列于其根源之下，不重复计数。", en: "{count} echoes are listed beneath their root and not counted again." },
  none: {
    zh: "未发现问题。已检验数量关系 {tested} 组，成立 {held} 组。",
    en: "No finding. {tested} relations were tested and {held} of them held.",
  },
  rest: { zh: "其余 {count} 组未能判定成立。", en: "The other {count} could not be said to hold." },
  untested: {
    zh: "有 {count} 个数量不在任何可检验的关系之中，其正误未作判断。",
    en: "{count} quantities stand in no relation that could be tested; nothing is said of whether they are right.",
  },
  nothingTested: {
    zh: "没有找到可以检验的数量关系：本页没有问题，不等于报告没有问题。",
    en: "No relation could be tested: that this page has no finding does not mean that the report has no fault.",
  },
  coverage: { zh: "各章检验范围", en: "What was tested, by chapter" },
  chapter: { zh: "章", en: "Chapter" },
  inRelations: { zh: "可检验", en: "In relations" },
  tested: { zh: "检验", en: "Tested" },
  held: { zh: "成立", en: "Held" },
  notTested: { zh: "未检验", en: "not tested" },
  noChapters: { zh: "未识别出章节。", en: "No chapter was recognised." },
  outline: { zh: "大纲完整度", en: "Outline" },
  outlineOf: { zh: "{outline}：应有 {required} 项，已有 {present} 项", en: "{outline}: {present} of {required} required items present" },
  grade: { zh: "{grade} 级", en: "Grade {grade}" },
  missing: { zh: "缺少：", en: "Missing: " },
  noOutline: { zh: "未对照大纲", en: "not compared with an outline" },
  filterTier: { zh: "按性质", en: "By tier" },
  filterCode: { zh: "按类别", en: "By code" },
  all: { zh: "全部显示", en: "Show all" },
  shown: { zh: "显示 {shown} / {total} 条", en: "{shown} of {total} shown" },
  proof: { zh: "算式", en: "Working" },
  places: { zh: "位置", en: "Places" },
  placeOfFault: { zh: "所在", en: "at" },
  placeOfProof: { zh: "佐证", en: "see" },
  pointInText: { zh: "（此处）", en: "(here)" },
  suggestions: { zh: "建议", en: "Suggestions" },
  suggestionsRemark: { zh: "修改建议仅供参考，请核实后采用；本页不改动原文。", en: "Suggestions are to be verified before use; this page changes nothing in the report." },
  echoes: { zh: "连带问题", en: "Echoes" },
  echoOf: { zh: "源自", en: "Echo of" },
  alsoHere: { zh: "此处还有", en: "Also here" },
  close: { zh: "关闭", en: "Close" },
  label: { zh: "指标", en: "Label" },
  value: { zh: "数值", en: "Value" },
  period: { zh: "时间", en: "Period" },
  scope: { zh: "范围", en: "Scope" },
  aspect: { zh: "性质", en: "Aspect" },
  hedge: { zh: "约数", en: "Hedge" },
  stored: { zh: "数据", en: "Data" },
  unknown: { zh: "未写明", en: "not stated" },
  tieEqual: { zh: "与数据一致", en: "agrees with the data" },
  tieDifferent: { zh: "与数据不符", en: "differs from the data" },
  tieUnknown: { zh: "数据中没有", en: "not in the data" },
  legendPlain: { zh: "已识别的数量", en: "quantity found" },
  legend: { zh: "图例", en: "Key" },
  inserted: { zh: "修订插入：{author}", en: "inserted by {author}" },
  deleted: { zh: "修订删除：{author}", en: "deleted by {author}" },
  table: { zh: "表格", en: "Table" },
  notes: { zh: "注释与页边文字", en: "Notes and text beside the flow" },
  footnote: { zh: "脚注", en: "Footnote" },
  endnote: { zh: "尾注", en: "Endnote" },
  textBox: { zh: "文本框", en: "Text box" },
  header: { zh: "页眉", en: "Header" },
  footer: { zh: "页脚", en: "Footer" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type MessageId = keyof typeof messages;

/** The words in the page's language with its parameters filled in. */
export function say(id: MessageId, language: Language, parameters: Readonly<Record<string, string | number>> = {}): string {
  return messages[id][language].replace(/\{([a-z]+)\}/g, (_, name: string) => String(parameters[name] ?? ""));
}

export const aspectNames: Readonly<Record<string, Bilingual>> = {
  level: { zh: "数值", en: "level" },
  part: { zh: "部分", en: "part" },
  share: { zh: "占比", en: "share" },
  rate: { zh: "比率", en: "rate" },
  ratio: { zh: "比值", en: "ratio" },
  perHead: { zh: "人均", en: "per head" },
  change: { zh: "增减量", en: "change" },
  growth: { zh: "增减幅", en: "growth" },
  plan: { zh: "计划", en: "plan" },
  rank: { zh: "位次", en: "rank" },
  rule: { zh: "标准", en: "rule" },
};

export const hedgeNames: Readonly<Record<string, Bilingual>> = {
  nearlyBelow: { zh: "略低于", en: "just below" },
  somewhatAbove: { zh: "略高于", en: "somewhat above" },
  around: { zh: "约为", en: "around" },
  atLeast: { zh: "不低于", en: "at least" },
  above: { zh: "高于", en: "above" },
  atMost: { zh: "不高于", en: "at most" },
  below: { zh: "低于", en: "below" },
};
