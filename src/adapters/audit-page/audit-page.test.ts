import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import type { Document } from "../../core/auditing/document.ts";
import type { AuditResult } from "../../core/auditing/finding.ts";
import { findingCodes } from "../../core/definition/check.ts";
import { codeNames } from "../../core/auditing/code-names.ts";
import { auditPage } from "./audit-page.ts";
import { fixtureDocument, fixtureResult, fixtureSpan } from "./fixture.ts";
import { messages, say } from "./messages.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => "tagName" in node;
const children = (node: Node | DefaultTreeAdapterTypes.Document): Node[] => ("childNodes" in node ? node.childNodes : []);
const elements = (node: Node | DefaultTreeAdapterTypes.Document): Element[] =>
  children(node).flatMap((child) => [...(isElement(child) ? [child] : []), ...elements(child)]);
const attribute = (element: Element, name: string): string | undefined => element.attrs.find((each) => each.name === name)?.value;
const classes = (element: Element): string[] => (attribute(element, "class") ?? "").split(" ");
const words = (node: Node, without: readonly string[] = []): string =>
  "value" in node
    ? node.value
    : isElement(node) && without.includes(node.tagName)
      ? ""
      : children(node)
          .map((child) => words(child, without))
          .join("");

function opened(document: Document, result: AuditResult, language: "zh" | "en" = "zh") {
  const all = elements(parse(auditPage(document, result, language)));
  const article = all.find((element) => element.tagName === "article");
  if (!article) throw new Error("no article");
  const marks = elements(article).filter((element) => classes(element).includes("m"));
  return { all, article, marks, find: (id: string) => all.find((element) => attribute(element, "id") === id) };
}
const bare = (text: string): string => text.replace(/\s+/g, "");

const none: AuditResult = { ...fixtureResult, findings: [], quantities: [], notQuantities: [], chapters: [], outline: null };
const plain = (text: string): Document => ({
  ...fixtureDocument,
  text,
  blocks: [{ kind: "paragraph", start: 0, end: text.length }],
  changes: [],
});

