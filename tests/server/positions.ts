/** Accounts of every role at every level of a small tree, and what each of them should be let see, computed from the organisations themselves. */
import { type Role, roles } from "../../src/app/policies/actor.ts";
import { type Organisation, subtree, treeAt } from "../../src/core/model/organisation.ts";
import { type Fixture, password } from "./fixture.ts";

/** The city, a county, a school at the city (A), a school in the county (B). */
export const positions = ["411000", "411081", "411000-01", "411000-09"] as const;
export const elsewhere = "999999";

export interface Position {
  readonly username: string;
  readonly role: Role;
  readonly organisation: string;
}

export const everybody: readonly Position[] = positions.flatMap((organisation) =>
  roles.map((role) => ({ username: `${role.toLowerCase()}.${organisation}`, role, organisation })),
);

export async function seat(fixture: Fixture): Promise<void> {
  await fixture.world.accounts.createAll(
    everybody.map(({ username, role, organisation }) => ({
      username,
      name: `示例·${username}`,
      role,
      organisation,
      ledgers: null,
      email: null,
      password,
      mustChangePassword: false,
    })),
  );
}

/** Whether `organisation` stands at or below `root`: on the last day of a year, or on a day after all others. */
export function stands(organisations: readonly Organisation[], organisation: string, root: string, year: number | null): boolean {
  return subtree(treeAt(organisations, `${year ?? 2999}-12-31`), root).some((node) => node.code === organisation);
}
