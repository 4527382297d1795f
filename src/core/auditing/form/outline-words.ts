/** Words by which headings of real reports call the sections of the outlines, beside the outline's own titles. */

/** Any of them in a heading marks the section; by the section's code. */
export const sectionWords: Readonly<Record<string, readonly string[]>> = {
  "basics.scale": ["规模", "办学概况", "学校概况", "基本概况"],
  "basics.facilities": ["设施", "设备", "办学条件", "实训条件"],
  "basics.teachers": ["教师队伍", "师资队伍", "师资情况", "师资力量"],
  "students.attainment": ["学生素质", "综合素质", "德育"],
  "students.life": ["在校体验", "学生体验", "满意度"],
  "students.aid": ["资助", "奖助", "助学"],
  "students.employment": ["就业"],
  "quality.programmes": ["专业布局", "专业结构", "专业建设", "专业设置"],
  "quality.assurance": ["质量保证", "质量保障", "质量监控", "教学质量"],
  "quality.teachers": ["教师培养", "教师培训", "教师队伍", "师资培", "教师发展"],
  "partnerships.cooperation": ["校企合作", "校企对接", "产教融合", "校企融合", "合作情况"],
  "partnerships.internships": ["实习"],
  "partnerships.certificates": ["1+X", "证书"],
  "partnerships.dualSystem": ["双元", "学徒"],
  "partnerships.groups": ["集团"],
  "contribution.talent": ["人才培养"],
  "contribution.training": ["社会服务", "社会培训", "技术服务"],
  "contribution.poverty": ["扶贫", "脱贫", "乡村振兴"],
  "contribution.support": ["对口支援", "对口帮扶", "东西部协作", "支援"],
  "government.funding": ["经费", "投入", "拨款"],
  "government.policy": ["政策", "制度建设"],
  "owner.funding": ["经费", "投入", "拨款"],
  "owner.projects": ["项目"],
  "innovation.cases": ["案例", "特色", "创新"],
  "party.organisation": ["组织建设", "基层党建", "支部建设", "党组织"],
  "party.education": ["学习教育", "主题教育", "理论学习", "思想建设"],
  "party.discipline": ["从严", "作风", "廉政", "纪律"],
  "improvement.problems": ["问题", "困难", "不足"],
  "improvement.measures": ["改进", "措施", "对策", "打算"],
};

export const chapterWords: Readonly<Record<string, readonly string[]>> = {
  quality: ["质量保障", "质量保证"],
  partnerships: ["校企合作"],
  innovation: ["特色创新", "创新案例", "典型案例", "特色案例"],
  party: ["党建", "党的建设"],
  improvement: ["主要问题", "存在问题", "问题与改进", "改进措施"],
};

/** Counts that a report shows by the items themselves: they stand where their section stands. */
export const shownByItems: ReadonlySet<string> = new Set(["cases.submitted", "improvement.problemCount", "improvement.measureCount"]);

