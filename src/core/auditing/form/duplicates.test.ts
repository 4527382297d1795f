/** Copied passages are found whole and once; titles, short phrases and hostile texts cost nothing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { duplicates } from "./duplicates.ts";
import { contextOf, documentOf } from "./fixture.ts";

const index = new KnowledgeIndex(knowledge);
const find = (text: string) => duplicates(documentOf(text), contextOf(index, documentOf("")));
const passage =
  "各县区依托职教园区建立联席会议机制，每季度听取学校与企业的意见，逐项列出清单并明确责任人，年底由督导部门统一验收，结果在全市范围内公开通报并与经费分配直接挂钩";

describe("duplicates", () => {
  it("gives both places of a passage used in two sections", () => {
    const text = `一、甲\n开头。${passage}。结尾甲。\n二、乙\n另起。${passage}。结尾乙。`;
    const [finding, ...others] = find(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "DUP", tier: "warning" });
    const [second, first] = finding!.spans;
    expect(second!.text).toContain(passage);
    expect(first!.text).toContain(passage);
    expect(first!.start).toBe(text.indexOf(passage));
    expect(second!.start).toBe(text.lastIndexOf(passage));
  });

  it("joins the halves of a copy with a few changed words", () => {
    const other =
      "市直学校与龙头企业共同制定培养方案，共同开发课程和教材，共同组织教学与评价，共同承担实训基地的建设、运行和维护费用，并按照约定分享由此产生的各项收益";
    const text = `一、甲\n${other}，谋划推动${passage}。\n二、乙\n${other}，推进${passage}。`;
    expect(find(text)).toHaveLength(1);
  });

  it("is silent on phrases, titles and repetitions within one section", () => {
    expect(find(`一、甲\n${passage.slice(0, 50)}。\n二、乙\n${passage.slice(0, 50)}！`)).toEqual([]);
    const title = `落实《${passage}》`;
    expect(find(`一、甲\n${title}要求。\n二、乙\n${title}精神。`)).toEqual([]);
    expect(find(`一、甲\n${"好".repeat(500)}`)).toEqual([]);
  });

  it("reports periodic text that overlaps itself once", () => {
    expect(find(`一、甲\n${"办学质量稳步提升".repeat(30)}\n二、乙\n${"办学质量稳步提升".repeat(30)}`)).toHaveLength(1);
  });

  it("finds every copy of a random passage, wherever it stands", () => {
    const sign = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));
    const words = (least: number, most: number) => fc.array(sign, { minLength: least, maxLength: most }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(words(60, 90), words(0, 70), words(0, 70), (copied, before, between) => {
        const text = `一、甲\n${before}${copied}\n二、乙\n${between}${copied}`;
        const spans = find(text).flatMap((finding) => finding.spans);
        expect(spans.some(({ start, end }) => start <= text.lastIndexOf(copied) && end >= text.length)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it.each([["a"], ["甲"], ["甲乙"], ["甲\n一、乙\n"], ["甲乙丙丁戊己庚辛壬癸\n1、"]])(
    "stays linear on a megabyte of %j",
    (piece) => {
      const text = piece.repeat(Math.floor(1_000_000 / piece.length));
      const begun = process.cpuUsage().user / 1000;
      find(text);
      expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(20_000);
    },
    60_000,
  );
});
