/** Each figure's claim is read from the words that govern it: what it is said to be, of whom, when, compared with what. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { readForAudit } from "../audit.ts";
import { reportOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

/** "1600人 change - up against 2018 of 24600人 2019": figure, aspect, label, then what else the claim says, the year last. */
function claims(text: string): string[] {
  const read = readForAudit(reportOf(text), { index });
  return read.claims.map(({ quantity, aspect, label, concept, scope, base, direction, comparedWith, subject, period }) =>
    [
      quantity.text,
      aspect,
      label || "-",
      concept && `=${concept}`,
      scope && `in ${scope}`,
      base === "from" ? "as it was" : base !== null && `of “${base}”`,
      direction,
      comparedWith !== null && `against ${comparedWith}`,
      subject !== null && `of ${read.quantities[subject]!.text}`,
      period,
    ]
      .filter((part) => part !== null && part !== false && part !== "")
      .join(" "),
  );
}

describe("claims", () => {
  it.each<[string, string[]]>([
    ["全市中职在校生24600人。", ["24600人 level 中职在校生 =students.enrolled in 全市 2019"]],
    ["我校现有专任教师180人。", ["180人 level 专任教师 =teachers.fullTime in 我校 2019"]],
    [
      "双师型教师1200人，占专任教师的60%。",
      [
        "1200人 level 双师型教师 =teachers.doubleQualified 2019",
        "60% share - =teachers.doubleQualifiedShareOfFullTime of “专任教师” of 1200人 2019",
      ],
    ],
    ["双师型教师占专任教师的60%。", ["60% share 双师型教师 of “专任教师” 2019"]],
    ["双师型教师占比60%。", ["60% share 双师型教师 of “” 2019"]],
    ["女生在在校生中的占比为53.3%。", ["53.3% share 女生 of “在校生” 2019"]],
    ["毕业生就业率95.6%。", ["95.6% rate 毕业生就业率 =employment.rate 2019"]],
    ["全市生师比15：1。", ["15：1 ratio 生师比 =teachers.studentTeacherRatio in 全市 2019"]],
    ["生均图书30册。", ["30册 perHead 生均图书 =facilities.booksPerStudent 2019"]],
    ["校均在校生820人。", ["820人 perHead 校均在校生 =improvement.schoolSize 2019"]],
    [
      "在校生24600人，比上年增加1600人。",
      ["24600人 level 在校生 =students.enrolled 2019", "1600人 change - up against 2018 of 24600人 2019"],
    ],
    [
      "在校生24600人，较2015年增长12.5%。",
      ["24600人 level 在校生 =students.enrolled 2019", "12.5% growth - up against 2015 of 24600人 2019"],
    ],
    [
      "就业率95.6%，同比提高1.2个百分点。",
      ["95.6% rate 就业率 =employment.rate 2019", "1.2个百分点 change - up against 2018 of 95.6% 2019"],
    ],
    [
      "就业率95.6%，比去年下降1.2个百分点。",
      ["95.6% rate 就业率 =employment.rate 2019", "1.2个百分点 change - down against 2018 of 95.6% 2019"],
    ],
    ["在校生增至24600人。", ["24600人 level 在校生 =students.enrolled up 2019"]],
    ["招生减少至8000人。", ["8000人 level 招生 =students.intake down 2019"]],
    ["计划招生12000人。", ["12000人 plan 计划招生 =students.plannedIntake 2019"]],
    ["2018年专任教师1600人。", ["1600人 level 专任教师 =teachers.fullTime 2018"]],
    ["上年招生8000人。", ["8000人 level 招生 =students.intake 2018"]],
    ["招生8000人，上年为7600人。", ["8000人 level 招生 =students.intake 2019", "7600人 level - as it was 2018"]],
    ["招生8000人（2018年7600人）。", ["8000人 level 招生 =students.intake 2019", "7600人 level - as it was 2018"]],
    ["青河县职教中心在校生2600人。", ["2600人 level 青河县职教中心在校生 in 青河县职教中心 2019"]],
    ["建成30所学校。", ["30所 level 学校 2019"]],
    ["培训企业职工4000人次。", ["4000人次 level 培训企业职工 2019"]],
    ["一等奖12个。", ["12个 level 一等奖 2019"]],
    ["中级、高级教师分别为900人和500人。", ["900人 level 中级 2019", "500人 level 高级教师 2019"]],
    [
      "设备总值1.2亿元，较上年增加0.2亿元，增长20%。",
      [
        "1.2亿元 level 设备总值 =facilities.equipmentValue 2019",
        "0.2亿元 change - up against 2018 of 1.2亿元 2019",
        "20% growth - up of 1.2亿元 2019",
      ],
    ],
    ["截至2019年底，全市有教职工3200人。", ["3200人 level 教职工 =teachers.staff in 全市 2019"]],
    ["专任教师2000人，专任教师学历达标率98.5%。", ["2000人 level 专任教师 =teachers.fullTime 2019", "98.5% rate 专任教师学历达标率 2019"]],
    ["任务完成率104.5%。", ["104.5% rate 任务完成率 =students.taskCompletion 2019"]],
    ["毕业生8000人，同上年持平。", ["8000人 level 毕业生 =employment.graduates 2019"]],
    ["新增专业12个。", ["12个 level 新增专业 =programmes.added 2019"]],
    ["职业高中在校生9600人。", ["9600人 level 职业高中在校生 in ·职业高中 2019"]],
    ["2019年，全市中职学校毕业生初次就业率为96.21%。", ["96.21% rate 中职学校毕业生初次就业率 =employment.rate in 全市 2019"]],
    ["全市中职学校专任教师中，女教师980人。", ["980人 level 女教师 =teachers.female 2019"]],
    ["学校占地面积200亩。", ["200亩 level 占地面积 in 学校 2019"]],
    ["全年培训12000人次。", ["12000人次 level 培训 2019"]],
    [
      "双师型教师1200人，占全部专任教师的60%。",
      [
        "1200人 level 双师型教师 =teachers.doubleQualified 2019",
        "60% share - =teachers.doubleQualifiedShareOfFullTime of “全部专任教师” of 1200人 2019",
      ],
    ],
    [
      "升学3000人，占毕业生总数的37.5%。",
      ["3000人 level 升学 =employment.furtherStudy 2019", "37.5% share - =employment.furtherStudyRate of “毕业生总数” of 3000人 2019"],
    ],
    [
      "毕业生8000人，其中升学3000人（占37.5%）。",
      [
        "8000人 level 毕业生 =employment.graduates 2019",
        "3000人 level 升学 =employment.furtherStudy 2019",
        "37.5% share - of “” of 3000人 2019",
      ],
    ],
    ["高级职称教师占比由上年的22.1%提高到23.5%。", ["22.1% rate 高级职称教师占比 as it was 2018", "23.5% rate - up 2019"]],
    ["合作企业由上年的120家增至150家。", ["120家 level 合作企业 =partnerships.firmCount as it was 2018", "150家 level - up 2019"]],
    ["合作企业减至150家。", ["150家 level 合作企业 =partnerships.firmCount down 2019"]],
    ["就业率达到95.6%。", ["95.6% rate 就业率 =employment.rate 2019"]],
    ["每校平均在校生820人。", ["820人 perHead 每校平均在校生 2019"]],
    ["班均学生45人。", ["45人 perHead 班均学生 2019"]],
    [
      "新增设备值1200万元，比上年增加200万元。",
      ["1200万元 level 新增设备值 =facilities.equipmentAdded 2019", "200万元 change - up against 2018 of 1200万元 2019"],
    ],
    [
      "图书达到73.8万册，比2017年增长3.2%。",
      ["73.8万册 level 图书 =facilities.books 2019", "3.2% growth - up against 2017 of 73.8万册 2019"],
    ],
    ["力争在校生达到26000人。", ["26000人 plan 力争在校生 2019"]],
    ["下达招生任务12000人。", ["12000人 plan 下达招生任务 =students.task 2019"]],
    ["男生、女生分别为11480人、13120人。", ["11480人 level 男生 2019", "13120人 level 女生 2019"]],
    ["我市现有中职学校30所。", ["30所 level 中职学校 =students.schools in 我市 2019"]],
    ["全省中职在校生120万人。", ["120万人 level 中职在校生 =students.enrolled in 全省 2019"]],
    [
      "投入经费5000万元，其中市级财政3000万元。",
      ["5000万元 level 经费 =funding.vocationalExpenditure 2019", "3000万元 level 市级财政 2019"],
    ],
    ["社团活动参与率98%，比去年同期提高2个百分点。", ["98% rate 社团活动参与率 2019", "2个百分点 change - up against 2018 of 98% 2019"]],
    [
      "毕业生8000人，比上年减少200人，下降2.4%。",
      [
        "8000人 level 毕业生 =employment.graduates 2019",
        "200人 change - down against 2018 of 8000人 2019",
        "2.4% growth - down of 8000人 2019",
      ],
    ],
    ["专任教师学历达标率为98.5%，与上年持平。", ["98.5% rate 专任教师学历达标率 2019"]],
    ["学生对学校的满意度98.2%。", ["98.2% rate 学生对学校的满意度 2019"]],
    ["在校生由2018年的23000人增加到24600人。", ["23000人 level 在校生 =students.enrolled as it was 2018", "24600人 level - up 2019"]],
    ["生师比不高于20：1。", ["不高于20：1 rule 生师比 =teachers.studentTeacherRatio 2019"]],
    ["一、二、三等奖分别为12个、20个、35个。", ["12个 level 一等奖 2019", "20个 level 二等奖 2019", "35个 level 三等奖 2019"]],
    [
      "全市有学校30所（其中民办5所），比上年增加2所。",
      [
        "30所 level - in 全市 2019",
        "5所 level 民办 =students.privateSchools in 全市·民办 2019",
        "2所 change - in 全市 up against 2018 of 30所 2019",
      ],
    ],
  ])("of %s", (text, expected) => {
    expect(claims(text)).toEqual(expected);
  });

  it("name the words in the text", () => {
    const document = reportOf("截至2019年底，全市现有专任教师共计2418人。");
    const [claim] = readForAudit(document, { index }).claims;
    expect(document.text.slice(claim!.named.start, claim!.named.end)).toBe("专任教师");
  });

  it("count clauses and sentences", () => {
    const { claims: found } = readForAudit(reportOf("在校生24600人，教职工1900人；学校30所。\n招生8000人。"), { index });
    expect(found.map(({ sentence, clause }) => [sentence, clause])).toEqual([
      [found[0]!.sentence, 0],
      [found[0]!.sentence, 1],
      [found[0]!.sentence, 2],
      [found[0]!.sentence + 1, 0],
    ]);
  });
});
