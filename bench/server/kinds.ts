/** What each kind of request costs: the same clerks do one thing at a time, at the pace at which they do it when they type. */
import { emptyLoad, type Load, type Pace, type Seen, typeCells, typist } from "./clerks.ts";
import { measured, perRequest, type Processors } from "./processors.ts";
import type { Clerk } from "./season.ts";

const nothing: Pace = { save: 0, look: 0, read: 0, judge: 0 };
/** Reading a form is rare, and dear: ten times as often there are enough of them to be measured. */
const kinds: readonly { readonly name: string; readonly pace: Pace; readonly times: (load: Load) => readonly number[] }[] = [
  { name: "saves of a cell", pace: { ...nothing, save: typist.save }, times: (load) => load.saves },
  { name: "looks for changes, none there", pace: { ...nothing, look: typist.look }, times: (load) => load.looks },
  { name: "reads of a form", pace: { ...nothing, read: typist.read / 10 }, times: (load) => load.reads },
  { name: "findings beside other schools", pace: { ...nothing, judge: typist.judge }, times: (load) => load.judged },
  {
    name: "saves with looks, each",
    pace: { ...nothing, save: typist.save, look: typist.look },
    times: (load) => [...load.saves, ...load.looks],
  },
];

/** @param seconds of each kind. */
export async function kindsOfRequest(
  url: URL,
  clerks: readonly Clerk[],
  seen: readonly Seen[],
  seconds: number,
  used: () => Processors,
): Promise<{ rows: [string, string][]; load: Load }> {
  const all = emptyLoad();
  const rows: [string, string][] = [];
  for (const { name, pace, times } of kinds) {
    const load: Load = { ...emptyLoad(), acknowledged: all.acknowledged, errors: all.errors };
    const cost = await measured(seconds, used, (end) =>
      Promise.all(clerks.map((clerk, at) => typeCells(url, clerk, seen[at]!, pace, end, load))),
    );
    rows.push([`alone: ${name} (${times(load).length})`, perRequest(cost, times(load).length)]);
    all.saves.push(...load.saves);
  }
  return { rows, load: all };
}
