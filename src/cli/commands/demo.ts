/** `demo`: the demo city from its workbooks to its report, through the same use cases as everyone. */
import type { Command } from "commander";
import { auditOwnReport, type ClosedLoop, type LoopAudit } from "../../app/closed-loop.ts";
import { knownFigures } from "../../app/known-figures.ts";
import { type DemoData, demoExplanation, foundDemoCity, importDemoWorkbook, openDemoCycle } from "../../app/demo-city.ts";
import type { Store } from "../../app/ports.ts";
import { acceptReturn, submitReturns } from "../../app/returns.ts";
import { findingsOf } from "../../app/findings.ts";
import { writeReport } from "../../app/report.ts";
import type { Environment } from "../environment.ts";
import { run, type Session } from "../session.ts";
import { findingLines, findingSummary } from "../findings.ts";

export function addDemoCommand(program: Command, environment: Environment): void {
  program
    .command("demo")
    .description("示例市：从 Excel 填报到报告 / the demo city, from Excel returns to the report")
    .option("--dir <dir>", "输出目录", "./out/demo")
    .action(
      run<{ dir: string }>(environment, async (session, options) => {
        const demo = await environment.demoData();
        const phases: Record<string, number> = {};
        const timed = async <T>(phase: string, work: () => Promise<T>): Promise<T> => {
          const start = performance.now();
          const result = await work();
          phases[phase] = Math.round(performance.now() - start);
          return result;
        };
        const store = await timed("store", () => environment.openStore(`${options.dir}/data`));
        try {
          const organisations = await timed("city", () => foundCity(session, store, demo));
          await timed("import", () => importAll(session, store, demo));
          await timed("submit", () => submitAll(session, store, demo, organisations));
          const { year } = demo.years.at(-1)!;
          const findings = await timed("check", () => findingsOf(store, environment.index, year, demo.city.code));
          const written = await timed("report", () =>
            writeReport(store, environment, {
              organisation: demo.city.code,
              year,
              directory: options.dir,
              formats: ["docx", "pdf", "html"],
              acceptedOnly: true,
              progress: session.progress,
              name: "report",
            }),
          );
          const loop = await timed("audit", () => auditWritten(store, environment, demo.city.code, year, written.files[0]!));
          const memory = Math.round(process.resourceUsage().maxRSS / 1024);
          session.print(
            {
              directory: options.dir,
              data: `${options.dir}/data`,
              files: written.files,
              figures: written.figures,
              findings,
              audit: loop,
              phases,
              memory,
            },
            () =>
              [
                ...findingSummary(findings, session.options.lang),
                session.say({ zh: "示例市已就绪（示例数据）：", en: "the demo city is ready (sample data):" }),
                `  ${options.dir}/data`,
                ...written.files.map((file) => `  ${file}`),
                session.say({
                  zh: `  报告数字 ${written.figures} 个，均可溯源；请打开 ${written.files.at(-1)}`,
                  en: `  ${written.figures} figures, each with its trace; open ${written.files.at(-1)}`,
                }),
                ...loopLines(loop).map((line) => `  ${session.say(line)}`),
                `  ${Object.entries(phases)
                  .map(([phase, milliseconds]) => `${phase} ${(milliseconds / 1000).toFixed(1)}s`)
                  .join(" · ")} · ${memory} MB`,
              ].join("\n"),
          );
          return findings.some((finding) => finding.tier === "proof") || loop.docx.proofs + loop.text.proofs > 0 ? 1 : 0;
        } finally {
          await store.close();
        }
      }),
    );
}

/** What the auditor says of the report that was just written. */
async function auditWritten(store: Store, environment: Environment, organisation: string, year: number, path: string): Promise<ClosedLoop> {
  const known = await store.snapshot((reader) => knownFigures(reader, environment.index, organisation, year, true));
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const written = await environment.documents.read(name, await environment.files.read(path));
  const bare = await environment.documents.read(name.replace(/\.[^.]+$/, ".txt"), new TextEncoder().encode(written.text));
  return auditOwnReport(environment.index, known, written, bare);
}

function loopLines({ docx, text, altered }: ClosedLoop): { readonly zh: string; readonly en: string }[] {
  const line = (zh: string, en: string, { proofs, warnings, figures, tied }: LoopAudit): { zh: string; en: string } => ({
    zh: `审核${zh}：硬错 ${proofs}，预警 ${warnings}；数字 ${figures} 个，与数据一致 ${tied} 个（${percent(tied, figures)}）`,
    en: `audit of ${en}: ${proofs} proofs, ${warnings} warnings; ${tied} of ${figures} figures tied to the data (${percent(tied, figures)})`,
  });
  return [
    line("本报告 .docx", "this report's .docx", docx),
    line("其纯文本", "its bare text", text),
    {
      zh: `改动纯文本中 ${altered.figures} 个数字各一位：指出 ${altered.named} 个（${percent(altered.named, altered.figures)}），误指 ${altered.falselyNamed} 处`,
      en: `one digit altered in each of ${altered.figures} figures of the bare text: ${altered.named} named (${percent(altered.named, altered.figures)}), ${altered.falselyNamed} falsely`,
    },
  ];
}

/** Rounded down: 100% means all. */
function percent(part: number, whole: number): string {
  return whole === 0 ? "—" : `${Math.floor((part * 1000) / whole) / 10}%`;
}

/** The organisations and cycles; the codes of the organisations. */
async function foundCity(session: Session, store: Store, demo: DemoData): Promise<string[]> {
  const codes = await foundDemoCity(store, session.environment, demo, (name) => session.act(name));
  for (const { year, issuedOn } of demo.years)
    await openDemoCycle(store, session.environment, demo, { year, issuedOn }, session.act("cycle.open"));
  return codes;
}

async function importAll(session: Session, store: Store, demo: DemoData): Promise<void> {
  const paths = demo.years.flatMap((each) => each.workbooks);
  for (const [at, path] of paths.entries()) {
    session.progress(at, paths.length, path);
    await importDemoWorkbook(store, session.environment, path, (name) => session.act("import", name));
  }
  session.progress(paths.length, paths.length, session.say({ zh: "导入完毕", en: "import done" }));
}

/** Submits and accepts every draft; what stands accepted from an earlier run stays. */
async function submitAll(session: Session, store: Store, demo: DemoData, organisations: readonly string[]): Promise<void> {
  for (const { year } of demo.years) {
    const states = new Map((await store.returnStates(demo.city.code, year)).map((entry) => [entry.organisation, entry.state]));
    const drafts = organisations.filter((code) => ["draft", "returned"].includes(states.get(code) ?? ""));
    for (const outcome of await submitReturns(
      store,
      session.environment.index,
      drafts,
      year,
      { all: demoExplanation },
      session.act("submit"),
    )) {
      if (!outcome.submitted) throw new Error([`${outcome.organisation} ${year}`, ...findingLines(outcome.blocking, "zh")].join("\n"));
      states.set(outcome.organisation, "submitted");
    }
    for (const code of organisations) if (states.get(code) === "submitted") await acceptReturn(store, code, year, session.act("accept"));
  }
}
