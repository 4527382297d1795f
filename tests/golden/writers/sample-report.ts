/**
 * An invented city's report with everything that a writer must cope with: every block and chart form,
 * every kind of trace, long text, and hostile text that would be markup if a writer forgot to escape it.
 */
import type { Trace } from "../../../src/core/formula/trace.ts";
import type { Figure, Report, ReportBlock, Run, TableCell } from "../../../src/core/reporting/report.ts";
import { change, city, figureOver, type Ledger, quotient, schoolCodes, schoolTotal } from "./traces.ts";

export const hostile = `甲&乙<丙>"丁"'戊' </script><script>alert(1)</script> ]]> --> #set page(width: 1cm) #import "x" $x_1$ *粗* _斜_ \`码\` @标签 <标签> \\u{4e2d} {{模板}} %20 = 标题 🎓`;
export const longWord = `https-${"abcdefghij".repeat(14)}-end`;

class Figures {
  readonly list: Figure[] = [];
  /** Registers a figure and returns the run that prints it. */
  add(figure: Omit<Figure, "id">): Run & { kind: "figure" } {
    const id = `f${this.list.length + 1}`;
    this.list.push({ ...figure, id });
    return { kind: "figure", figure: id, text: figure.text };
  }
}

const text = (value: string, strong?: boolean): Run => ({ kind: "text", text: value, ...(strong ? { strong } : {}) });
const paragraph = (...runs: (string | Run)[]): ReportBlock => ({
  kind: "paragraph",
  runs: runs.map((run) => (typeof run === "string" ? text(run) : run)),
});
const cell = (value: string | Run, align: TableCell["align"] = "left", strong?: boolean): TableCell => ({
  runs: [typeof value === "string" ? text(value) : value],
  align,
  ...(strong ? { strong } : {}),
});

const ledgers = {
  fullTime: { element: "teachers.fullTime", sheet: "教师队伍", row: 12 },
  subject: { element: "teachers.subject", sheet: "教师队伍", row: 14 },
  doubleQualified: { element: "teachers.doubleQualified", sheet: "教师队伍", row: 17 },
  enrolled: { element: "students.enrolled", sheet: "在校学生", row: 9 },
  books: { element: "facilities.books", sheet: "设施设备", row: 21 },
  equipment: { element: "facilities.equipmentValue", sheet: "设施设备", row: 18 },
  graduates: { element: "employment.graduates", sheet: "就业去向", row: 8 },
  direct: { element: "employment.direct", sheet: "就业去向", row: 10 },
  further: { element: "employment.furtherStudy", sheet: "就业去向", row: 11 },
} satisfies Record<string, Ledger>;

/** Ten schools' shares of about `total`, moved a little by `seed`. */
function split(total: number, seed: number): number[] {
  const weights = [18, 15, 13, 11, 10, 9, 8, 7, 5, 4];
  return weights.map((weight, index) => Math.floor((total * weight) / 100) + ((seed * 7 + index * 3) % 5));
}

const names: Record<string, string> = {
  [city]: "云澜市",
  ...Object.fromEntries(
    schoolCodes.map((code, index) => [
      code,
      [
        "云澜市第一职业中等专业学校",
        "云澜市信息工程学校",
        "云澜市卫生学校",
        "云澜市现代农业学校",
        "云澜市旅游服务学校",
        "青溪县职教中心",
        "白塔县职业高中",
        "松原区职业技术学校",
        "河湾县中等专业学校",
        "新圃区综合高级中学",
      ][index] ?? code,
    ]),
  ),
  "teachers.fullTime": "专任教师",
  "teachers.subject": "专业课教师",
  "teachers.doubleQualified": "双师型教师",
  "teachers.doubleQualifiedShare": "双师型教师占专业课教师比例",
  "students.enrolled": "在校生",
  "facilities.books": "图书",
  "facilities.equipmentValue": "教学仪器设备值",
  "facilities.equipmentPerStudent": "生均教学仪器设备值",
  "students.perTeacher": "生师比",
  "employment.graduates": "毕业生",
  "employment.direct": "直接就业",
  "employment.furtherStudy": "升学",
  "employment.rate": "就业率",
  "quality.prizes": "技能竞赛获奖台账",
  "gender=female": "女",
  gender: "性别",
  female: "女",
  school: "学校",
};

