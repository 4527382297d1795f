/** Social service (服务贡献): trainings, skill appraisals, technical service and paired support, all as registers. */
import { measure, organisations, per, share } from "../../core/definition/formula.ts";
import { column, compareValues, implies, isIn, isTrue, literal, present } from "../../core/definition/row.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import { defineSubject, type LedgerInput } from "../../core/definition/subject.ts";

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
  indicators: [
    {
      code: "service.povertyTrainingShare", zh: "扶贫培训占社会培训比例", en: "Share of poverty programmes in training", formula: share("service.povertyTraining", "service.trainingPersonTimes"), unit: "%", base: "占社会培训人次", better: "neutral",
      aliases: ["扶贫培训占比"], note: "扶贫培训人次÷社会培训人次×100%。按人次，不按班数。", source: unverified("本系统按台账定义"),
      example: { inputs: { "service.povertyTraining": "910", "service.trainingPersonTimes": "4162" }, gives: "21.9" },
    },
    {
      code: "service.trainingCertifiedShare", zh: "培训取证率", en: "Share of trainees certified", formula: share("service.trainingCertified", "service.trainingPersonTimes"), unit: "%", base: "占社会培训人次", better: "higher",
      aliases: ["培训获证率"], note: "培训取证人次÷社会培训人次×100%。不以发证为目标的培训也在分母中。", source: unverified("本系统按台账定义"),
      example: { inputs: { "service.trainingCertified": "1200", "service.trainingPersonTimes": "4162" }, gives: "28.8" },
    },
    {
      code: "service.trainingPersonTimesPerSchool", zh: "校均社会培训人次", en: "Person-times per school", formula: per("service.trainingPersonTimes", organisations("school")), unit: "人次/所", base: "按学校数", better: "higher",
      aliases: ["校均培训人次"], note: "社会培训人次÷中职学校数。学校数按当年机构目录计算，不另填。", source: unverified("本系统按台账定义"),
      example: { inputs: { "service.trainingPersonTimes": "4162", "organisations:school": "10" }, gives: "416" },
    },
    {
      code: "service.trainingPer100Students", zh: "每百名在校生社会培训人次", en: "Person-times per 100 students", formula: per("service.trainingPersonTimes", "students.enrolled", 100), unit: "人次/百生", base: "按在校生", better: "higher",
      aliases: ["培训规模与在校生之比"], note: "社会培训人次÷在校生×100，反映学历教育与培训并举的程度；分子不是分母的一部分，因此不是百分比。", source: unverified("职业院校全面开展职业培训相关政策要求"),
      example: { inputs: { "service.trainingPersonTimes": "4162", "students.enrolled": "29115" }, gives: "14.3" },
    },
    {
      code: "service.trainingHoursPerPersonTime", zh: "人均培训学时", en: "Hours per person-time", formula: per("service.trainingPersonHours", "service.trainingPersonTimes"), unit: "学时/人次", base: "按培训人次", better: "higher",
      aliases: ["平均培训学时"], note: "学员总学时÷社会培训人次。", source: unverified("本系统按台账定义"),
      example: { inputs: { "service.trainingPersonHours": "166480", "service.trainingPersonTimes": "4162" }, gives: "40.0" },
    },
    {
      code: "service.trainingFundsPerPersonTime", zh: "人次均培训经费", en: "Income per person-time", formula: per("service.trainingFunds", "service.trainingPersonTimes"), unit: "元/人次", base: "按培训人次", better: "neutral",
      aliases: ["人均培训经费"], note: "社会培训到账经费÷社会培训人次。", source: unverified("本系统按台账定义"),
      example: { inputs: { "service.trainingFunds": "2497200", "service.trainingPersonTimes": "4162" }, gives: "600" },
    },
    {
      code: "service.publicTrainingShare", zh: "公益培训学时比例", en: "Share of hours free of charge", formula: share("service.publicTrainingHours", "service.trainingHours"), unit: "%", base: "占社会培训学时", better: "neutral",
      aliases: ["公益性培训比例"], note: "公益培训学时÷社会培训学时×100%。", source: sixTables,
      example: { inputs: { "service.publicTrainingHours": "600", "service.trainingHours": "2400" }, gives: "25.0" },
    },
    {
      code: "service.appraisalPassRate", zh: "技能鉴定合格率", en: "Appraisal pass rate", formula: share("service.appraisalPassed", "service.appraisalCandidates"), unit: "%", base: "占参加鉴定人次", better: "higher",
      aliases: ["职业技能鉴定合格率", "鉴定通过率"], note: "鉴定合格人次÷参加鉴定人次×100%。分母是参加鉴定的人次，不是毕业生。", source: unverified("本系统按台账定义"),
      example: { inputs: { "service.appraisalPassed": "1853", "service.appraisalCandidates": "2007" }, gives: "92.3" },
    },
    {
      code: "service.trainerShare", zh: "承担社会培训教师比例", en: "Share of teachers who train the public", formula: share("service.trainerStaff", "teachers.fullTime"), unit: "%", base: "占专任教师总数", better: "higher",
      aliases: ["培训教师比例"], note: "承担社会培训的教师÷专任教师×100%。", source: unverified("本系统按台账定义"),
      example: { inputs: { "service.trainerStaff": "233", "teachers.fullTime": "1941" }, gives: "12.0" },
    },
    {
      code: "service.technicalFundsPerTeacher", zh: "师均技术服务到款额", en: "Technical-service income per teacher", formula: per("service.technicalFunds", "teachers.fullTime"), unit: "元/人", base: "按专任教师", better: "higher",
      aliases: ["师均技术服务收入"], note: "技术服务到款额÷专任教师，含横向、纵向与技术产权交易。", source: unverified("本系统按台账定义"),
      example: { inputs: { "service.technicalFunds": "582300", "teachers.fullTime": "1941" }, gives: "300" },
    },
  ],
  checks: [
    {
      code: "service.trainingDates", zh: "培训结束日期不早于开始日期", en: "A training ends on or after its first day", finding: "RANGE", tier: "proof",
      rule: { kind: "rows", ledger: "service.trainings", holds: compareValues(column("endedOn"), "≥", column("startedOn")) },
      repair: "核对开班、结业通知上的日期。",
      passes: [{ rows: { "service.trainings": [{ startedOn: "2019-03-04", endedOn: "2019-03-15" }, { startedOn: "2019-05-06", endedOn: null }] } }],
      fails: [{ rows: { "service.trainings": [{ startedOn: "2019-03-15", endedOn: "2019-03-04" }] } }],
    },
    {
      code: "service.trainingCertifiedWithin", zh: "取证人次不多于培训人次", en: "Certified are among the trained", finding: "SUBSET", tier: "proof",
      rule: { kind: "rows", ledger: "service.trainings", holds: compareValues(column("certified"), "≤", column("personTimes")) },
      repair: "核对取证名单；一人取两证的按一人次填。",
      passes: [{ rows: { "service.trainings": [{ personTimes: "50", certified: "48" }] } }],
      fails: [{ rows: { "service.trainings": [{ personTimes: "48", certified: "50" }] } }],
    },
    {
      code: "service.trainingNotEmpty", zh: "培训人次大于零", en: "A training has trainees", finding: "RANGE", tier: "proof",
      rule: { kind: "rows", ledger: "service.trainings", holds: compareValues(column("personTimes"), ">", literal(0)) },
      repair: "没有开成的培训班应删去该行。",
      passes: [{ rows: { "service.trainings": [{ personTimes: "1" }] } }],
      fails: [{ rows: { "service.trainings": [{ personTimes: "0" }] } }],
    },
    {
      code: "service.trainingMoneyNotNegative", zh: "培训学时与经费不为负", en: "Hours and funds are not negative", finding: "RANGE", tier: "proof",
      rule: { kind: "rows", ledger: "service.trainings", holds: { kind: "all", of: [compareValues(column("hours"), "≥", literal(0)), compareValues(column("funds"), "≥", literal(0))] } },
      repair: "退款应冲减到账经费，不填负数。",
      passes: [{ rows: { "service.trainings": [{ hours: "40", funds: "30000" }] } }],
      fails: [{ rows: { "service.trainings": [{ hours: "40", funds: "-1" }] } }],
    },
    {
      code: "service.poorLabourIsPoverty", zh: "贫困劳动力培训应标为扶贫培训", en: "Training of poor labour is a poverty programme", finding: "CROSS", tier: "warning",
      rule: { kind: "rows", ledger: "service.trainings", where: isIn("kind", "poorLabour"), holds: isTrue("poverty") },
      repair: "把该行“是否扶贫培训”改为“是”，或改正培训类别。",
      passes: [{ rows: { "service.trainings": [{ kind: "poorLabour", poverty: "true" }, { kind: "other", poverty: "false" }] } }],
      fails: [{ rows: { "service.trainings": [{ kind: "poorLabour", poverty: "false" }] } }],
    },
    {
      code: "service.trainingClassSize", zh: "单班培训人次在常见范围内", en: "A class has a usual size", finding: "RANGE", tier: "warning",
      rule: { kind: "rows", ledger: "service.trainings", holds: compareValues(column("personTimes"), "≤", literal(1000)) },
      repair: "一行超过1000人次多是全年累计数，请按班分行填写，或说明原因。",
      passes: [{ rows: { "service.trainings": [{ personTimes: "320" }] } }],
      fails: [{ rows: { "service.trainings": [{ personTimes: "10000" }] } }],
    },
    {
      code: "service.trainingOnce", zh: "同名同日的培训只填一行", en: "A training is entered once", finding: "DUP", tier: "proof",
      rule: { kind: "uniqueRows", ledger: "service.trainings", columns: ["name", "startedOn"] },
      repair: "删去重复行；确为两个班的，在名称后注明班次。",
      passes: [{ rows: { "service.trainings": [{ name: "电工班", startedOn: "2019-03-04" }, { name: "电工班", startedOn: "2019-09-02" }] } }],
      fails: [{ rows: { "service.trainings": [{ name: "电工班", startedOn: "2019-03-04" }, { name: "电工班", startedOn: "2019-03-04" }] } }],
    },
    {
      code: "service.trainingParts", zh: "分类别与分对象培训人次相等", en: "Both breakdowns of training agree", finding: "SUM", tier: "proof", at: ["school", "county", "city"],
      rule: { kind: "equal", left: measure("service.trainingPersonTimes"), right: measure("service.trainingByTarget") },
      repair: "两种分法出自同一台账，不等说明有行缺类别或对象。",
      passes: [{ cells: { "service.trainingPersonTimes": "4162", "service.trainingByTarget": "4162" } }],
      fails: [{ cells: { "service.trainingPersonTimes": "4162", "service.trainingByTarget": "4052" } }],
    },
    {
      code: "service.povertyWithinTraining", zh: "扶贫培训不多于社会培训", en: "Poverty programmes are among trainings", finding: "SUBSET", tier: "proof", at: ["school", "county", "city"],
      rule: { kind: "atMost", left: measure("service.povertyTraining"), right: measure("service.trainingPersonTimes") },
      repair: "核对“是否扶贫培训”。",
      passes: [{ cells: { "service.povertyTraining": "910", "service.trainingPersonTimes": "4162" } }],
      fails: [{ cells: { "service.povertyTraining": "4163", "service.trainingPersonTimes": "4162" } }],
    },
    {
      code: "service.trainingChange", zh: "社会培训人次年度变化在五成以内", en: "Trained person-times within half of last year's", finding: "DELTA", tier: "warning",
      rule: { kind: "changeWithin", of: measure("service.trainingPersonTimes"), share: "0.5" },
      repair: "核对是否漏填培训班，或说明任务变化。",
      passes: [{ cells: { "service.trainingPersonTimes": "420", "service.trainingPersonTimes@-1": "400" } }],
      fails: [{ cells: { "service.trainingPersonTimes": "1000", "service.trainingPersonTimes@-1": "400" } }],
    },
    {
      code: "service.appraisalPassedWithin", zh: "鉴定合格人次不多于参加人次", en: "Those who passed were examined", finding: "SUBSET", tier: "proof",
      rule: { kind: "rows", ledger: "service.appraisals", holds: compareValues(column("passed"), "≤", column("candidates")) },
      repair: "核对鉴定结果名册。",
      passes: [{ rows: { "service.appraisals": [{ candidates: "100", passed: "92" }] } }],
      fails: [{ rows: { "service.appraisals": [{ candidates: "92", passed: "100" }] } }],
    },
    {
      code: "service.technicalHasClient", zh: "有到款的技术服务应写明服务单位", en: "Paid service names its client", finding: "SCOPE", tier: "warning",
      rule: { kind: "rows", ledger: "service.technical", holds: implies(compareValues(column("funds"), ">", literal(0)), present("client")) },
      repair: "补填服务单位，便于核对合同与到款凭证。",
      passes: [{ rows: { "service.technical": [{ funds: "50000", client: "某机械公司" }, { funds: "0", client: null }] } }],
      fails: [{ rows: { "service.technical": [{ funds: "50000", client: null }] } }],
    },
    {
      code: "service.trainersWithin", zh: "承担社会培训的教师不多于专任教师", en: "Trainers are full-time teachers", finding: "SUBSET", tier: "proof",
      rule: { kind: "atMost", left: measure("service.trainerStaff"), right: measure("teachers.fullTime") },
      repair: "外聘培训师不计入；一人承担多个班只计一人。",
      passes: [{ cells: { "service.trainerStaff": "20", "teachers.fullTime": "150" } }],
      fails: [{ cells: { "service.trainerStaff": "160", "teachers.fullTime": "150" } }],
    },
  ],
});
