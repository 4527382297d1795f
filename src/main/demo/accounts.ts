/** The demo's accounts: one for each role, and clerks of several organisations. They exist in demo mode alone. */
import type { Accounts } from "../../app/accounts.ts";
import type { Role } from "../../app/policies/actor.ts";
import type { Store } from "../../app/ports.ts";
import type { DemoAccount } from "../../server/world.ts";

/** Shown on the sign-in page. */
const password = "zhibao-demo-2019";

interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly org: string;
  readonly ledgers?: readonly string[];
}

const academicLedgers = [
  "students.enrolment",
  "students.intakeForm",
  "students.cohort",
  "teachers.work",
  "programmes.register",
  "programmes.courses",
] as const;

/** In the order of the sign-in page: first those who fill, then those who review, then those who read and keep. */
const people: readonly DemoPerson[] = [
  { username: "clerk", name: "示例·教务员", role: "clerk", org: "411000-01", ledgers: academicLedgers },
  { username: "department", name: "示例·教务主任", role: "departmentHead", org: "411000-01" },
  { username: "head", name: "示例·校长", role: "head", org: "411000-01" },
  { username: "clerk2", name: "示例·填报员", role: "clerk", org: "411000-02" },
  { username: "department2", name: "示例·办公室主任", role: "departmentHead", org: "411000-02" },
  { username: "head2", name: "示例·许都校长", role: "head", org: "411000-02" },
  { username: "clerk3", name: "示例·清潩填报员", role: "clerk", org: "411000-05" },
  { username: "county", name: "示例·县区填报员", role: "clerk", org: "411081" },
  { username: "reviewer", name: "示例·县区审核", role: "reviewer", org: "411081" },
  { username: "office", name: "示例·职成教科", role: "clerk", org: "411000" },
  { username: "editor", name: "示例·市编辑", role: "editor", org: "411000" },
  { username: "leader", name: "示例·分管领导", role: "leader", org: "411000" },
  { username: "administrator", name: "示例·管理员", role: "administrator", org: "411000" },
  { username: "reader", name: "示例·查阅", role: "reader", org: "411000" },
];

const roleNames: Readonly<Record<Role, string>> = {
  clerk: "填报员",
  departmentHead: "科室负责人",
  head: "负责人",
  reviewer: "审核人",
  editor: "编辑",
  leader: "领导",
  administrator: "管理员",
  reader: "查阅",
};

/** Who does this work at an organisation of the demo: an account, or somebody without one. */
export function personAt(organisation: string, role: Role): { readonly username: string; readonly name: string } {
  const name = `示例·${roleNames[role]}`;
  return people.find((each) => each.org === organisation && each.role === role) ?? { username: name, name };
}

export async function demoAccounts(store: Store): Promise<DemoAccount[]> {
  const names = new Map((await store.organisations()).map((each) => [each.code, each.versions.at(-1)!.name]));
  return people.map(({ username, name, role, org }) => ({ username, password, role, org, name, orgName: names.get(org) ?? org }));
}

/** Creates those that are absent. */
export async function createDemoAccounts(accounts: Accounts, root: string): Promise<void> {
  const known = new Set((await accounts.list(root)).map((each) => each.username));
  const absent = people.filter((each) => !known.has(each.username));
  await Promise.all(
    absent.map(({ org, ledgers = null, ...person }) =>
      accounts.create({ ...person, organisation: org, ledgers, email: null, password, mustChangePassword: false }),
    ),
  );
}
