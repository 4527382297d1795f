/** One school changes one cell with LibreOffice and hands the workbook in again: exactly the dependent figures move. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { convert, officeAbsent } from "./office.ts";
import { type IndicatorsOutput, json, temporaryFolder, zhibao } from "./zhibao.ts";

const demo = fileURLToPath(new URL("../../demo/2019/", import.meta.url));
const city = ["--org", "411000", "--year", "2019"];

it.skipIf(officeAbsent !== null)(
  `moves exactly the figures that rest on the cell${officeAbsent ? ` (skipped: ${officeAbsent})` : ""}`,
  { timeout: 300_000 },
  async () => {
    const folder = temporaryFolder();
    const data = ["--data", join(folder, "data")];
    expect((await zhibao(["demo", "--dir", folder])).code).toBe(0);
    const before = await json<IndicatorsOutput>(["indicators", ...city, ...data]);
    const school = await json<IndicatorsOutput>([
      "indicators",
      "--org",
      "411000-01",
      "--year",
      "2019",
      ...data,
      "--trace",
      "teachers.enterprisePartTime",
    ]);
    const value = Number(school.indicators[0]!.value);

    const workbook = changed(
      folder,
      join(
        demo,
        readdirSync(demo).find((name) => name.startsWith("411000-01"))!,
      ),
      String(value),
      String(value + 3),
    );
    expect((await zhibao(["import", workbook, ...data])).code).toBe(2);
    expect((await zhibao(["return", "--org", "411000-01", "--year", "2019", "--reason", "更正企业兼职教师数", ...data])).code).toBe(0);
    const imported = await zhibao(["import", workbook, ...data]);
    expect(imported.out).toContain("已导入");
    expect(imported.code).toBe(0);

    const after = await json<IndicatorsOutput>(["indicators", ...city, ...data]);
    const previous = new Map(before.indicators.map((line) => [line.code, line]));
    const moved = after.indicators.filter(
      (line) => JSON.stringify([line.value, line.text]) !== JSON.stringify([previous.get(line.code)?.value, previous.get(line.code)?.text]),
    );
    // 107 + 3 = 110; 110 ÷ 922, 110 ÷ 1941, 110 ÷ (1941 + 110); the hours of part-time teachers are unchanged.
    const hours = Number(after.indicators.find((line) => line.code === "teachers.partTimeHours")!.value);
    expect(Object.fromEntries(moved.map((line) => [line.code, line.text]))).toEqual({
      "teachers.enterprisePartTime": "110人",
      "teachers.partTimeShareOfSubject": "11.9%",
      "teachers.partTimeShareOfFullTime": "5.7%",
      "teachers.partTimeShareOfTotal": "5.4%",
      "teachers.partTimeHoursEach": `${(Math.round((hours / 110) * 10) / 10).toFixed(1)}课时/人`,
    });
  },
);

/** A copy of the workbook in which LibreOffice's own format carries the new value of the part-time teachers' cell. */
function changed(folder: string, workbook: string, from: string, to: string): string {
  const work = join(folder, "office");
  mkdirSync(work, { recursive: true });
  convert(workbook, "fods", work);
  const flat = join(
    work,
    readdirSync(work).find((name) => name.endsWith(".fods"))!,
  );
  const xml = readFileSync(flat, "utf8");
  const label = xml.indexOf("<text:p>企业兼职教师<");
  expect(label).toBeGreaterThan(0);
  const cell = new RegExp(`office:value="${from}"([^>]*>\\s*)<text:p>${from}</text:p>`);
  const row = xml.slice(label);
  expect(cell.test(row)).toBe(true);
  writeFileSync(flat, xml.slice(0, label) + row.replace(cell, `office:value="${to}"$1<text:p>${to}</text:p>`));
  const out = join(work, "changed");
  mkdirSync(out);
  convert(flat, "xlsx", out);
  return join(out, readdirSync(out)[0]!);
}
