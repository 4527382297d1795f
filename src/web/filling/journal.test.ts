/** Any interleaving of typing, sending, lost answers, crashes, others' edits and choices ends reconciled, with nothing lost. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answer,
  answered,
  batch,
  choose,
  discardRefused,
  type Edit,
  heard,
  type Held,
  type Journal,
  openJournal,
  restore,
  shown,
  unsaved,
  write,
} from "./journal.ts";
import { sameContent } from "../../app/desk/slots.ts";
import { type Content, emptyContent } from "./slot.ts";

const cell = (value: string): Content => ({ status: "value", value });
const slots = ["form/a/x", "form/a/y", "form/a/z"];

/** The server's rules, as the decision on the desk states them. */
class Server {
  readonly held = new Map<string, Held>();
  readonly taken = new Map<string, number>();
  /** Every content ever taken: what is overwritten stays in the history. */
  readonly history: { slot: string; content: Content; name: string }[] = [];
  sequence = 0;

  edit({ id, slot, base, content }: Edit, name: string): Answer {
    const known = this.taken.get(id);
    if (known !== undefined) return { id, result: "saved", revision: known };
    const now = this.held.get(slot);
    const revision = now?.revision ?? 0;
    if (base !== revision && !sameContent(now?.content ?? emptyContent(slot), content))
      return { id, result: "conflict", content: now!.content, revision, name: now!.name, at: "" };
    this.sequence += 1;
    this.held.set(slot, { content, revision: this.sequence, name, at: "" });
    this.taken.set(id, this.sequence);
    this.history.push({ slot, content, name });
    return { id, result: "saved", revision: this.sequence };
  }

  changes(since: number) {
    return [...this.held].filter(([, held]) => held.revision > since).map(([slot, held]) => ({ slot, ...held }));
  }
}

class Person {
  journal: Journal;
  stored: Edit[] = [];
  #ids = 0;

  constructor(
    readonly server: Server,
    readonly name: string,
  ) {
    this.journal = openJournal(new Map(server.held), server.sequence);
  }

  id(): string {
    this.#ids += 1;
    return `${this.name}${this.#ids}`;
  }

  take(journal: Journal): void {
    this.journal = journal;
    this.stored = unsaved(journal);
  }

  type(slot: string, value: string): void {
    const base = this.journal.held.get(slot)?.revision ?? 0;
    this.take(write(this.journal, [{ id: this.id(), slot, base, content: cell(value) }]));
  }

  /** `lost`: nothing arrives; `unheard`: the server takes it and the answer is lost. */
  send(fate: "answered" | "lost" | "unheard"): void {
    const { journal, edits } = batch(this.journal, 2);
    this.take(journal);
    if (fate === "lost") return;
    const answers = edits.map((edit) => this.server.edit(edit, this.name));
    if (fate === "answered") this.take(answered(this.journal, answers));
  }

  poll(): void {
    this.take(heard(this.journal, this.server.changes(this.journal.sequence), this.server.sequence));
  }

  crash(): void {
    this.journal = restore(openJournal(new Map(this.server.held), this.server.sequence), this.stored);
  }

  choose(slot: string, choice: "mine" | "theirs"): void {
    this.take(choose(this.journal, slot, choice, this.id()));
  }
}

type Step =
  | { readonly kind: "type"; readonly who: 0 | 1; readonly slot: string; readonly value: string }
  | { readonly kind: "send"; readonly who: 0 | 1; readonly fate: "answered" | "lost" | "unheard" }
  | { readonly kind: "poll" | "crash"; readonly who: 0 | 1 }
  | { readonly kind: "choose"; readonly who: 0 | 1; readonly slot: string; readonly choice: "mine" | "theirs" };

const who = fc.constantFrom(0 as const, 1 as const);
const slot = fc.constantFrom(...slots);
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("type" as const), who, slot, value: fc.nat(9).map(String) }),
    fc.record({ kind: fc.constant("send" as const), who, fate: fc.constantFrom("answered" as const, "lost" as const, "unheard" as const) }),
    fc.record({ kind: fc.constantFrom("poll" as const, "crash" as const), who }),
    fc.record({ kind: fc.constant("choose" as const), who, slot, choice: fc.constantFrom("mine" as const, "theirs" as const) }),
  ),
  { maxLength: 60 },
);

