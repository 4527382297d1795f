/** The outline of a city's report under the notice of 2016, used until 2021: nine chapters. */
import { paragraph, when, available } from "../../../core/definition/narrative.ts";
import type { Outline } from "../../../core/definition/outline.ts";
import { phrase } from "../../../core/definition/phrase.ts";
import { verified } from "../../../core/definition/source.ts";
import { basics } from "./basics.ts";
import { contribution } from "./contribution.ts";
import { government } from "./government.ts";
import { improvement } from "./improvement.ts";
import { innovation } from "./innovation.ts";
import { partnerships } from "./partnerships.ts";
import { party } from "./party.ts";
import { quality } from "./quality.ts";
import { students } from "./students.ts";

export const city2016: Outline = {
  code: "2016-city",
  zh: "中等职业教育质量年度报告（市级，2016年编写要求）",
  level: "city",
  source: verified("教职成厅函〔2016〕2号"),
  since: 2016,
  until: 2021,
  title: "中等职业教育质量年度报告",
  statement: [
    phrase(
      "《{organisation}中等职业教育质量年度报告（{year}年度）》由{organisation}教育局组织编写。报告所用数据由{whole}各中等职业学校、各县（市、区）教育行政部门和市级有关部门填报，经逐级审核后汇总计算；除注明引自材料的以外，报告中的数字均可追溯到填报单位的原始数据。",
    ),
    phrase("{organisation}教育局对本报告内容的真实性、准确性和完整性负责，并接受上级主管部门和社会各界的监督。"),
    phrase("特此声明。"),
  ],
  opening: [
    paragraph(
      "{year}年，{organisation}贯彻国家和省关于职业教育改革发展的部署，坚持服务发展、促进就业的办学方向，推进产教融合、校企合作，中等职业教育各项工作取得新的进展。",
      "{whole}共有中等职业学校{students.schools}，在校生{students.enrolled}，专任教师{teachers.fullTime}；当年招生{students.intake}，毕业生{employment.graduates}，就业率为{employment.rate}。",
    ),
    paragraph(
      "本报告按照中等职业教育质量年度报告编写要求，依据各学校、各县（市、区）和市级部门填报并审核的数据编制，从九个方面反映{whole}中等职业教育的质量状况。",
      when(available("students.enrolled"), ["报告中的比例均注明基数，指标的计算方法和口径见附件。"]),
    ),
  ],
  chapters: [basics, students, quality, partnerships, contribution, government, innovation, party, improvement],
};
