/** Social service (服务贡献): trainings, skill appraisals, technical service and paired support, all as registers. */
import { isTrue } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";
import { serviceChecks } from "./service-checks.ts";
import { serviceIndicators } from "./service-indicators.ts";

const sichuan = verified("四川省中等职业教育质量年度报告数据采集项目");
const sixTables = unverified("职业教育质量年度报告附表4《服务贡献表》（2023—2024年表式）");

const trainings: LedgerInput = {
  kind: "register",
  code: "service.trainings",
  zh: "社会培训台账",
  en: "Trainings",
  reportedBy: ["school"],
  department: "培训处",
  note: "一行一个培训班（或一个项目）。每行只归一个类别，因此各类别不重复，合计就是各类别之和；不得另填“累计”。同一人参加两个班记两人次。在校生的教学实训不计入。",
  source: sichuan,
  naturalKey: ["name", "startedOn"],
  columns: [
    { code: "name", zh: "培训名称", en: "Name", type: "text", required: true, aliases: ["培训项目", "培训班名称", "项目名称"] },
    { code: "kind", zh: "培训类别", en: "Kind", type: "choice", choices: "trainingKind", required: true, aliases: ["类别", "培训类型"] },
    { code: "target", zh: "培训对象", en: "Target group", type: "choice", choices: "trainingTarget", required: true, aliases: ["对象"] },
    { code: "poverty", zh: "是否扶贫培训", en: "Poverty programme", type: "boolean", required: true, note: "面向建档立卡贫困人员、列入教育扶贫或就业扶贫任务的培训填“是”", aliases: ["扶贫", "是否扶贫"] },
    { code: "publicGood", zh: "是否公益培训", en: "Free of charge", type: "boolean", required: false, note: "不向学员收费填“是”", aliases: ["公益"] },
    { code: "startedOn", zh: "开始日期", en: "Start", type: "date", required: true, aliases: ["开班日期", "开始时间"] },
    { code: "endedOn", zh: "结束日期", en: "End", type: "date", required: false, aliases: ["结业日期", "结束时间"] },
    { code: "personTimes", zh: "培训人次", en: "Person-times", type: "integer", unit: "人次", required: true, aliases: ["人次", "参训人次", "培训人数"] },
    { code: "certified", zh: "取得证书人次", en: "Certified", type: "integer", unit: "人次", required: false, aliases: ["取证人次", "获证人次"] },
    { code: "hours", zh: "培训学时", en: "Hours", type: "integer", unit: "学时", required: false, note: "本班计划授课学时，不乘人数", aliases: ["学时", "课时"] },
    { code: "personHours", zh: "学员总学时", en: "Person-hours", type: "integer", unit: "学时", required: false, note: "各学员实际学时之和（人·学时）", aliases: ["人学时"] },
    { code: "funds", zh: "到账经费", en: "Funds received", type: "decimal", unit: "元", required: false, aliases: ["培训经费", "经费"] },
    { code: "partner", zh: "委托（合作）单位", en: "Commissioned by", type: "text", required: false, aliases: ["委托单位", "合作单位"] },
  ],
  elements: [
    { code: "service.trainingProjects", zh: "社会培训项目数", en: "Training programmes", unit: "个", better: "higher", aliases: ["非学历培训项目数", "培训班次", "培训项目"], source: sixTables, from: { aggregate: { kind: "count" }, by: { trainingKind: "kind" } } },
    {
      code: "service.trainingPersonTimes", zh: "社会培训人次", en: "Trained person-times", unit: "人次", better: "higher",
      aliases: ["培训人次", "累计完成培训", "各类培训", "社会培训", "职业技能培训人次", "累计培训"],
      note: "各类别之和；正文分项与合计须能相加。", source: sichuan,
      from: { aggregate: { kind: "sum", column: "personTimes" }, by: { trainingKind: "kind" } },
    },
    { code: "service.trainingByTarget", zh: "分对象培训人次", en: "Person-times by target group", unit: "人次", better: "higher", aliases: ["培训企业员工", "培训农民工", "培训退役士兵", "培训失业人员", "培训残疾人"], source: sichuan, from: { aggregate: { kind: "sum", column: "personTimes" }, by: { trainingTarget: "target" } } },
    { code: "service.povertyTraining", zh: "扶贫培训人次", en: "Person-times under poverty programmes", unit: "人次", better: "higher", aliases: ["教育扶贫培训人次", "扶贫技能培训"], note: "“是否扶贫培训”为“是”的各班人次之和，与类别无关。", from: { aggregate: { kind: "sum", column: "personTimes" }, where: isTrue("poverty") } },
    { code: "service.trainingCertified", zh: "培训取证人次", en: "Certified person-times", unit: "人次", better: "higher", aliases: ["培训后取得证书", "培训获证人次"], from: { aggregate: { kind: "sum", column: "certified" } } },
    { code: "service.trainingHours", zh: "社会培训学时", en: "Hours taught", unit: "学时", better: "higher", aliases: ["非学历培训学时", "培训学时"], source: sixTables, from: { aggregate: { kind: "sum", column: "hours" } } },
    { code: "service.publicTrainingHours", zh: "公益培训学时", en: "Hours taught free of charge", unit: "学时", better: "higher", aliases: ["公益项目学时", "公益项目培训学时"], source: sixTables, from: { aggregate: { kind: "sum", column: "hours" }, where: isTrue("publicGood") } },
    { code: "service.trainingPersonHours", zh: "学员总学时", en: "Person-hours", unit: "学时", better: "higher", aliases: ["培训人学时"], from: { aggregate: { kind: "sum", column: "personHours" } } },
    { code: "service.trainingFunds", zh: "社会培训到账经费", en: "Training income", unit: "元", better: "higher", aliases: ["非学历培训到账经费", "培训收入", "培训经费到账"], source: sixTables, from: { aggregate: { kind: "sum", column: "funds" } } },
  ],
};