function chapterTeachers(figures: Figures, seed: number): ReportBlock[] {
  const now = schoolTotal(ledgers.fullTime, 2031, split(2040 + seed, seed));
  const before = schoolTotal(ledgers.fullTime, 2030, split(2010, seed + 1));
  const subject = schoolTotal(ledgers.subject, 2031, split(960 + seed, seed));
  const double = schoolTotal(ledgers.doubleQualified, 2031, split(730 + seed, seed));
  const subjectBefore = schoolTotal(ledgers.subject, 2030, split(940, seed));
  const doubleBefore = schoolTotal(ledgers.doubleQualified, 2030, split(650, seed));
  const share = quotient("teachers.doubleQualifiedShare", 2031, double, subject, "100");
  const shareBefore = quotient("teachers.doubleQualifiedShare", 2030, doubleBefore, subjectBefore, "100");
  const level = (trace: Trace, label: string, measure: string, year = 2031, unit = "人"): Run & { kind: "figure" } =>
    figures.add(figureOver(trace, { measure, label, year, unit, decimals: 0 }));
  const percent = (trace: Trace, year: number): Run & { kind: "figure" } =>
    figures.add(
      figureOver(trace, {
        measure: "teachers.doubleQualifiedShare",
        label: "双师型教师占专业课教师比例",
        year,
        unit: "%",
        decimals: 1,
        formula: "双师型教师 ÷ 专业课教师 × 100",
      }),
    );
  const first = level(now, "专任教师", "teachers.fullTime");
  const shareRun = percent(share, 2031);
  const rows: TableCell[][] = [
    [
      cell("专任教师"),
      cell("人", "center"),
      cell(level(before, "专任教师", "teachers.fullTime", 2030), "right"),
      cell(level(now, "专任教师", "teachers.fullTime"), "right"),
      cell(
        figures.add(
          figureOver(change(now, before, 0), {
            measure: "teachers.fullTime",
            label: "专任教师较上年",
            year: 2031,
            unit: "人",
            decimals: 0,
            kind: "change",
          }),
        ),
        "right",
      ),
    ],
    [
      cell("专业课教师"),
      cell("人", "center"),
      cell(level(subjectBefore, "专业课教师", "teachers.subject", 2030), "right"),
      cell(level(subject, "专业课教师", "teachers.subject"), "right"),
      cell("—", "right"),
    ],
    [
      cell("双师型教师"),
      cell("人", "center"),
      cell(level(doubleBefore, "双师型教师", "teachers.doubleQualified", 2030), "right"),
      cell(level(double, "双师型教师", "teachers.doubleQualified"), "right"),
      cell("—", "right"),
    ],
    [
      cell("双师型教师占专业课教师比例", "left", true),
      cell("%", "center"),
      cell(percent(shareBefore, 2030), "right", true),
      cell(percent(share, 2031), "right", true),
      cell("—", "right"),
    ],
  ];
  const schoolLevels = split(2040 + seed, seed);
  return [
    paragraph(
      "截至2031年底，全市中等职业学校共有专任教师",
      first,
      "，较上年增加",
      figures.add(
        figureOver(change(now, before, 0), {
          measure: "teachers.fullTime",
          label: "专任教师较上年",
          year: 2031,
          unit: "人",
          decimals: 0,
          kind: "change",
        }),
      ),
      "；专业课教师",
      level(subject, "专业课教师", "teachers.subject"),
      "，其中双师型教师",
      level(double, "双师型教师", "teachers.doubleQualified"),
      "，占专业课教师的",
      shareRun,
      "，较上年提高",
      figures.add(
        figureOver(change(share, shareBefore, 1), {
          measure: "teachers.doubleQualifiedShare",
          label: "双师型教师占比较上年",
          year: 2031,
          unit: "个百分点",
          decimals: 1,
          kind: "change",
        }),
      ),
      "。",
    ),
    paragraph(
      "各校按照岗位需要补充紧缺专业师资，以企业实践、名师工作室和跨校教研带动青年教师成长，教师结构与专业结构的匹配程度继续改善。".repeat(
        2,
      ),
    ),
    {
      kind: "table",
      number: "1",
      title: "教师队伍主要指标",
      header: [["指标", "单位", "2030年", "2031年", "较上年"].map((each) => cell(each, "center"))],
      rows,
      note: "双师型教师比例以专业课教师为基数。",
    },
    {
      kind: "chart",
      number: "1",
      title: "各校专任教师数",
      form: "bar",
      unit: "人",
      categories: schoolCodes.map((code) => names[code] ?? code),
      series: [{ name: "2031年", values: schoolLevels.map(String), figures: schoolLevels.map(() => null) }],
    },
    {
      kind: "footnote",
      runs: [
        text("2030年专任教师数据经学校更正，原公布数为"),
        level(schoolTotal(ledgers.fullTime, 2030, split(2000, seed)), "专任教师（原公布）", "teachers.fullTime", 2030),
        text("。"),
      ],
    },
  ];
}

