/** The closed loop on the command line: the report that demo writes, audited with the data that it was written from. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Document, Span } from "../../src/core/auditing/document.ts";
import type { AuditJson } from "../../src/core/auditing/result-json.ts";
import { readDocument } from "../../src/readers/read-document.ts";
import { temporaryFolder, zhibao } from "./zhibao.ts";

interface DemoOutput {
  readonly audit: Readonly<Record<"docx" | "text", { proofs: number; warnings: number; figures: number; tied: number }>> & {
    readonly altered: { readonly figures: number; readonly named: number; readonly falselyNamed: number };
  };
  readonly phases: Readonly<Record<string, number>>;
}

// Each test starts the program, and with it the store, several times.
vi.setConfig({ testTimeout: 120_000 });

const folder = temporaryFolder();
const data = ["--data", join(folder, "data")];
const file = (format: string): string => join(folder, `report.${format}`);
const withData = ["--with-data", "--org", "411000", ...data];

let demo: DemoOutput;
let written: Document;

beforeAll(async () => {
  const { code, out, err } = await zhibao(["demo", "--dir", folder, "--format", "json"]);
  expect([code, err.match(/Error.*/g)]).toEqual([0, null]);
  demo = JSON.parse(out) as DemoOutput;
  written = await readDocument("report.docx", readFileSync(file("docx")));
  writeFileSync(file("txt"), written.text);
}, 240_000);

async function audit(path: string, ...more: string[]): Promise<{ code: number; result: AuditJson }> {
  const { code, out, err } = await zhibao(["audit", path, ...withData, "--format", "json", ...more]);
  expect(err).toBe("");
  return { code, result: JSON.parse(out) as AuditJson };
}

const overlap = (left: Span, right: Span): boolean => left.start < right.end && right.start < left.end;
const grave = (result: AuditJson, tier: string): string[] =>
  result.findings
    .filter((finding) => finding.tier === tier && finding.causes.length === 0)
    .map(({ code, message, proof }) => `${code} ${message} ${proof}`);
const differing = (result: AuditJson): string[] =>
  result.quantities.filter(({ tie }) => tie?.state === "different").map(({ text }) => text);
/** Figures with a digit: an empty one may print a dash. */
const figuresOf = ({ figures, text }: Document): Document["figures"] =>
  figures.filter(({ start, end }) => /\d/.test(text.slice(start, end)));

it("demo audits its own report, ties every figure, and names the figures that it altered", () => {
  const { docx, text, altered } = demo.audit;
  for (const each of [docx, text]) {
    expect(each.figures).toBeGreaterThan(1000);
    expect(each).toMatchObject({ proofs: 0, tied: each.figures });
    expect(each.warnings).toBeLessThanOrEqual(1);
  }
  expect(altered.figures).toBe(60);
  expect(altered.named).toBeGreaterThanOrEqual(59);
  expect(altered.falselyNamed).toBe(0);
});

describe.each(["docx", "html", "txt", "pdf"])("the report as .%s", (format) => {
  let result: AuditJson;
  beforeAll(async () => {
    const audited = await audit(file(format));
    result = audited.result;
    expect([audited.code, grave(result, "proof")]).toEqual([0, []]);
  }, 60_000);

  it("has at most one warning and no figure that differs from the data", () => {
    expect(grave(result, "warning").slice(1)).toEqual([]);
    expect(differing(result)).toEqual([]);
  });

  it("ties its figures to their facts", async () => {
    const equal = result.quantities.filter(({ tie }) => tie?.state === "equal");
    if (format === "pdf") {
      const reached = new Set(equal.map(({ tie }) => tie!.fact));
      const ids = figuresOf(written).map(({ id }) => id);
      expect(ids.filter((id) => reached.has(id)).length).toBeGreaterThanOrEqual(ids.length * 0.98);
      return;
    }
    const document = format === "html" ? await readDocument("report.html", readFileSync(file("html"))) : written;
    const figures = figuresOf(document);
    expect(figures.length).toBeGreaterThan(1000);
    const starts = new Map(
      equal.flatMap((quantity) =>
        Array.from({ length: quantity.end - quantity.start }, (_, at) => [quantity.start + at, quantity] as const),
      ),
    );
    const lacking = figures.filter(
      ({ start, end }) => !Array.from({ length: end - start }, (_, at) => start + at).some((at) => starts.has(at)),
    );
    expect(lacking.map(({ id, start, end }) => `${id} ${document.text.slice(start - 12, end + 4)}`)).toEqual([]);
  });
});

it("says in text how many figures are tied", async () => {
  const { out, code } = await zhibao(["audit", file("txt"), ...withData]);
  expect(code).toBe(0);
  expect(out).toMatch(/与填报数据核对：一致1\d{3}，不一致0，无对应0/);
  expect((await zhibao(["audit", file("txt"), ...withData, "--lang", "en"])).out).toMatch(
    /tied to the data: 1\d{3} equal, 0 different, 0 unknown/,
  );
  expect((await zhibao(["audit", file("txt")])).out).not.toContain("与填报数据核对");
});

