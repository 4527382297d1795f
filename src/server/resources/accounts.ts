/** Who is signed in, and the accounts that an administrator keeps. */
import { dayInChina } from "../../app/day.ts";
import { deadlineOf } from "../../core/model/cycle.ts";
import { treeAt } from "../../core/model/organisation.ts";
import type { accountEndpoints } from "../contract/accounts.ts";
import type { Handlers } from "../handler.ts";
import { notFound } from "../problem.ts";

export const accountResources: Partial<Handlers<typeof accountEndpoints>> = {
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
};
