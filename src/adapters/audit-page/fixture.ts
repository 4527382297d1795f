/** An invented city's short report with its audit made by hand: overlapping marks, a table, echoes, tracked changes. */
import type { Block, Cell, Document, Span, TrackedChange } from "../../core/auditing/document.ts";
import type { AuditedQuantity, AuditFinding, AuditResult, Bilingual, ChapterCoverage, TextSpan } from "../../core/auditing/finding.ts";
import type { FindingCode, Tier } from "../../core/definition/check.ts";

type Part =
  | readonly ["title" | "chapter" | "section" | "paragraph" | "item" | "footnote", string]
  | readonly ["table", readonly (readonly string[])[]];

const parts: readonly Part[] = [
  ["title", "云川市中等职业教育质量年度报告（2031年）"],
  ["chapter", "一、基本情况"],
  ["section", "（一）规模"],
  [
    "paragraph",
    "全市现有中等职业学校12所。在校生3300人，其中一年级1200人、二年级1100人、三年级900人；女生1650人，占在校生的47%。比上年增加150人，增长4.5%。",
  ],
  ["section", "（二）师资"],
  [
    "paragraph",
    "专任教师共208人，其中专业课教师131人。双师型教师140人，占专业课教师的104.5%。生师比为15.9：1，近二百名教师参加了培训，比上年减少12人，持平。",
  ],
  [
    "table",
    [
      ["学校", "在校生", "", "双师型教师"],
      ["", "男", "女", ""],
      ["云川市工贸学校", "900", "880", "61"],
      ["云川市滨江职业中专", "750", "770", "82"],
    ],
  ],
  ["chapter", "二、学生发展"],
  ["paragraph", "毕业生1020人，就业1003人，就业率98.3%，对口就业率由上年的71.2%上升到69.8%。"],
  ["item", "升入高等职业学校412人；"],
  ["item", "直接就业591人，其中在本市就业约占三分之二。"],
  ["chapter", "三、校企合作"],
  ["paragraph", "各校共与86家企业签订协议，企业投入设备总值1250万元，生均设备值8124元，接收实习生与跟岗学生合计<b>640</b>人次。"],
  ["paragraph", "各校共与86家企业签订协议，接收实习生与跟岗学生合计<b>640</b>人次。"],
  ["chapter", "四、存在问题与改进"],
  ["paragraph", "部分学校实训场所不足，“双师”结构仍需优化，下一年度将继续加大投入。"],
  ["footnote", "在校生数以十月一日的学籍为准，含休学学生35人。"],
];

function build(): { text: string; blocks: Block[] } {
  let text = "";
  const blocks: Block[] = [];
  const append = (words: string): Span => {
    const start = text.length;
    text += words;
    return { start, end: text.length };
  };
  for (const [kind, content] of parts) {
    if (kind === "table") {
      const start = text.length;
      const cells: Cell[] = [];
      content.forEach((line, row) =>
        line.forEach((words, column) => {
          // 在校生 spans two columns; 学校 and 双师型教师 two rows.
          if ((row === 0 && column === 2) || (row === 1 && (column === 0 || column === 3))) return;
          const tall = row === 0 && (column === 0 || column === 3);
          cells.push({ ...append(words), row, column, rowSpan: tall ? 2 : 1, columnSpan: row === 0 && column === 1 ? 2 : 1 });
          text += column === line.length - 1 ? "\n" : "\t";
        }),
      );
      blocks.push({ kind: "table", start, end: text.length - 1, rows: content.length, columns: 4, cells });
      continue;
    }
    const span = append(content);
    text += "\n";
    if (kind === "title" || kind === "chapter" || kind === "section")
      blocks.push({ kind: "heading", level: { title: 0, chapter: 1, section: 2 }[kind], ...span });
    else if (kind === "item") blocks.push({ kind: "listItem", number: blocks.at(-1)?.kind === "listItem" ? "2." : "1.", ...span });
    else if (kind === "footnote") blocks.push({ kind: "note", where: "footnote", ...span });
    else blocks.push({ kind: "paragraph", ...span });
  }
  return { text, blocks };
}

const { text, blocks } = build();

/** Where `words` stand, from the place where `after` stands. */
export function fixtureSpan(words: string, after = ""): TextSpan {
  const start = text.indexOf(words, Math.max(0, text.indexOf(after)));
  if (start < 0 || !text.includes(after)) throw new Error(`the fixture lacks ${words}`);
  return { start, end: start + words.length, text: words };
}

const deletedAt = fixtureSpan("下一年度").start;
const changes: TrackedChange[] = [
  { ...fixtureSpan("仍需优化"), kind: "inserted", author: "李编辑" },
  { start: deletedAt, end: deletedAt, kind: "deleted", text: "缺口约120个工位，", author: "李编辑" },
];

export const fixtureDocument: Document = {
  file: "云川市2031年质量报告.docx",
  format: "docx",
  text,
  blocks,
  changes,
  comments: [],
  figures: [],
};

const pattern = /(近)?(\d+(?:\.\d+)?|二百)(万元|元|人次|人|名|家|所|%|：1)|三分之二/g;
const quantities: AuditedQuantity[] = [...text.matchAll(pattern)].map((match) => {
  const before = text.slice(Math.max(0, match.index - 12), match.index);
  const label = /[\u4e00-\u9fff]{2,8}$/.exec(before)?.[0] ?? "";
  return {
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    value: match[2]?.replace("二百", "200") ?? "66.6666666667",
    unit: match[3] ?? "%",
    hedge: match[1] ? "nearlyBelow" : null,
    label,
    concept: null,
    scope: "全市",
    period: before.includes("上年") ? 2030 : 2031,
    aspect: match[3] === "%" ? "share" : match[3] === "：1" ? "ratio" : "level",
    ...(match[0] === "208人" ? { tie: { state: "different", fact: "专任教师", stored: "207" } as const } : {}),
  };
});

