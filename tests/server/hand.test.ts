/** The process beside the server: it answers, refuses in words, and when it hangs or dies the next piece of work finds another. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { createHand } from "../../src/main/hand/hand.ts";

const folder = mkdtempSync(join(tmpdir(), "zhibao-hand-"));
const entry = join(folder, "child.mjs");
writeFileSync(
  entry,
  `process.on("message", ({ id, given: { file, bytes } }) => {
    if (file === "hang") for (;;);
    if (file === "die") process.exit(1);
    if (file === "refuse") process.send({ id, refusal: { code: "document-unreadable", zh: "不能读", en: "unreadable" } });
    else if (file === "bug") process.send({ id, error: "a bug" });
    else process.send({ id, back: { file, bytes, pid: process.pid } });
  });
  process.on("disconnect", () => process.exit());`,
);
const hand = createHand(entry, { patience: 1500, idle: 300 });
afterAll(() => {
  hand.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Back {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly pid: number;
}
const read = async (file: string): Promise<Back> =>
  (await hand.do("readDocument", { file, bytes: new Uint8Array([1, 2, 3]) })) as unknown as Back;

it("answers in order, with bytes as bytes", async () => {
  const [first, second] = await Promise.all([read("a"), read("b")]);
  expect([first.file, second.file]).toEqual(["a", "b"]);
  expect(first.pid).toBe(second.pid);
  expect([...second.bytes]).toEqual([1, 2, 3]);
});

it("hands refusals on, and bugs as errors", async () => {
  await expect(read("refuse")).rejects.toMatchObject({ code: "document-unreadable", zh: "不能读" });
  await expect(read("bug")).rejects.toThrow("a bug");
});

it("gives up on what hangs or kills its process, and goes on with the next", async () => {
  const settled = await Promise.allSettled([read("hang"), read("a"), read("die"), read("b")]);
  expect(settled.map((each) => each.status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
  expect(settled[0]).toMatchObject({ reason: { code: "too-heavy" } });
});

it("ends when idle and starts again when needed", async () => {
  const { pid } = await read("a");
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(() => process.kill(pid, 0)).toThrow();
  expect((await read("b")).pid).not.toBe(pid);
});
