/** The command line: its commands, common options and exit codes (0 done, 1 findings of tier proof, 2 bad usage or unreadable input). */
import { Command, CommanderError, Option } from "commander";
import { Refusal } from "../app/refusal.ts";
import { addAuditCommand } from "./commands/audit.ts";
import { addCityCommands } from "./commands/city.ts";
import { addDemoCommand } from "./commands/demo.ts";
import { addFigureCommands } from "./commands/figures.ts";
import { addKeepingCommands } from "./commands/keeping.ts";
import { addReturnCommands } from "./commands/returns.ts";
import { addServeCommand } from "./commands/serve.ts";
import { addUserCommands } from "./commands/users.ts";
import type { Environment } from "./environment.ts";

export function buildProgram(environment: Environment, version: string): Command {
  const program = new Command("zhibao")
    .description("质报：汇集、校验、计算、撰写、审核中等职业教育质量年度报告")
    .version(version)
    .enablePositionalOptions();
  for (const option of commonOptions) program.addOption(optionOf(option, false));
  addCityCommands(program, environment);
  addReturnCommands(program, environment);
  addFigureCommands(program, environment);
  addAuditCommand(program, environment);
  addKeepingCommands(program, environment);
  addUserCommands(program, environment);
  addServeCommand(program, environment);
  addDemoCommand(program, environment);
  acceptCommonOptionsAnywhere(program);
  return program;
}

interface CommonOption {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly defaultValue?: string;
}

const commonOptions: readonly CommonOption[] = [
  { flags: "--format <format>", description: "输出格式，缺省 text", choices: ["text", "json"], defaultValue: "text" },
  { flags: "--lang <language>", description: "输出语言，缺省 zh", choices: ["zh", "en"], defaultValue: "zh" },
  { flags: "--data <dir>", description: "数据目录，缺省 ./data；设了 DATABASE_URL 则用该服务器", defaultValue: "./data" },
  { flags: "--actor <name>", description: "操作人，记入历史" },
];

function optionOf({ flags, description, choices, defaultValue }: CommonOption, withDefault: boolean): Option {
  const option = new Option(flags, description);
  if (choices) option.choices(choices);
  return withDefault && defaultValue !== undefined ? option.default(defaultValue) : option;
}

/**
 * The common options may stand behind the command too: `zhibao status --year 2019 --data D`. A command's own
 * option of the same name goes before (`audit --format html`). What stands on an outer command wins over the inner,
 * so only the innermost command has the defaults.
 */
function acceptCommonOptionsAnywhere(program: Command): void {
  const visit = (command: Command): void => {
    command.exitOverride().configureOutput({ outputError: () => undefined });
    for (const child of command.commands) {
      for (const option of commonOptions) {
        const made = optionOf(option, child.commands.length === 0);
        if (!child.options.some((own) => own.long === made.long)) child.addOption(made.hideHelp());
      }
      visit(child);
    }
  };
  visit(program);
}

/** Runs one command line; the exit code is set on the process. Bad usage is one clear line. */
export async function runCommandLine(environment: Environment, version: string, argv: readonly string[]): Promise<void> {
  const program = buildProgram(environment, version);
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) environment.err(error.message);
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.exitCode = 2;
    if (error instanceof Refusal) {
      environment.err(argv.includes("en") ? error.en : error.zh);
      return;
    }
    const reason = error instanceof Error ? error.message : String(error);
    environment.err(process.env.ZHIBAO_DEBUG && error instanceof Error ? (error.stack ?? reason) : reason);
  }
}
