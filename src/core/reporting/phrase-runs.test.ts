import { describe, expect, it } from "vitest";
import { rowCount, rows, when } from "../definition/narrative.ts";
import { blocksOf, fixtureReport, sentence } from "./fixture.ts";
import { phrase } from "../definition/phrase.ts";
import { plainText } from "./runs.ts";

const both = (element: string, now: number, before: number): string[] => [
  `C-01/2019/${element}=${now}`,
  `C-02/2019/${element}=0`,
  `C-01/2018/${element}=${before}`,
  `C-02/2018/${element}=0`,
];

describe("changes", () => {
  const staff = (now: number, before: number) => ({ cells: both("t.staff", now, before) });

  it("says rise, fall and level, opening them in turn", () => {
    expect(sentence(staff(120, 99), "教职工{t.staff}[，{change t.staff}]。")).toBe("教职工120人，比上年增加21人。");
    expect(sentence(staff(99, 120), "教职工{t.staff}[，{change t.staff}]；{change t.staff}。")).toBe(
      "教职工99人，比上年减少21人；较上年减少21人。",
    );
    expect(sentence(staff(99, 99), "教职工{t.staff}[，{change t.staff}]。")).toBe("教职工99人，与上年持平。");
  });

  it("states a change of a share in percentage points, as the difference of the printed values", () => {
    const cells = [...both("t.teachers", 698, 676), ...both("t.staff", 922, 1069)];
    expect(sentence({ cells }, "占{t.teacherShare}[，{change t.teacherShare}]。")).toBe("占75.7%，比上年提高12.5个百分点。");
  });

  it("never states the growth of a share, but that of a count", () => {
    const cells = [...both("t.teachers", 698, 676), ...both("t.staff", 922, 1069)];
    expect(sentence({ cells }, "占{t.teacherShare}[，{growth t.teacherShare}]。")).toBe("占75.7%。");
    expect(sentence({ cells }, "共{t.teachers}[，{growth t.teachers}]。")).toBe("共698人，增长3.3%。");
  });

  it("drops the clause in a first year and across a break, and says why of the break", () => {
    expect(sentence({ ...staff(120, 99), years: [2019] }, "教职工{t.staff}[，{change t.staff}]。")).toBe("教职工120人。");
    const broken = fixtureReport(
      { ...staff(120, 99), breaks: [{ organisation: "C", measure: "t.staff", year: 2019, reason: "不再含外聘人员" }] },
      [{ kind: "paragraph", phrase: phrase("教职工{t.staff}[，{change t.staff}]。") }],
    );
    expect(JSON.stringify(blocksOf(broken))).not.toContain("上年");
    expect(JSON.stringify(broken.annexes)).toContain("统计口径有调整（不再含外聘人员），“教职工”不与上年比较。");
  });

  it("prints a ratio as n：1 with last year's", () => {
    const cells = [
      ...both("t.students#gender=female", 900, 800),
      ...both("t.students#gender=male", 600, 700),
      ...both("t.teachers", 100, 90),
    ];
    expect(sentence({ cells }, "生师比为{t.studentTeacherRatio}[，{change t.studentTeacherRatio}]。")).toBe("生师比为15：1，上年为17：1。");
  });
});

describe("coverage", () => {
  const cells = [
    "C-01/2019/t.staff=120",
    "C-01/2019/t.teachers=100",
    "C-01/2018/t.staff=99",
    "C-02/2018/t.staff=10",
    "C-01/2018/t.teachers=80",
    "C-02/2018/t.teachers=8",
  ];

  it("prints it once in a sentence and withholds the change", () =>
    expect(sentence({ cells }, "教职工{t.staff}[，{change t.staff}]，其中专任教师{t.teachers}。专任教师占{t.teacherShare}。")).toBe(
      "教职工120人（1/2所），其中专任教师100人。专任教师占83.3%（1/2所）。",
    ));
  it("says it again where another one was said in between, and of whom all gave", () => {
    const some = [...cells, "C-02/2019/t.teachers=8"];
    expect(sentence({ cells: some }, "教职工{t.staff}，专任教师{t.teachers}，教职工{t.staff}。")).toBe(
      "教职工120人（1/2所），专任教师108人（2/2所），教职工120人（1/2所）。",
    );
  });
  it("shows what a ratio was computed from where its operands are printed over other schools", () => {
    const some = [...cells, "C-02/2019/t.teachers=8"];
    expect(sentence({ cells: some }, "专任教师{t.teachers}，占{t.teacherShare}。")).toBe("专任教师108人，占83.3%（1/2所，100人÷120人）。");
  });
  it("names who is missing", () => {
    const report = fixtureReport({ cells }, [{ kind: "paragraph", phrase: phrase("教职工{t.staff}。") }]);
    expect(JSON.stringify(report.annexes)).toContain(
      '[{"runs":[{"kind":"text","text":"C-02"}],"align":"left"},{"runs":[{"kind":"text","text":"教职工"}],"align":"left"}]',
    );
    expect(report.figures[0]).toMatchObject({ text: "120人", missing: ["C-02"] });
  });
});

