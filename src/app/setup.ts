/** The first administrator, who comes by a one-time link; where the store is empty, the city comes with them. */
import { assertStrong } from "./account-rules.ts";
import type { Accounts, Setup } from "./accounts.ts";
import type { OrganisationKind } from "../core/model/organisation.ts";
import { createCity } from "./organisations.ts";
import type { Clock, Store } from "./ports.ts";
import { refuse } from "./refusal.ts";

export interface SetupRequest {
  readonly token: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly organisation: string;
  readonly organisationName: string;
}

/** @throws Refusal when there are accounts already, the token is wrong or used, the password weak, or the organisation unknown to a store that has some. */
export async function createFirstAdministrator(
  world: { readonly store: Store; readonly accounts: Accounts; readonly setup: Setup; readonly clock: Clock },
  request: SetupRequest,
): Promise<void> {
  if (await world.accounts.any()) throw refuse("setup-done", {});
  await world.setup.redeem(request.token, async () => {
    if (await world.accounts.any()) throw refuse("setup-done", {});
    assertStrong(request.password, request.username, null);
    const { organisation: code, organisationName, token: _, ...person } = request;
    const known = await world.store.organisations();
    const kind = kindOf(code);
    if (known.length === 0) {
      if (!kind) throw refuse("organisation-unknown", { code });
      const act = { name: "init", actor: person.username, at: world.clock.now(), reason: "" };
      await createCity(world.store, { code, name: organisationName, kind }, act);
    } else if (!known.some((each) => each.code === code)) throw refuse("organisation-unknown", { code });
    await world.accounts.create({
      ...person,
      organisation: code,
      role: "administrator",
      ledgers: null,
      email: null,
      mustChangePassword: false,
    });
  });
}

/** By the code's own form (GB/T 2260): 410000 a province, 411000 a city, 411081 a county; null for schools. */
function kindOf(code: string): OrganisationKind | null {
  if (!/^\d{6}$/.test(code)) return null;
  return code.endsWith("0000") ? "province" : code.endsWith("00") ? "city" : "county";
}
