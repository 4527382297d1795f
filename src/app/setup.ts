/** The first administrator, who comes by a one-time link; where the store is empty, the city comes with them. */
import { assertStrong } from "./account-rules.ts";
import type { Accounts, Setup } from "./accounts.ts";
import { createCity } from "./organisations.ts";
import type { Clock, Store } from "./ports.ts";
import { refuse } from "./refusal.ts";

/** GB/T 2260: a prefecture-level city's ends in 00, a province's (0000) is none. */
const cityCode = /^\d{2}(?!00)\d{2}00$/;

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
    if (known.length === 0) {
      if (!cityCode.test(code)) throw refuse("city-code", { code });
      const act = { name: "init", actor: person.username, at: world.clock.now(), reason: "" };
      await createCity(world.store, { code, name: organisationName, kind: "city" }, act);
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
