/** `template`, `import`, `submit`, `accept`, `return`, `status`: a season from the command line. */
import type { Command } from "commander";
import type { ImportProblem, Store } from "../../app/ports.ts";
import {
  acceptReturn,
  type ImportOutcome,
  importWorkbook,
  returnReturn,
  stateNames,
  type SubmitOutcome,
  submitReturns,
} from "../../app/returns.ts";
import type { ReturnState } from "../../core/model/return.ts";
import { filingStatus } from "../../app/status.ts";
import { writeTemplates } from "../../app/templates.ts";
import { columns } from "../columns.ts";
import type { Environment } from "../environment.ts";
import { parseYear, run, type Session } from "../session.ts";
import { findingLines } from "../findings.ts";

interface Place {
  readonly org: string;
  readonly year: string;
}

export function addReturnCommands(program: Command, environment: Environment): void {
  place(program.command("template").description("生成机构填报工作簿 / the workbook that an organisation fills"))
    .option("--out <path>", "输出文件；与 --all 同用时为目录", ".")
    .option("--all", "为所辖全部机构各生成一个", false)
    .action(
      run<Place & { out: string; all: boolean }>(environment, async (session, options) => {
        const written = await writeTemplates(await session.store(), environment, {
          organisation: options.org,
          year: parseYear(options.year),
          all: options.all,
          out: options.out,
          progress: session.progress,
        });
        session.print({ written }, () => written.join("\n"));
      }),
    );

  program
    .command("import <files...>")
    .description("导入填报工作簿（草稿）：每个工作簿要么全部导入，要么完全不导入 / read workbooks into drafts")
    .action(
      run(environment, async (session, _options, files) => {
        const store = await session.store();
        const outcomes: (ImportOutcome & { commented: string | null })[] = [];
        for (const [at, file] of files.entries()) {
          const bytes = await environment.files.read(file);
          session.progress(at, files.length, file);
          const outcome = await importWorkbook(
            store,
            environment.spreadsheets,
            environment.index,
            environment.catalog,
            { name: file.split(/[\\/]/).at(-1) ?? file, bytes },
            session.act("import", file),
          );
          const commented =
            outcome.result === "refused" && outcome.problems.some((problem) => problem.cell !== "")
              ? await writeCommented(environment, file, bytes, outcome.problems)
              : null;
          outcomes.push({ ...outcome, commented });
        }
        session.progress(files.length, files.length, session.say({ zh: "导入完毕", en: "import done" }));
        session.print({ outcomes }, () => outcomes.map((outcome) => outcomeText(session, outcome)).join("\n"));
        return outcomes.some((outcome) => outcome.result === "refused") ? 2 : 0;
      }),
    );

  place(program.command("submit").description("报送：有硬性错误不能报送，预警须说明 / submit a draft"))
    .option("--all", "报送所辖全部草稿", false)
    .option("--explain <check=text...>", "对预警的说明，如 teachers.growth=新校投用；all=… 适用于全部")
    .action(
      run<Place & { all: boolean; explain?: string[] }>(environment, async (session, options) => {
        const explanations = Object.fromEntries(
          (options.explain ?? []).map((entry) => [entry.split("=", 1)[0], entry.slice(entry.indexOf("=") + 1)]),
        );
        const store = await session.store();
        const year = parseYear(options.year);
        const organisations = options.all ? await inState(store, options.org, year, ["draft", "returned"]) : [options.org];
        const outcomes = await submitReturns(store, environment.index, organisations, year, explanations, session.act("submit"));
        session.print(options.all ? { outcomes } : outcomes[0], () => outcomes.map((outcome) => submitText(session, outcome)).join("\n"));
        return outcomes.every((outcome) => outcome.submitted) ? 0 : 1;
      }),
    );

  place(program.command("accept").description("接收已报送的填报 / accept a submitted return"))
    .option("--all", "接收所辖全部已报送的填报", false)
    .action(
      run<Place & { all: boolean }>(environment, async (session, options) => {
        const store = await session.store();
        const year = parseYear(options.year);
        const organisations = options.all ? await inState(store, options.org, year, ["submitted"]) : [options.org];
        for (const organisation of organisations) await acceptReturn(store, organisation, year, session.act("accept"));
        session.print({ accepted: organisations }, () =>
          organisations.map((code) => session.say({ zh: `${code} 已接收`, en: `${code} accepted` })).join("\n"),
        );
      }),
    );

  place(program.command("return").description("退回填报 / give a return back"))
    .requiredOption("--reason <text>", "退回理由")
    .action(
      run<Place & { reason: string }>(environment, async (session, options) => {
        await returnReturn(await session.store(), options.org, parseYear(options.year), session.act("return", options.reason));
        session.print({ organisation: options.org, state: "returned" }, () =>
          session.say({ zh: `${options.org} 已退回：${options.reason}`, en: `${options.org} returned: ${options.reason}` }),
        );
      }),
    );

  program
    .command("status")
    .description("谁已报、谁未报 / who has filed and who has not")
    .requiredOption("--year <year>", "数据年度")
    .option("--org <code>", "机构代码；默认为库中开启该年度的机构")
    .action(
      run<{ year: string; org?: string }>(environment, async (session, options) => {
        const store = await session.store();
        const year = parseYear(options.year);
        const roots = options.org
          ? [options.org]
          : (await store.cycles()).filter((cycle) => cycle.year === year).map((cycle) => cycle.organisation);
        const lines = (
          await Promise.all(roots.map((root) => filingStatus(store, environment.index, root, year, environment.clock.now())))
        ).flat();
        session.print({ year, organisations: lines }, () =>
          columns([
            session.options.lang === "zh"
              ? ["代码", "机构", "状态", "版本", "截止", ""]
              : ["code", "organisation", "state", "version", "due", ""],
            ...lines.map((line) => [
              line.organisation,
              line.name,
              session.say(line.state === "none" ? { zh: "未填报", en: "nothing filed" } : { zh: stateNames[line.state], en: line.state }),
              line.version === null ? "" : `v${line.version}`,
              line.deadline ?? "",
              line.late ? session.say({ zh: "逾期", en: "late" }) : "",
            ]),
          ]),
        );
      }),
    );
}

