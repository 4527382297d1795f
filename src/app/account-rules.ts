/** What an account may be: which roles there are at which kind of organisation, and which ledgers can be somebody's. */
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import type { OrganisationKind } from "../core/model/organisation.ts";
import type { Role } from "./policies/actor.ts";
import { refuse } from "./refusal.ts";

/** The words of the pages (src/web/messages/shell.ts): whoever copies one into the import table is understood. */
export const roleNames: Readonly<Record<Role, string>> = {
  clerk: "科室填报人",
  departmentHead: "科室负责人",
  head: "单位负责人",
  reviewer: "审核人",
  editor: "市级编辑",
  leader: "分管领导",
  administrator: "系统管理员",
  reader: "查阅者",
};

export const kindNames: Readonly<Record<OrganisationKind, string>> = {
  nation: "国家",
  province: "省",
  city: "市",
  county: "县区",
  school: "学校",
};

/** Roles that exist only above schools, or only at the city and above: they lock and publish. */
const above: Readonly<Partial<Record<Role, readonly OrganisationKind[]>>> = {
  reviewer: ["nation", "province", "city", "county"],
  editor: ["nation", "province", "city"],
  leader: ["nation", "province", "city"],
};

/** Roles whose work is divided by ledgers. */
export const dividedRoles: readonly Role[] = ["clerk", "departmentHead"];

/** Ledgers, whatever the year, that organisations of a kind owe; in catalog order. */
export function ledgersOf(index: KnowledgeIndex, kind: OrganisationKind): readonly { readonly code: string; readonly zh: string }[] {
  return index.knowledge.ledgers.filter((ledger) => (ledger.reportedBy as readonly string[]).includes(kind));
}

/** @throws Refusal where the role or a ledger does not go with the organisation. */
export function assertAccountFits(
  index: KnowledgeIndex,
  organisation: { readonly code: string; readonly kind: OrganisationKind },
  role: Role,
  ledgers: readonly string[] | null,
): void {
  if (above[role]?.includes(organisation.kind) === false)
    throw refuse("account-role", { role: roleNames[role], kind: kindNames[organisation.kind] });
  if (ledgers === null) return;
  if (!dividedRoles.includes(role)) throw refuse("account-ledgers-role", { role: roleNames[role] });
  const owed = new Set(ledgersOf(index, organisation.kind).map((ledger) => ledger.code));
  const stray = ledgers.find((ledger) => !owed.has(ledger));
  if (stray !== undefined)
    throw refuse("account-ledger", { ledger: index.ledgers.get(stray)?.zh ?? stray, organisation: organisation.code });
}

/** @throws Refusal for a password that is the old one, names the user or is one character over and over. Length is the contract's. */
export function assertStrong(password: string, username: string, old: string | null): void {
  if (password === old) throw refuse("password-same", {});
  if (password.toLowerCase().includes(username.toLowerCase())) throw refuse("password-username", { username });
  if (new Set(password).size < 4) throw refuse("password-weak", {});
}