function chapterEmployment(figures: Figures, seed: number): ReportBlock[] {
  const graduates = schoolTotal(ledgers.graduates, 2031, split(7800 + seed, seed));
  const direct = schoolTotal(ledgers.direct, 2031, split(2500, seed));
  const further = schoolTotal(ledgers.further, 2031, split(5100, seed));
  const employed: Trace = { kind: "operation", operator: "sum", value: null, operands: [direct, further] };
  const rate = quotient("employment.rate", 2031, employed, graduates, "100");
  const run = (trace: Trace, label: string, measure: string): Run & { kind: "figure" } =>
    figures.add(figureOver(trace, { measure, label, year: 2031, unit: "人", decimals: 0 }));
  const prizes: Trace = {
    kind: "rows",
    ledger: "quality.prizes",
    year: 2031,
    value: "3",
    rows: [5, 6, 9].map((row) => ({
      organisation: schoolCodes[row] ?? city,
      id: `p${row}`,
      origin: { file: `${schoolCodes[row]}-2031.xlsx`, sheet: "竞赛获奖", cell: `A${row}:H${row}`, version: 2 },
    })),
  };
  const schools: Trace = { kind: "organisations", of: "school", year: 2031, value: "10", codes: schoolCodes };
  const quoted: Trace = {
    kind: "quoted",
    value: "36",
    material: "m-7",
    origin: { file: `${schoolCodes[0]}-2031.xlsx`, sheet: "文字材料", cell: "B7", version: 1 },
  };
  const partial = schoolTotal(
    ledgers.graduates,
    2030,
    split(7600, seed).map((value, index) => (index === 8 ? null : value)),
  );
  return [
    paragraph(
      "全市",
      figures.add(
        figureOver(schools, { measure: "organisations.school", label: "中等职业学校", year: 2031, unit: "所", decimals: 0, kind: "count" }),
      ),
      "中职学校当年毕业学生",
      run(graduates, "毕业生", "employment.graduates"),
      "，其中直接就业",
      run(direct, "直接就业", "employment.direct"),
      "、升入高一级学校",
      run(further, "升学", "employment.furtherStudy"),
      "，就业率为",
      figures.add(
        figureOver(rate, {
          measure: "employment.rate",
          label: "就业率",
          year: 2031,
          unit: "%",
          decimals: 2,
          formula: "（直接就业 ＋ 升学） ÷ 毕业生 × 100",
        }),
      ),
      "。上年毕业生",
      run(partial, "毕业生", "employment.graduates"),
      "（9/10所学校）。",
    ),
    {
      kind: "chart",
      number: "2",
      title: "毕业生去向",
      form: "pie",
      unit: "人",
      categories: ["直接就业", "升入高一级学校", "参军入伍", "自主创业"],
      series: [{ name: "2031年", values: ["2500", "5100", "36", "18"], figures: [null, null, null, null] }],
    },
    {
      kind: "chart",
      number: "3",
      title: "近五年在校生与招生规模",
      form: "line",
      unit: "人",
      categories: ["2027年", "2028年", "2029年", "2030年", "2031年"],
      series: [
        { name: "在校生", values: ["26120", "26980", null, "28460", "29210"], figures: [null, null, null, null, null] },
        { name: "招生", values: ["9120", "9860", "10020", "10410", "11260"], figures: [null, null, null, null, null] },
      ],
      note: "2029年因口径调整未作统计。",
    },
    {
      kind: "chart",
      number: "4",
      title: "各类学校学生构成",
      form: "stackedBar",
      unit: "人",
      categories: ["市直公办", "市直民办", "县区"],
      series: [
        { name: "一年级", values: ["4200", "1320", "3900"], figures: [null, null, null] },
        { name: "二年级", values: ["3980", "1210", "3620"], figures: [null, null, null] },
        { name: "三年级", values: ["3510", "1150", "3210"], figures: [null, null, null] },
      ],
    },
    { kind: "heading", level: 3, text: "（1）技能竞赛" },
    paragraph(
      "省级以上竞赛获奖",
      figures.add(
        figureOver(prizes, { measure: "quality.prizes", label: "省级以上竞赛获奖", year: 2031, unit: "项", decimals: 0, kind: "count" }),
      ),
      "，学校在材料中写明组织校内选拔赛",
      figures.add(figureOver(quoted, { measure: "material", label: "材料所引数字", year: 2031, unit: "场", decimals: 0, kind: "quoted" })),
      "。",
    ),
    { kind: "heading", level: 4, text: "案例：校企共建产业学院" },
    paragraph(
      "学校与园区企业共同制定培养方案，企业导师常驻实训基地，学生在真实任务中完成课程。",
      text("这一做法把课堂搬进车间。", true),
      "三年来，合作专业由单一走向成群。".repeat(6),
    ),
  ];
}