describe("auditPage's text", () => {
  it("shows the whole text in order, once, with deletions between", () => {
    const { article } = opened(fixtureDocument, fixtureResult);
    const added = /注释与页边文字|脚注 |1\. |2\. /g;
    expect(bare(words(article, ["del"]).replace(added, ""))).toBe(bare(fixtureDocument.text));
    expect(
      elements(article)
        .filter(({ tagName }) => tagName === "del")
        .map((element) => words(element)),
    ).toEqual(["缺口约120个工位，"]);
    expect(
      elements(article)
        .filter(({ tagName }) => tagName === "ins")
        .map((element) => words(element)),
    ).toEqual(["仍需优化"]);
  });

  it("builds headings, lists, tables and notes from the blocks", () => {
    const { article } = opened(fixtureDocument, fixtureResult);
    const tags = (tag: string): Element[] => elements(article).filter(({ tagName }) => tagName === tag);
    expect(tags("h3").map((element) => classes(element)[0])).toContain("level-0");
    expect(tags("h4")).toHaveLength(2);
    expect(tags("li")).toHaveLength(2);
    expect(tags("th").map((cell) => [words(cell), attribute(cell, "rowspan"), attribute(cell, "colspan")])).toEqual([
      ["学校", "2", undefined],
      ["在校生", undefined, "2"],
      ["双师型教师", "2", undefined],
      ["男", undefined, undefined],
      ["女", undefined, undefined],
    ]);
    expect(tags("td")).toHaveLength(8);
  });

  it("marks every quantity and every finding's place with the gravest tier, split where they cross", () => {
    const { marks } = opened(fixtureDocument, fixtureResult);
    for (let index = 0; index < fixtureResult.quantities.length; index += 1) {
      const own = marks.filter((mark) => attribute(mark, "data-q") === String(index));
      expect(own.map((mark) => words(mark)).join("")).toBe(fixtureResult.quantities[index]?.text);
      expect(own.filter((mark) => attribute(mark, "tabindex") === "0").length).toBeGreaterThan(0);
    }
    fixtureResult.findings.forEach((finding, index) =>
      finding.spans.forEach((span, position) => {
        const key = `${index + 1}.${position}`;
        const own = marks.filter((mark) => (attribute(mark, "data-f") ?? "").split(" ").includes(key));
        expect(own.map((mark) => words(mark, ["del"])).join("")).toBe(span.text);
        if (finding.tier === "proof") expect(own.every((mark) => classes(mark).includes("proof"))).toBe(true);
        expect((attribute(own.at(-1) as Element, "data-n") ?? "").split(",")).toContain(String(index + 1));
      }),
    );
  });

  it("keeps text that no block covers, and drops bare Markdown marks", () => {
    const text = "## 标题\n***\n剩余12人\n- 一项";
    const document: Document = {
      ...plain(text),
      blocks: [
        { kind: "heading", level: 1, start: 3, end: 5 },
        { kind: "listItem", start: text.length - 2, end: text.length },
      ],
    };
    expect(bare(words(opened(document, none).article))).toBe("标题***剩余12人-一项");
    expect(bare(words(opened({ ...document, text: "## 标题\n*****\n---\n- 一项" }, none).article))).not.toContain("*");
  });

  it("loses no character and never nests marks wrongly, whatever the spans", () => {
    const pair = fc.tuple(fc.nat(40), fc.nat(40)).map(([left, right]) => [Math.min(left, right), Math.max(left, right)] as const);
    const character = fc.constantFrom("<", ">", "&", '"', "'", "中", "3", "\n", "p");
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 40 }), fc.array(pair, { maxLength: 6 }), (characters, spans) => {
        const text = `甲${characters.join("")}乙`;
        const [finding] = fixtureResult.findings;
        if (!finding) return;
        const findings = spans.map(([start, end], index) => ({
          ...finding,
          id: `f${index}`,
          spans: [{ start, end, text: text.slice(start, end) }],
        }));
        const { article, marks } = opened(plain(text), { ...none, findings });
        expect(words(article).trim()).toBe(text);
        for (const mark of marks) expect(elements(mark)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("auditPage's findings and summary", () => {
  it("lists echoes beneath their root and counts them once", () => {
    const { find, all } = opened(fixtureDocument, fixtureResult);
    const group = all.find((element) => classes(element).includes("group"));
    expect(
      elements(group as Element).flatMap((element) => (classes(element).includes("finding") ? [attribute(element, "id")] : [])),
    ).toEqual(["finding-1", "finding-2", "finding-3"]);
    const counts = all.find((element) => classes(element).includes("counts"));
    expect(words(counts as Element)).toBe("4硬错4预警2提示");
    expect(words(find("summary") as Element)).toContain("另有连带问题 2 条");
  });

  it("tells what was tested in each chapter, and the outline's missing items", () => {
    const summary = words(opened(fixtureDocument, fixtureResult).find("summary") as Element);
    expect(summary).toContain("检验 14 组，成立 6 组");
    expect(summary).toContain("三、校企合作50未检验—");
    expect(summary).toContain("有 12 个数量不在任何可检验的关系之中");
    expect(summary).toContain("B 级");
    expect(summary).toContain("缺少：特色创新、党建工作");
  });

  it("says plainly that there is no finding, and what was tested", () => {
    const page = auditPage(fixtureDocument, { ...fixtureResult, findings: [] }, "zh");
    expect(page).toContain("未发现问题。已检验数量关系 14 组，成立 6 组。其余 8 组未能判定成立。");
    const untested = auditPage(fixtureDocument, { ...none, relations: { tested: 0, held: 0 } }, "zh");
    expect(untested).not.toContain("未发现问题");
    expect(untested).toContain("本页没有问题，不等于报告没有问题");
  });

  it("speaks English throughout when asked", () => {
    const { all } = opened(fixtureDocument, fixtureResult, "en");
    const outside = all.filter((element) => classes(element).includes("head")).map((element) => words(element));
    expect(outside.join("")).not.toMatch(/[\u4e00-\u9fff]/);
    expect(outside[0]).toContain("The three grades add up to 3200");
  });
});

describe("auditPage as a file", () => {
  it("is the same for the same audit and names no other file or host", () => {
    const page = auditPage(fixtureDocument, fixtureResult, "zh");
    expect(page).toBe(auditPage(fixtureDocument, fixtureResult, "zh"));
    expect(page).not.toMatch(/(?:src|href)="(?!#)|url\(|@import|https?:\/\//);
  });

  it("keeps hostile text harmless wherever it comes from", () => {
    const evil = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&`;
    const text = `甲${evil}12人`;
    const span = { start: 0, end: text.length, text };
    const both = { zh: evil, en: evil };
    const hostile: AuditResult = {
      document: { file: evil, title: evil, year: null, characters: 1, quantities: 1 },
      quantities: [
        {
          ...span,
          value: evil,
          unit: evil,
          hedge: evil,
          label: evil,
          concept: evil,
          scope: evil,
          period: 1,
          aspect: evil,
          tie: { state: "different", fact: evil, stored: evil },
        },
      ],
      notQuantities: [{ ...span, why: evil }],
      relations: { tested: 1, held: 0 },
      chapters: [{ start: 0, end: 1, title: evil, quantities: 1, inRelations: 0, tested: 0, held: 0 }],
      outline: { outline: evil, required: 2, present: 1, missing: [evil], grade: "D" },
      findings: [{ id: evil, code: "SUM", tier: "proof", message: both, proof: evil, spans: [span], causes: [evil], suggestions: [both] }],
    };
    const document: Document = {
      ...plain(text),
      file: evil,
      blocks: [{ kind: "listItem", number: evil, start: 0, end: text.length }],
      changes: [
        { kind: "deleted", start: 1, end: 1, text: evil, author: evil },
        { kind: "inserted", start: 2, end: 9, text: text.slice(2, 9), author: evil },
      ],
    };
    const { all, article } = opened(document, hostile);
    expect(all.filter(({ tagName }) => tagName === "script")).toHaveLength(2);
    expect(all.filter(({ tagName }) => tagName === "img")).toEqual([]);
    expect(all.flatMap((element) => element.attrs.filter(({ name }) => name.startsWith("on")))).toEqual([]);
    expect(words(article)).toContain(evil);
  });

  it("has the words of every code in both languages, and fills their parameters", () => {
    expect(Object.keys(codeNames).toSorted()).toEqual([...findingCodes].toSorted());
    for (const each of Object.values(messages)) {
      const names = (text: string): string[] => (text.match(/\{[a-z]+\}/g) ?? []).toSorted();
      expect(names(each.zh)).toEqual(names(each.en));
    }
    expect(say("relationsOf", "en", { tested: 3, held: 2 })).toBe("3 tested, 2 held");
  });

  it("renders a text of a million characters with sixty thousand quantities and three thousand findings in time proportional to it", () => {
    const sized = (paragraphs: number): number => {
      const line = "全市在校生3300人，比上年增加150人，其中女生1650人，占在校生的47%，专任教师共208人。\n";
      const text = line.repeat(paragraphs);
      const starts = Array.from({ length: paragraphs }, (_, index) => index * line.length);
      const [quantity] = fixtureResult.quantities;
      const [finding] = fixtureResult.findings;
      if (!quantity || !finding) throw new Error("the fixture is empty");
      const document: Document = {
        ...plain(text),
        blocks: starts.map((start) => ({ kind: "paragraph", start, end: start + line.length - 1 })),
      };
      const result: AuditResult = {
        ...none,
        quantities: starts.flatMap((start) =>
          [5, 15, 23].map((at) => ({ ...quantity, start: start + at, end: start + at + 5, text: line.slice(at, at + 5) })),
        ),
        findings: starts
          .filter((_, index) => index % 6 === 0)
          .map((start, index) => ({
            ...finding,
            id: `f${index + 1}`,
            spans: [{ start: start + 2, end: start + 17, text: line.slice(2, 17) }],
          })),
      };
      const before = process.cpuUsage().user / 1000;
      expect(auditPage(document, result, "zh").length).toBeGreaterThan(text.length);
      return process.cpuUsage().user / 1000 - before;
    };
    sized(500);
    const small = sized(5_000);
    const large = sized(20_000);
    expect(large).toBeLessThan(Math.max(small, 50) * 12);
  });
});

it("has a fixture whose spans tell their own text", () => {
  for (const each of [...fixtureResult.quantities, ...fixtureResult.findings.flatMap((finding) => finding.spans)])
    expect(fixtureDocument.text.slice(each.start, each.end)).toBe(each.text);
  expect(() => fixtureSpan("没有的话")).toThrow();
});
