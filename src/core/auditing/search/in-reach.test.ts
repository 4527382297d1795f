/** Relations whose figures stand apart, found by the numbers and by how the text around them is built. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, briefly } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const told = (text: string): string[] => briefly(auditText(index, text)).map((each) => each.split(" ")[0]!);

describe("a base that the shares around go on taking", () => {
  const text = (shares: string): string =>
    `结业学员7482人，其中甲班6917人，占比为92.45%；乙班565人，占比为7.55%。\n（二）构成\n从性别看，结业学员中女学员${shares}。`;

  it.each([
    "3955人，占比为52.86%；男学员3527人，占比为47.14%",
    // Of another whole that the text does not tell, and by no slip of this one.
    "3955人，占比为52.86%；寄宿者1204人，占比为71.33%",
  ])("is not imputed to what is right: %s", (shares) => {
    expect(told(text(shares))).toEqual([]);
  });

  it.each(["3955人，占比为58.26%；男学员3527人，占比为47.14%", "3995人，占比为52.86%；男学员3527人，占比为47.14%"])(
    "holds against a slip: %s",
    (shares) => {
      expect(told(text(shares))).toContain("SHARE");
    },
  );
});

describe("lists and what they make", () => {
  it.each([
    "职校另招收各类学员93417人（含春季分流20846人，往届生24310人，务工者31655人，转录生10267人，外地生源6339人）。",
    "总支出2764.83万元。\n1、按功能分类，包括教学支出2318.46万元、保障支出4.57万元、住房支出184.12万元、培训支出257.68万元。\n2、按用途分类，包括人员支出2511.83万元、项目支出253万元。",
    // Some kinds only.
    "总支出2764.83万元。\n按功能分类，包括教学支出1318.46万元、住房支出184.12万元等。",
    "学员12000人次。企业职工4000人次，农户3000人次，退役者2000人次。",
    "具有硕士及以上学历的占8.7%，双师型占34.3%，本科及以上学历的占85.6%。",
    "本科及以上学历的1114人。各级职称分布为正高级3人、副高级308人、中级550人、初级349人、未定职级104人。",
  ])("are silent where they make it, or were not meant to: %s", (text) => {
    expect(told(text).filter((code) => code === "SUM")).toEqual([]);
  });

  it.each([
    "职校另招收各类学员93417人（含春季分流20846人，往届生24310人，务工者31655人，转录生10627人，外地生源6339人）。",
    "总支出2764.83万元。\n1、按功能分类，包括教学支出2318.46万元、保障支出4.57万元、住房支出184.12万元、培训支出257.68万元。\n2、按用途分类，包括人员支出2151.83万元、项目支出253万元。",
    "采购总额62.47万元，其中：货物17.35万元，工程54.12万元。",
  ])("are told where one slip would make it: %s", (text) => {
    expect(told(text)).toContain("SUM");
  });
});

describe("shares and rates by the words of their operands", () => {
  const rates = (first: string, second: string): string =>
    `本学年，学校计划招收1,847人，实际录取学员1,832人，实际报到1,769人。实际录取率为${first}，实际报到率为${second}。`;
  const rotation = (share: string): string => `本年全市教师交流轮岗3268人；其中骨干教师1417人，占交流轮岗总数的${share}。`;

  it.each([rates("99.19%", "96.56%"), rotation("43.36%"), "实际报到1769人。体检合格率为96.42%。"])("are silent: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([rates("99.91%", "96.56%"), rates("99.19%", "95.66%"), rotation("43.63%")])("are told: %s", (text) => {
    expect(told(text)).toEqual(["SHARE"]);
  });
});

describe("a base that is itself mistyped", () => {
  const text = (whole: string): string =>
    `现有任课者${whole}人。\n从职务看，高级教员217人、中级教员538人，分别占17.51%和43.42%。\n从年龄看，青年教员462人，占37.29%；其他教员777人，占62.71%。`;

  it("is told where the shares agree on another", () => {
    expect(told(text("1239"))).toEqual([]);
    expect(told(text("1293"))).toContain("SHARE");
  });
});

describe("one amount told twice in words that are nearly the same", () => {
  const text = (again: string): string =>
    `录取工作结束，云川市录取新生38261人。\n二、情况\n各校在本市共计录取新生${again}人，报考者51907人。`;

  it.each(["38261", "36528"])("is silent: %s", (again) => {
    expect(told(text(again))).toEqual([]);
  });

  it.each(["38621", "382611"])("is told: %s", (again) => {
    expect(told(text(again))).toEqual(["CROSS"]);
  });
});