function hostileBlocks(): ReportBlock[] {
  return [
    { kind: "heading", level: 3, text: `（1）${hostile}` },
    paragraph(hostile),
    paragraph(`超长词：${longWord}`),
    {
      kind: "table",
      number: "2",
      title: hostile,
      header: [[cell(hostile, "center"), cell("数量（个）", "center")]],
      rows: [
        [cell(hostile), cell("1", "right")],
        [cell(longWord), cell("2", "right")],
      ],
      note: hostile,
    },
    {
      kind: "chart",
      number: "5",
      title: hostile,
      form: "bar",
      unit: "个",
      categories: [`甲<&>"`, "]]></svg>"],
      series: [{ name: "</script>", values: ["1", "2"], figures: [null, null] }],
      note: hostile,
    },
  ];
}

function schoolsTable(rows: number): ReportBlock {
  const header = ["序号", "学校", "性质", "在校生（人）", "专任教师（人）", "生师比"].map((each) => cell(each, "center"));
  return {
    kind: "table",
    number: "3",
    title: "学校基本情况",
    header: [header],
    rows: Array.from({ length: rows }, (_, index) => [
      cell(String(index + 1), "center"),
      cell(names[schoolCodes[index % 10] ?? ""] ?? ""),
      cell(index % 3 === 0 ? "民办" : "公办", "center"),
      cell(String(1200 + index * 37), "right"),
      cell(String(80 + index), "right"),
      cell("15:1", "right"),
    ]),
  };
}

const chapterTitles = [
  "基本情况",
  "学生发展",
  "质量保障措施",
  "校企合作",
  "社会贡献",
  "举办者履责",
  "特色与案例",
  "党建工作",
  "问题与改进",
];
const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
const filler =
  "本年度，全市坚持就业与升学并重，围绕重点产业调整专业设置，推动学校、企业和园区共同制定培养方案，把实习实训、技能竞赛和社会服务纳入教学安排，办学质量稳步提升。";

