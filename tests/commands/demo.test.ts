/** The main job on the command line: the demo city from its workbooks to figures, traces, report and back-up. */
import { existsSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type IndicatorsOutput, json, temporaryFolder, zhibao } from "./zhibao.ts";

const folder = temporaryFolder();
const data = ["--data", join(folder, "data")];
const city = ["--org", "411000", "--year", "2019"];

beforeAll(async () => {
  const demo = await zhibao(["demo", "--dir", folder]);
  expect(demo.err).not.toMatch(/Error/);
  expect(demo.code).toBe(0);
}, 240_000);

describe("indicators", () => {
  it("gives the published figures among at least 120", async () => {
    const { indicators } = await json<IndicatorsOutput>(["indicators", ...city, ...data]);
    const byCode = new Map(indicators.map((line) => [line.code, line]));
    expect(indicators.length).toBeGreaterThanOrEqual(120);
    expect(byCode.get("teachers.fullTime")).toMatchObject({ value: "1941", text: "1941人", change: { text: "较上年减少21人" } });
    expect(byCode.get("teachers.doubleQualifiedShare")).toMatchObject({
      value: "75.7049891540",
      numerator: "698",
      denominator: "922",
      text: "75.7%",
      change: { text: "较上年提高12.5个百分点" },
    });
    expect(byCode.get("employment.rate")?.text).toBe("98.26%");
    expect(byCode.get("employment.direct")?.value).toBe("2418");
    expect(byCode.get("employment.furtherStudy")?.value).toBe("5080");
    expect(byCode.get("facilities.books")?.value).toBe("851713");
    expect(byCode.get("teachers.studentTeacherRatio")?.text).toBe("15:1");
    expect(byCode.get("quality.provincialFirst")?.value).toBe("48");
  });

  it.each([
    "teachers.fullTime",
    "teachers.doubleQualifiedShare",
    "quality.provincialFirst",
    "partnerships.firmCount",
    "students.taskCompletion",
    "improvement.teacherGapShare",
  ])("traces %s down to the cells of organisations", async (code) => {
    const { indicators } = await json<IndicatorsOutput>(["indicators", ...city, ...data, "--trace", code]);
    const leaves = leavesOf(indicators[0]!.trace);
    expect(leaves.length).toBeGreaterThan(0);
    for (const leaf of leaves)
      if (leaf.kind === "fact")
        expect(leaf.origin).toMatchObject({
          file: expect.stringMatching(/\.xlsx$/),
          sheet: expect.stringMatching(/./),
          cell: expect.stringMatching(/^([A-Z]+\d+(:[A-Z]+\d+)?)?$/),
        });
  });
});

it("writes the report in three formats", () => {
  for (const format of ["docx", "pdf", "html"]) expect(statSync(join(folder, `report.${format}`)).size).toBeGreaterThan(50_000);
});

it("finds the demo's data free of proofs, and everything in order after the run", async () => {
  expect((await zhibao(["check", "--year", "2019", ...data])).code).toBe(0);
  const verified = await json<{ problems: string[]; checked: Record<string, number> }>(["verify", ...data]);
  expect(verified.problems).toEqual([]);
});

it("says who has filed", async () => {
  const { organisations } = await json<{ organisations: { organisation: string; state: string }[] }>(["status", "--year", "2019", ...data]);
  expect(organisations.map((line) => line.state)).toEqual(Array.from({ length: 16 }, () => "accepted"));
});

it("exports the matrix and prints the dictionary", async () => {
  const matrix = join(folder, "matrix.xlsx");
  expect((await zhibao(["export", ...city, ...data, "--matrix", "--out", matrix])).code).toBe(0);
  expect(existsSync(matrix)).toBe(true);
  const { out } = await zhibao(["dictionary"]);
  expect(out).toContain("teachers.doubleQualifiedShare");
});

it("restores a back-up into an empty store that gives the same figures", async () => {
  const file = join(folder, "backup.gz");
  const other = ["--data", join(folder, "other")];
  expect((await zhibao(["backup", file, ...data])).code).toBe(0);
  expect((await zhibao(["restore", file, ...other])).code).toBe(0);
  const [before, after] = await Promise.all([
    json<IndicatorsOutput>(["indicators", ...city, ...data]),
    json<IndicatorsOutput>(["indicators", ...city, ...other]),
  ]);
  expect(after).toEqual(before);
}, 60_000);

it("looks a backup through before it opens the store, and leaves one that holds data alone", async () => {
  const bad = join(folder, "bad.zhibao");
  await writeFile(bad, (await readFile(join(folder, "backup.gz"))).subarray(0, 4000));
  const nowhere = join(folder, "nowhere");
  for (const [file, said] of [
    [bad, /bad\.zhibao/],
    [join(folder, "absent"), /absent/],
  ] as const) {
    const { code, err } = await zhibao(["restore", file, "--data", nowhere]);
    expect([code, existsSync(nowhere)]).toEqual([2, false]);
    expect(err).toMatch(said);
    expect(err).not.toContain("打开数据库");
  }
  const filled = await zhibao(["restore", join(folder, "backup.gz"), ...data]);
  expect(filled.code).toBe(2);
  expect(filled.err).toContain("只能恢复到空库");
}, 60_000);

it.each([
  [["indicators", "--org", "999999", "--year", "2019"], /999999/],
  [["indicators", "--org", "411000", "--year", "19"], /四位数字/],
  [["indicators", "--org", "411000", "--year", "2031"], /2031/],
  [["indicators", "--org", "411000"], /--year/],
  [["import", "no-such-file.xlsx"], /no-such-file/],
  [["nonsense"], /nonsense/],
  [["report", "--org", "411000", "--year", "2019", "--formats", "odt"], /odt/],
])("answers %j with one clear line and exit code 2", async (args, line) => {
  const { code, err } = await zhibao([...args, ...data]);
  expect(code).toBe(2);
  expect(err).toMatch(line);
  expect(err.trim().split("\n").length).toBe(1);
});

interface Leaf {
  readonly kind: string;
  readonly origin?: unknown;
}

function leavesOf(trace: unknown): Leaf[] {
  const node = trace as { kind: string; parts?: unknown[]; operands?: unknown[]; of?: unknown };
  const children = [...(node.parts ?? []), ...(node.operands ?? []), ...(node.kind === "indicator" ? [node.of] : [])];
  return children.length === 0 ? [node as Leaf] : children.flatMap(leavesOf);
}
