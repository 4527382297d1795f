/** Who is signed in, and the accounts that an administrator keeps. */
import { dayInChina } from "../../app/day.ts";
import { deadlineOf } from "../../core/model/cycle.ts";
import { treeAt } from "../../core/model/organisation.ts";
import { accountTemplate, importAccounts } from "../../app/accounts-import.ts";
import {
  changeAccount,
  changeOwnPassword,
  createAccount,
  endSessions,
  listAccounts,
  nameOf,
  resetPassword,
} from "../../app/accounts-keeping.ts";
import type { AccountChange, AccountLine } from "../../app/accounts.ts";
import { createFirstAdministrator } from "../../app/setup.ts";
import type { accountEndpoints } from "../contract/accounts.ts";
import type { Handlers } from "../handler.ts";
import { notFound } from "../problem.ts";
import type { World } from "../world.ts";

export const accountResources: Handlers<typeof accountEndpoints> = {
  "GET /api/demo/accounts": async ({ world }) => {
    if (!world.demoAccounts) throw notFound();
    return [...world.demoAccounts];
  },
  "GET /api/setup": async ({ world }) => ({ open: !(await world.accounts.any()), demo: world.demoAccounts !== null }),
  "GET /api/me": async ({ world, actor, store }) => {
    const today = dayInChina(world.clock.now());
    const organisation = (await store.organisations()).find((each) => each.code === actor.organisation);
    const version = organisation?.versions.findLast((each) => each.from <= today) ?? organisation?.versions.at(-1);
    if (!organisation || !version) throw notFound();
    const organisations = await store.organisations();
    const cycles = (await store.cycles()).filter((cycle) => {
      const tree = treeAt(organisations, cycle.dataPeriod.end);
      return tree.nodes.has(actor.organisation) && tree.nodes.has(cycle.organisation);
    });
    const { id, username, name, role, ledgers, mustChangePassword } = actor;
    return {
      id,
      username,
      name,
      role,
      organisation: actor.organisation,
      organisationName: version.name,
      organisationKind: organisation.kind,
      ledgers: ledgers && [...ledgers],
      mustChangePassword,
      cycles: cycles
        .toSorted((left, right) => right.year - left.year)
        .map((cycle) => ({
          root: cycle.organisation,
          year: cycle.year,
          titleYear: cycle.titleYear,
          deadline: deadlineOf(cycle, organisation),
          catalog: cycle.catalog,
          sample: cycle.sample,
        })),
      demo: world.demoAccounts !== null,
      today,
    };
  },
  "POST /api/setup": async ({ world, body }) => {
    if (world.demoAccounts) throw notFound();
    await createFirstAdministrator(world, body);
    return { username: body.username.toLowerCase() };
  },
  "POST /api/me/password": ({ world, actor, body }) => changeOwnPassword(world, actor, body.current, body.next),
  "GET /api/accounts": async ({ world, actor, query }) => (await listAccounts(world, actor, query.search)).map(shown),
  "POST /api/accounts": async ({ world, actor, body }) => {
    const { line, password } = await createAccount(world, actor, body);
    return { account: await named(world, line), password };
  },
  "PATCH /api/accounts/{id}": async ({ world, actor, params, body }) =>
    named(world, await changeAccount(world, actor, params.id, present(body))),
  "POST /api/accounts/{id}/password": async ({ world, actor, params }) => ({ password: await resetPassword(world, actor, params.id) }),
  "DELETE /api/accounts/{id}/sessions": ({ world, actor, params }) => endSessions(world, actor, params.id),
  "POST /api/accounts/import": async ({ world, actor, upload }) => importAccounts(world, world.spreadsheets, actor, upload.bytes),
  "GET /api/accounts/template.xlsx": async ({ world, actor }) => ({
    name: "账号导入表.xlsx",
    bytes: await accountTemplate(world, world.spreadsheets, actor),
  }),
};

const shown = (line: AccountLine & { readonly organisationName: string }) => ({ ...line, ledgers: line.ledgers && [...line.ledgers] });

async function named(world: World, line: AccountLine) {
  return shown({ ...line, organisationName: nameOf(await world.store.organisations())(line.organisation) });
}

/** Without the fields that were not sent. */
function present(body: Readonly<Record<string, unknown>>): AccountChange {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as AccountChange;
}
