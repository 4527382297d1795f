/** Improvement (问题与改进): problems and measures as registers that live on from year to year, and capacity planning. */
import { share } from "../../core/definition/formula.ts";
import { all, column, compareValues, implies, isIn, present } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";
import { capacityChecks, capacityForm, capacityIndicators } from "./improvement-capacity.ts";

const outline = verified("教职成厅函〔2016〕2号：年度报告应包括主要问题和改进措施");

const problems: LedgerInput = {
  kind: "register",
  code: "improvement.problems",
  zh: "问题台账",
  en: "Problems",
  reportedBy: ["school", "county", "city"],
  department: "办公室",
  note: "各级填自己的问题，不汇总下级。问题未解决的，次年继续保留。",
  source: outline,
  naturalKey: ["title"],
  columns: [
    { code: "title", zh: "问题", en: "Problem", type: "text", required: true, aliases: ["问题名称", "存在问题", "主要问题"] },
    { code: "kind", zh: "问题类别", en: "Kind", type: "choice", choices: "problemKind", required: true, aliases: ["类别"] },
    { code: "description", zh: "具体表现", en: "Description", type: "text", required: true, note: "写事实和数字，可引用指标", aliases: ["表现", "问题描述"] },
    { code: "cause", zh: "原因分析", en: "Cause", type: "text", required: false, aliases: ["原因"] },
    { code: "source", zh: "问题来源", en: "Raised by", type: "choice", choices: "problemSource", required: true, aliases: ["来源"] },
    { code: "raisedIn", zh: "首次提出年度", en: "First raised in", type: "integer", unit: "年", required: true, aliases: ["提出年度"] },
    { code: "solved", zh: "是否解决", en: "Solved", type: "boolean", required: true, aliases: ["已解决"] },
  ],
  elements: [
    { code: "improvement.problemCount", zh: "问题数", en: "Problems", unit: "个", rollUp: "own", aliases: ["主要问题", "存在问题"], from: { aggregate: { kind: "count" }, by: { problemKind: "kind" } } },
    {
      code: "improvement.problemsSolved",
      zh: "已解决的问题",
      en: "Problems solved",
      unit: "个",
      rollUp: "own",
      better: "higher",
      aliases: ["解决问题"],
      from: { aggregate: { kind: "count" }, where: { kind: "in", column: "solved", values: ["true"] } },
    },
  ],
};

const measures: LedgerInput = {
  kind: "register",
  code: "improvement.measures",
  zh: "改进措施台账",
  en: "Measures",
  reportedBy: ["school", "county", "city"],
  department: "办公室",
  note: "一行一条措施，写明针对的问题、责任部门和完成时限；完成的附佐证材料名称。责任填部门，不填个人。",
  source: outline,
  naturalKey: ["title"],
  columns: [
    { code: "title", zh: "改进措施", en: "Measure", type: "text", required: true, aliases: ["措施", "措施名称"] },
    { code: "problem", zh: "针对的问题", en: "Problem", type: "text", required: true, note: "与问题台账的“问题”一致", aliases: ["对应问题"] },
    { code: "owner", zh: "责任部门", en: "Owner", type: "text", required: true, aliases: ["责任单位", "牵头部门", "责任人（部门）"] },
    { code: "startedOn", zh: "开始日期", en: "Start", type: "date", required: false, aliases: ["启动日期"] },
    { code: "dueOn", zh: "完成时限", en: "Due", type: "date", required: true, aliases: ["时限", "计划完成日期"] },
    { code: "state", zh: "措施状态", en: "State", type: "choice", choices: "measureState", required: true, aliases: ["状态", "进展"] },
    { code: "doneOn", zh: "完成日期", en: "Done on", type: "date", required: false, aliases: ["实际完成日期"] },
    { code: "evidence", zh: "佐证材料", en: "Evidence", type: "text", required: false, aliases: ["佐证", "成效与佐证"] },
    { code: "detail", zh: "具体做法", en: "What is done", type: "text", required: false, aliases: ["做法", "措施内容"] },
  ],
  elements: [
    { code: "improvement.measureCount", zh: "改进措施数", en: "Measures", unit: "项", rollUp: "own", better: "higher", aliases: ["改进措施", "整改措施"], from: { aggregate: { kind: "count" }, by: { measureState: "state" } } },
    { code: "improvement.measuresDone", zh: "已完成的改进措施", en: "Measures done", unit: "项", rollUp: "own", better: "higher", aliases: ["完成措施"], from: { aggregate: { kind: "count" }, where: isIn("state", "done") } },
    {
      code: "improvement.measuresLate",
      zh: "逾期完成的改进措施",
      en: "Measures done late",
      unit: "项",
      rollUp: "own",
      better: "lower",
      aliases: ["逾期措施"],
      from: { aggregate: { kind: "count" }, where: all(isIn("state", "done"), compareValues(column("doneOn"), ">", column("dueOn"))) },
    },
  ],
};

const levels = ["school", "county", "city"] as const;

