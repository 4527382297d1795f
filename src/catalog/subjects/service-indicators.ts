/** Indicators of service, each with its base in words and a worked example. */
import { organisations, per, share } from "../../core/definition/formula.ts";
import { unverified } from "../../core/definition/source.ts";
import type { IndicatorInput } from "../../core/definition/subject.ts";

const sixTables = unverified("职业教育质量年度报告附表4《服务贡献表》（2023—2024年表式）");

export const serviceIndicators: readonly IndicatorInput[] = [
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
];
