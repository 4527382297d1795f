/** Organisations at which somebody is wanting: to fill in, to confirm, to sign. Without them a return stands still. */
import type { Role } from "../../../app/policies/actor.ts";
import { policies } from "../../../app/policies/policies.ts";

interface Somewhere {
  readonly organisation: string;
  readonly role: Role;
  readonly disabled: boolean;
}

export const duties = ["fill", "confirm", "sign"] as const;

/** Names by duty, in the order of the organisations; a disabled account does nothing. */
export function uncovered(
  organisations: readonly { readonly code: string; readonly name: string }[],
  accounts: readonly Somewhere[],
): Readonly<Record<(typeof duties)[number], readonly string[]>> {
  const namesWithout = (duty: (typeof duties)[number]): string[] =>
    organisations
      .filter(({ code: organisation }) => {
        const here = accounts.filter((each) => each.organisation === organisation && !each.disabled);
        const actorOf = ({ role }: Somewhere) => ({ role, organisation, id: "", username: "", name: "", ledgers: null });
        return !here.some((each) => policies[duty](actorOf(each), { organisation, within: true }));
      })
      .map((each) => each.name);
  return { fill: namesWithout("fill"), confirm: namesWithout("confirm"), sign: namesWithout("sign") };
}
