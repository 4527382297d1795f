/** Another city, from an empty folder to its report, by the commands alone; nothing of the demo is in it. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { workbookRequests } from "../../demo/xuchang/workbooks.ts";
import { xuchangScenario } from "../../demo/xuchang/scenario.ts";
import { excelSpreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import { contentHash } from "../../src/adapters/system/hash.ts";
import { organisationTableHeader } from "../../src/app/organisation-table.ts";
import { knowledge } from "../../src/catalog/knowledge.ts";
import { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import type { Organisation } from "../../src/core/model/organisation.ts";
import { randomScenario } from "../second-city/scenario.ts";
import { temporaryFolder, zhibao } from "./zhibao.ts";

const kinds = { nation: "国家", province: "省", city: "市", county: "县区", school: "学校" } as const;

it("goes from nothing to its report", { timeout: 300_000 }, async () => {
  const folder = temporaryFolder();
  const scenario = randomScenario(knowledge, 20_261_124);
  const root = scenario.organisations.find((each) => each.code === scenario.root)!;
  const run = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await zhibao([...args, "--data", join(folder, "data")]);
    expect(`${args.join(" ")}: ${code}${code === 0 ? "" : ` ${err} ${out}`}`).toBe(`${args.join(" ")}: 0`);
    return out;
  };
  const [first = 0, ...later] = scenario.years;
  await run("init", "--org", root.code, "--name", root.versions[0]!.name, "--year", String(first));
  writeFileSync(join(folder, "organisations.csv"), csvOf(scenario.organisations));
  await run("org", "import", join(folder, "organisations.csv"));
  for (const year of later) await run("cycle", "open", "--org", root.code, "--year", String(year), "--issued", `${year + 1}-02-18`);
  expect(
    (await run("template", "--org", root.code, "--year", String(first), "--all", "--out", join(folder, "blank"))).trim().split("\n").length,
  ).toBeGreaterThan(5);

  const index = new KnowledgeIndex(knowledge);
  mkdirSync(join(folder, "filled"));
  for (const year of scenario.years) {
    const files: string[] = [];
    for (const { path, request } of workbookRequests(index, contentHash(knowledge), scenario).filter(
      ({ request }) => request.cycle.year === year,
    )) {
      const file = join(folder, "filled", path.replaceAll("/", "-"));
      writeFileSync(file, await excelSpreadsheets.writeTemplate(request));
      files.push(file);
    }
    await run("import", ...files);
    await run("submit", "--org", root.code, "--year", String(year), "--all", "--explain", "all=已核实");
    expect((await run("accept", "--org", root.code, "--year", String(year), "--all")).trim().split("\n").length).toBe(files.length);
  }
  const year = scenario.years.at(-1)!;
  await run("report", "--org", root.code, "--year", String(year), "--out", folder, "--accepted-only");
  const text = docxText(join(folder, `${root.versions[0]!.name}中等职业教育质量年度报告${year}.docx`));
  expect(text).toContain(`${root.versions[0]!.name}中等职业教育质量年度报告`);
  for (const word of demoWords()) expect(text).not.toContain(word);
  for (const figure of ["29115", "12325", "851713", "22686.2", "7631"]) expect(text).not.toContain(figure);
});

function csvOf(organisations: readonly Organisation[]): string {
  const rows = organisations.flatMap((organisation) =>
    organisation.versions.map((version) => {
      const cells: Record<string, string> = {
        代码: organisation.code,
        名称: version.name,
        类别: kinds[organisation.kind],
        上级代码: version.parent ?? "",
        简称: version.shortName ?? "",
        ...version.attributes,
      };
      return organisationTableHeader.map((title) => cells[title] ?? "").join(",");
    }),
  );
  return [organisationTableHeader.join(","), ...rows].join("\n");
}

/** Names of the demo's organisations and the longer texts of its phrasebook. */
function demoWords(): string[] {
  const demo = xuchangScenario(knowledge);
  const names = demo.organisations.flatMap((each) => each.versions.flatMap((version) => [version.name, version.shortName ?? version.name]));
  const { cityCases, groups, firms, policies } = demo.phrasebook;
  return [...names, ...groups, ...firms, ...cityCases.map((each) => each.title), ...policies.map((each) => each.title)];
}

function docxText(path: string): string {
  const xml = strFromU8(unzipSync(new Uint8Array(readFileSync(path)))["word/document.xml"]!);
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join("");
}
