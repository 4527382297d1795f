/** Saves that come together are written together, never two of one return at once, and one that fails takes no other with it. */
import { expect, it } from "vitest";
import type { EditRequest } from "../../../app/desk/desk.ts";
import { EditQueue, type Outcome, type Waiting } from "./edit-queue.ts";

interface Written {
  readonly items: readonly Waiting[];
  readonly patient: boolean;
  answer(...outcomes: Outcome[]): void;
  fail(error: unknown): void;
}

const request = (organisation: string, slots = 1): EditRequest<string> => ({
  organisation,
  year: 2019,
  slots: Array.from({ length: slots }, (_, at) => `form/t/${at}`),
  edits: [],
  decide: () => ({ answer: "", batch: null }),
});
const answer = (text: string): Outcome => ({ kind: "answer", answer: text });
const statementError = Object.assign(new Error("violates"), { code: "42501" });

/** A queue whose transactions the test ends; `written` grows as they begin. */
function opened(): { queue: EditQueue; written: Written[] } {
  const written: Written[] = [];
  const queue = new EditQueue(
    (items, patient) =>
      new Promise((resolve, reject) => written.push({ items, patient, answer: (...outcomes) => resolve(outcomes), fail: reject })),
  );
  return { queue, written };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const organisations = ({ items }: Written): string[] => items.map((item) => item.request.organisation);

it("takes all who came meanwhile into the next transaction, and leaves a return in hand alone", async () => {
  const { queue, written } = opened();
  const first = queue.add("A", request("A"));
  const second = queue.add("B", request("B"));
  const rest = ["A", "C", "D", "C"].map((code) => queue.add(code, request(code)));
  expect(written.map(organisations)).toEqual([["A"], ["B"]]);
  written[1]!.answer(answer("b"));
  expect(await second).toBe("b");
  expect(organisations(written[2]!)).toEqual(["C", "D", "C"]);
  written[0]!.answer(answer("a"));
  expect(await first).toBe("a");
  expect(organisations(written[3]!)).toEqual(["A"]);
  written[2]!.answer(answer("c"), answer("d"), answer("c2"));
  written[3]!.answer(answer("a2"));
  expect(await Promise.all(rest)).toEqual(["a2", "c", "d", "c2"]);
});

it("never mixes scopes on one return, nor overtakes there", async () => {
  const { queue, written } = opened();
  const all = [queue.add("A", request("A")), queue.add("B", request("B"))];
  all.push(queue.add("A", request("C")), queue.add("city", request("C")), queue.add("A", request("C")));
  written[0]!.answer(answer(""));
  await all[0];
  expect(written[2]!.items.map((item) => item.scope)).toEqual(["A"]);
  written[2]!.answer(answer(""));
  await all[2];
  expect(written[3]!.items.map((item) => item.scope)).toEqual(["city"]);
  for (const each of written) each.answer(answer(""));
  await all[3];
  written[4]!.answer(answer("last"));
  expect(await all[4]).toBe("last");
});

it("writes each by itself when a statement fails, so that only the guilty one hears of it", async () => {
  const { queue, written } = opened();
  const before = [queue.add("X", request("X")), queue.add("Y", request("Y"))];
  const [good, bad] = [queue.add("A", request("A")), queue.add("B", request("B"))];
  written[0]!.answer(answer(""));
  await before[0];
  written[2]!.fail(statementError);
  await settled();
  expect(written.slice(3).map((each) => [organisations(each), each.patient])).toEqual([
    [["A"], true],
    [["B"], true],
  ]);
  written[3]!.answer(answer("saved"));
  written[4]!.fail(statementError);
  expect(await good).toBe("saved");
  await expect(bad).rejects.toBe(statementError);
});

it("tells everybody when the connection is lost, for nobody knows what was written", async () => {
  const { queue, written } = opened();
  const before = queue.add("X", request("X"));
  const other = queue.add("Y", request("Y"));
  const both = [queue.add("A", request("A")), queue.add("B", request("B"))];
  written[0]!.answer(answer(""));
  await before;
  written[2]!.fail(new Error("Connection terminated unexpectedly"));
  for (const each of both) await expect(each).rejects.toThrow("terminated");
  written[1]!.answer(answer(""));
  await other;
});

it("waits by itself for a return that somebody else holds, and holds up no other", async () => {
  const { queue, written } = opened();
  const held = queue.add("A", request("A"));
  written[0]!.answer({ kind: "held" });
  await settled();
  expect([organisations(written[1]!), written[1]!.patient]).toEqual([["A"], true]);
  const next = queue.add("A", request("A"));
  const other = queue.add("B", request("B"));
  expect(organisations(written[2]!)).toEqual(["B"]);
  written[2]!.answer(answer("b"));
  written[1]!.answer(answer("a"));
  expect(await Promise.all([held, other])).toEqual(["a", "b"]);
  await settled();
  expect(organisations(written[3]!)).toEqual(["A"]);
  written[3]!.answer(answer("next"));
  expect(await next).toBe("next");
});

it("writes a whole register by itself and as many saves together as fit", async () => {
  const { queue, written } = opened();
  const all = [queue.add("R", request("R", 5000)), queue.add("X", request("X")), queue.add("Y", request("Y"))];
  expect(written.map((each) => [organisations(each), each.patient])).toEqual([
    [["R"], true],
    [["X"], false],
    [["Y"], false],
  ]);
  all.push(...["A", "B", "C", "D", "E"].map((code) => queue.add(code, request(code, 350))));
  written[1]!.answer(answer(""));
  await all[1];
  expect(organisations(written[3]!)).toEqual(["A", "B", "C", "D"]);
  for (const each of written) each.answer(...each.items.map(() => answer("")));
  await Promise.all(all.slice(0, 7));
  written[4]!.answer(answer("e"));
  expect(await all[7]).toBe("e");
});
