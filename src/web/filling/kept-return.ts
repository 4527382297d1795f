/** Keeps the open return on this computer up to date with what was saved and heard, so that it opens without a connection as it was last seen. */
import { address, callForText } from "../client.ts";
import { keeping } from "../offline/reads.ts";
import type { Answer, Edit, Heard } from "./journal.ts";
import type { ReturnView } from "./slot.ts";

/** Between two marks "the server was there" without any change, in milliseconds. */
const markPause = 60_000;

export class KeptReturn {
  readonly #address: string;
  #markedAt = 0;

  constructor(
    readonly user: string,
    readonly organisation: string,
    readonly year: string,
  ) {
    this.#address = address("GET /api/returns/{organisation}/{year}", { params: { organisation, year } });
  }

  /** Reads the return again and keeps it in place of the former one. */
  async read(): Promise<ReturnView> {
    const { organisation, year } = this;
    const { answer, text } = await callForText("GET /api/returns/{organisation}/{year}", { params: { organisation, year } }, this.user);
    await (await keeping()).keepAnswer(this.user, this.#address, text);
    return answer;
  }

  /** What changed after the view was kept. */
  async since(): Promise<{ readonly changes: readonly Heard[]; readonly sequence: number; readonly at: Date | null }> {
    return (await keeping()).keptChanges<Heard>(this.#address);
  }

  heard(changes: readonly Heard[], sequence: number): void {
    if (changes.length === 0 && Date.now() - this.#markedAt < markPause) return;
    this.#markedAt = Date.now();
    void keeping().then((kept) => kept.keepChanges(this.user, this.#address, changes, sequence));
  }

  /** Edits that the server took; the sequence stays, for others' edits may lie between. */
  saved(edits: readonly Edit[], answers: readonly Answer[]): void {
    const bySlot = new Map(edits.map((edit) => [edit.id, edit]));
    const at = new Date().toISOString();
    const changes = answers.flatMap((answer): Heard[] => {
      const edit = bySlot.get(answer.id);
      if (!edit || answer.result !== "saved") return [];
      return [{ slot: edit.slot, content: edit.content, revision: answer.revision, name: "", at }];
    });
    if (changes.length > 0) this.heard(changes, 0);
  }
}