export const improvement = defineSubject({
  code: "improvement",
  zh: "问题与改进",
  en: "Improvement",
  ledgers: [problems, measures, capacityForm],
  indicators: [
    ...capacityIndicators,
    {
      code: "improvement.measuresDoneShare",
      zh: "改进措施完成率",
      en: "Share of measures done",
      formula: share("improvement.measuresDone", "improvement.measureCount"),
      unit: "%",
      base: "占改进措施数",
      better: "higher",
      aliases: ["整改完成率", "措施落实率"],
      note: "已完成的改进措施÷改进措施×100%；已终止的也在分母中。",
      source: unverified("本系统按台账定义"),
      example: { inputs: { "improvement.measuresDone": "3", "improvement.measureCount": "8" }, gives: "37.5" },
    },
    {
      code: "improvement.problemsSolvedShare",
      zh: "问题解决率",
      en: "Share of problems solved",
      formula: share("improvement.problemsSolved", "improvement.problemCount"),
      unit: "%",
      base: "占问题数",
      better: "higher",
      aliases: ["整改率"],
      note: "已解决的问题÷问题×100%。",
      source: unverified("本系统按台账定义"),
      example: { inputs: { "improvement.problemsSolved": "1", "improvement.problemCount": "4" }, gives: "25.0" },
    },
  ],
  checks: [
    ...capacityChecks,
    {
      code: "improvement.doneProven",
      zh: "已完成的措施有完成日期和佐证",
      en: "A measure done has its date and evidence",
      finding: "OUTLINE",
      tier: "warning",
      at: levels,
      rule: { kind: "rows", ledger: "improvement.measures", holds: implies(isIn("state", "done"), all(present("doneOn"), present("evidence"))) },
      repair: "补填完成日期和佐证材料名称；尚未完成的改状态。",
      passes: [
        {
          rows: {
            "improvement.measures": [
              { state: "done", doneOn: "2019-12-01", evidence: "验收单" },
              { state: "running", doneOn: null, evidence: null },
            ],
          },
        },
      ],
      fails: [{ rows: { "improvement.measures": [{ state: "done", doneOn: "2019-12-01", evidence: null }] } }],
    },
    {
      code: "improvement.doneOnTime",
      zh: "措施在时限内完成",
      en: "A measure is done by its date",
      finding: "STALE",
      tier: "note",
      at: levels,
      rule: { kind: "rows", ledger: "improvement.measures", holds: compareValues(column("doneOn"), "≤", column("dueOn")) },
      repair: "逾期完成的在报告中说明原因。",
      passes: [
        {
          rows: {
            "improvement.measures": [
              { doneOn: "2019-12-01", dueOn: "2019-12-31" },
              { doneOn: null, dueOn: "2019-12-31" },
            ],
          },
        },
      ],
      fails: [{ rows: { "improvement.measures": [{ doneOn: "2020-01-15", dueOn: "2019-12-31" }] } }],
    },
    {
      code: "improvement.measureDates",
      zh: "措施日期先后合理",
      en: "A measure ends after it starts",
      finding: "RANGE",
      tier: "proof",
      at: levels,
      rule: { kind: "rows", ledger: "improvement.measures", holds: all(compareValues(column("dueOn"), "≥", column("startedOn")), compareValues(column("doneOn"), "≥", column("startedOn"))) },
      repair: "核对开始、时限与完成日期。",
      passes: [{ rows: { "improvement.measures": [{ startedOn: "2019-03-01", dueOn: "2019-12-31", doneOn: "2019-12-01" }] } }],
      fails: [{ rows: { "improvement.measures": [{ startedOn: "2019-03-01", dueOn: "2018-12-31", doneOn: null }] } }],
    },
    {
      code: "improvement.problemOnce",
      zh: "问题不重复",
      en: "A problem is listed once",
      finding: "DUP",
      tier: "proof",
      at: levels,
      rule: { kind: "uniqueRows", ledger: "improvement.problems", columns: ["title"] },
      repair: "合并重复的问题。",
      passes: [{ rows: { "improvement.problems": [{ title: "甲" }, { title: "乙" }] } }],
      fails: [{ rows: { "improvement.problems": [{ title: "甲" }, { title: "甲" }] } }],
    },
    {
      code: "improvement.measureOnce",
      zh: "措施不重复",
      en: "A measure is listed once",
      finding: "DUP",
      tier: "proof",
      at: levels,
      rule: { kind: "uniqueRows", ledger: "improvement.measures", columns: ["title"] },
      repair: "合并重复的措施。",
      passes: [{ rows: { "improvement.measures": [{ title: "甲" }, { title: "乙" }] } }],
      fails: [{ rows: { "improvement.measures": [{ title: "甲" }, { title: "甲" }] } }],
    },
    {
      code: "improvement.problemsAnswered",
      zh: "措施数不少于未解决的问题数",
      en: "At least one measure for each open problem",
      finding: "OUTLINE",
      tier: "warning",
      at: levels,
      rule: {
        kind: "atMost",
        left: { kind: "difference", left: { kind: "measure", code: "improvement.problemCount" }, right: { kind: "measure", code: "improvement.problemsSolved" } },
        right: { kind: "measure", code: "improvement.measureCount" },
      },
      repair: "为每个未解决的问题至少填一条措施，“针对的问题”与问题台账一致。",
      passes: [{ cells: { "improvement.problemCount": "3", "improvement.problemsSolved": "1", "improvement.measureCount": "2" } }],
      fails: [{ cells: { "improvement.problemCount": "3", "improvement.problemsSolved": "0", "improvement.measureCount": "2" } }],
    },
  ],
});
