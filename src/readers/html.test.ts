/** Web pages: what a reader sees, and nothing else. */
import { describe, expect, it } from "vitest";
import { sampleReport } from "../../tests/golden/writers/sample-report.ts";
import { htmlWriter } from "../adapters/site/html-writer.ts";
import { readHtml } from "./html.ts";

function outline(source: string): string[] {
  const { text, blocks } = readHtml("r.html", source);
  return blocks.map((block) => `${block.kind}${block.kind === "heading" ? block.level : ""} ${text.slice(block.start, block.end)}`);
}

it("takes blocks, folds white space, and skips what is not shown", () => {
  expect(
    outline(`<!doctype html><title>题</title><style>p{}</style><nav>导航</nav><h1>云澜市报告</h1><h2>一、基本 情况</h2>
      <p>共有<b>专任教师</b>
      1941<sup><a href="#n">1</a></sup>人</p><script>1</script><p>换
  行符</p><div>前<p>中</p>后<br>行</div><ul><li>项<li>目</ul><p hidden>密</p><h2>二、问题</h2>`),
  ).toEqual([
    "heading0 云澜市报告",
    "heading1 一、基本 情况",
    "paragraph 共有专任教师 1941人",
    "paragraph 换行符",
    "paragraph 前",
    "paragraph 中",
    "paragraph 后\n行",
    "listItem 项",
    "listItem 目",
    "heading1 二、问题",
  ]);
});

it("places cells with spans as a browser does", () => {
  const { text, blocks } = readHtml(
    "r.html",
    "<table><caption>表1</caption><tr><th rowspan=2>指标<th colspan=2>年度<tr><td>2018<td>2019<tr><td>教师<td><p>一</p><p>二</p><td></table>",
  );
  const table = blocks.find((block) => block.kind === "table");
  expect(table).toMatchObject({ rows: 3, columns: 3 });
  expect(
    table?.cells.map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}x${cell.columnSpan} ${text.slice(cell.start, cell.end)}`),
  ).toEqual(["0,0 2x1 指标", "0,1 1x2 年度", "1,1 1x1 2018", "1,2 1x1 2019", "2,0 1x1 教师", "2,1 1x1 一\n二", "2,2 1x1 "]);
});

it("reads through the tables by which old sites place the parts of a page", () => {
  const { text, blocks } = readHtml(
    "r.html",
    `<table><tr><td><a>首页</a><td><a>公开</a></table><table><tr><td><table><tr><td><h1>云澜市报告</h1><p>教师12人。<br>学生90人。</p>
      <table><tr><td>校<td>人<tr><td>甲<td>12</table></table><tr><td>版权所有</table>`,
  );
  expect(blocks.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
    "table 首页\t公开",
    "heading 云澜市报告",
    "paragraph 教师12人。\n学生90人。",
    "table 校\t人\n甲\t12",
    "paragraph 版权所有",
  ]);
});

describe("our own page", () => {
  it("gives back the report's figures and leaves the page's furniture out", async () => {
    const report = sampleReport();
    const { text, figures, blocks } = readHtml("r.html", new TextDecoder().decode(await htmlWriter().write(report)));
    const printed = new Map(report.figures.map((figure) => [figure.id, figure.text]));
    expect(figures.length).toBeGreaterThan(30);
    for (const { id, start, end } of figures) expect(text.slice(start, end)).toBe(printed.get(id));
    expect(text).not.toMatch(/跳到正文|查找数字|↩/);
    const chapters = blocks.filter((block) => block.kind === "heading" && block.level === 1);
    expect(chapters.map(({ start, end }) => text.slice(start, end))).toContain("九、问题与改进");
    let end = 0;
    for (const block of blocks) {
      expect(block.start).toBeGreaterThanOrEqual(end);
      expect(text.slice(block.start, block.end).trim()).toBe(text.slice(block.start, block.end));
      ({ end } = block);
    }
  });
});