const appraisals: LedgerInput = {
  kind: "register",
  code: "service.appraisals",
  zh: "职业技能鉴定（等级认定）台账",
  en: "Skill appraisals",
  reportedBy: ["school"],
  department: "培训处",
  note: "本校鉴定所（站）、等级认定机构组织的鉴定，一行一批次。学生1+X证书考核在学生素质台账填报，不在此重复。",
  source: sichuan,
  naturalKey: ["occupation", "heldOn", "target"],
  columns: [
    { code: "occupation", zh: "职业（工种）", en: "Occupation", type: "text", required: true, aliases: ["工种", "鉴定工种"] },
    { code: "heldOn", zh: "鉴定日期", en: "Date", type: "date", required: true, aliases: ["日期", "鉴定时间"] },
    { code: "target", zh: "鉴定对象", en: "Candidates", type: "choice", choices: "appraisalTarget", required: true, aliases: ["对象"] },
    { code: "candidates", zh: "参加鉴定人次", en: "Candidates", type: "integer", unit: "人次", required: true, aliases: ["鉴定人次", "参考人次"] },
    { code: "passed", zh: "鉴定合格人次", en: "Passed", type: "integer", unit: "人次", required: true, aliases: ["合格人次", "通过人次"] },
  ],
  elements: [
    { code: "service.appraisalCandidates", zh: "技能鉴定人次", en: "Appraised", unit: "人次", better: "higher", aliases: ["职业技能鉴定人次", "鉴定人次", "技能等级认定人次"], source: sichuan, from: { aggregate: { kind: "sum", column: "candidates" }, by: { appraisalTarget: "target" } } },
    { code: "service.appraisalPassed", zh: "技能鉴定合格人次", en: "Passed", unit: "人次", better: "higher", aliases: ["鉴定合格人次", "鉴定通过人次"], from: { aggregate: { kind: "sum", column: "passed" }, by: { appraisalTarget: "target" } } },
  ],
};

const technical: LedgerInput = {
  kind: "register",
  code: "service.technical",
  zh: "技术服务台账",
  en: "Technical service",
  reportedBy: ["school"],
  department: "产教融合办公室",
  source: sichuan,
  naturalKey: ["name"],
  columns: [
    { code: "name", zh: "项目（技术）名称", en: "Project", type: "text", required: true, aliases: ["技术名称", "项目名称", "服务项目"] },
    { code: "kind", zh: "类别", en: "Kind", type: "choice", choices: "technicalKind", required: true, aliases: ["技术服务类别"] },
    { code: "client", zh: "服务单位", en: "Served", type: "text", required: false, aliases: ["服务对象", "委托单位"] },
    { code: "servedOn", zh: "日期", en: "Date", type: "date", required: false, aliases: ["时间"] },
    { code: "staff", zh: "参与（攻关）人数", en: "Staff", type: "integer", unit: "人", required: false, aliases: ["攻关人数", "参与人数"] },
    { code: "personTimes", zh: "服务人次", en: "People served", type: "integer", unit: "人次", required: false, aliases: ["受益人次"] },
    { code: "funds", zh: "到款额", en: "Income", type: "decimal", unit: "元", required: false, aliases: ["到账金额", "经费"] },
    { code: "benefit", zh: "产生经济效益", en: "Economic benefit", type: "decimal", unit: "元", required: false, note: "须有服务单位证明", aliases: ["经济效益"] },
  ],
  elements: [
    { code: "service.technicalProjects", zh: "技术服务项目数", en: "Technical service projects", unit: "项", better: "higher", aliases: ["技术服务项目", "对外技术服务"], from: { aggregate: { kind: "count" }, by: { technicalKind: "kind" } } },
    { code: "service.technicalStaff", zh: "技术攻关参与人次", en: "Staff times in technical service", unit: "人次", better: "higher", note: "一人参加两个项目记两人次。", aliases: ["攻关人数", "技术攻关人数"], source: sichuan, from: { aggregate: { kind: "sum", column: "staff" } } },
    { code: "service.servedPersonTimes", zh: "技术服务人次", en: "People served", unit: "人次", better: "higher", aliases: ["服务人次", "社会服务人次"], source: sichuan, from: { aggregate: { kind: "sum", column: "personTimes" } } },
    { code: "service.technicalFunds", zh: "技术服务到款额", en: "Income from technical service", unit: "元", better: "higher", aliases: ["横向技术服务到款额", "纵向科研经费到款额", "技术产权交易收入"], source: sixTables, from: { aggregate: { kind: "sum", column: "funds" }, by: { technicalKind: "kind" } } },
    { code: "service.technicalBenefit", zh: "技术服务产生的经济效益", en: "Economic benefit", unit: "元", better: "higher", aliases: ["经济效益", "横向技术服务产生的经济效益"], source: sichuan, from: { aggregate: { kind: "sum", column: "benefit" } } },
  ],
};

