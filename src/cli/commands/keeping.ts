/** `migrate`, `verify`, `backup`, `restore`: keeping the store. */
import type { Command } from "commander";
import type { Environment } from "../environment.ts";
import { run } from "../session.ts";

export function addKeepingCommands(program: Command, environment: Environment): void {
  program
    .command("migrate")
    .description("升级库结构 / bring the schema up to date")
    .action(
      run(environment, async (session) => {
        const applied = await (await session.store()).migrate();
        session.print({ applied }, () =>
          applied.length === 0 ? session.say({ zh: "库结构已是最新", en: "the schema is up to date" }) : applied.join("\n"),
        );
      }),
    );

  program
    .command("verify")
    .description("核对哈希链、事实与汇总 / walk the hash chains and recompute what is derived")
    .action(
      run(environment, async (session) => {
        const result = await (await session.store()).verify(session.progress);
        session.print(result, () => {
          const counts = Object.entries(result.checked).map(([what, count]) => `${what} ${count}`);
          const verdict =
            result.problems.length === 0
              ? { zh: "核对无误", en: "everything holds" }
              : { zh: `发现 ${result.problems.length} 处不符`, en: `${result.problems.length} things do not hold` };
          return [...result.problems, `${session.say(verdict)}（${counts.join("、")}）`].join("\n");
        });
        return result.problems.length === 0 ? 0 : 1;
      }),
    );

  program
    .command("backup <file>")
    .description("备份为一个文件 / write the store into one file")
    .action(
      run(environment, async (session, _options, [file = ""]) => {
        const rows = await environment.backups.backup(await session.store(), file, session.progress);
        session.print(
          { file, rows },
          () =>
            `${file}：${Object.entries(rows)
              .map(([table, count]) => `${table} ${count}`)
              .join("、")}`,
        );
      }),
    );

  program
    .command("restore <file>")
    .description("恢复到空库 / read a backup into an empty store")
    .action(
      run(environment, async (session, _options, [file = ""]) => {
        const rows = await environment.backups.restore(() => session.store(), file, session.progress);
        session.print({ file, rows }, () => session.say({ zh: `已恢复 ${file}`, en: `restored ${file}` }));
      }),
    );
}
