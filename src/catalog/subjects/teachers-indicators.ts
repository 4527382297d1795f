/** Indicators of teachers. Two bases are live for several of them, so each base has its own indicator and name. */
import { difference, earlier, measure, per, ratio, share, sumOf } from "../../core/definition/formula.ts";
import { unverified, verified } from "../../core/definition/source.ts";
import type { IndicatorInput } from "../../core/definition/subject.ts";

const setting = verified("《中等职业学校设置标准》（教职成〔2010〕12号）");
const ministry = verified("教育部2023年中等职业教育基本情况：在校生1298.46万人、专任教师73.48万人、生师比17.67：1");
const guangzhou = verified("广州市中等职业教育质量年度报告（2023）");
const lintong = verified("临潼区、镇安县职业教育质量年度报告：双师型教师占专任教师");
const own = unverified("本系统按台账定义");

const education = (...members: string[]) => sumOf(...members.map((member) => measure("teachers.byEducation", { teacherEducation: member })));
const title = (...members: string[]) => sumOf(...members.map((member) => measure("teachers.byTitle", { teacherTitle: member })));

export const teachersIndicators: readonly IndicatorInput[] = [
  {
    code: "teachers.studentTeacherRatio", zh: "生师比", en: "Students per teacher", formula: ratio("students.enrolled", "teachers.fullTime"), unit: ":1", base: "按专任教师", better: "lower",
    aliases: ["师生比"], note: "在校生÷专任教师，写作n：1。中职用在校生和专任教师的实有数，不折合；高职、本科用折合在校生，不可混用。“师生比1：n”是同一比例的反写。", source: ministry,
    example: { inputs: { "students.enrolled": "29115", "teachers.fullTime": "1941" }, gives: "15" },
  },
  {
    code: "teachers.fullTimeShare", zh: "专任教师占教职工比例", en: "Full-time teachers among staff", formula: share("teachers.fullTime", "teachers.staff"), unit: "%", base: "占教职工总数", better: "higher",
    aliases: ["专任教师比例"], note: "专任教师÷教职工×100%。", source: own, example: { inputs: { "teachers.fullTime": "1941", "teachers.staff": "2140" }, gives: "90.7" },
  },
  {
    code: "teachers.subjectShare", zh: "专业课教师比例", en: "Subject teachers among full-time teachers", formula: share("teachers.subject", "teachers.fullTime"), unit: "%", base: "占专任教师总数", better: "higher",
    aliases: ["专业课教师占比", "专业教师比例", "专业课教师占专任教师比例"], note: "专业课（含实习指导课）教师÷专任教师×100%。设置标准要求不低于50%。", source: setting, example: { inputs: { "teachers.subject": "922", "teachers.fullTime": "1941" }, gives: "47.5" },
  },
  {
    code: "teachers.doubleQualifiedShare", zh: "“双师型”教师占专业课教师比例", en: "Double-qualified among subject teachers", formula: share("teachers.doubleQualified", "teachers.subject"), unit: "%", base: "占专业课教师", better: "higher",
    aliases: ["双师型教师比例", "“双师型”教师比例", "双师型教师占比"], note: "“双师型”教师÷专业课教师×100%。另有以专任教师为基数的算法，两种基数的数不可比较，引用时必须写明基数。", source: guangzhou, example: { inputs: { "teachers.doubleQualified": "698", "teachers.subject": "922" }, gives: "75.7" },
  },
  {
    code: "teachers.doubleQualifiedShareOfFullTime", zh: "“双师型”教师占专任教师比例", en: "Double-qualified among full-time teachers", formula: share("teachers.doubleQualified", "teachers.fullTime"), unit: "%", base: "占专任教师总数", better: "higher",
    aliases: ["双师型教师占专任教师比例"], note: "“双师型”教师÷专任教师×100%。与占专业课教师的比例不是一个数。", source: lintong, example: { inputs: { "teachers.doubleQualified": "698", "teachers.fullTime": "1941" }, gives: "36.0" },
  },
  {
    code: "teachers.partTimeShareOfSubject", zh: "企业兼职教师与专业课教师之比", en: "Part-time teachers against subject teachers", formula: share("teachers.enterprisePartTime", "teachers.subject"), unit: "%", base: "占专业课教师", better: "higher",
    aliases: ["企业兼职教师占专业课教师比例", "企业兼职教师比例"], note: "企业兼职教师÷专业课教师×100%。兼职教师不在专业课教师之内，这是两个数之比，不是部分占整体。", source: guangzhou, example: { inputs: { "teachers.enterprisePartTime": "107", "teachers.subject": "922" }, gives: "11.6" },
  },
  {
    code: "teachers.partTimeShareOfFullTime", zh: "企业兼职教师与专任教师之比", en: "Part-time teachers against full-time teachers", formula: share("teachers.enterprisePartTime", "teachers.fullTime"), unit: "%", base: "占专任教师总数", better: "higher",
    aliases: ["兼职教师比例", "企业兼职教师占专任教师比例"], note: "企业兼职教师÷专任教师×100%，2010年设置标准“约20%”用这一基数。", source: unverified("《中等职业学校设置标准》（教职成〔2010〕12号）"), example: { inputs: { "teachers.enterprisePartTime": "107", "teachers.fullTime": "1941" }, gives: "5.5" },
  },
  {
    code: "teachers.partTimeShareOfTotal", zh: "企业兼职教师占专兼职教师比例", en: "Part-time teachers among all teachers", formula: share("teachers.enterprisePartTime", sumOf("teachers.fullTime", "teachers.enterprisePartTime")), unit: "%", base: "占专任与兼职教师之和", better: "higher",
    aliases: ["兼职教师占专兼职教师比例"], note: "企业兼职教师÷（专任教师＋企业兼职教师）×100%。", source: own, example: { inputs: { "teachers.enterprisePartTime": "107", "teachers.fullTime": "1941" }, gives: "5.2" },
  },
  {
    code: "teachers.masters", zh: "硕士研究生及以上学历专任教师", en: "With postgraduate education", formula: education("doctor", "master"), unit: "人", better: "higher",
    aliases: ["硕士研究生学历", "具有硕士研究生学历", "研究生学历教师", "硕士研究生学历教师"], note: "博士、硕士研究生学历的专任教师之和；按学历，不按学位。", source: own,
    example: { inputs: { "teachers.byEducation#teacherEducation=doctor": "4", "teachers.byEducation#teacherEducation=master": "200" }, gives: "204" },
  },
  {
    code: "teachers.masterShare", zh: "硕士研究生及以上学历教师比例", en: "Share with postgraduate education", formula: share("teachers.masters", "teachers.fullTime"), unit: "%", base: "占专任教师总数", better: "higher",
    aliases: ["硕士研究生比例", "研究生学历教师比例", "硕士比例"], note: "研究生学历专任教师÷专任教师×100%。有的报告把在职硕士学位也计入，两者不可混。", source: own,
    example: { inputs: { "teachers.byEducation#teacherEducation=doctor": "4", "teachers.byEducation#teacherEducation=master": "200", "teachers.fullTime": "1941" }, gives: "10.5" },
  },
  {
    code: "teachers.masterDegreeShare", zh: "硕士及以上学位教师比例", en: "Share with a master's degree", formula: share("teachers.masterDegree", "teachers.fullTime"), unit: "%", base: "占专任教师总数", better: "higher",
    aliases: ["硕士学位教师比例"], note: "硕士及以上学位专任教师÷专任教师×100%。", source: guangzhou, example: { inputs: { "teachers.masterDegree": "291", "teachers.fullTime": "1941" }, gives: "15.0" },
  },
  {
    code: "teachers.bachelorAndAbove", zh: "本科及以上学历专任教师", en: "With a bachelor's education or above", formula: education("doctor", "master", "bachelor"), unit: "人", better: "higher",
    aliases: ["本科以上学历教师", "具有本科以上学历教师", "本科及以上学历教师"], note: "博士、硕士、本科学历的专任教师之和，含研究生。", source: own,
    example: { inputs: { "teachers.byEducation#teacherEducation=doctor": "4", "teachers.byEducation#teacherEducation=master": "200", "teachers.byEducation#teacherEducation=bachelor": "1478" }, gives: "1682" },
  },
  {
    code: "teachers.bachelorShare", zh: "本科及以上学历教师比例", en: "Share with a bachelor's education or above", formula: share("teachers.bachelorAndAbove", "teachers.fullTime"), unit: "%", base: "占专任教师总数", better: "higher",
    aliases: ["本科以上比例", "学历合格率", "本科以上学历教师比例"], note: "本科及以上学历专任教师÷专任教师×100%，含研究生。基数是专任教师，不是专业课教师或教职工。", source: unverified("中等职业学校教师学历统计口径：本科及以上为合格学历"),
    example: { inputs: { "teachers.byEducation#teacherEducation=doctor": "4", "teachers.byEducation#teacherEducation=master": "200", "teachers.byEducation#teacherEducation=bachelor": "1478", "teachers.fullTime": "1941" }, gives: "86.7" },
  },
  {
    code: "teachers.senior", zh: "高级职称专任教师", en: "With a senior title", formula: title("professor", "senior"), unit: "人", better: "higher",
    aliases: ["高级职称", "高级职称教师", "副高及以上职称教师", "高级专业技术职务教师"], note: "正高级与副高级之和。", source: own,
    example: { inputs: { "teachers.byTitle#teacherTitle=professor": "7", "teachers.byTitle#teacherTitle=senior": "470" }, gives: "477" },
  },
  {
    code: "teachers.seniorShare", zh: "高级职称教师比例", en: "Share with a senior title", formula: share("teachers.senior", "teachers.fullTime"), unit: "%", base: "占专任教师总数", better: "higher",
    aliases: ["高级职称比例", "高级职称专任教师比例", "高级职称占专任教师比例"], note: "副高级及以上专任教师÷专任教师×100%。设置标准要求不低于20%。", source: setting,
    example: { inputs: { "teachers.byTitle#teacherTitle=professor": "7", "teachers.byTitle#teacherTitle=senior": "470", "teachers.fullTime": "1941" }, gives: "24.6" },
  },
  {
    code: "teachers.youngShare", zh: "35岁及以下教师比例", en: "Share aged 35 and under", formula: share(measure("teachers.byAge", { teacherAge: "under35" }), "teachers.fullTime"), unit: "%", base: "占专任教师总数",
    aliases: ["青年教师比例", "35岁以下教师比例"], note: "35岁及以下专任教师÷专任教师×100%。", source: own, example: { inputs: { "teachers.byAge#teacherAge=under35": "600", "teachers.fullTime": "1941" }, gives: "30.9" },
  },
  {
    code: "teachers.femaleShare", zh: "女教师比例", en: "Women among full-time teachers, %", formula: share("teachers.female", "teachers.fullTime"), unit: "%", base: "占专任教师总数",
    aliases: ["女专任教师比例"], note: "女专任教师÷专任教师×100%。", source: own, example: { inputs: { "teachers.female": "1067", "teachers.fullTime": "1941" }, gives: "55.0" },
  },
  {
    code: "teachers.establishmentUse", zh: "编制使用率", en: "Use of established posts", formula: share("teachers.established", "teachers.establishment"), unit: "%", base: "占核定编制",
    aliases: ["满编率", "在编率"], note: "在编教职工÷核定编制×100%。民办学校不适用，不计入分子分母。", source: own, example: { inputs: { "teachers.established": "1710", "teachers.establishment": "1800" }, gives: "95.0" },
  },
  {
    code: "teachers.hireRate", zh: "教师补充计划完成率", en: "Hiring against quota", formula: share(sumOf("teachers.hired", "teachers.specialPosts"), "teachers.hireQuota"), unit: "%", base: "占计划名额", better: "higher",
    aliases: ["招聘计划完成率"], note: "（新补充专任教师＋特聘岗）÷计划名额×100%。", source: own, example: { inputs: { "teachers.hired": "60", "teachers.specialPosts": "15", "teachers.hireQuota": "80" }, gives: "93.8" },
  },
  {
    code: "teachers.assessmentHireShare", zh: "考核招聘占新补充教师比例", en: "Hired by assessment", formula: share(measure("teachers.hired", { inflowWay: "assessment" }), "teachers.hired"), unit: "%", base: "占新补充专任教师",
    aliases: ["考核招聘比例"], note: "考核招聘到岗人数÷新补充专任教师×100%。办法规定的是名额比例，本指标是到岗结果。", source: own,
    example: { inputs: { "teachers.hired#inflowWay=assessment|teacherKind=subject": "24", "teachers.hired#inflowWay=examination|teacherKind=subject": "36" }, gives: "40.0" },
  },
  {
    code: "teachers.assessmentQuotaShare", zh: "考核招聘名额比例", en: "Quota for hiring by assessment", unit: "%", base: "占考核与考试招聘名额",
    formula: share(measure("teachers.hireQuota", { inflowWay: "assessment" }), sumOf(measure("teachers.hireQuota", { inflowWay: "assessment" }), measure("teachers.hireQuota", { inflowWay: "examination" }))),
    aliases: ["考核招聘名额占比"], note: "考核招聘名额÷（考核招聘名额＋考试招聘名额）×100%；调入、校聘和特聘岗不计入。", source: own,
    example: { inputs: { "teachers.hireQuota#inflowWay=assessment": "26", "teachers.hireQuota#inflowWay=examination": "39", "teachers.hireQuota#inflowWay=special": "15" }, gives: "40.0" },
  },
  {
    code: "teachers.assessmentHiredTwoYears", zh: "近两年考核招聘教师", en: "Hired by assessment in two years", unit: "名", better: "higher",
    formula: sumOf(measure("teachers.hired", { inflowWay: "assessment" }), earlier(measure("teachers.hired", { inflowWay: "assessment" }))),
    aliases: ["两年累计考核招聘"], note: "本年与上年考核招聘到岗人数之和；与“本年新补充”期间不同，不可相互替代。", source: own,
    example: { inputs: { "teachers.hired#inflowWay=assessment|teacherKind=subject": "24", "teachers.hired#inflowWay=assessment|teacherKind=subject@-1": "28" }, gives: "52" },
  },
  {
    code: "teachers.partTimeHoursEach", zh: "企业兼职教师人均年课时", en: "Yearly hours of each part-time teacher", formula: per("teachers.partTimeHours", "teachers.enterprisePartTime"), unit: "课时/人", base: "按企业兼职教师",
    aliases: ["兼职教师人均课时"], note: "企业兼职教师年课时总量÷企业兼职教师。", source: own, example: { inputs: { "teachers.partTimeHours": "12840", "teachers.enterprisePartTime": "107" }, gives: "120.0" },
  },
  {
    code: "teachers.netChange", zh: "专任教师净增减", en: "Net change of full-time teachers", formula: difference("teachers.fullTime", earlier("teachers.fullTime")), unit: "人", better: "higher",
    aliases: ["专任教师净增"], note: "本年专任教师－上年专任教师；为负表示减少。", source: own, example: { inputs: { "teachers.fullTime": "1941", "teachers.fullTime@-1": "1962" }, gives: "-21" },
  },
  {
    code: "teachers.trainingPerTeacher", zh: "专任教师人均培训次数", en: "Trainings per teacher", formula: per("teachers.trainingPersonTimes", "teachers.fullTime"), unit: "次/人", base: "按专任教师", better: "higher",
    aliases: ["教师人均培训次数"], note: "教师培训人次÷专任教师。", source: own, example: { inputs: { "teachers.trainingPersonTimes": "2912", "teachers.fullTime": "1941" }, gives: "1.5" },
  },
  {
    code: "teachers.practiceShare", zh: "参加企业实践教师比例", en: "Share with practice in firms", formula: share("teachers.practiceTeachers", "teachers.fullTime"), unit: "%", base: "占专任教师总数", better: "higher",
    aliases: ["企业实践教师比例"], note: "参加企业实践的专任教师÷专任教师×100%。", source: own, example: { inputs: { "teachers.practiceTeachers": "388", "teachers.fullTime": "1941" }, gives: "20.0" },
  },
  {
    code: "teachers.practiceDaysEach", zh: "人均企业实践天数", en: "Days of practice each", formula: per("teachers.practiceDays", "teachers.practiceTeachers"), unit: "天/人", base: "按参加企业实践教师", better: "higher",
    aliases: ["教师人均企业实践天数"], note: "企业实践天数÷参加企业实践教师。", source: own, example: { inputs: { "teachers.practiceDays": "9312", "teachers.practiceTeachers": "388" }, gives: "24.0" },
  },
  {
    code: "teachers.weeklyHoursEach", zh: "专任教师平均周课时", en: "Weekly hours each", formula: per("teachers.weeklyHours", "teachers.fullTime"), unit: "课时/人", base: "按专任教师",
    aliases: ["人均周课时", "平均周课时"], note: "专任教师周课时合计÷专任教师。", source: verified("四川省中等职业教育质量年度报告数据采集项目：周课时"), example: { inputs: { "teachers.weeklyHours": "23292", "teachers.fullTime": "1941" }, gives: "12.0" },
  },
  {
    code: "teachers.talentRate", zh: "人才培养计划遴选完成率", en: "Talent chosen against quota", formula: share("teachers.talentChosen", "teachers.talentQuota"), unit: "%", base: "占遴选名额", better: "higher",
    aliases: ["遴选完成率"], note: "已遴选人数÷遴选名额×100%。", source: own, example: { inputs: { "teachers.talentChosen": "112", "teachers.talentQuota": "112" }, gives: "100.0" },
  },
];
