/** Reports at the edge: nothing in them yet, charts without values, tables without rows, text that no format can hold. */
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { docxWriter } from "../../../src/adapters/word/docx-writer.ts";
import { htmlWriter } from "../../../src/adapters/site/html-writer.ts";
import { pdfWriter } from "../../../src/adapters/typst/pdf-writer.ts";
import type { Report, ReportBlock } from "../../../src/core/reporting/report.ts";
import { sampleReport } from "./sample-report.ts";

const empty: Report = {
  ...sampleReport({ clean: true }),
  statement: [],
  opening: [],
  chapters: [],
  annexes: [],
  figures: [],
  signedOn: null,
  signedBy: "",
  sample: false,
  provisional: false,
};

const odd: readonly ReportBlock[] = [
  { kind: "footnote", runs: [{ kind: "text", text: "没有正文的脚注" }] },
  { kind: "paragraph", runs: [] },
  { kind: "paragraph", runs: [{ kind: "text", text: "控制符\u0000\u0007\u000b\ud800与\n换行\t制表\ufffe" }] },
  { kind: "table", number: "表3-1", title: "空表", header: [], rows: [] },
  {
    kind: "table",
    number: "2",
    title: "参差",
    header: [[{ runs: [], align: "left" }]],
    rows: [
      [],
      [
        { runs: [{ kind: "text", text: "甲" }], align: "right" },
        { runs: [], align: "center" },
      ],
    ],
  },
  ...(["bar", "line", "pie", "stackedBar"] as const).flatMap((form): ReportBlock[] => [
    { kind: "chart", number: "1", title: "无数据", form, unit: "", categories: [], series: [] },
    {
      kind: "chart",
      number: "2",
      title: "全缺",
      form,
      unit: "%",
      categories: ["甲", "乙"],
      series: [{ name: "一", values: [null, null], figures: [null, null] }],
    },
    {
      kind: "chart",
      number: "3",
      title: "零",
      form,
      unit: "人",
      categories: ["甲"],
      series: [{ name: "一", values: ["0"], figures: [null] }],
    },
  ]),
];
const oddReport: Report = {
  ...empty,
  chapters: [{ code: "c", number: "", title: "", sections: [{ code: "s", number: "", title: "", blocks: odd }] }],
};

describe.each([docxWriter(), pdfWriter(), htmlWriter()])("$format at the edge", (writer) => {
  it("writes a report with nothing in it", async () => {
    expect((await writer.write(empty)).length).toBeGreaterThan(5_000);
  });

  it("writes charts without values, tables without rows and text with forbidden characters", async () => {
    const bytes = await writer.write(oddReport);
    const text =
      writer.format === "docx" ? new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]) : new TextDecoder().decode(bytes);
    if (writer.format !== "pdf") {
      expect(text).toContain("没有正文的脚注");
      expect(text).toContain("控制符与");
    }
  });

  it("writes reports one after another without mixing them", async () => {
    const [left, right] = await Promise.all([
      writer.write(sampleReport({ seed: 3, clean: true })),
      writer.write(sampleReport({ seed: 4, clean: true })),
    ]);
    expect(Buffer.compare(left, await writer.write(sampleReport({ seed: 3, clean: true })))).toBe(0);
    expect(Buffer.compare(left, right)).not.toBe(0);
  });
});
