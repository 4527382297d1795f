/** `init`, `org import`, `cycle open`: a city from nothing. */
import type { Command } from "commander";
import { openCycle } from "../../app/cycles.ts";
import { parseOrganisations } from "../../app/organisation-table.ts";
import { createCity, importOrganisations } from "../../app/organisations.ts";
import type { OrganisationKind } from "../../core/model/organisation.ts";
import type { Environment } from "../environment.ts";
import { parseYear, run } from "../session.ts";

interface CycleOptions {
  readonly org: string;
  readonly year: string;
  readonly titleYear?: string;
  readonly period: "calendarYear" | "schoolYear";
  readonly issued?: string;
  readonly deadlineSchool?: string;
  readonly deadlineCounty?: string;
  readonly deadlineCity?: string;
  readonly cityOutline: string;
  readonly schoolOutline: string;
  readonly sample: boolean;
}

export function addCityCommands(program: Command, environment: Environment): void {
  cycleOptions(program.command("init").description("建立一个市：机构库与首个年度 / a city from nothing"))
    .option("--name <name>", "机构名称，如 许昌市；不给则先用代码，随 org import 补上")
    .option("--kind <kind>", "province | city | county", "city")
    .action(
      run<CycleOptions & { name?: string; kind: OrganisationKind }>(environment, async (session, options) => {
        const store = await session.store();
        const name = options.name ?? options.org;
        await createCity(store, { code: options.org, name, kind: options.kind }, session.act("init"));
        const cycle = await openCycle(store, requestOf(options, environment), session.act("cycle.open"));
        session.print({ organisation: options.org, cycle }, () =>
          session.say({
            zh: `已建立 ${name}（${options.org}），开启 ${cycle.year} 年度`,
            en: `created ${name} (${options.org}) and opened the cycle of ${cycle.year}`,
          }),
        );
      }),
    );

  program
    .command("org")
    .description("机构 / organisations")
    .command("import <file>")
    .description("从 xlsx 或 csv 导入机构 / import organisations from xlsx or csv")
    .action(
      run(environment, async (session, _options, [file = ""]) => {
        const bytes = await environment.files.read(file);
        const table = /\.csv$/i.test(file) ? parseCsv(new TextDecoder().decode(bytes)) : await environment.spreadsheets.readTable(bytes);
        const count = await importOrganisations(await session.store(), parseOrganisations(table), session.act("org.import", file));
        session.print({ imported: count }, () => session.say({ zh: `已导入机构 ${count} 个`, en: `imported ${count} organisations` }));
      }),
    );

  cycleOptions(program.command("cycle").description("年度 / cycles").command("open").description("开启一个年度 / open a cycle")).action(
    run<CycleOptions>(environment, async (session, options) => {
      const cycle = await openCycle(await session.store(), requestOf(options, environment), session.act("cycle.open"));
      session.print({ cycle }, () =>
        session.say({
          zh: `已开启 ${cycle.organisation} ${cycle.year} 年度（数据期间 ${cycle.dataPeriod.start} 至 ${cycle.dataPeriod.end}）`,
          en: `opened the cycle of ${cycle.year} for ${cycle.organisation}`,
        }),
      );
    }),
  );
}

function cycleOptions(command: Command): Command {
  return command
    .requiredOption("--org <code>", "机构代码（GB/T 2260），如 411000")
    .requiredOption("--year <year>", "数据年度")
    .option("--title-year <year>", "报告标题中的年度，默认同数据年度")
    .option("--period <kind>", "calendarYear | schoolYear", "calendarYear")
    .option("--issued <date>", "报告落款日期，如 2020-02-21")
    .option("--deadline-school <date>", "学校截止日期")
    .option("--deadline-county <date>", "县区截止日期")
    .option("--deadline-city <date>", "市级截止日期")
    .option("--city-outline <code>", "市级大纲", "2016-city")
    .option("--school-outline <code>", "学校大纲", "2016-school")
    .option("--sample", "示例数据：由此生成的每页都会注明", false);
}

function requestOf(options: CycleOptions, environment: Environment) {
  const { deadlineSchool, deadlineCounty, deadlineCity } = options;
  const deadlines = {
    ...(deadlineSchool && { school: deadlineSchool }),
    ...(deadlineCounty && { county: deadlineCounty }),
    ...(deadlineCity && { city: deadlineCity }),
  };
  return {
    organisation: options.org,
    year: parseYear(options.year),
    ...(options.titleYear ? { titleYear: parseYear(options.titleYear) } : {}),
    period: options.period,
    ...(options.issued ? { issuedOn: options.issued } : {}),
    ...(Object.keys(deadlines).length > 0 ? { deadlines } : {}),
    outlines: { city: options.cityOutline, school: options.schoolOutline },
    catalog: environment.catalog,
    sample: options.sample,
  };
}

/** Plain CSV with optional quotes, as offices export it. */
function parseCsv(text: string): string[][] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) =>
        match[1] !== undefined ? match[1].replaceAll('""', '"') : (match[2] ?? ""),
      ),
    );
}