describe("the journal", () => {
  it("reconciles every interleaving, and everything typed is saved, in sight as a conflict, or typed over by the same person", () => {
    fc.assert(
      fc.property(steps as fc.Arbitrary<Step[]>, (script) => {
        const server = new Server();
        const people = [new Person(server, "甲"), new Person(server, "乙")];
        /** Of each person and slot the last content typed and not chosen away. */
        const last = people.map(() => new Map<string, string>());
        for (const step of script) {
          const person = people[step.who]!;
          if (step.kind === "type") {
            person.type(step.slot, step.value);
            last[step.who]!.set(step.slot, step.value);
            expect(shown(person.journal, step.slot)).toEqual(cell(step.value));
          } else if (step.kind === "send") person.send(step.fate);
          else if (step.kind === "poll") person.poll();
          else if (step.kind === "crash") person.crash();
          else if (step.kind === "choose") {
            if (step.choice === "theirs" && person.journal.clashes.has(step.slot)) last[step.who]!.delete(step.slot);
            person.choose(step.slot, step.choice);
          }
        }
        // The network comes back for both: everything is sent, heard and chosen.
        for (let round = 0; round < 12; round += 1)
          for (const [at, person] of people.entries()) {
            person.send("answered");
            person.poll();
            for (const each of person.journal.clashes.keys()) {
              expect(last[at]!.has(each)).toBe(true);
              const choice = (round + at) % 2 === 0 ? "mine" : "theirs";
              if (choice === "theirs") last[at]!.delete(each);
              person.choose(each, choice);
            }
          }
        for (const person of people) {
          expect(unsaved(person.journal)).toEqual([]);
          for (const each of slots) expect(shown(person.journal, each)).toEqual(server.held.get(each)?.content ?? emptyContent(each));
        }
        // What anybody typed last into a slot, and did not choose away, is in the server's history, or said what stood there anyway.
        for (const [at, person] of people.entries())
          for (const [each, value] of last[at]!) {
            const reached = server.history.some(
              (entry) => entry.slot === each && entry.name === person.name && sameContent(entry.content, cell(value)),
            );
            const said = server.history.some((entry) => entry.slot === each && sameContent(entry.content, cell(value)));
            expect(reached || said).toBe(true);
          }
      }),
      { numRuns: 2000 },
    );
  });

  it("never overwrites what somebody else wrote without asking", () => {
    const server = new Server();
    const mine = new Person(server, "甲");
    server.edit({ id: "other", slot: slots[0]!, base: 0, content: cell("7") }, "乙");
    mine.type(slots[0]!, "5");
    mine.send("answered");
    expect(mine.journal.clashes.get(slots[0]!)).toMatchObject({ mine: { content: cell("5") }, theirs: { content: cell("7"), name: "乙" } });
    expect(server.held.get(slots[0]!)!.content).toEqual(cell("7"));
    mine.choose(slots[0]!, "mine");
    mine.send("answered");
    expect(server.held.get(slots[0]!)!.content).toEqual(cell("5"));
  });

  it("shows a conflict again after a crash before the choice", () => {
    const server = new Server();
    const mine = new Person(server, "甲");
    server.edit({ id: "other", slot: slots[0]!, base: 0, content: cell("7") }, "乙");
    mine.type(slots[0]!, "5");
    mine.send("answered");
    mine.crash();
    expect(shown(mine.journal, slots[0]!)).toEqual(cell("5"));
    mine.send("answered");
    expect(mine.journal.clashes.has(slots[0]!)).toBe(true);
  });

  it("keeps what the server refused until the person types again or gives it up", () => {
    const server = new Server();
    const mine = new Person(server, "甲");
    mine.type(slots[0]!, "5");
    const { journal, edits } = batch(mine.journal, 10);
    mine.take(answered(journal, [{ id: edits[0]!.id, result: "refused", message: { zh: "已签字", en: "signed" } }]));
    expect(shown(mine.journal, slots[0]!)).toEqual(cell("5"));
    expect(mine.stored).toHaveLength(1);
    mine.take(discardRefused(mine.journal, slots[0]!));
    expect(shown(mine.journal, slots[0]!)).toEqual(emptyContent(slots[0]!));
  });

  it("drops an unsent edit that was undone", () => {
    const mine = new Person(new Server(), "甲");
    mine.type(slots[0]!, "5");
    mine.take(write(mine.journal, [{ id: "undo", slot: slots[0]!, base: 0, content: emptyContent(slots[0]!) }]));
    expect(unsaved(mine.journal)).toEqual([]);
  });
});
