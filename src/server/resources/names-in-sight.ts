/** People's names by their user names, of those whose accounts the actor's organisation has in sight. */
import type { Actor } from "../../app/policies/actor.ts";
import type { World } from "../world.ts";

/** The user name itself for anybody else. */
export async function namesInSight(world: World, actor: Actor): Promise<(username: string) => string> {
  const names = new Map((await world.accounts.list(actor.organisation)).map(({ username, name }) => [username, name]));
  return (username) => names.get(username) ?? username;
}
