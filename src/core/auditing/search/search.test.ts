/** What the search must find without any rule for the wording, and what it must leave alone. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);

const told = (text: string): string[] => briefly(auditText(index, text));

describe("a search by numbers", () => {
  it.each([
    ["SHARE", "应届初中生在全校当年入学新生总量899名中拿下750名，比例38.4%。"],
    ["SHARE", "任课老师238人，专业课老师133人，为任课老师的55.9%；双师老师82人，为专业课老师的16.7%。"],
    ["BASE", "任课老师1949人。专业课老师1154人。本科层次543人，在专业课老师中的份额是27.9%。任课老师共1949人。"],
    ["PERCAP", "馆藏图书：2711945册；在册学生：60752人；生均馆藏：54.6册。"],
    ["DELTA", "2017年217家、2018年2226家，全市签约企业增长4.15%。"],
    ["DIR", "签约企业：1469家，上年：1466家，减：3家。"],
    ["DIR", "签约企业1466家→1469家，减3家。"],
    ["PP", "体测达标率91.2%→90.9个百分点，下滑0.3个百分点。"],
    ["SUM", "全市151家签约合作企业中，区内签约企业100家、占63.29%，区外签约企业58家、占36.71%。"],
    ["SUM", "任课老师237人【专业课老师140人；文化课老师87人；实习指导老师19人】。"],
    ["CROSS", "女性在读生2144人，在全部学生中过半。面向22144人女性在读生，学校持续改善服务。"],
    ["RANGE", "任课老师4224人，上年4428人，少204人次。"],
  ])("finds %s: %s", (code, text) => {
    expect(told(text).some((each) => each.startsWith(code))).toBe(true);
  });

  it.each([
    "应届初中生在全校当年入学新生总量899名中拿下750名，比例83.4%。",
    "2017年217家、2018年226家，全市签约企业增长4.15%。",
    "签约企业1466家→1469家，增3家。",
    "体测达标率91.2%→90.9%，下滑0.3个百分点。",
    "任课老师246人【专业课老师140人；文化课老师87人；实习指导老师19人】。",
    "女性在读生2144人。面向2144人女性在读生，学校持续改善服务。",
    "市直学校女性在读生2244人。全市女性在读生2144人以上。",
    "任课老师4224人，上年4428人，少204人。",
    "小学阶段在校生1.08亿人；义务教育阶段在校生1.58亿人。",
    "本科1543人、专科126人、研究生280人。",
    "专任教师1640人，其中35岁以下410人、高级职称390人、双师型教师540人。",
    "合作企业30家，在校生24600人，校均在校生920人。",
  ])("is silent: %s", (text) => {
    expect(told(text)).toEqual([]);
  });
});
