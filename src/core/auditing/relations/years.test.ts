/** A report cannot know a later year's figure, and two years rarely have one value to the last digit. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

describe("years told", () => {
  it.each([
    ["2020年全市在校生24600人。", "PERIOD warning 在校生24600人", "2020 > 2019"],
    ["2018年全市在校生24612人。2019年全市在校生24612人。", "PERIOD warning 在校生24612人", "2018年与2019年都写作24612人"],
    ["在校生由2018年的19027人增至2018年的20646人。", "PERIOD warning 20646人", "2018年与2018年相比"],
    // Which of the two is the earlier nobody can tell, so that the direction is not proven wrong as well.
    ["全市竞赛获奖：2019年310项，2019年308项，下降0.6%。", "PERIOD warning 308项", "2019年与2019年相比"],
  ])("fail: %s", (text, found, proof) => {
    const result = auditText(index, text);
    expect(briefly(result)).toEqual([found]);
    expect(faultsOf(result)[0]?.proof).toBe(proof);
  });

  it.each([
    "到2020年，力争在校生达到30000人。",
    "2020年计划招生8000人。",
    "2018年全市在校生23000人，2019年全市在校生24600人。",
    "2018年有学校12所，2019年有学校12所。",
    "截至2018年底，建成实训基地20个；2019年新建2个。",
    "2019—2020学年度，学校开设12个专业，全日制在校学生2150人。",
    "2019-2020学年，应届毕业生612人。",
  ])("are silent: %s", (text) => {
    expect(briefly(auditText(index, text))).toEqual([]);
  });
});