const support: LedgerInput = {
  kind: "register",
  code: "service.support",
  zh: "对口支援（帮扶）台账",
  en: "Paired support",
  reportedBy: ["school"],
  department: "办公室",
  source: sichuan,
  naturalKey: ["partner", "kind"],
  columns: [
    { code: "partner", zh: "受援单位（对象）", en: "Partner", type: "text", required: true, aliases: ["帮扶单位", "对口帮扶单位", "受援单位", "帮扶对象"] },
    { code: "kind", zh: "帮扶类别", en: "Kind", type: "choice", choices: "supportKind", required: true, aliases: ["类别"] },
    { code: "place", zh: "所在地", en: "Place", type: "text", required: false },
    { code: "people", zh: "派出人数", en: "People sent", type: "integer", unit: "人", required: false, aliases: ["帮扶人数", "支援教师"] },
    { code: "funds", zh: "投入资金", en: "Funds", type: "decimal", unit: "元", required: false, note: "含折价物资", aliases: ["帮扶资金", "资金"] },
    { code: "beneficiaries", zh: "受益人次", en: "Beneficiaries", type: "integer", unit: "人次", required: false, aliases: ["受益人数"] },
  ],
  elements: [
    { code: "service.supportPartners", zh: "对口支援（帮扶）对象数", en: "Partners supported", unit: "个", better: "higher", rollUp: "distinct", aliases: ["对口帮扶单位", "对口支援单位", "帮扶对象"], source: sichuan, note: "同一对象由两所学校帮扶，全市计一个。", from: { aggregate: { kind: "countDistinct", column: "partner" } } },
    { code: "service.supportPeople", zh: "帮扶派出人数", en: "People sent", unit: "人", better: "higher", aliases: ["对口帮扶人数", "支教教师", "派出支援教师"], source: sichuan, from: { aggregate: { kind: "sum", column: "people" }, by: { supportKind: "kind" } } },
    { code: "service.supportFunds", zh: "帮扶投入资金", en: "Funds for support", unit: "元", better: "higher", aliases: ["对口帮扶资金", "帮扶资金"], source: sichuan, from: { aggregate: { kind: "sum", column: "funds" } } },
    { code: "service.supportBeneficiaries", zh: "帮扶受益人次", en: "Beneficiaries", unit: "人次", better: "higher", aliases: ["帮扶受益人数"], from: { aggregate: { kind: "sum", column: "beneficiaries" } } },
  ],
};

const output: LedgerInput = {
  kind: "form",
  code: "service.output",
  zh: "服务能力表",
  en: "Capacity for service",
  reportedBy: ["school"],
  department: "产教融合办公室",
  elements: [
    { code: "service.intellectualProperty", zh: "授权知识产权数", en: "Patents and the like granted", unit: "件", nature: "flow", better: "higher", aliases: ["知识产权", "授权专利", "专利数"], note: "当年授权的专利、软件著作权等，以证书日期为准。", source: sixTables },
    { code: "service.trainerStaff", zh: "承担社会培训的教师", en: "Teachers who also train the public", unit: "人", better: "higher", aliases: ["兼任培训教师"], note: "当年至少承担一个社会培训班授课的本校专任教师。" },
  ],
};

export const service = defineSubject({
  code: "service",
  zh: "服务贡献",
  en: "Service",
  ledgers: [trainings, appraisals, technical, support, output],
  indicators: serviceIndicators,
  checks: serviceChecks,
});