describe("sentences", () => {
  const cells = [...both("t.staff", 120, 120), ...both("t.students#gender=female", 10, 9), ...both("t.students#gender=male", 0, 9)];

  it("drops a sentence whose figure is missing and keeps the others", () =>
    expect(sentence({ cells }, "教职工{t.staff}。专任教师{t.teachers}。")).toBe("教职工120人。"));
  it("drops a paragraph of which only empty words would stand", () =>
    expect(sentence({ cells }, "队伍不断壮大。专任教师{t.teachers}。")).toBe(""));
  it("keeps a paragraph that never spoke of data", () => expect(sentence({ cells }, "特此说明。")).toBe("特此说明。"));
  it("says nothing of zeros: in optional clauses, in lists and in whole sentences", () => {
    expect(sentence({ cells }, "女生{t.students@gender=female}[，男生{t.students@gender=male}]。")).toBe("女生10人。");
    expect(sentence({ cells }, "在校生中{list t.students by gender}。")).toBe("在校生均为女。");
    expect(sentence({ cells: both("t.staff", 0, 0) }, "教职工{t.staff}[，{change t.staff}]。")).toBe("");
    expect(sentence({ cells: both("t.staff", 0, 9) }, "教职工{t.staff}[，{change t.staff}]。")).toBe("教职工0人，比上年减少9人。");
  });
  it("numbers the sentences that stand, and a single one not at all", () => {
    expect(sentence({ cells }, "{ordinal}教职工{t.staff}。{ordinal}专任教师{t.teachers}。{ordinal}学生{t.students}。")).toBe(
      "一是教职工120人。二是学生10人。",
    );
    expect(sentence({ cells }, "{ordinal}教职工{t.staff}。{ordinal}专任教师{t.teachers}。")).toBe("教职工120人。");
  });
  it("lets a condition choose, each of its sentences standing by itself", () => {
    const grown = when({ kind: "rises", measure: "t.students" }, ["学生增加。"], ["学生没有增加。"]);
    expect(sentence({ cells }, "教职工{t.staff}。", grown, "专任教师{t.teachers}。")).toBe("教职工120人。学生没有增加。");
  });
  it("numbers figures in order of appearance, leaving none behind for dropped sentences", () => {
    const report = fixtureReport({ cells }, [
      { kind: "paragraph", phrase: phrase("教职工{t.staff}、专任教师{t.teachers}。学生{t.students}。") },
    ]);
    expect(report.figures.map(({ id, measure }) => [id, measure])).toEqual([["f1", "t.students"]]);
    expect(report.figures[0]!.trace).toMatchObject({ kind: "total", value: "10" });
  });
});

describe("rows", () => {
  const firm = (credit: string, level: string | null, hours: string | null) => ({
    organisation: "C-01",
    ledger: "t.firms",
    values: { credit, level, hours },
  });
  const data = { cells: [], rows: [firm("甲厂", "female", "8"), firm("乙厂", null, "24"), firm("丙厂", "male", null)] };

  it("names them, chosen, ordered and cut, with 等 where some are left out", () => {
    expect(sentence(data, "合作企业有", rows("t.firms", {}, "{.credit}[（{.level}）]"), "。")).toBe(
      "合作企业有甲厂（女）、乙厂、丙厂（男）。",
    );
    expect(sentence(data, "合作企业有", rows("t.firms", { most: 2, largestBy: "hours" }, "{.credit}"), "。")).toBe(
      "合作企业有乙厂、甲厂等。",
    );
    expect(
      sentence(
        data,
        "女子企业有",
        rows("t.firms", { where: { kind: "in", column: "level", values: ["female"] } }, "{.credit}"),
        rowCount("t.firms", "家"),
        "。",
      ),
    ).toBe("女子企业有甲厂3家。");
  });
  it("drops the sentence of an empty register", () =>
    expect(sentence({ cells: [] }, "合作企业有", rows("t.firms", {}, "{.credit}"), "。")).toBe(""));
  it("traces a number in a row to its row", () => {
    const report = fixtureReport(data, [
      { kind: "paragraph", phrase: phrase("最多的是", rows("t.firms", { most: 1, largestBy: "hours" }, "{.credit}（{.hours}）"), "。") },
    ]);
    expect(report.figures).toMatchObject([
      { kind: "count", number: "24", trace: { kind: "rows", ledger: "t.firms", rows: [{ organisation: "C-01" }] } },
    ]);
  });
});

it("ties or quotes the numbers in what people wrote", () => {
  const materials = [
    { organisation: "C", section: "a.b", title: "做法", text: "2019年，教职工达到{t.staff}，走访企业32家，执行〔2016〕2号文件。" },
  ];
  const report = fixtureReport({ cells: both("t.staff", 120, 120), materials }, [{ kind: "material", section: "a.b" }]);
  expect(report.figures.map(({ kind, text, trace }) => [kind, text, trace.kind])).toEqual([
    ["level", "120人", "total"],
    ["quoted", "32家", "quoted"],
  ]);
});

describe("what others wrote", () => {
  const text = "本校教职工{t.staff}。专任教师{t.teachers}。另有{t.unknown}。";
  const report = fixtureReport(
    {
      cells: both("t.staff", 120, 99),
      materials: [{ organisation: "C-01", section: "a.b", title: "做法", text }],
      rows: [{ organisation: "C", ledger: "cases.choice", values: { organisation: "C-01", title: "做法" } }],
    },
    [{ kind: "material", section: "a.b" }],
  );

  it("speaks of its own organisation, loses sentences without their figure, and names its author", () => {
    const [block] = blocksOf(report);
    expect(block?.kind === "paragraph" && plainText(block.runs)).toBe("本校教职工120人。另有{t.unknown}。（C-01供稿）");
    expect(report.figures[0]).toMatchObject({ organisation: "C-01", measure: "t.staff" });
  });
});
