/** Keeping accounts: within the administrator's subtree, with one-time passwords, every act told. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import type { Organisation } from "../core/model/organisation.ts";
import { assertAccountFits, assertStrong, roleNames } from "./account-rules.ts";
import type { AccountChange, AccountLine, Accounts, NewAccount, SignedIn } from "./accounts.ts";
import type { Clock, Store } from "./ports.ts";
import { refuse } from "./refusal.ts";

export interface AccountWorld {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly index: KnowledgeIndex;
  readonly clock: Clock;
}

/** Who keeps them: an administrator of an organisation, or somebody at the server's own command line (organisation null: all). */
export interface Keeper {
  readonly id: string | null;
  readonly username: string;
  readonly name: string;
  readonly organisation: string | null;
}

export type AccountDraft = Omit<NewAccount, "password" | "mustChangePassword">;

/** Accounts of the keeper's subtree whose name, user name or organisation holds `search`. */
export async function listAccounts(
  world: AccountWorld,
  keeper: Keeper,
  search = "",
): Promise<(AccountLine & { organisationName: string })[]> {
  const names = nameOf(await world.store.organisations());
  const wanted = search.trim().toLowerCase();
  return (await world.accounts.list(keeper.organisation))
    .map((line) => ({ ...line, organisationName: names(line.organisation) }))
    .filter((line) =>
      [line.username, line.name, line.organisation, line.organisationName, roleNames[line.role]].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
    );
}

/** @throws Refusal for an organisation outside the subtree, a role or ledger that does not go with it, a name that is taken. */
export async function createAccount(
  world: AccountWorld,
  keeper: Keeper,
  draft: AccountDraft,
): Promise<{ line: AccountLine; password: string }> {
  const organisation = await organisationWithin(world, keeper, draft.organisation);
  assertAccountFits(world.index, organisation, draft.role, draft.ledgers);
  const password = world.accounts.oneTimePassword();
  const line = await world.accounts.create({ ...draft, password, mustChangePassword: true });
  await tell(world, keeper, line, "account.create", `${line.username}（${line.name}）：${roleNames[line.role]}`);
  return { line, password };
}

/** @throws Refusal "account-unknown" outside the subtree; "account-own" for what would lock the keeper out. */
export async function changeAccount(world: AccountWorld, keeper: Keeper, id: string, change: AccountChange): Promise<AccountLine> {
  const before = await accountWithin(world, keeper, id);
  const own = before.id === keeper.id;
  const role = change.role ?? before.role;
  const place = change.organisation ?? before.organisation;
  if (own && (change.disabled === true || role !== before.role || place !== before.organisation)) throw refuse("account-own", {});
  const organisation = await organisationWithin(world, keeper, place);
  const ledgers = change.ledgers === undefined ? before.ledgers : change.ledgers;
  assertAccountFits(world.index, organisation, role, ledgers);
  const after = await world.accounts.update(id, change);
  const words = changesInWords(before, after);
  if (words.length > 0) await tell(world, keeper, after, "account.change", `${after.username}：${words.join("；")}`);
  return after;
}

/** Gives a one-time password; all sessions of the account end, and a lock is lifted. */
export async function resetPassword(world: AccountWorld, keeper: Keeper, id: string): Promise<string> {
  const line = await accountWithin(world, keeper, id);
  const password = world.accounts.oneTimePassword();
  await world.accounts.setPassword(id, password, true);
  await tell(world, keeper, line, "account.password", line.username);
  return password;
}

export async function endSessions(world: AccountWorld, keeper: Keeper, id: string): Promise<void> {
  const line = await accountWithin(world, keeper, id);
  await world.accounts.endSessions(id);
  await tell(world, keeper, line, "account.sessions", line.username);
}

/** Changes one's own password; one's other sessions end. @throws Refusal when the old one is wrong or the new one weak. */
export async function changeOwnPassword(world: AccountWorld, actor: SignedIn, current: string, next: string): Promise<void> {
  assertStrong(next, actor.username, current);
  if (!(await world.accounts.confirms(actor.id, current))) throw refuse("password-wrong", {});
  await world.accounts.setPassword(actor.id, next, false, actor.session);
  await tell(world, actor, { organisation: actor.organisation }, "account.ownPassword", actor.username);
}

/** Names of organisations by their last version. */
export function nameOf(organisations: readonly Organisation[]): (code: string) => string {
  const names = new Map(organisations.map((each) => [each.code, each.versions.at(-1)?.name ?? each.code]));
  return (code) => names.get(code) ?? code;
}

/** @throws Refusal "organisation-unknown" outside the keeper's subtree, as if there were none. */
export async function organisationWithin(world: AccountWorld, keeper: Keeper, code: string): Promise<Organisation> {
  const found = (await world.store.organisations()).find((each) => each.code === code);
  if (!found || (keeper.organisation !== null && !(await world.store.stands(code, keeper.organisation))))
    throw refuse("organisation-unknown", { code });
  return found;
}

async function accountWithin(world: AccountWorld, keeper: Keeper, id: string): Promise<AccountLine> {
  const line = await world.accounts.find(id);
  if (!line || (keeper.organisation !== null && !(await world.store.stands(line.organisation, keeper.organisation))))
    throw refuse("account-unknown", {});
  return line;
}

function changesInWords(before: AccountLine, after: AccountLine): string[] {
  const ledgers = (line: AccountLine): string => line.ledgers?.join("、") ?? "全部台账";
  const pairs: readonly (readonly [string, string, string])[] = [
    ["姓名", before.name, after.name],
    ["角色", roleNames[before.role], roleNames[after.role]],
    ["单位", before.organisation, after.organisation],
    ["台账", ledgers(before), ledgers(after)],
    ["状态", before.disabled ? "停用" : "启用", after.disabled ? "停用" : "启用"],
  ];
  return [
    ...pairs.filter(([, old, next]) => old !== next).map(([what, old, next]) => `${what} ${old} → ${next}`),
    // An address is nobody's business in a history.
    ...(before.email === after.email ? [] : ["邮箱已改"]),
  ];
}

/** Writes the act where the account's organisation reads it. */
async function tell(
  world: AccountWorld,
  keeper: Pick<Keeper, "username" | "name">,
  { organisation }: { readonly organisation: string },
  act: string,
  detail: string,
): Promise<void> {
  const { username: actor, name } = keeper;
  await world.store
    .within({ organisation })
    .transaction((_, desk) => desk.acts.record([{ organisation, year: null, act, actor, name, at: world.clock.now(), detail }]));
}
