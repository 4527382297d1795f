/** What a reader is told of ties. */
import { describe, expect, it } from "vitest";
import { scanQuantities } from "../../../src/core/auditing/scan/scan.ts";
import { tieFindings } from "../../../src/core/auditing/tie/tie-findings.ts";
import { tieFigures } from "../../../src/core/auditing/tie/tie.ts";
import { claimOf, documentOf, knownFigure, knownOf } from "./fixture.ts";

const known = knownOf(
  "2019年，全市中职学校共有专任教师[f1=1941人]，较上年增加[f2=21人]。\n开展技能竞赛[f3=8项]，达到国家规定的4类要求。",
  [knownFigure("teachers.fullTime@2019", "1941人", { measure: "teachers.fullTime", label: "专任教师" })],
  { f1: { label: "专任教师" } },
);

function findings(text: string, concept: string | null = null, marks: Record<string, string> = {}) {
  const { quantities } = scanQuantities(text);
  const document = documentOf(text, marks);
  const at = text.indexOf("专任教师");
  const claims = quantities
    .slice(0, 1)
    .map((quantity) => claimOf(quantity, { concept, label: "专任教师", named: { start: at, end: at + 4 } }));
  return tieFindings(tieFigures(document, quantities, claims, known), { document, quantities, claims, known });
}

describe("findings of ties", () => {
  it("proves an altered figure of our own report, with both values and a repair", () => {
    expect(findings(known.report.text.replace("1941", "1943"))).toEqual([
      {
        code: "TIE",
        tier: "proof",
        message: { zh: "“全市专任教师”与填报数据不一致。", en: "“全市专任教师” differs from the data." },
        proof: "报告 1943人，数据 1941人（全市专任教师，2019年）",
        spans: [{ start: 14, end: 23, text: "专任教师1943人" }],
        causes: [],
        suggestions: [{ zh: "改为1941人", en: "Change to 1941人" }],
      },
    ]);
  });

  it("is silent where all agree", () => {
    expect(findings(known.report.text)).toEqual([]);
  });

  it("warns of a number altered in the fixed words", () => {
    const [finding, ...others] = findings(known.report.text.replace("4类", "5类"));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ tier: "warning", proof: "报告 5类，系统行文 4", spans: [{ text: "5类" }] });
  });

  it("notes each number of our own report that is in no fact", () => {
    const found = findings(`${known.report.text}\n新聘外教2人，来访团组3个。`, null, { f1: "1941人" });
    expect(found.map(({ tier, spans }) => `${tier} ${spans[0]!.text}`)).toEqual(["note 2人", "note 3个"]);
  });

  it("warns of a foreign text that differs, and counts what it cannot know in one note", () => {
    const found = findings("我市现有专任教师1950人，实验员38人，门卫16人。", "teachers.fullTime");
    expect(found.map(({ tier }) => tier)).toEqual(["warning", "note"]);
    expect(found[0]!.proof).toBe("报告 1950人，数据 1941人（全市专任教师，2019年）");
    expect(found[1]!.message.zh).toBe("3个数字中有2个在填报数据中没有对应。");
  });
});