function place(command: Command): Command {
  return command.requiredOption("--org <code>", "机构代码").requiredOption("--year <year>", "数据年度");
}

async function writeCommented(
  environment: Environment,
  file: string,
  bytes: Uint8Array,
  problems: readonly ImportProblem[],
): Promise<string> {
  const path = file.replace(/(\.xlsx)?$/i, "-问题.xlsx");
  await environment.files.write(path, await environment.spreadsheets.commentProblems(bytes, problems));
  return path;
}

/** Notes of one kind beyond the third are only counted: an empty template would say fifty times that a sheet is empty. */
function noteLines(session: Session, problems: readonly ImportProblem[], line: (problem: ImportProblem) => string): string[] {
  const kinds = new Map<string, ImportProblem[]>();
  for (const problem of problems) if (problem.severity === "note") kinds.set(problem.code, [...(kinds.get(problem.code) ?? []), problem]);
  return [...kinds.values()].flatMap((same) => {
    const rest = same.length - 3;
    const more = {
      zh: `    同类提示还有 ${rest} 条（--format json 列出全部）`,
      en: `    and ${rest} more of this kind (--format json lists all)`,
    };
    return [...same.slice(0, 3).map(line), ...(rest > 0 ? [session.say(more)] : [])];
  });
}

async function inState(store: Store, root: string, year: number, states: readonly ReturnState[]): Promise<string[]> {
  return (await store.returnStates(root, year)).filter((entry) => states.includes(entry.state)).map((entry) => entry.organisation);
}

function submitText(session: Session, outcome: SubmitOutcome): string {
  const { organisation } = outcome;
  if (outcome.submitted) return session.say({ zh: `${organisation} 已报送`, en: `${organisation} submitted` });
  return [
    session.say({
      zh: `${organisation} 未能报送，以下问题须先解决或说明：`,
      en: `${organisation} not submitted; to be repaired or explained first:`,
    }),
    ...findingLines(outcome.blocking, session.options.lang),
  ].join("\n");
}

function outcomeText(session: Session, outcome: ImportOutcome & { commented: string | null }): string {
  const heads = {
    imported: {
      zh: `${outcome.file}：已导入 ${outcome.organisation} ${outcome.year} 年度草稿 v${outcome.version}`,
      en: `${outcome.file}: imported as draft v${outcome.version} of ${outcome.organisation} ${outcome.year}`,
    },
    unchanged: {
      zh: `${outcome.file}：与现有 v${outcome.version} 相同，无变化`,
      en: `${outcome.file}: the same as v${outcome.version}, nothing changed`,
    },
    refused: {
      zh: `${outcome.file}：未导入，共 ${outcome.problems.filter((problem) => problem.severity === "refusal").length} 处问题`,
      en: `${outcome.file}: not imported, ${outcome.problems.filter((problem) => problem.severity === "refusal").length} problems`,
    },
  };
  const line = (problem: ImportProblem): string =>
    `  ${problem.severity === "note" ? "· " : "✗ "}${[problem.file, problem.sheet, problem.cell].filter((part) => part !== "").join(" › ")}：${session.say(problem.message)}`;
  const refusals = outcome.problems.filter((problem) => problem.severity === "refusal").map(line);
  const lines = [...refusals, ...noteLines(session, outcome.problems, line)];
  const copy =
    outcome.commented === null
      ? []
      : [session.say({ zh: `  问题已批注在：${outcome.commented}`, en: `  problems are commented in: ${outcome.commented}` })];
  return [session.say(heads[outcome.result]), ...lines, ...copy].join("\n");
}
