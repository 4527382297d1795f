/** Chapter 五, 社会贡献: skilled people for the place, training, poverty relief, paired support. */
import { chart, paragraph, rows, section, when, positive, yearTable } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";
import { isIn, isTrue } from "../../../core/definition/row.ts";

export const talent = section(
  "contribution.talent",
  "技术技能人才培养",
  ["employment.localShare", "service.appraisalCandidates"],
  paragraph(
    "毕业生的就业地域反映学校服务地方的程度。",
    "{year}年，直接就业的毕业生中在本市就业{employment.byPlace@jobPlace=city}，占直接就业人数的{employment.localShare}[，{change employment.localShare}]；省内就业合计占{employment.inProvinceShare}。",
    "到中小微企业就业{employment.bySmallFirms}[，到大型企业就业{employment.byLargeFirms}]。",
    "订单班与冠名班{partnerships.orderClasses}，为合作企业定向培养人才。",
  ),
  paragraph(
    "技能鉴定服务在校学生和社会人员。",
    "全年参加职业技能鉴定（等级认定）{service.appraisalCandidates}[，{change service.appraisalCandidates}][；其中{list service.appraisalCandidates by appraisalTarget}]；合格{service.appraisalPassed}，合格率为{service.appraisalPassRate}[，{change service.appraisalPassRate}]。",
  ),
  paragraph("发挥示范基地作用的有", rows("quality.designations", { where: isIn("kind", "base"), most: 6 }, "{.organisation}“{.name}”（{.level}）"), "。"),
);

export const training = section(
  "contribution.training",
  "社会服务",
  ["service.trainingPersonTimes", "service.technicalProjects"],
  paragraph(
    "社会培训按台账逐项统计，各类互不重复。",
    "{year}年，{schools}开展社会培训项目{service.trainingProjects}，累计培训{service.trainingPersonTimes}[，{change service.trainingPersonTimes}][；其中{list service.trainingPersonTimes by trainingKind}]。",
    "按对象分，{list service.trainingByTarget by trainingTarget}。",
    "培训后取得证书{service.trainingCertified}，取证率为{service.trainingCertifiedShare}；人均培训{service.trainingHoursPerPersonTime}，公益培训学时占{service.publicTrainingShare}。",
    "培训到账经费{service.trainingFunds}[，{change service.trainingFunds}]。",
  ),
  paragraph(
    "技术服务面向企业和乡村。",
    "全年承担技术服务项目{service.technicalProjects}[，{change service.technicalProjects}][；其中{list service.technicalProjects by technicalKind}]，到款额{service.technicalFunds}[，产生经济效益{service.technicalBenefit}]。",
    when(positive("service.technicalProjects"), ["参与技术攻关{service.technicalStaff}，服务{service.servedPersonTimes}。"]),
    when(positive("service.intellectualProperty"), ["授权知识产权{service.intellectualProperty}。"]),
  ),
  { kind: "crossTable", title: "社会培训人次", measure: "service.trainingPersonTimes", down: "trainingKind" },
  chart("社会培训的类别构成", "bar", { kind: "members", measure: "service.trainingPersonTimes", by: "trainingKind" }),
);

export const poverty = section(
  "contribution.poverty",
  "教育扶贫",
  ["service.povertyTraining"],
  paragraph(
    "职业培训与脱贫攻坚相衔接。",
    "{year}年，列为扶贫培训的社会培训共{service.povertyTraining}[，{change service.povertyTraining}]，占社会培训总量的{service.povertyTrainingShare}[，所占比重{change service.povertyTrainingShare}]。",
    when(positive("service.trainingPersonTimes", { trainingKind: "poorLabour" }), [
      "面向贫困劳动力的技能培训{service.trainingPersonTimes@trainingKind=poorLabour}[，{change service.trainingPersonTimes@trainingKind=poorLabour}]，帮助参训人员掌握一技之长。",
    ]),
    when(positive("service.trainingPersonTimes", { trainingKind: "twoPost" }), [
      "面向未继续升学的初、高中毕业生开展“两后”培训{service.trainingPersonTimes@trainingKind=twoPost}[，{change service.trainingPersonTimes@trainingKind=twoPost}]。",
    ]),
    when(positive("service.trainingPersonTimes", { trainingKind: "newFarmer" }), ["新型职业农民培训{service.trainingPersonTimes@trainingKind=newFarmer}，由各培训基地按方案组织实施。"]),
  ),
  paragraph(
    "家庭经济困难学生获得建档立卡等生活补助{attainment.aidRecipients@aidKind=povertyAllowance}，金额{attainment.aidAmount@aidKind=povertyAllowance}。",
    "规模较大的扶贫培训有",
    rows("service.trainings", { where: isTrue("poverty"), largestBy: "personTimes", most: 5 }, "{.organisation}“{.name}”（{.personTimes}）"),
    "。",
  ),
);

export const support = section(
  "contribution.support",
  "对口支援",
  ["service.supportPartners"],
  paragraph(
    "对口支援与结对帮扶对象{service.supportPartners}[，{change service.supportPartners}]，派出人员{service.supportPeople}[，其中{list service.supportPeople by supportKind}]。",
    "全年投入资金{service.supportFunds}，受益{service.supportBeneficiaries}[，{change service.supportBeneficiaries}]。",
    "主要有",
    rows("service.support", { largestBy: "beneficiaries", most: 6 }, "{.organisation}帮扶{.partner}[（{.beneficiaries}受益）]"),
    "。",
  ),
  yearTable(
    "社会贡献主要指标",
    "service.trainingPersonTimes",
    "service.povertyTraining",
    "service.appraisalCandidates",
    "service.appraisalPassed",
    "service.technicalProjects",
    "service.technicalFunds",
    "service.supportPartners",
    "service.supportBeneficiaries",
  ),
);

export const contribution: OutlineChapter = { code: "contribution", title: "社会贡献", sections: [talent, training, poverty, support] };
