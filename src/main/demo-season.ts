/** The demo city in the middle of a season, with an account for each role; exists in demo mode only. */
import type { Accounts } from "../app/accounts.ts";
import { openCycle } from "../app/cycles.ts";
import { createCity, importOrganisations, parseOrganisations } from "../app/organisations.ts";
import type { Role } from "../app/policies/actor.ts";
import type { Act, Progress, Store } from "../app/ports.ts";
import { acceptReturn, importWorkbook, submitReturns } from "../app/returns.ts";
import type { Environment } from "../cli/environment.ts";
import type { DemoAccount } from "../server/world.ts";

/** Shown on the sign-in page: these accounts exist in demo mode alone. */
const password = "zhibao-demo-2019";
const people: readonly {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly org: string;
  readonly ledgers?: readonly string[];
}[] = [
  {
    username: "clerk",
    name: "示例·教务员",
    role: "clerk",
    org: "411000-01",
    ledgers: ["students.enrolment", "students.intakeForm", "students.cohort", "teachers.work", "programmes.register", "programmes.courses"],
  },
  { username: "clerk2", name: "示例·填报员", role: "clerk", org: "411000-02" },
  { username: "department", name: "示例·教务主任", role: "departmentHead", org: "411000-01" },
  { username: "head", name: "示例·校长", role: "head", org: "411000-01" },
  { username: "reviewer", name: "示例·县区审核", role: "reviewer", org: "411081" },
  { username: "editor", name: "示例·市编辑", role: "editor", org: "411000" },
  { username: "leader", name: "示例·分管领导", role: "leader", org: "411000" },
  { username: "administrator", name: "示例·管理员", role: "administrator", org: "411000" },
  { username: "reader", name: "示例·查阅", role: "reader", org: "411000" },
];

export async function demoAccounts(store: Store): Promise<DemoAccount[]> {
  const names = new Map((await store.organisations()).map((each) => [each.code, each.versions.at(-1)!.name]));
  return people.map(({ username, name, role, org }) => ({ username, password, role, org, name, orgName: names.get(org) ?? org }));
}

export async function prepareDemoSeason(environment: Environment, store: Store, accounts: Accounts, progress: Progress): Promise<void> {
  if (await accounts.any()) return;
  const act = (name: string, reason = ""): Act => ({ name, actor: "demo", at: environment.clock.now(), reason });
  const demo = await environment.demoData();
  const organisations = parseOrganisations(await environment.spreadsheets.readTable(await environment.files.read(demo.organisations)));
  await createCity(store, { ...demo.city, kind: "city" }, act("init"));
  await importOrganisations(store, organisations, act("org.import"));
  const codes = organisations.map((each) => each.code);
  for (const { year, issuedOn, workbooks } of demo.years) {
    await openCycle(
      store,
      {
        organisation: demo.city.code,
        year,
        period: "calendarYear",
        issuedOn,
        outlines: { city: "2016-city", school: "2016-school" },
        catalog: environment.catalog,
        sample: true,
      },
      act("cycle.open"),
    );
    for (const [at, path] of workbooks.entries()) {
      progress(at, workbooks.length, path);
      const name = path.split(/[\\/]/).at(-1) ?? path;
      await importWorkbook(
        store,
        environment.spreadsheets,
        environment.index,
        environment.catalog,
        { name, bytes: await environment.files.read(path) },
        act("import", name),
      );
    }
    const accepted = year === demo.years.at(-1)!.year ? codes.slice(0, 4) : codes;
    await submitReturns(store, environment.index, accepted, year, { all: "示例数据，情况属实" }, act("submit"));
    for (const code of accepted) await acceptReturn(store, code, year, act("accept"));
  }
  for (const { org, ledgers = null, ...person } of people)
    await accounts.create({ ...person, organisation: org, ledgers, email: null, password, mustChangePassword: false });
}
