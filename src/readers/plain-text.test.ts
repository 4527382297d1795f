/** Text files: encodings, blocks by numbering habits, typed tables; the text stays the file itself. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../core/auditing/document.ts";
import { readDocument, UnreadableDocument } from "./read-document.ts";

const utf8 = new TextEncoder();

function outline({ text, blocks }: Document): string[] {
  return blocks.map((block) => `${block.kind}${block.kind === "heading" ? block.level : ""} ${text.slice(block.start, block.end)}`);
}

async function read(text: string, file = "report.txt"): Promise<Document> {
  return readDocument(file, utf8.encode(text));
}

const report = `\u3000许昌市中等职业教育质量年度报告\r\n\r\n（2019年度）\r\n2019年，全市共完成招生12325人。\r\n一、基本情况\r\n\r\n1、规模和结构\r\n    全市共保留中职学校10所。\r\n四、校企合作\r\n1、开展校企对接活动。2019年，我们开展活动3次。\r\n    2.尝试“双元”办学模式。一是考察。\r\n七、特色创新\r\n案例一：创新办学模式\r\n（1）办学规模矛盾突出。全市10所。\r\n`;

describe("blocks of a text file", () => {
  it("finds title, chapters, sections, paragraphs and items, and leaves the text as it is", async () => {
    const document = await read(report);
    expect(document.text).toBe(report);
    expect(outline(document)).toEqual([
      "heading0 许昌市中等职业教育质量年度报告",
      "heading0 （2019年度）",
      "paragraph 2019年，全市共完成招生12325人。",
      "heading1 一、基本情况",
      "heading2 1、规模和结构",
      "paragraph 全市共保留中职学校10所。",
      "heading1 四、校企合作",
      "paragraph 1、开展校企对接活动。2019年，我们开展活动3次。",
      "paragraph 2.尝试“双元”办学模式。一是考察。",
      "heading1 七、特色创新",
      "heading2 案例一：创新办学模式",
      "listItem （1）办学规模矛盾突出。全市10所。",
    ]);
  });

  it("puts digits below （一） where the document has it", async () => {
    const document = await read("一、情况\n（一）规模\n1.招生情况\n招生10人。\n（二）师资\n");
    expect(document.blocks.map((block) => (block.kind === "heading" ? block.level : null))).toEqual([1, 2, 3, null, 2]);
  });

  it("takes short numbered lines with nothing between for a list", async () => {
    expect(outline(await read("一、问题\n1、经费不足\n2、师资不足\n3、设备陈旧\n二、措施\n"))).toEqual([
      "heading1 一、问题",
      "paragraph 1、经费不足",
      "paragraph 2、师资不足",
      "paragraph 3、设备陈旧",
      "heading1 二、措施",
    ]);
  });

  it("leaves a typed table of contents out of the blocks", async () => {
    expect(outline(await read("目　录\n一、基本情况……………1\n二、学生发展\t12\n一、基本情况\n招生12人。\n招生人数\t12325\n"))).toEqual([
      "heading1 一、基本情况",
      "paragraph 招生12人。",
      "paragraph 招生人数\t12325",
    ]);
  });

  it("reads tables typed with tabs or bars, empty cells included", async () => {
    const { text, blocks } = await read("\t2018年\t2019年\n教师\t\t1941\n|学校|人数|\n|---|---|\n|一中|12|\n");
    const words = blocks.map((block) =>
      block.kind === "table" ? block.cells.map((cell) => `${cell.row},${cell.column} ${text.slice(cell.start, cell.end)}`) : [],
    );
    expect(words).toEqual([
      ["0,0 ", "0,1 2018年", "0,2 2019年", "1,0 教师", "1,1 ", "1,2 1941"],
      ["0,0 学校", "0,1 人数", "1,0 一中", "1,1 12"],
    ]);
  });

  it("keeps blocks in order, apart and without white space, for any text", async () => {
    const piece = fc.constantFrom(
      "一、",
      "（一）",
      "1、",
      "2.",
      "案例一：",
      "招生12人",
      "。",
      "\n",
      "\r\n",
      "\r",
      "\t",
      "|",
      " ",
      "　",
      "# ",
      "- ",
      "**",
      "报告",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), fc.constantFrom("a.txt", "a.md"), async (pieces, file) => {
        const text = pieces.join("") || "空";
        const document = await read(text, file);
        expect(document.text).toBe(text);
        let end = 0;
        for (const [index, block] of document.blocks.entries()) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          if (index > 0) expect(text.slice(end, block.start)).toMatch(/[\r\n]/);
          expect(text.slice(block.start, block.end).trim()).toBe(text.slice(block.start, block.end));
          end = block.end;
        }
      }),
    );
  });
});

describe("encodings", () => {
  const words = "全市专任教师1941人，占47%。\n";

  it("takes UTF-8 with a mark, UTF-16 with and without, and GBK", async () => {
    const wide = (littleEndian: boolean, mark: boolean): Uint8Array => {
      const text = (mark ? "\ufeff" : "") + words;
      const view = new DataView(new ArrayBuffer(text.length * 2));
      for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
      return new Uint8Array(view.buffer);
    };
    // 全市 in GBK, then ASCII.
    const gbk = Uint8Array.from([0xc8, 0xab, 0xca, 0xd0, 0x31, 0x39, 0x34, 0x31, 0xc8, 0xcb]);
    for (const bytes of [utf8.encode(`\ufeff${words}`), wide(true, true), wide(false, true), wide(true, false), wide(false, false)])
      expect((await readDocument("r.txt", bytes)).text).toBe(words);
    expect((await readDocument("r.txt", gbk)).text).toBe("全市1941人");
  });

  it("keeps UTF-8 with one damaged letter UTF-8", async () => {
    const bytes = utf8.encode(words.repeat(20));
    const cut = bytes.slice(0, bytes.length - 2);
    cut[3] = 0xff;
    expect((await readDocument("r.txt", cut)).text).toContain("专任教师1941人");
  });

  it("refuses binary data", async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
    await expect(readDocument("r.txt", noise)).rejects.toThrow(UnreadableDocument);
  });
});

describe("size", () => {
  it("reads 1 MB within 200 ms", async () => {
    const bytes = utf8.encode(report.repeat(Math.ceil((1 << 20) / utf8.encode(report).length)));
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      // Of this process alone: the wall clock counts what else the machine does.
      const start = process.cpuUsage();
      const { blocks } = await readDocument("r.txt", bytes);
      times.push(process.cpuUsage(start).user / 1000);
      expect(blocks.length).toBeGreaterThan(10_000);
    }
    expect(Math.min(...times)).toBeLessThan(200);
  });

  it("takes 10 MB of digits as one paragraph and refuses 100 MB in one line", async () => {
    const digits = new Uint8Array(10 << 20).fill(0x37);
    expect((await readDocument("r.txt", digits)).blocks).toHaveLength(1);
    await expect(readDocument("r.txt", new Uint8Array(100 << 20).fill(0x37))).rejects.toThrow(/100 MB，超过上限 64 MB/);
  });
});
