/** What whole paragraphs say together: shares of one base, changes of parts, kinds told in turn, shares that make 100 %. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { auditText, faultsOf } from "../fixture.ts";

const index = new KnowledgeIndex(knowledge);
const told = (text: string): string[] =>
  faultsOf(auditText(index, text)).map(({ code, tier, spans }) => `${code} ${tier} ${spans[0]?.text}`);
const tested = (text: string): number => auditText(index, text).relations.held;

const bases =
  "到企业就业的学生为612人，占就业学生的51.00%；自己创业的学生为180人，占就业学生的15.00%；升入高职的学生为408人，占就业学生的34.00%。";
const changes = "中职招生900人，比上年减少30人。其中，普通中专招生500人，比上年减少50人；职业高中招生400人，比上年增加20人。";
const kinds =
  "全市中小学共有学校42所，教职工5214人，专任教师4873人。\n小学有学校31所，教职工3127人，专任教师2968人。\n中学有学校11所，教职工2087人，专任教师1905人。";
const shares = "到企业就业的占就业总人数的52.04%，从事个体经营的占16.27%，以其他方式就业的占11.67%。升入高一级学校的占20.02%。";

describe("shares of one base that stands nowhere", () => {
  it("are tested against each other", () => {
    expect(told(bases)).toEqual([]);
    expect(tested(bases)).toBeGreaterThanOrEqual(3);
  });

  it("tell the one that implies another base", () => {
    expect(told(bases.replace("15.00%", "51.00%"))).toEqual(["SHARE warning 51.00%"]);
    expect(told(bases.replace("408人", "480人"))).toHaveLength(1);
  });

  it("tell the base itself where it is named before them", () => {
    const text = "在1200名就业学生中，企业就业612人，占51.00%；创业180人，占15.00%；升学408人，占34.00%。";
    expect(told(text)).toEqual([]);
    expect(told(text.replace("1200名", "1700名")).length).toBeGreaterThanOrEqual(1);
  });

  it("are silent where two bases are meant", () => {
    expect(told("男生600人，占60.00%；女生400人，占40.00%；住校生300人，占25.00%；走读生900人，占75.00%。")).toEqual([]);
  });
});

describe("changes of parts", () => {
  it("make the change of their whole", () => {
    expect(told(changes)).toEqual([]);
    expect(told(changes.replace("减少50人", "减少80人"))).toHaveLength(1);
  });
});

describe("kinds told in turn", () => {
  it("make their whole in every measure", () => {
    expect(told(kinds)).toEqual([]);
    expect(tested(kinds)).toBeGreaterThanOrEqual(3);
  });

  it("tell the measure in which they do not", () => {
    expect(told(kinds.replace("3127人", "3217人"))).toHaveLength(1);
  });
});

describe("shares that make 100 %", () => {
  it("are tested without their amounts", () => {
    expect(told(shares)).toEqual([]);
    expect(told(shares.replace("16.27%", "61.27%"))).toEqual(["SHARE warning 从事个体经营的占61.27%"]);
  });

  it("are not looked for where each is a rate of its own", () => {
    expect(told("语文合格率为92.04%，数学合格率为96.27%，英语合格率为91.67%。")).toEqual([]);
  });
});

describe("生师比 of the students and teachers told before it", () => {
  const text = "普通高中在校生1832人，比上年增加64人。\n普通高中专任教师128人，比上年增加4人；生师比14.31:1，比上年有所改善。";
  it("is tested across paragraphs", () => {
    expect(told(text)).toEqual([]);
    expect(told(text.replace("14.31", "41.31"))).toHaveLength(1);
  });

  it("is left alone where a note defines it", () => {
    expect(told("中职在校生1832人，专任教师128人，生师比〔12〕16.20:1。")).toEqual([]);
  });
});

describe("numbered items", () => {
  const text =
    "教育经费总投入为6459万元，其中财政性教育经费5043万元。\n1.学前教育经费总投入为538万元。\n2.义务教育经费总投入为2842万元，其中初中教育经费总投入1015万元。\n3.高中教育经费总投入为3079万元。";
  it("make the whole told before them", () => {
    expect(told(text)).toEqual([]);
    expect(told(text.replace("2842万元", "2482万元"))).toHaveLength(1);
  });
});

describe("lists that tell more than their whole", () => {
  it("are tested behind a bracket of it", () => {
    const text = "共有高校268所（含独立学院25所），比上年增加2所。其中，本科院校126所，比上年增加2所；高职院校142所。";
    expect(told(text)).toEqual([]);
    expect(told(text.replace("126所", "162所"))).toHaveLength(1);
  });

  it("are tested for the kinds that are all of it", () => {
    const text = "现有教师187人，其中男教师79人，女教师108人，少数民族教师66人。";
    expect(told(text)).toEqual([]);
    expect(told(text.replace("79人", "97人"))).toHaveLength(1);
  });
});