/** Rows of indicators over two years, each figure over a total of its own. */
function indicatorTable(figures: Figures, rows: number, seed: number): ReportBlock {
  const level = (row: number, year: number): Run => {
    const ledger: Ledger = { element: `extra.${seed}.${row}`, sheet: "补充指标", row: row + 5 };
    return figures.add(
      figureOver(schoolTotal(ledger, year, split(300 + row * 13 + year - 2030, seed + row)), {
        measure: ledger.element,
        label: `补充指标${row}`,
        year,
        unit: "人",
        decimals: 0,
      }),
    );
  };
  return {
    kind: "table",
    number: "0",
    title: "补充指标",
    header: [["指标", "单位", "2030年", "2031年"].map((each) => cell(each, "center"))],
    rows: Array.from({ length: rows }, (_, row) => [
      cell(`补充指标${row}`),
      cell("人", "center"),
      cell(level(row, 2030), "right"),
      cell(level(row, 2031), "right"),
    ]),
  };
}

/**
 * The sample: nine chapters, all block kinds. `repeat` makes it longer, `seed` moves its figures, `clean`
 * leaves the hostile text out, `indicators` adds so many rows of two figures each to chapters 四 to 九.
 */
export function sampleReport({
  repeat = 1,
  seed = 0,
  clean = false,
  indicators = 0,
}: { repeat?: number; seed?: number; clean?: boolean; indicators?: number } = {}): Report {
  const figures = new Figures();
  const counts = { table: 0, chart: 0 };
  const numbered = (block: ReportBlock): ReportBlock =>
    block.kind === "table" || block.kind === "chart" ? { ...block, number: String((counts[block.kind] += 1)) } : block;
  const chapters = chapterTitles.map((title, index) => ({
    code: `chapter-${index + 1}`,
    number: `${numerals[index]}、`,
    title,
    sections: Array.from({ length: index < 2 ? 1 + repeat : 1 + (repeat > 1 ? 1 : 0) }, (_, section) => ({
      code: `section-${index + 1}-${section + 1}`,
      number: `${section + 1}、`,
      title: index === 0 ? "教师队伍" : index === 1 ? "就业质量" : `${title}（之${section + 1}）`,
      blocks: [
        paragraph(filler.repeat(1 + ((index + section) % 3))),
        ...(index === 0 ? chapterTeachers(figures, seed + section) : []),
        ...(index === 1 ? chapterEmployment(figures, seed + section) : []),
        ...(index === 2 && section === 0 && !clean ? hostileBlocks() : []),
        ...(index === 4 && section === 0 ? [schoolsTable(30)] : []),
        ...(index > 2 && section === 0 && indicators > 0 ? [indicatorTable(figures, Math.ceil(indicators / 6), seed * 10 + index)] : []),
        paragraph(filler),
      ].map(numbered),
    })),
  }));
  return {
    organisation: city,
    organisationName: "云澜市教育局",
    year: 2031,
    title: "云澜市中等职业教育质量年度报告",
    subtitle: "（2031年度）",
    statement: [
      "本报告所用数据来自各学校、各县（区）教育行政部门和市教育局填报并逐级审核的台账，内容真实、完整、准确。",
      "我单位对报告内容的真实性负责，并接受社会监督。",
    ],
    opening: [paragraph(filler.repeat(2))],
    chapters,
    annexes: [
      {
        title: "指标解释",
        blocks: [
          paragraph("专任教师：指具有教师资格、专门从事教学工作的人员。"),
          paragraph("双师型教师占专业课教师比例：双师型教师除以专业课教师，以百分数表示。"),
        ],
      },
    ],
    signedOn: "2032年2月20日",
    signedBy: "云澜市教育局",
    provisional: true,
    sample: true,
    catalog: "c0ffee",
    figures: figures.list,
    names: clean ? names : { ...names, [schoolCodes[3] ?? ""]: `云澜市现代农业学校${"</script>"}` },
  };
}
