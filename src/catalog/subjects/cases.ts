/**
 * Cases and section material (案例与章节素材): the prose that only people can write. Each level hands in
 * texts by section of the outline; a case is a text of section "case", listed with its facts in a register.
 */
import { share } from "../../core/definition/formula.ts";
import { column, compareValues, implies, isIn, literal, not, present } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";

const materialNote = "按编写大纲的章节填写：章节、标题、正文。典型案例的章节填“案例”。正文中凡台账已有的数字应引用指标，不要手写；手写的数字在报告中单独标注来源。只写本年度的事，不写“今年”“目前”，不写个人姓名。";

const material = (code: string, zh: string, en: string, reportedBy: "school" | "county" | "city", department: string): LedgerInput => ({ kind: "material", code, zh, en, reportedBy: [reportedBy], department, note: materialNote });

const catalogue: LedgerInput = {
  kind: "register",
  code: "cases.catalogue",
  zh: "典型案例目录",
  en: "Cases",
  reportedBy: ["school", "county", "city"],
  department: "办公室",
  note: "一行一个案例，标题与章节素材中的标题一致。图片只登记张数和文件名，图片文件另行随附。",
  naturalKey: ["title"],
  columns: [
    { code: "title", zh: "案例标题", en: "Title", type: "text", required: true, aliases: ["标题", "案例名称"] },
    { code: "theme", zh: "案例主题", en: "Theme", type: "choice", choices: "caseTheme", required: true, aliases: ["主题", "类别"] },
    { code: "author", zh: "撰写单位（部门）", en: "Written by", type: "text", required: true, note: "填单位或部门，不填个人", aliases: ["撰写单位", "作者单位"] },
    { code: "period", zh: "事实发生年度", en: "Year of the facts", type: "integer", unit: "年", required: true, aliases: ["年度"] },
    { code: "characters", zh: "正文字数", en: "Characters", type: "integer", unit: "个", required: true, aliases: ["字数"] },
    { code: "pictures", zh: "图片张数", en: "Pictures", type: "integer", unit: "个", required: false, aliases: ["图片", "图片数"] },
    { code: "pictureFiles", zh: "图片文件名", en: "Picture files", type: "text", required: false, note: "多个以顿号分隔", aliases: ["图片文件"] },
    { code: "level", zh: "入选级别", en: "Recognised by", type: "choice", choices: "caseLevel", required: true, aliases: ["级别", "获评级别"] },
    { code: "body", zh: "评选（发布）单位", en: "Body", type: "text", required: false, aliases: ["评选单位", "发布单位"] },
    { code: "document", zh: "文号或网址", en: "Document", type: "text", required: false, aliases: ["文号", "网址"] },
  ],
  elements: [
    { code: "cases.submitted", zh: "典型案例数", en: "Cases", unit: "个", better: "higher", aliases: ["案例数", "典型案例", "特色案例"], from: { aggregate: { kind: "count" }, by: { caseTheme: "theme" } } },
    {
      code: "cases.recognised",
      zh: "市级以上入选案例数",
      en: "Recognised cases",
      unit: "个",
      better: "higher",
      aliases: ["入选案例", "优秀案例"],
      from: { aggregate: { kind: "count" }, where: isIn("level", "national", "province", "city"), by: { caseLevel: "level" } },
    },
    { code: "cases.pictures", zh: "案例图片数", en: "Pictures", unit: "个", aliases: ["案例配图"], from: { aggregate: { kind: "sum", column: "pictures" } } },
  ],
};

const choice: LedgerInput = {
  kind: "register",
  code: "cases.choice",
  zh: "案例与素材选用表",
  en: "Chosen for the city's report",
  reportedBy: ["city"],
  department: "职成教科",
  note: "市级报告选用下级单位的案例和章节素材，一行一篇，标题与报送标题一致；市级自己的素材在素材表中勾选，不在此填。",
  naturalKey: ["organisation", "title"],
  columns: [
    { code: "organisation", zh: "报送机构代码", en: "Organisation", type: "text", required: true, pattern: "\\d{6}(-\\d{2,})?", aliases: ["机构代码", "报送单位代码"] },
    { code: "title", zh: "标题", en: "Title", type: "text", required: true, aliases: ["案例标题", "素材标题"] },
    { code: "reason", zh: "选用理由", en: "Reason", type: "text", required: false, aliases: ["理由"] },
  ],
  elements: [{ code: "cases.chosen", zh: "市级报告选用篇数", en: "Texts chosen", unit: "篇", aliases: ["选用篇数"], from: { aggregate: { kind: "count" } } }],
};

