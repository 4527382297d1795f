/** `user …`: accounts from the server's own command line, for when nobody can sign in, or there are many to make. */
import { type Command, Option } from "commander";
import { roleNames } from "../../app/account-rules.ts";
import { type AccountWorld, changeAccount, createAccount, type Keeper, listAccounts, resetPassword } from "../../app/accounts-keeping.ts";
import type { AccountLine } from "../../app/accounts.ts";
import { type Role, roles } from "../../app/policies/actor.ts";
import { refuse } from "../../app/refusal.ts";
import type { Environment } from "../environment.ts";
import { run, type Session } from "../session.ts";

interface AddOptions {
  readonly org: string;
  readonly role: Role;
  readonly name: string;
  readonly ledgers?: string;
  readonly email?: string;
}

export function addUserCommands(program: Command, environment: Environment): void {
  const user = program.command("user").description("账号 / accounts");

  user
    .command("add <username>")
    .description("新建账号，打印一次性密码 / create an account and print its one-time password")
    .requiredOption("--org <code>", "单位代码")
    .addOption(
      new Option("--role <role>", `角色：${roles.map((role) => `${role} ${roleNames[role]}`).join("、")}`)
        .choices([...roles])
        .makeOptionMandatory(),
    )
    .requiredOption("--name <name>", "姓名")
    .option("--ledgers <codes>", "台账代码，用逗号分隔；不给为该单位全部")
    .option("--email <address>", "邮箱")
    .action(
      run<AddOptions>(environment, async (session, options, [username = ""]) => {
        if (!/^[a-zA-Z0-9._-]{3,40}$/.test(username)) throw refuse("username-invalid", { found: username });
        const { world, keeper } = await keeping(session);
        const ledgers = options.ledgers?.split(/[,，、]/).map((code) => code.trim()) ?? null;
        const draft = {
          username,
          name: options.name,
          role: options.role,
          organisation: options.org,
          ledgers,
          email: options.email ?? null,
        };
        const { line, password } = await createAccount(world, keeper, draft);
        session.print({ account: line, password }, () => told(session, line.username, password));
      }),
    );

  user
    .command("password <username>")
    .description("重设为一次性密码，并结束其会话、解除锁定 / give a one-time password")
    .action(
      run(environment, async (session, _options, [username = ""]) => {
        const { world, keeper } = await keeping(session);
        const { id } = await byName(world, username);
        const password = await resetPassword(world, keeper, id);
        session.print({ username, password }, () => told(session, username, password));
      }),
    );

  user
    .command("list")
    .description("列出账号 / list accounts")
    .option("--org <code>", "只列该单位及其下级")
    .action(
      run<{ org?: string }>(environment, async (session, options) => {
        const { world, keeper } = await keeping(session);
        const lines = await listAccounts(world, { ...keeper, organisation: options.org ?? null });
        session.print(lines, () => lines.map(lineOf).join("\n"));
      }),
    );

  for (const [name, disabled, zh, en] of [
    ["disable", true, "停用", "disabled"],
    ["enable", false, "启用", "enabled"],
  ] as const)
    user
      .command(`${name} <username>`)
      .description(`${zh}账号 / the account is ${en}`)
      .action(
        run(environment, async (session, _options, [username = ""]) => {
          const { world, keeper } = await keeping(session);
          const line = await changeAccount(world, keeper, (await byName(world, username)).id, { disabled });
          session.print({ account: line }, () => session.say({ zh: `已${zh} ${username}`, en: `${en} ${username}` }));
        }),
      );
}

async function keeping(session: Session): Promise<{ world: AccountWorld; keeper: Keeper }> {
  const { environment } = session;
  const store = await session.store();
  const { actor } = session.act("");
  const world = { store, accounts: await environment.accounts(store), index: environment.index, clock: environment.clock };
  return { world, keeper: { id: null, username: actor, name: actor, organisation: null } };
}

async function byName(world: AccountWorld, username: string): Promise<AccountLine> {
  const found = (await world.accounts.list(null)).find((line) => line.username === username.toLowerCase());
  if (!found) throw refuse("account-unknown", {});
  return found;
}

const told = (session: Session, username: string, password: string): string =>
  session.say({
    zh: `${username} 的一次性密码：${password}（首次登录时须修改）`,
    en: `one-time password of ${username}: ${password} (to be changed at the first sign-in)`,
  });

function lineOf(line: AccountLine & { readonly organisationName: string }): string {
  const state = line.disabled ? "停用" : line.lockedUntil ? "已锁定" : "";
  return [
    line.username,
    line.name,
    roleNames[line.role],
    `${line.organisation} ${line.organisationName}`,
    line.ledgers?.join("、") ?? "",
    state,
  ]
    .filter((text) => text !== "")
    .join("  ");
}
