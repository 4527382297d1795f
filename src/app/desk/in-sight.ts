/** Whether somebody may see an organisation in a year: by the tree of that year, so that a school that moved is shown by its new owner alone. */
import { ancestry, type Organisation, type OrganisationNode, treeAt } from "../../core/model/organisation.ts";
import { findCycle } from "../cycles.ts";
import type { StoreReader } from "../ports.ts";
import { refuse } from "../refusal.ts";

/**
 * The organisation as it stood in `year`.
 * @throws Refusal where it did not stand at or below `scope`, or no cycle covers it.
 */
export async function nodeInSight(reader: StoreReader, scope: string, organisation: string, year: number): Promise<OrganisationNode> {
  const cycle = await findCycle(reader, organisation, year);
  const path = ancestry(treeAt(await reader.organisations(), cycle.dataPeriod.end), organisation);
  const [node] = path;
  if (!node || !path.some((each) => each.code === scope)) throw refuse("organisation-unknown", { code: organisation });
  return node;
}

/** What an organisation was called on a day (ISO); its code where it is unknown. */
export function nameAt(organisations: readonly Organisation[], code: string, date: string): string {
  const versions = organisations.find((each) => each.code === code)?.versions ?? [];
  return (versions.findLast(({ from }) => from <= date) ?? versions.at(-1))?.name ?? code;
}
