/** Accounts from a table: all of its rows or none, and every row that is wrong told with column, what stands there and what should. */
import { assertAccountFits, dividedRoles, ledgersOf, roleNames } from "./account-rules.ts";
import { type AccountDraft, type AccountWorld, type Keeper, organisationWithin } from "./accounts-keeping.ts";
import { type Role, roles } from "./policies/actor.ts";
import type { Spreadsheets, TableSheet } from "./ports.ts";
import { Refusal, refuse } from "./refusal.ts";
import { type RowProblem, rowProblem } from "./table-problem.ts";

export interface CreatedAccount {
  readonly username: string;
  readonly name: string;
  readonly organisation: string;
  readonly password: string;
}

const columns = { username: "用户名", name: "姓名", role: "角色", organisation: "单位代码", ledgers: "台账", email: "邮箱" } as const;
type Column = keyof typeof columns;

const usernamePattern = /^[a-zA-Z0-9._-]{3,40}$/;
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const roleByName = new Map<string, Role>(
  roles.flatMap((role): [string, Role][] => [
    [role, role],
    [roleNames[role], role],
  ]),
);

/** @throws Refusal for a file that is no workbook or lacks a column. */
export async function importAccounts(
  world: AccountWorld,
  spreadsheets: Spreadsheets,
  keeper: Keeper,
  bytes: Uint8Array,
): Promise<{ created: CreatedAccount[]; problems: RowProblem[] }> {
  const [head, ...rows] = (await spreadsheets.readSheets(bytes))[0]?.rows ?? [];
  const header = head?.cells ?? [];
  const at = new Map(header.map((title, column) => [title.trim(), column]));
  for (const needed of [columns.username, columns.name, columns.role, columns.organisation])
    if (!at.has(needed)) throw refuse("account-table-header", { missing: needed, found: header.join("、") });
  const problems: RowProblem[] = [];
  const drafts: AccountDraft[] = [];
  const seen = new Set<string>();
  const taken = await world.accounts.taken(rows.map(({ cells }) => (cells[at.get(columns.username) ?? -1] ?? "").trim()));
  for (const { row, cells } of rows) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const text = (column: Column): string => (cells[at.get(columns[column]) ?? -1] ?? "").trim();
    const before = problems.length;
    const wrong = (column: Column, expected: string, en: string): void => {
      problems.push(rowProblem(row, columns[column], text(column), { zh: expected, en }));
    };
    const username = text("username").toLowerCase();
    if (!usernamePattern.test(username)) wrong("username", "3–40 位字母、数字、点、横线", "3–40 letters, digits, dots, dashes");
    else if (taken.has(username)) wrong("username", "未被使用的用户名", "a user name that is free");
    else if (seen.has(username)) wrong("username", "表内不重复的用户名", "a user name used once in this table");
    seen.add(username);
    if (text("name") === "" || text("name").length > 40) wrong("name", "1–40 字的姓名", "a name of 1–40 characters");
    const role = roleByName.get(text("role"));
    if (!role) wrong("role", roles.map((each) => roleNames[each]).join("、"), roles.join(", "));
    const email = text("email");
    if (email !== "" && !emailPattern.test(email)) wrong("email", "邮箱地址，或留空", "an address, or nothing");
    const organisation = await organisationWithin(world, keeper, text("organisation")).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      wrong("organisation", "本级或下级机构的代码", "the code of your own or a lower organisation");
      return null;
    });
    const ledgers = organisation && ledgerCodes(text("ledgers"), world, organisation.kind);
    if (typeof ledgers === "string")
      wrong("ledgers", `该单位应填的台账名称，用“、”分隔；不认识“${ledgers}”`, `ledgers that it owes, joined by 、; unknown: ${ledgers}`);
    if (!organisation || !role || typeof ledgers === "string") continue;
    try {
      assertAccountFits(world.index, organisation, role, ledgers);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const column: Column = error.code === "account-role" ? "role" : "ledgers";
      problems.push({
        row,
        column: columns[column],
        found: text(column),
        expected: error.zh,
        message: { zh: `第 ${row} 行：${error.zh}`, en: `row ${row}: ${error.en}` },
      });
    }
    if (problems.length === before)
      drafts.push({ username, name: text("name"), role, organisation: organisation.code, ledgers, email: email === "" ? null : email });
  }
  if (problems.length > 0) return { created: [], problems };
  return { created: await createAll(world, keeper, drafts), problems: [] };
}

async function createAll(world: AccountWorld, keeper: Keeper, drafts: readonly AccountDraft[]): Promise<CreatedAccount[]> {
  const made = drafts.map((draft) => ({ ...draft, password: world.accounts.oneTimePassword(), mustChangePassword: true }));
  await world.accounts.createAll(made);
  const at = world.clock.now();
  const acts = made.map(({ organisation, username, name, role }) => ({
    organisation,
    year: null,
    act: "account.create",
    actor: keeper.username,
    name: keeper.name,
    at,
    detail: `${username}（${name}）：${roleNames[role]}`,
  }));
  for (const organisation of new Set(acts.map((act) => act.organisation)))
    await world.store
      .within({ organisation })
      .transaction((_, desk) => desk.acts.record(acts.filter((act) => act.organisation === organisation)));
  return made.map(({ username, name, organisation, password }) => ({ username, name, organisation, password }));
}

/** Names or codes joined by 、 or commas; null for none; the first that is unknown as text. */
function ledgerCodes(text: string, world: AccountWorld, kind: Parameters<typeof ledgersOf>[1]): string[] | null | string {
  if (text === "") return null;
  const known = ledgersOf(world.index, kind);
  const codes: string[] = [];
  for (const name of text
    .split(/[、,，;；]/)
    .map((each) => each.trim())
    .filter((each) => each !== "")) {
    const ledger = known.find((each) => each.code === name || each.zh === name);
    if (!ledger) return name;
    codes.push(ledger.code);
  }
  return codes;
}

/** The table to fill, and beside it what may stand in it. */
export async function accountTemplate(world: AccountWorld, spreadsheets: Spreadsheets, keeper: Keeper): Promise<Uint8Array> {
  const text = (each: string) => ({ text: each, numeric: false });
  const organisations = (await world.store.organisations()).filter((each) => each.versions.at(-1)?.to === null);
  const within = await Promise.all(
    organisations.map(async ({ code }) => keeper.organisation === null || world.store.stands(code, keeper.organisation)),
  );
  const sheets: TableSheet[] = [
    { name: "账号", header: [Object.values(columns)], rows: [], frozenColumns: 0 },
    {
      name: "角色",
      header: [["角色", "是否按台账分工"]],
      rows: roles.map((role) => [text(roleNames[role]), text(dividedRoles.includes(role) ? "可填台账；留空为全部" : "不填")]),
      frozenColumns: 0,
    },
    {
      name: "单位",
      header: [["单位代码", "名称", "应填台账"]],
      rows: organisations
        .filter((_, index) => within[index])
        .map(({ code, kind, versions }) => [
          text(code),
          text(versions.at(-1)?.name ?? code),
          text(
            ledgersOf(world.index, kind)
              .map((ledger) => ledger.zh)
              .join("、"),
          ),
        ]),
      frozenColumns: 0,
    },
  ];
  return spreadsheets.writeTable(sheets);
}
