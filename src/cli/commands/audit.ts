/** `audit`: which figures of a report cannot be true, as text, JSON, a page, or comments in the author's own .docx. */
import { type Command, Option } from "commander";
import { type AuditedFile, auditFile, type AuditRequest } from "../../app/audit.ts";
import { refuse } from "../../app/refusal.ts";
import { auditJson } from "../../core/auditing/result-json.ts";
import { auditLines } from "../audit-lines.ts";
import type { Environment } from "../environment.ts";
import { parseYear, run, type Session } from "../session.ts";

interface Options {
  readonly format: "text" | "json" | "html" | "docx";
  readonly year?: string;
  readonly prior?: string;
  readonly out?: string;
  readonly withData: boolean;
  readonly org?: string;
  readonly acceptedOnly: boolean;
}

export function addAuditCommand(program: Command, environment: Environment): void {
  program
    .command("audit <file...>")
    .description("审核一份报告（.txt .md .docx .pdf .html）中的数字 / which figures of a report cannot be true")
    .addOption(new Option("--format <format>", "输出格式").choices(["text", "json", "html", "docx"]).default("text"))
    .option("--year <year>", "报告的年度，缺省从标题读取")
    .option("--prior <file>", "上年的报告，用来核对“较上年”")
    .option("--out <path>", "输出文件；有多份报告时为输出目录")
    .option("--with-data", "与填报数据逐一核对 / tie every figure to the store's facts", false)
    .option("--org <code>", "与 --with-data 同用：机构代码")
    .option("--accepted-only", "与 --with-data 同用：只用已接收的填报", false)
    .action(
      run<Omit<Options, "format">>(environment, async (session, given, files) => {
        const options = given as Options;
        const { prior, org } = options;
        if (options.withData && org === undefined) throw refuse("audit-needs-organisation", {});
        if (!options.withData && org !== undefined) throw refuse("audit-organisation-alone", {});
        const request: AuditRequest = {
          ...(options.year === undefined ? {} : { year: parseYear(options.year) }),
          ...(prior === undefined ? {} : { prior }),
          ...(org === undefined ? {} : { data: { store: await session.store(), organisation: org, acceptedOnly: options.acceptedOnly } }),
        };
        const audited: AuditedFile[] = [];
        for (const file of files) {
          if (options.format === "docx" && !/\.docx$/i.test(file)) throw refuse("comments-need-docx", { file });
          audited.push(await auditFile(environment, file, request));
        }
        await print(session, options, audited);
        return audited.some(({ result }) => result.findings.some((finding) => finding.tier === "proof")) ? 1 : 0;
      }),
    );
}

async function print(session: Session, options: Options, audited: readonly AuditedFile[]): Promise<void> {
  const { environment } = session;
  const language = session.options.lang;
  if (options.format === "html" || options.format === "docx") {
    const writer = environment.auditWriters.find((each) => each.format === options.format)!;
    for (const { path, bytes, document, result } of audited) {
      const target = targetOf(path, options, audited.length);
      await environment.files.write(target, await writer.write({ document, result, bytes, language, at: environment.clock.now() }));
      environment.out(
        session.say({
          zh: `${path}：${summary(result.findings, "zh")} → ${target}`,
          en: `${path}: ${summary(result.findings, "en")} → ${target}`,
        }),
      );
    }
    return;
  }
  const values = audited.map(({ result }) => auditJson(result, language));
  const text =
    options.format === "json"
      ? JSON.stringify(values.length === 1 ? values[0] : values, null, 2)
      : audited
          .flatMap(({ result, document }) =>
            auditLines(result, document, language, { colour: environment.colour && options.out === undefined }),
          )
          .join("\n");
  if (options.out === undefined) environment.out(text);
  else await environment.files.write(options.out, `${text}\n`);
}

function targetOf(path: string, options: Options, count: number): string {
  const name = (path.split(/[\\/]/).at(-1) ?? path).replace(/\.[^.]+$/, "");
  const file = `${name}.audit.${options.format}`;
  if (options.out === undefined) return file;
  return count > 1 ? `${options.out.replace(/[\\/]$/, "")}/${file}` : options.out;
}

function summary(findings: AuditedFile["result"]["findings"], language: "zh" | "en"): string {
  const count = (tier: string): number => findings.filter((finding) => finding.tier === tier && finding.causes.length === 0).length;
  return language === "zh"
    ? `硬错 ${count("proof")}，预警 ${count("warning")}，提示 ${count("note")}`
    : `${count("proof")} proofs, ${count("warning")} warnings, ${count("note")} notes`;
}