const both = (zh: string, en: string): Bilingual => ({ zh, en });
function finding(
  id: string,
  code: FindingCode,
  tier: Tier,
  message: Bilingual,
  proof: string,
  spans: readonly TextSpan[],
  more: { causes?: readonly string[]; suggestions?: readonly Bilingual[] } = {},
): AuditFinding {
  return { id, code, tier, message, proof, spans, causes: more.causes ?? [], suggestions: more.suggestions ?? [] };
}

const duplicate = "接收实习生与跟岗学生合计<b>640</b>人次";
const findings: AuditFinding[] = [
  finding(
    "f1",
    "SUM",
    "proof",
    both("三个年级之和为3200人，与在校生3300人相差100人", "The three grades add up to 3200, 100 short of the 3300 students"),
    "1200 + 1100 + 900 = 3200 ≠ 3300",
    [fixtureSpan("在校生3300人"), fixtureSpan("一年级1200人"), fixtureSpan("二年级1100人"), fixtureSpan("三年级900人")],
    { suggestions: [both("在校生改为3200人", "Write 3200 students"), both("三年级改为1000人", "Write 1000 in the third grade")] },
  ),
  finding(
    "f2",
    "SHARE",
    "proof",
    both("女生1650人占3300人的50%，不是47%", "1650 of 3300 is 50%, not 47%"),
    "1650 ÷ 3300 = 50.0% ≠ 47%",
    [fixtureSpan("占在校生的47%"), fixtureSpan("女生1650人"), fixtureSpan("在校生3300人")],
    { causes: ["f1"], suggestions: [both("改为50%", "Write 50%")] },
  ),
  finding(
    "f3",
    "DELTA",
    "warning",
    both("增加150人与增长4.5%不相容", "150 more and 4.5% more do not fit"),
    "150 ÷ (3300 − 150) = 4.76% ≠ 4.5%",
    [fixtureSpan("增长4.5%"), fixtureSpan("增加150人")],
    {
      causes: ["f2"],
    },
  ),
  finding(
    "f4",
    "TIE",
    "warning",
    both("专任教师与数据库相差1人", "Teachers differ from the data by 1"),
    "208 ≠ 207",
    [fixtureSpan("专任教师共208人")],
    {
      suggestions: [both("改为207人", "Write 207")],
    },
  ),
  finding(
    "f5",
    "RANGE",
    "proof",
    both("占比不能超过100%", "A share cannot exceed 100%"),
    "104.5% > 100%",
    [fixtureSpan("占专业课教师的104.5%")],
    { suggestions: [both("核对专业课教师数", "Check the number of specialised teachers")] },
  ),
  finding("f6", "SUBSET", "warning", both("双师型教师多于专业课教师", "More dual-qualified than specialised teachers"), "140 > 131", [
    fixtureSpan("双师型教师140人，占专业课教师的104.5%"),
    fixtureSpan("专业课教师131人"),
  ]),
  finding("f7", "DIR", "proof", both("减少12人不是持平", "12 fewer is not level"), "−12 ≠ 0", [
    fixtureSpan("持平"),
    fixtureSpan("减少12人"),
  ]),
  finding(
    "f8",
    "CROSS",
    "warning",
    both("双师型教师正文为140人，表中合计143人", "140 dual-qualified teachers in the text, 143 in the table"),
    "61 + 82 = 143 ≠ 140",
    [fixtureSpan("双师型教师140人"), fixtureSpan("61", "工贸学校"), fixtureSpan("82", "滨江职业中专")],
  ),
  finding("f9", "DIR", "proof", both("由71.2%到69.8%是下降", "From 71.2% to 69.8% is a fall"), "69.8% < 71.2%", [
    fixtureSpan("上升到69.8%"),
    fixtureSpan("71.2%"),
  ]),
  finding("f10", "DUP", "note", both("这段文字用了两次", "This passage is used twice"), "", [
    fixtureSpan(duplicate, "协议，接收"),
    fixtureSpan(duplicate),
  ]),
  finding("f11", "RESIDUE", "warning", both("数字所在处有未接受的修订", "A figure stands in a live tracked change"), "", [
    { start: deletedAt, end: deletedAt, text: "" },
  ]),
  finding("f12", "OUTLINE", "note", both("缺少“特色创新”", "Features and innovation are absent"), "", []),
];

function chapter(title: string, next: string | null, counts: readonly [number, number, number, number]): ChapterCoverage {
  const [count, inRelations, tested, held] = counts;
  return {
    start: text.indexOf(title),
    end: next === null ? text.length : text.indexOf(next),
    title,
    quantities: count,
    inRelations,
    tested,
    held,
  };
}

export const fixtureResult: AuditResult = {
  document: {
    file: fixtureDocument.file,
    title: "云川市中等职业教育质量年度报告（2031年）",
    year: 2031,
    characters: text.length,
    quantities: quantities.length,
  },
  quantities,
  notQuantities: [{ ...fixtureSpan("2031"), why: "year" }],
  relations: { tested: 14, held: 6 },
  chapters: [
    chapter("一、基本情况", "二、学生发展", [17, 14, 10, 4]),
    chapter("二、学生发展", "三、校企合作", [8, 5, 4, 2]),
    chapter("三、校企合作", "四、存在问题与改进", [5, 0, 0, 0]),
    chapter("四、存在问题与改进", null, [1, 0, 0, 0]),
  ],
  outline: {
    outline: "2016年市级大纲",
    required: 24,
    present: 19,
    missing: ["特色创新", "党建工作", "国际合作", "质量保证", "专业动态调整"],
    grade: "B",
  },
  findings,
};
