/** What every audit keeps, whatever the text: places lie in the text, counts add up, ids are in order and causes exist; and time grows with length alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knowledge } from "../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../definition/knowledge.ts";
import { auditDocument } from "./audit.ts";
import { auditText, briefly, faultsOf, reportOf } from "./fixture.ts";
import { documentOf } from "./form/fixture.ts";

const index = new KnowledgeIndex(knowledge);

const phrases = fc.constantFrom(
  ..."在校生|专任教师|双师型教师|毕业生|就业率|生师比|全市|我校|青河县|其中|，|、|。|；|（|）|占|比上年增加|比上年提高|由上年的|增加到|共|分别为|等|完成计划的|是|24600人|1640人|1200人|95.6%|15：1|2倍|1.2个百分点|近2000人|30所|3 |\n|二、质量\n|2018年|计划|的|中|累计|一是|二是".split(
    "|",
  ),
);
const texts = fc.array(phrases, { maxLength: 40 }).map((each) => `校园绿地3亩。${each.join("")}`);

describe("every audit", () => {
  it("speaks of places in the text, in order, with causes that exist", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = reportOf(text);
        const { findings, quantities, relations, chapters } = auditDocument(document, { index });
        expect(findings.map(({ id }) => id)).toEqual(findings.map((_, at) => `f${at + 1}`));
        const ids = new Set(findings.map(({ id }) => id));
        for (const finding of findings) {
          for (const span of finding.spans) expect(document.text.slice(span.start, span.end)).toBe(span.text);
          for (const cause of finding.causes) expect(ids.has(cause) && cause !== finding.id).toBe(true);
          expect(
            [finding.message.zh, finding.message.en, finding.proof].every((words) => words !== "" && !/undefined|NaN|null/.test(words)),
          ).toBe(true);
        }
        for (const quantity of quantities) expect(document.text.slice(quantity.start, quantity.end)).toBe(quantity.text);
        expect(relations.held).toBeLessThanOrEqual(relations.tested);
        expect(chapters.reduce((sum, chapter) => sum + chapter.tested, 0)).toBe(relations.tested);
        expect(chapters.reduce((sum, chapter) => sum + chapter.held, 0)).toBe(relations.held);
        expect(chapters.reduce((sum, chapter) => sum + chapter.quantities, 0)).toBe(quantities.length);
        for (const chapter of chapters) expect(chapter.inRelations).toBeLessThanOrEqual(chapter.quantities);
      }),
      { numRuns: 150 },
    );
  });

  it("is the same each time", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(auditText(index, text)).toEqual(auditText(index, text));
      }),
      { numRuns: 30 },
    );
  });

  it("reads empty and strange texts", () => {
    for (const text of ["", "\n\n", "。", "1", "\u0000", "\ud800", "（（（（", "占占占占%", "其中其中，"])
      expect(auditDocument(documentOf(text), { index }).relations).toEqual({ tested: 0, held: 0 });
  });
});

describe("coverage", () => {
  it("counts for each chapter what was tested, so that silence is no health", () => {
    const text =
      "全市在校生24600人，其中男生11480人、女生13120人。\n二、质量\n校园环境优美，社团60个。\n三、服务\n培训12000人次，比上年增加15000人次。";
    const { chapters } = auditText(index, text);
    expect(chapters.map(({ title, quantities, inRelations, tested, held }) => [title, quantities, inRelations, tested, held])).toEqual([
      ["一、基本情况", 3, 3, 1, 1],
      ["二、质量", 1, 0, 0, 0],
      ["三、服务", 2, 2, 1, 0],
    ]);
  });
});

describe("options", () => {
  it("give the year where the title has none", () => {
    const document = documentOf("云川职业学校质量年度报告\n一、概况\n2019年在校生2000人。");
    expect(auditDocument(document, { index, year: 2018 }).document.year).toBe(2018);
    expect(auditDocument(document, { index, year: 2018 }).findings.map(({ code }) => code)).toContain("PERIOD");
    expect(auditDocument(document, { index }).findings.map(({ code }) => code)).not.toContain("PERIOD");
  });
});

describe("open changes", () => {
  const at = (text: string, words: string): { start: number; end: number } => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });

  it("are warned of where they touch a figure", () => {
    const document = reportOf("合作企业150家，共同发展。");
    const figure = at(document.text, "150");
    const word = at(document.text, "共同");
    const changes = [
      { kind: "deleted" as const, start: figure.start, end: figure.start, text: "120", author: "王老师" },
      { kind: "inserted" as const, ...figure, text: "150", author: "王老师" },
      { kind: "inserted" as const, ...word, text: "共同", author: "王老师" },
    ];
    const result = auditDocument({ ...document, changes }, { index });
    expect(briefly(result)).toEqual(["RESIDUE warning 合作企业150家"]);
    expect(faultsOf(result)[0]?.message.zh).toBe("数字上有未处理的修订：删去“120”，插入“150”");
  });
});

describe("hostile texts", () => {
  it.each([
    ["parts of one whole", "全市在校生24600人，其中", "男生11480人、"],
    ["shares of one base", "专任教师1640人。", "双师型教师540人，占专任教师的33%，"],
    ["one fact over and over", "", "专任教师1640人。"],
    ["brackets that never close", "教师1640人", "（其中1人"],
    ["changes of one value", "在校生24600人", "，比上年增加600人"],
    ["names and no figures", "", "专任教师、双师型教师，其中"],
  ])("cost eight times the time for eight times the length: %s", (_, head, piece) => {
    const time = (count: number): number => {
      const document = reportOf(head + piece.repeat(count));
      let best = Infinity;
      for (let run = 0; run < 2; run += 1) {
        const start = process.cpuUsage().user / 1000;
        auditDocument(document, { index });
        best = Math.min(best, process.cpuUsage().user / 1000 - start);
      }
      return best;
    };
    time(50);
    expect(time(800)).toBeLessThan(40 * time(100) + 300);
  });
});