export const cases = defineSubject({
  code: "cases",
  zh: "案例与章节素材",
  en: "Cases and material",
  ledgers: [
    material("cases.schoolMaterial", "学校章节素材", "Section material of the school", "school", "办公室"),
    material("cases.countyMaterial", "县（市、区）章节素材", "Section material of the county", "county", "职成教股"),
    material("cases.cityMaterial", "市级章节素材", "Section material of the city", "city", "职成教科"),
    catalogue,
    choice,
  ],
  indicators: [
    {
      code: "cases.recognisedShare",
      zh: "案例入选比例",
      en: "Share of cases recognised",
      formula: share("cases.recognised", "cases.submitted"),
      unit: "%",
      base: "占典型案例数",
      better: "higher",
      aliases: ["案例入选率"],
      note: "市级以上入选案例÷典型案例数×100%。",
      source: unverified("本系统按台账定义"),
      example: { inputs: { "cases.recognised": "3", "cases.submitted": "12" }, gives: "25.0" },
    },
  ],
  checks: [
    {
      code: "cases.length",
      zh: "案例正文不超过1000字",
      en: "A case has at most 1000 characters",
      finding: "FORMAT",
      tier: "warning",
      at: ["school", "county", "city"],
      since: 2021,
      source: verified("上海市教育委员会关于编制2022年职业教育质量年度报告的通知（2021年）：案例每篇不超过1000字"),
      rule: { kind: "rows", ledger: "cases.catalogue", holds: compareValues(column("characters"), "≤", literal(1000)) },
      repair: "压缩正文，保留做法与成效数据。",
      passes: [{ year: 2022, rows: { "cases.catalogue": [{ characters: "980" }] } }],
      fails: [{ year: 2022, rows: { "cases.catalogue": [{ characters: "1600" }] } }],
    },
    {
      code: "cases.notEmpty",
      zh: "案例正文不少于200字",
      en: "A case is more than a headline",
      finding: "OUTLINE",
      tier: "warning",
      at: ["school", "county", "city"],
      rule: { kind: "rows", ledger: "cases.catalogue", holds: compareValues(column("characters"), "≥", literal(200)) },
      repair: "补充做法、数据与成效。",
      passes: [{ rows: { "cases.catalogue": [{ characters: "600" }] } }],
      fails: [{ rows: { "cases.catalogue": [{ characters: "60" }] } }],
    },
    {
      code: "cases.recognisedBody",
      zh: "入选案例写明评选单位",
      en: "A recognised case names the body",
      finding: "SCOPE",
      tier: "warning",
      at: ["school", "county", "city"],
      rule: { kind: "rows", ledger: "cases.catalogue", holds: implies(not(isIn("level", "none")), present("body")) },
      repair: "补填评选（发布）单位及文号。",
      passes: [
        {
          rows: {
            "cases.catalogue": [
              { level: "province", body: "省教育厅" },
              { level: "none", body: null },
            ],
          },
        },
      ],
      fails: [{ rows: { "cases.catalogue": [{ level: "province", body: null }] } }],
    },
    {
      code: "cases.picturesNamed",
      zh: "有图片的案例写明文件名",
      en: "Pictures are named",
      finding: "FORMAT",
      tier: "note",
      at: ["school", "county", "city"],
      rule: { kind: "rows", ledger: "cases.catalogue", holds: implies(compareValues(column("pictures"), ">", literal(0)), present("pictureFiles")) },
      repair: "补填图片文件名，便于排版时取用。",
      passes: [
        {
          rows: {
            "cases.catalogue": [
              { pictures: "2", pictureFiles: "01.jpg、02.jpg" },
              { pictures: "0", pictureFiles: null },
            ],
          },
        },
      ],
      fails: [{ rows: { "cases.catalogue": [{ pictures: "2", pictureFiles: null }] } }],
    },
    {
      code: "cases.once",
      zh: "案例标题不重复",
      en: "A case is listed once",
      finding: "DUP",
      tier: "proof",
      at: ["school", "county", "city"],
      rule: { kind: "uniqueRows", ledger: "cases.catalogue", columns: ["title"] },
      repair: "删去重复行。",
      passes: [{ rows: { "cases.catalogue": [{ title: "甲" }, { title: "乙" }] } }],
      fails: [{ rows: { "cases.catalogue": [{ title: "甲" }, { title: "甲" }] } }],
    },
  ],
});
