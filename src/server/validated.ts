/**
 * Answers that the asker has already are not worked out again: a weak validator (RFC 9110) is told with the answer, and who
 * sends it back learns that nothing has moved. Nothing of it is for a cache: the page itself keeps the answer in its memory
 * for its own person, so that a browser used by several shows nobody what another read.
 */
import type { SignedIn } from "../app/accounts.ts";
import { personHeader } from "../app/policies/believed-person.ts";
import type { World } from "./world.ts";

interface Asked {
  readonly world: World;
  readonly actor: SignedIn;
  readonly headers: Headers;
}

/** For the person alone, and kept on no disk. */
const privately = { "cache-control": "private, no-store", vary: `cookie, ${personHeader}` };

/**
 * @param stamps what the answer rests on, beside who asks (person, role, ledgers), the program and its catalog.
 * @param make works the answer out; not called when the asker has it.
 */
export async function validated<T>(
  { world, actor, headers }: Asked,
  stamps: readonly unknown[],
  make: () => Promise<T>,
): Promise<T | Response> {
  const { id, role, organisation, ledgers, name } = actor;
  const state = JSON.stringify([world.version, world.catalog, id, role, organisation, ledgers, name, stamps]);
  const etag = `W/"${world.sha256(state).slice(0, 32)}"`;
  if (isKnown(headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers: { ...privately, etag } });
  return new Response(JSON.stringify(await make()), {
    headers: { ...privately, etag, "content-type": "application/json; charset=utf-8" },
  });
}

/** Weak comparison. "*" is not answered for: that there is such a thing would have to be looked up. */
function isKnown(given: string | null, etag: string): boolean {
  if (given === null) return false;
  const bare = (tag: string): string => tag.trim().replace(/^W\//, "");
  return given.split(",").some((each) => bare(each) === bare(etag));
}
