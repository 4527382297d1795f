/** `check`, `indicators`, `export`, `report`, `dictionary`: from data to figures and the report. */
import type { Command } from "commander";
import { findingsOf } from "../../app/findings.ts";
import { loadWorkspace } from "../../app/dataset.ts";
import { type IndicatorLine, indicatorLines, tracedLine } from "../../app/indicators.ts";
import { matrixSheets } from "../../app/matrix.ts";
import { writeReport } from "../../app/report.ts";
import { dictionaryFile } from "../../app/dictionary.ts";
import { columns } from "../columns.ts";
import type { Environment, Language } from "../environment.ts";
import { findingLines } from "../findings.ts";
import { parseYear, run } from "../session.ts";
import { traceLines } from "../trace.ts";

interface Place {
  readonly org: string;
  readonly year: string;
}

export function addFigureCommands(program: Command, environment: Environment): void {
  program
    .command("check")
    .description("校验数据 / findings over the data")
    .requiredOption("--year <year>", "数据年度")
    .option("--org <code>", "机构代码（含所辖）；默认全部")
    .action(
      run<{ year: string; org?: string }>(environment, async (session, options) => {
        const store = await session.store();
        const findings = await store.snapshot((reader) => findingsOf(reader, environment.index, parseYear(options.year), options.org));
        const proofs = findings.filter((finding) => finding.tier === "proof").length;
        session.print({ year: parseYear(options.year), findings }, () =>
          [
            ...findingLines(findings, session.options.lang),
            session.say({
              zh: `共 ${findings.length} 条，其中硬错 ${proofs} 条`,
              en: `${findings.length} findings, ${proofs} of tier proof`,
            }),
          ].join("\n"),
        );
        return proofs > 0 ? 1 : 0;
      }),
    );

  place(program.command("indicators").description("指标：数值、变化、标准与溯源 / values, changes, standards, traces"))
    .option("--trace <code>", "只看一个指标，并溯源到单元格")
    .option("--accepted-only", "只用已接收的填报", false)
    .action(
      run<Place & { trace?: string; acceptedOnly: boolean }>(environment, async (session, options) => {
        const year = parseYear(options.year);
        const store = await session.store();
        const { evaluator } = await store.snapshot((reader) =>
          loadWorkspace(reader, environment.index, options.org, year, options.acceptedOnly),
        );
        if (options.trace) {
          const line = tracedLine(evaluator, options.trace, options.org, year);
          session.print({ org: options.org, year, indicators: [line] }, () =>
            [indicatorText(line, session.options.lang).join("  "), ...traceLines(line.trace!, environment.index, evaluator.dataset)].join(
              "\n",
            ),
          );
          return;
        }
        const lines = indicatorLines(evaluator, options.org, year);
        session.print({ org: options.org, year, indicators: lines }, () =>
          columns(lines.map((line) => indicatorText(line, session.options.lang))),
        );
      }),
    );

  place(program.command("export").description("导出汇总表 / export the matrix"))
    .option("--matrix", "汇总表：机构 × 数据项", false)
    .option("--out <file>", "输出文件")
    .action(
      run<Place & { out?: string }>(environment, async (session, options) => {
        const year = parseYear(options.year);
        const store = await session.store();
        const { evaluator, cycle } = await store.snapshot((reader) => loadWorkspace(reader, environment.index, options.org, year, false));
        const path = options.out ?? `${options.org}-${year}-汇总表.xlsx`;
        await environment.files.write(
          path,
          await environment.spreadsheets.writeTable(matrixSheets(evaluator, options.org, year, cycle.sample)),
        );
        session.print({ file: path }, () => path);
      }),
    );

  place(program.command("report").description("撰写质量年度报告 / write the report"))
    .option("--out <dir>", "输出目录", ".")
    .option("--formats <list>", "docx,pdf,html", "docx,pdf,html")
    .option("--accepted-only", "只用已接收的填报", false)
    .action(
      run<Place & { out: string; formats: string; acceptedOnly: boolean }>(environment, async (session, options) => {
        const written = await writeReport(await session.store(), environment, {
          organisation: options.org,
          year: parseYear(options.year),
          directory: options.out,
          formats: options.formats.split(","),
          acceptedOnly: options.acceptedOnly,
          progress: session.progress,
        });
        session.print(written, () =>
          [
            ...written.files,
            session.say({ zh: `数字 ${written.figures} 个，均可溯源`, en: `${written.figures} figures, each with its trace` }),
          ].join("\n"),
        );
      }),
    );

  program
    .command("dictionary")
    .description("指标目录全文：md、html 或 xlsx / the whole catalog")
    .option("--out <file>", "输出文件（.md、.html、.xlsx）；默认打印 Markdown")
    .action(
      run<{ out?: string }>(environment, async (session, options) => {
        const file = await dictionaryFile(environment, options.out ?? "dictionary.md");
        if (options.out) await environment.files.write(options.out, file);
        session.print({ file: options.out ?? null }, () => options.out ?? String(file));
      }),
    );
}

function place(command: Command): Command {
  return command.requiredOption("--org <code>", "机构代码").requiredOption("--year <year>", "数据年度");
}

function indicatorText(line: IndicatorLine, lang: Language): string[] {
  const chinese = lang === "zh";
  const bound = line.standard && `${line.standard.kind === "atLeast" ? "≥" : "≤"}${line.standard.threshold}`;
  const met =
    (line.standard?.met ?? null) === null ? "" : line.standard?.met ? (chinese ? " 达标" : " met") : chinese ? " 未达" : " not met";
  const schools =
    line.standard?.schools === undefined
      ? ""
      : `（${line.standard.schoolsMet}/${line.standard.schools}${chinese ? "所达标" : " schools"}）`;
  const missing = line.missing.length === 0 ? "" : `${chinese ? "缺 " : "missing "}${line.missing.join("、")}`;
  const change = chinese ? line.change?.text : line.change && `${line.change.value} ${line.change.unit}`;
  return [
    line.code,
    chinese ? line.zh : line.en,
    line.text === "" ? (chinese ? "缺失" : "missing") : line.text,
    change ?? "",
    bound ? `${bound}${met}${schools}` : "",
    missing,
  ];
}
