/** The outline of a school's report under the notice of 2016, used until 2021. */
import { paragraph } from "../../../core/definition/narrative.ts";
import type { Outline } from "../../../core/definition/outline.ts";
import { phrase } from "../../../core/definition/phrase.ts";
import { verified } from "../../../core/definition/source.ts";
import { poverty, support, talent, training } from "../2016-city/contribution.ts";
import { innovation } from "../2016-city/innovation.ts";
import { discipline, education, organisation } from "../2016-city/party.ts";
import { aid, attainment, employment, life } from "../2016-city/students.ts";
import { basics } from "./basics.ts";
import { improvement } from "./improvement.ts";
import { owner } from "./owner.ts";
import { partnerships } from "./partnerships.ts";
import { quality } from "./quality.ts";

export const school2016: Outline = {
  code: "2016-school",
  zh: "中等职业学校质量年度报告（校级，2016年编写要求）",
  level: "school",
  source: verified("教职成厅函〔2016〕2号"),
  since: 2016,
  until: 2021,
  title: "质量年度报告",
  statement: [
    phrase("《{organisation}质量年度报告（{year}年度）》由学校组织编写。报告所用数据由学校各部门填报、部门负责人审核、学校汇总；除注明引自材料的以外，报告中的数字均可追溯到原始台账。"),
    phrase("学校对本报告内容的真实性、准确性和完整性负责，并接受主管部门和社会各界的监督。"),
    phrase("特此声明。"),
  ],
  opening: [
    paragraph(
      "{year}年，学校坚持立德树人根本任务，坚持服务发展、促进就业的办学方向，人才培养质量稳步提升。",
      "年末在校生{students.enrolled}，专任教师{teachers.fullTime}；当年招生{students.intake}，毕业生{employment.graduates}，就业率为{employment.rate}。",
    ),
  ],
  chapters: [
    basics,
    { code: "students", title: "学生发展", sections: [attainment, life, aid, employment] },
    quality,
    partnerships,
    { code: "contribution", title: "社会贡献", sections: [talent, training, poverty, support] },
    owner,
    innovation,
    { code: "party", title: "学校党建工作情况", sections: [organisation, education, discipline] },
    improvement,
  ],
};
