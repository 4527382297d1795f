/** Turns a working copy into the next version of its return: by signing, by confirming, by a command. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { projectFacts } from "../../core/formula/projection.ts";
import type { ReturnState } from "../../core/model/return.ts";
import { canonicalJson } from "../canonical.ts";
import { type Act, ConflictError, type StoredReturn, type StoreWriter } from "../ports.ts";
import type { Desk } from "./desk.ts";
import { type Place, workingCopy } from "./read-return.ts";
import { editableStates } from "./slot-guard.ts";

export interface FilingWorld {
  readonly index: KnowledgeIndex;
  readonly catalog: string;
}

/** The version that must be filed, and no other: the hash of its document. */
export interface Shown {
  readonly hash: string;
  readonly sha256: (content: string) => string;
}

/**
 * What was edited so far is in the version. To be called with the return locked.
 * @throws ConflictError when the working copy is no longer as `shown`, or is out of its people's hands.
 */
export async function fileWorkingCopy(
  writer: StoreWriter,
  desk: Desk,
  { index, catalog }: FilingWorld,
  place: Place,
  state: ReturnState,
  act: Act,
  shown?: Shown,
): Promise<StoredReturn> {
  const { document, newest, standing } = await workingCopy(writer, desk, index, catalog, place);
  if (shown && (!editableStates.includes(standing.state) || shown.sha256(canonicalJson(document)) !== shown.hash)) throw changedSince();
  const facts = projectFacts(index, document, (newest?.version ?? 0) + 1);
  const stored = await writer.appendReturn({ document, state, facts }, act);
  await desk.working.markApplied(place.organisation, place.year, standing.sequence);
  return stored;
}

export const changedSince = (): ConflictError => new ConflictError("填报内容在您查看摘要之后又有改动，请重新查看摘要再签字");
