/** `audit` as a user runs it: on the faulty report in every format, on a .docx of another hand, and on files that are no report. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Document as WordDocument, Packer, Paragraph, TextRun } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { AuditJson } from "../../src/core/auditing/result-json.ts";
import { convert, officeAbsent } from "./office.ts";
import { temporaryFolder, zhibao } from "./zhibao.ts";

interface Fault {
  readonly code: string;
  readonly alternatives: readonly string[];
  readonly quote: string;
}

const faulty = fileURLToPath(new URL("../../demo/faulty-report/report.txt", import.meta.url));
const text = readFileSync(faulty, "utf8");
const { faults } = JSON.parse(readFileSync(faulty.replace("report.txt", "key.json"), "utf8")) as { faults: Fault[] };
const folder = temporaryFolder();
vi.setConfig({ testTimeout: 60_000 });

async function audited(...args: string[]): Promise<{ code: number; result: AuditJson }> {
  const { code, out, err } = await zhibao(["audit", ...args, "--format", "json"]);
  expect(err).toBe("");
  return { code, result: JSON.parse(out) as AuditJson };
}

/** Whether a finding of the fault's code, or of one that names it as well, lies over the quotation. */
function isFound({ findings }: AuditJson, { code, alternatives, quote }: Fault, within = text): boolean {
  const start = within.indexOf(quote);
  return findings.some(
    (finding) =>
      [code, ...alternatives].includes(finding.code) && finding.spans.some((span) => span.start < start + quote.length && span.end > start),
  );
}

describe("the faulty report", () => {
  let result: AuditJson;
  beforeAll(async () => {
    const outcome = await audited(faulty);
    expect(outcome.code).toBe(1);
    result = outcome.result;
  });

  it.each(faults.map((fault) => [fault.code, fault.quote, fault] as const))("is told %s at “%s”", (_code, _quote, fault) => {
    expect(isFound(result, fault)).toBe(true);
  });

  it("has no proof but at a fault", () => {
    const places = faults.map(({ quote }) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }));
    const elsewhere = result.findings.filter(
      ({ tier, spans }) =>
        tier === "proof" && !spans.some((span) => places.some((place) => span.start < place.end && place.start < span.end)),
    );
    expect(elsewhere.map(({ code, message, proof }) => `${code} ${message} ${proof}`)).toEqual([]);
  });

  it("gives spans that quote the text, ids in order of the text, and coverage", () => {
    for (const span of [...result.findings.flatMap(({ spans }) => spans), ...result.quantities, ...result.notQuantities])
      expect(text.slice(span.start, span.end)).toBe(span.text);
    expect(result.findings.map(({ id }) => id)).toEqual(result.findings.map((_, at) => `f${at + 1}`));
    const ids = new Set(result.findings.map(({ id }) => id));
    expect(result.findings.flatMap(({ causes }) => causes).every((id) => ids.has(id))).toBe(true);
    expect(result.document).toMatchObject({
      file: "report.txt",
      year: 2021,
      characters: text.length,
      quantities: result.quantities.length,
    });
    expect(result.relations.tested).toBeGreaterThan(40);
    expect(result.chapters.length).toBeGreaterThanOrEqual(9);
    expect(result.quantities.some(({ tie }) => tie !== undefined)).toBe(false);
  });

  it("prints text by tier with line numbers, in Chinese and in English", async () => {
    const zh = await zhibao(["audit", faulty]);
    expect(zh.code).toBe(1);
    expect(zh.out).toMatch(/^report\.txt {2}.*2021年/);
    const line = text.slice(0, text.indexOf("一等奖36个")).split("\n").length;
    expect(zh.out).toMatch(new RegExp(`第${line}行 +SUM 合计不符.*36`));
    expect(zh.out).toMatch(/15 \+ 12 \+ 6 \+ 4 = 37 /);
    expect(zh.out).not.toContain("\u001b");
    const en = await zhibao(["audit", faulty, "--lang", "en"]);
    expect(en.code).toBe(1);
    expect(en.out).toMatch(new RegExp(`line ${line} +SUM `));
    expect(en.out).toMatch(/relations: \d+ tested, \d+ held/);
  });

  it("becomes a page of its own", async () => {
    const out = join(folder, "audit.html");
    const { code, out: said } = await zhibao(["audit", faulty, "--format", "html", "--out", out]);
    expect(code).toBe(1);
    expect(said).toMatch(/硬错 \d+，预警 \d+，提示 \d+ → .*audit\.html/);
    const page = readFileSync(out, "utf8");
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).toContain("15 + 12 + 6 + 4 = 37 ");
    expect(page).not.toMatch(/(?:src|href)="https?:/);
  });

  it("writes its output into a file when told to", async () => {
    const out = join(folder, "audit.json");
    expect((await zhibao(["audit", faulty, "--format", "json", "--out", out])).out).toBe("");
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(result);
  });

  it("gives every fault in a file with Windows line ends and a byte order mark", async () => {
    const path = join(folder, "windows.txt");
    const windows = text.replaceAll("\n", "\r\n");
    writeFileSync(path, `\uFEFF${windows}`);
    const other = (await audited(path)).result;
    expect(other.document.characters).toBe(windows.length);
    expect(faults.filter((fault) => isFound(result, fault) && !isFound(other, fault, windows)).map(({ quote }) => quote)).toEqual([]);
  });
});

