/** Checks of service, each with data that passes and data that fails. */
import { measure } from "../../core/definition/formula.ts";
import { column, compareValues, implies, isIn, isTrue, literal, present } from "../../core/definition/row.ts";
import type { CheckInput } from "../../core/definition/subject.ts";

export const serviceChecks: readonly CheckInput[] = [
  {
    code: "service.trainingDates",
    zh: "培训结束日期不早于开始日期",
    en: "A training ends on or after its first day",
    finding: "RANGE",
    tier: "proof",
    rule: { kind: "rows", ledger: "service.trainings", holds: compareValues(column("endedOn"), "≥", column("startedOn")) },
    repair: "核对开班、结业通知上的日期。",
    passes: [
      {
        rows: {
          "service.trainings": [
            { startedOn: "2019-03-04", endedOn: "2019-03-15" },
            { startedOn: "2019-05-06", endedOn: null },
          ],
        },
      },
    ],
    fails: [{ rows: { "service.trainings": [{ startedOn: "2019-03-15", endedOn: "2019-03-04" }] } }],
  },
  {
    code: "service.trainingCertifiedWithin",
    zh: "取证人次不多于培训人次",
    en: "Certified are among the trained",
    finding: "SUBSET",
    tier: "proof",
    rule: { kind: "rows", ledger: "service.trainings", holds: compareValues(column("certified"), "≤", column("personTimes")) },
    repair: "核对取证名单；一人取两证的按一人次填。",
    passes: [{ rows: { "service.trainings": [{ personTimes: "50", certified: "48" }] } }],
    fails: [{ rows: { "service.trainings": [{ personTimes: "48", certified: "50" }] } }],
  },
  {
    code: "service.trainingNotEmpty",
    zh: "培训人次大于零",
    en: "A training has trainees",
    finding: "RANGE",
    tier: "proof",
    rule: { kind: "rows", ledger: "service.trainings", holds: compareValues(column("personTimes"), ">", literal(0)) },
    repair: "没有开成的培训班应删去该行。",
    passes: [{ rows: { "service.trainings": [{ personTimes: "1" }] } }],
    fails: [{ rows: { "service.trainings": [{ personTimes: "0" }] } }],
  },
  {
    code: "service.trainingMoneyNotNegative",
    zh: "培训学时与经费不为负",
    en: "Hours and funds are not negative",
    finding: "RANGE",
    tier: "proof",
    rule: { kind: "rows", ledger: "service.trainings", holds: { kind: "all", of: [compareValues(column("hours"), "≥", literal(0)), compareValues(column("funds"), "≥", literal(0))] } },
    repair: "退款应冲减到账经费，不填负数。",
    passes: [{ rows: { "service.trainings": [{ hours: "40", funds: "30000" }] } }],
    fails: [{ rows: { "service.trainings": [{ hours: "40", funds: "-1" }] } }],
  },
  {
    code: "service.poorLabourIsPoverty",
    zh: "贫困劳动力培训应标为扶贫培训",
    en: "Training of poor labour is a poverty programme",
    finding: "CROSS",
    tier: "warning",
    rule: { kind: "rows", ledger: "service.trainings", where: isIn("kind", "poorLabour"), holds: isTrue("poverty") },
    repair: "把该行“是否扶贫培训”改为“是”，或改正培训类别。",
    passes: [
      {
        rows: {
          "service.trainings": [
            { kind: "poorLabour", poverty: "true" },
            { kind: "other", poverty: "false" },
          ],
        },
      },
    ],
    fails: [{ rows: { "service.trainings": [{ kind: "poorLabour", poverty: "false" }] } }],
  },
  {
    code: "service.trainingClassSize",
    zh: "单班培训人次在常见范围内",
    en: "A class has a usual size",
    finding: "RANGE",
    tier: "warning",
    rule: { kind: "rows", ledger: "service.trainings", holds: compareValues(column("personTimes"), "≤", literal(1000)) },
    repair: "一行超过1000人次多是全年累计数，请按班分行填写，或说明原因。",
    passes: [{ rows: { "service.trainings": [{ personTimes: "320" }] } }],
    fails: [{ rows: { "service.trainings": [{ personTimes: "10000" }] } }],
  },
  {
    code: "service.trainingOnce",
    zh: "同名同日的培训只填一行",
    en: "A training is entered once",
    finding: "DUP",
    tier: "proof",
    rule: { kind: "uniqueRows", ledger: "service.trainings", columns: ["name", "startedOn"] },
    repair: "删去重复行；确为两个班的，在名称后注明班次。",
    passes: [
      {
        rows: {
          "service.trainings": [
            { name: "电工班", startedOn: "2019-03-04" },
            { name: "电工班", startedOn: "2019-09-02" },
          ],
        },
      },
    ],
    fails: [
      {
        rows: {
          "service.trainings": [
            { name: "电工班", startedOn: "2019-03-04" },
            { name: "电工班", startedOn: "2019-03-04" },
          ],
        },
      },
    ],
  },
  {
    code: "service.trainingParts",
    zh: "分类别与分对象培训人次相等",
    en: "Both breakdowns of training agree",
    finding: "SUM",
    tier: "proof",
    at: ["school", "county", "city"],
    rule: { kind: "equal", left: measure("service.trainingPersonTimes"), right: measure("service.trainingByTarget") },
    repair: "两种分法出自同一台账，不等说明有行缺类别或对象。",
    passes: [{ cells: { "service.trainingPersonTimes": "4162", "service.trainingByTarget": "4162" } }],
    fails: [{ cells: { "service.trainingPersonTimes": "4162", "service.trainingByTarget": "4052" } }],
  },
  {
    code: "service.povertyWithinTraining",
    zh: "扶贫培训不多于社会培训",
    en: "Poverty programmes are among trainings",
    finding: "SUBSET",
    tier: "proof",
    at: ["school", "county", "city"],
    rule: { kind: "atMost", left: measure("service.povertyTraining"), right: measure("service.trainingPersonTimes") },
    repair: "核对“是否扶贫培训”。",
    passes: [{ cells: { "service.povertyTraining": "910", "service.trainingPersonTimes": "4162" } }],
    fails: [{ cells: { "service.povertyTraining": "4163", "service.trainingPersonTimes": "4162" } }],
  },
  {
    code: "service.trainingChange",
    zh: "社会培训人次年度变化在五成以内",
    en: "Trained person-times within half of last year's",
    finding: "DELTA",
    tier: "warning",
    rule: { kind: "changeWithin", of: measure("service.trainingPersonTimes"), share: "0.5" },
    repair: "核对是否漏填培训班，或说明任务变化。",
    passes: [{ cells: { "service.trainingPersonTimes": "420", "service.trainingPersonTimes@-1": "400" } }],
    fails: [{ cells: { "service.trainingPersonTimes": "1000", "service.trainingPersonTimes@-1": "400" } }],
  },
  {
    code: "service.appraisalPassedWithin",
    zh: "鉴定合格人次不多于参加人次",
    en: "Those who passed were examined",
    finding: "SUBSET",
    tier: "proof",
    rule: { kind: "rows", ledger: "service.appraisals", holds: compareValues(column("passed"), "≤", column("candidates")) },
    repair: "核对鉴定结果名册。",
    passes: [{ rows: { "service.appraisals": [{ candidates: "100", passed: "92" }] } }],
    fails: [{ rows: { "service.appraisals": [{ candidates: "92", passed: "100" }] } }],
  },
  {
    code: "service.technicalHasClient",
    zh: "有到款的技术服务应写明服务单位",
    en: "Paid service names its client",
    finding: "SCOPE",
    tier: "warning",
    rule: { kind: "rows", ledger: "service.technical", holds: implies(compareValues(column("funds"), ">", literal(0)), present("client")) },
    repair: "补填服务单位，便于核对合同与到款凭证。",
    passes: [
      {
        rows: {
          "service.technical": [
            { funds: "50000", client: "某机械公司" },
            { funds: "0", client: null },
          ],
        },
      },
    ],
    fails: [{ rows: { "service.technical": [{ funds: "50000", client: null }] } }],
  },
  {
    code: "service.trainersWithin",
    zh: "承担社会培训的教师不多于专任教师",
    en: "Trainers are full-time teachers",
    finding: "SUBSET",
    tier: "proof",
    rule: { kind: "atMost", left: measure("service.trainerStaff"), right: measure("teachers.fullTime") },
    repair: "外聘培训师不计入；一人承担多个班只计一人。",
    passes: [{ cells: { "service.trainerStaff": "20", "teachers.fullTime": "150" } }],
    fails: [{ cells: { "service.trainerStaff": "160", "teachers.fullTime": "150" } }],
  },
];