/** Words that together in one sentence with a figure in one of the units tell the measure in other words than its names. */
export const clues: Readonly<Record<string, { readonly units: readonly string[]; readonly words: readonly (readonly string[])[] }>> = {
  "programmes.offered": { units: ["个"], words: [["开设", "专业"], ["专业点"], ["专业", "总数"]] },
  "programmes.added": {
    units: ["个"],
    words: [
      ["新增", "专业"],
      ["新设", "专业"],
      ["增设", "专业"],
    ],
  },
  "programmes.stopped": {
    units: ["个"],
    words: [
      ["停办", "专业"],
      ["撤销", "专业"],
      ["停招", "专业"],
      ["淘汰", "专业"],
    ],
  },
  "programmes.bridging": {
    units: ["个"],
    words: [
      ["贯通", "专业"],
      ["衔接", "专业"],
    ],
  },
  "programmes.certificatePilots": { units: ["个"], words: [["1+X", "专业"]] },
  "students.retention": { units: ["%"], words: [["巩固"]] },
  "teachers.establishment": { units: ["个", "名", "人"], words: [["编制"]] },
  "teachers.practiceShare": { units: ["%"], words: [["企业实践"]] },
  "teachers.trainingPersonTimes": { units: ["人次", "人"], words: [["教师", "培训"]] },
  "teachers.hired": {
    units: ["人", "名"],
    words: [
      ["招聘", "教师"],
      ["补充", "教师"],
      ["引进", "教师"],
    ],
  },
  "attainment.certificateShare": { units: ["%"], words: [["证书", "率"]] },
  "attainment.onePlusXPassed": { units: ["人次", "人", "名"], words: [["1+X", "证书"]] },
  "attainment.aidRecipients": { units: ["人次", "人", "名"], words: [["资助"], ["助学金"], ["免学费"]] },
  "attainment.aidAmount": { units: ["元"], words: [["资助"], ["助学金"]] },
  "attainment.satisfiedOverall": { units: ["%"], words: [["满意"]] },
  "employment.localShare": {
    units: ["%"],
    words: [
      ["本市", "就业"],
      ["本地", "就业"],
      ["当地", "就业"],
      ["市内", "就业"],
    ],
  },
  "quality.provincialPrizes": {
    units: ["个", "项", "人次", "人", "名"],
    words: [
      ["省级", "等奖"],
      ["省赛", "等奖"],
      ["省级", "获奖"],
    ],
  },
  "quality.provincialPrizeRate": { units: ["%"], words: [["获奖率"]] },
  "quality.certificatePilotSchools": { units: ["所"], words: [["1+X"]] },
  "quality.policiesIssued": { units: ["份", "个", "项"], words: [["印发"], ["出台"]] },
  "partnerships.firmCount": { units: ["家"], words: [["企业"]] },
  "partnerships.firmInput": { units: ["元"], words: [["企业", "投入"]] },
  "partnerships.dualPilotSchools": { units: ["所"], words: [["双元"], ["学徒制"]] },
  "partnerships.dualClasses": {
    units: ["个"],
    words: [
      ["双元", "班"],
      ["学徒", "班"],
    ],
  },
  "partnerships.apprentices": { units: ["人", "名"], words: [["学徒"]] },
  "partnerships.groupCount": { units: ["个", "家"], words: [["集团"]] },
  "internships.students": { units: ["人次", "人", "名"], words: [["实习", "学生"], ["实习生"]] },
  "internships.agreementRate": { units: ["%"], words: [["三方协议"]] },
  "internships.insuredRate": { units: ["%"], words: [["实习", "保险"]] },
  "internships.matchedRate": { units: ["%"], words: [["实习", "对口"]] },
  "service.trainingPersonTimes": { units: ["人次"], words: [["培训"]] },
  "service.povertyTraining": {
    units: ["人次", "人"],
    words: [
      ["贫困", "培训"],
      ["扶贫", "培训"],
      ["脱贫", "培训"],
    ],
  },
  "service.appraisalCandidates": { units: ["人次", "人"], words: [["鉴定"], ["技能等级"]] },
  "service.technicalProjects": { units: ["项", "个"], words: [["技术服务"]] },
  "service.supportPartners": { units: ["所", "个", "家"], words: [["支援"], ["帮扶"]] },
  "funding.surchargeLevied": { units: ["元"], words: [["教育费附加"]] },
  "funding.surchargeShare": { units: ["%"], words: [["教育费附加"]] },
  "funding.appropriationPerStudent": { units: ["元"], words: [["生均", "拨款"]] },
  "party.branches": { units: ["个"], words: [["支部"]] },
  "party.members": { units: ["人", "名"], words: [["党员"]] },
  "party.activitySessions": { units: ["场", "次", "期"], words: [["党"]] },
  "improvement.teacherGap": { units: ["人", "名", "%"], words: [["缺口"], ["缺", "教师"]] },
};