it("audits several files at once: a list in JSON, one page each in a folder", async () => {
  const second = join(folder, "second.md");
  writeFileSync(second, "# 云川市中等职业教育质量年度报告（2021年度）\n\n全市共有专任教师100人，其中男40人、女60人。\n");
  const { out, code } = await zhibao(["audit", second, faulty, "--format", "json"]);
  expect(code).toBe(1);
  const results = JSON.parse(out) as AuditJson[];
  expect(results.map(({ document }) => document.file)).toEqual(["second.md", "report.txt"]);
  expect(results[0]!.findings.filter(({ tier }) => tier === "proof")).toEqual([]);
  const pages = join(folder, "pages");
  mkdirSync(pages, { recursive: true });
  await zhibao(["audit", second, faulty, "--format", "html", "--out", pages]);
  expect(["second.audit.html", "report.audit.html"].map((name) => existsSync(join(pages, name)))).toEqual([true, true]);
});

it("compares with last year's report, and only when given it", async () => {
  const report = (name: string, year: number, sentence: string): string => {
    const path = join(folder, name);
    writeFileSync(path, `云川市中等职业教育质量年度报告（${year}年度）\n一、基本情况\n1.教师队伍\n${sentence}\n`);
    return path;
  };
  const prior = report("2020.txt", 2020, "2020年，全市中职学校共有专任教师1000人。");
  const wrong = report("2021.txt", 2021, "2021年，全市中职学校共有专任教师1050人，较上年增加80人。");
  const right = report("right.txt", 2021, "2021年，全市中职学校共有专任教师1050人，较上年增加50人。");
  const found = ({ findings }: AuditJson): string[] =>
    findings.filter(({ code, tier }) => ["PRIOR", "DELTA"].includes(code) && tier !== "note").map(({ proof }) => proof);
  const withPrior = await audited(wrong, "--prior", prior);
  expect(found(withPrior.result)).toHaveLength(1);
  expect(found(withPrior.result)[0]).toMatch(/1000/);
  expect(found((await audited(wrong)).result)).toEqual([]);
  expect(found((await audited(right, "--prior", prior)).result)).toEqual([]);
  const absent = await zhibao(["audit", wrong, "--prior", join(folder, "absent.txt")]);
  expect([absent.code, absent.out]).toEqual([2, ""]);
  expect(absent.err).toMatch(/absent\.txt/);
});

it("takes the year from the command line", async () => {
  const path = join(folder, "untitled.txt");
  writeFileSync(path, "全市共有专任教师100人。\n");
  expect((await audited(path)).result.document.year).toBe(null);
  expect((await audited(path, "--year", "2021")).result.document.year).toBe(2021);
  expect((await zhibao(["audit", path, "--year", "21"])).code).toBe(2);
});