it.each(["f2", "f6", "f10"])("names exactly the figure %s whose digit was changed in the .docx, and no other", async (id) => {
  const parts = unzipSync(readFileSync(file("docx")));
  const xml = strFromU8(parts["word/document.xml"]!);
  const control = new RegExp(`<w:tag w:val="${id}"/>[\\s\\S]*?<w:t[^>]*>([^<]*)</w:t>`).exec(xml)!;
  const at = control.index + control[0].lastIndexOf(control[1]!);
  expect(control[1]).toMatch(/^\d/);
  const digit = (Number(xml[at]) % 9) + 1;
  const changed = join(folder, `changed-${id}.docx`);
  writeFileSync(changed, zipSync({ ...parts, "word/document.xml": strToU8(`${xml.slice(0, at)}${digit}${xml.slice(at + 1)}`) }));
  const { code, result } = await audit(changed);
  expect(code).toBe(1);
  const mark = written.figures.find((figure) => figure.id === id)!;
  const ties = result.findings.filter(({ code: each, tier }) => each === "TIE" && tier !== "note");
  expect(ties.map(({ tier, spans: [span] }) => [tier, span !== undefined && overlap(span, mark)])).toEqual([["proof", true]]);
  const different = result.quantities.filter(({ tie }) => tie?.state === "different");
  expect(different.map((quantity) => [quantity.tie!.fact, overlap(quantity, mark), quantity.text[0]])).toEqual([[id, true, String(digit)]]);
  expect(ties[0]!.proof).toContain(different[0]!.tie!.stored!);
  // What the altered figure upsets stands beneath it.
  const clean = (await audit(file("docx"))).result;
  expect(grave(result, "proof")).toHaveLength(1);
  expect(grave(result, "warning").filter((each) => !grave(clean, "warning").includes(each))).toEqual([]);
});

it("ties a school's report to the school's own figures, and not to another school's", async () => {
  const reports = join(folder, "school");
  const school = ["--org", "411000-03", ...data];
  expect((await zhibao(["report", ...school, "--year", "2019", "--formats", "docx", "--out", reports])).code).toBe(0);
  const path = join(reports, readdirSync(reports)[0]!);
  const { code, out } = await zhibao(["audit", path, "--with-data", ...school, "--format", "json"]);
  const result = JSON.parse(out) as AuditJson;
  expect([code, grave(result, "proof"), differing(result)]).toEqual([0, [], []]);
  expect(result.quantities.filter(({ tie }) => tie?.state === "equal").length).toBeGreaterThan(800);
  expect(result.quantities.filter(({ tie }) => tie?.state === "unknown")).toEqual([]);
  const other = await zhibao(["audit", path, "--with-data", "--org", "411000-01", ...data]);
  expect([other.code, other.out]).toEqual([2, ""]);
  expect(other.err).toMatch(/标题是“.*”的报告/);
});

describe("refuses to tie", () => {
  const title = (words: string): string => {
    const path = join(folder, `${words}.txt`);
    writeFileSync(path, written.text.replace("许昌市\n中等职业教育质量年度报告\n（2019年度）\n", `${words}\n`));
    return path;
  };
  it.each([
    ["a report of another year", "许昌市中等职业教育质量年度报告（2017年度）", [], /没有开启 2017 年度/],
    ["a report of another year than the one asked for", "许昌市中等职业教育质量年度报告（2019年度）", ["--year", "2018"], /2019年.*2018年/],
    ["a report of another city", "平川市中等职业教育质量年度报告（2019年度）", [], /平川市.*许昌市/],
    ["a report of one of its schools", "许昌市平川科技学校质量年度报告（2019年度）", [], /平川科技学校.*许昌市/],
    ["a report without a year", "许昌市中等职业教育质量年度报告", [], /--year/],
  ])("%s, in one clear line", async (_, words, more, line) => {
    const { code, out, err } = await zhibao(["audit", title(words), ...withData, ...more]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(line);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("without an organisation, and with an unknown one", async () => {
    expect((await zhibao(["audit", file("txt"), "--with-data", ...data])).err).toMatch(/--org/);
    expect((await zhibao(["audit", file("txt"), "--org", "411000", ...data])).err).toMatch(/--with-data/);
    expect((await zhibao(["audit", file("txt"), "--with-data", "--org", "999999", ...data])).err).toMatch(/999999/);
  });

  it("but takes the year from the command line where the title has none", async () => {
    const { code } = await audit(title("许昌市中等职业教育质量年度报告"), "--year", "2019");
    expect(code).toBe(0);
  });
});