describe("the author's own .docx", () => {
  /** The comments of a .docx by the words over which they stand. */
  async function comments(path: string): Promise<{ texts: string[]; before: string; after: string }> {
    const out = join(folder, "commented.docx");
    const { code, err } = await zhibao(["audit", path, "--format", "docx", "--out", out]);
    expect([code, err]).toEqual([1, ""]);
    const words = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, each]) => each).join("");
    const parts = unzipSync(readFileSync(out));
    const xml = strFromU8(parts["word/comments.xml"]!);
    return {
      texts: xml.split("</w:comment>").slice(0, -1).map(words),
      before: words(strFromU8(unzipSync(readFileSync(path))["word/document.xml"]!)),
      after: words(strFromU8(parts["word/document.xml"]!)),
    };
  }

  it("made with a library comes back with comments and every word of it", async () => {
    const path = join(folder, "library.docx");
    const paragraphs = text.split("\n").filter((line) => line.trim() !== "");
    // Cut into runs, as an editor leaves them.
    const children = paragraphs.map(
      (line) => new Paragraph({ children: (line.match(/[\s\S]{1,7}/g) ?? []).map((run) => new TextRun(run)) }),
    );
    writeFileSync(path, await Packer.toBuffer(new WordDocument({ sections: [{ children }] })));
    const { texts, before, after } = await comments(path);
    expect(after).toBe(before);
    expect(texts.some((comment) => comment.includes("15 + 12 + 6 + 4 = 37 "))).toBe(true);
    expect(texts.length).toBeGreaterThan(15);
  });

  it.skipIf(officeAbsent !== null)(
    `saved by LibreOffice comes back with comments, and LibreOffice opens it again${officeAbsent ? ` (skipped: ${officeAbsent})` : ""}`,
    { timeout: 120_000 },
    async () => {
      const work = join(folder, "office");
      mkdirSync(work, { recursive: true });
      copyFileSync(faulty, join(work, "source.txt"));
      convert(join(work, "source.txt"), "docx:MS Word 2007 XML", work);
      const { texts, before, after } = await comments(join(work, "source.docx"));
      expect(after).toBe(before);
      expect(texts.some((comment) => comment.includes("15 + 12 + 6 + 4 = 37 "))).toBe(true);
      convert(join(folder, "commented.docx"), "odt", work);
      const again = strFromU8(unzipSync(readFileSync(join(work, "commented.odt")))["content.xml"]!);
      expect(again.match(/<office:annotation /g)!.length).toBe(texts.length);
    },
  );

  it("is asked for where comments are wanted on another format", async () => {
    const { code, out, err } = await zhibao(["audit", faulty, "--format", "docx"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/\.docx.*--format html/);
  });
});

describe("files that are no report", () => {
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const wordFile = (xml: string): Uint8Array => zipSync({ "word/document.xml": strToU8(xml) });
  const paragraph = (words: string): string =>
    `<w:document ${space}><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`;
  const compound = (word: string): Uint8Array => {
    const bytes = new Uint8Array(700);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (const [at, letter] of [...word].entries()) bytes[100 + at * 2] = letter.charCodeAt(0);
    return bytes;
  };
  const cases: readonly (readonly [string, string, () => Uint8Array | string, RegExp])[] = [
    ["a truncated .docx", "cut.docx", () => wordFile(paragraph("招生10人")).slice(0, 180), /损坏/],
    ["a zip bomb", "bomb.docx", () => wordFile(`<w:document ${space}>${" ".repeat(260 << 20)}`), /200 MB|过大|损坏/],
    ["XML entities", "entities.docx", () => wordFile(`<!DOCTYPE w [<!ENTITY a "aaaa">]>${paragraph("&a;")}`), /XML/],
    ["100 MB of digits", "digits.txt", () => Buffer.alloc(100 << 20, "1234567890"), /100 MB.*64 MB/],
    ["text named .docx", "text.docx", () => "一、基本情况\n招生10人。\n", /纯文本/],
    ["an encrypted .pdf", "locked.pdf", encryptedPdf, /加密|密码/],
    ["an old .doc", "old.doc", () => compound("WordDocument"), /旧格式.*另存为 \.docx/],
    ["an encrypted .docx", "locked.docx", () => compound("EncryptedPackage"), /加密/],
    ["an empty file", "empty.txt", () => "", /空文件/],
    ["a picture", "scan.pdf", () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /图片/],
  ];

  it.each(cases)("%s: one clear line, exit code 2", { timeout: 60_000 }, async (_, name, bytes, line) => {
    const path = join(folder, name);
    writeFileSync(path, bytes());
    const start = performance.now();
    const { code, out, err } = await zhibao(["audit", path]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(line);
    expect(err).toContain(name);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it("a missing file and a folder: one clear line, exit code 2", async () => {
    for (const path of [join(folder, "absent.docx"), folder]) {
      const { code, out, err } = await zhibao(["audit", path]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(path);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
    expect((await zhibao(["audit", join(folder, "absent.docx"), "--lang", "en"])).err).toMatch(/no such file/);
  });

  it("and writes nothing when one of several cannot be read", async () => {
    const { code, out, err } = await zhibao(["audit", faulty, join(folder, "absent.txt")]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/absent\.txt/);
  });
});

/** The smallest file that asks for a password: its key opens nothing. */
function encryptedPdf(): string {
  const key = `<${"28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A".slice(0, 64)}>`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
    `<</Filter/Standard/V 1/R 2/O ${key}/U ${key}/P -4>>`,
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj${object}endobj\n`;
    return place;
  });
  const start = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  return `${file}xref\n0 5\n0000000000 65535 f \n${rows}trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n${start}\n%%EOF\n`;
}
