/** What is kept: until its stamp changes, for the few that were used last, and never a failure. */
import { expect, it } from "vitest";
import { Kept } from "./kept.ts";

it("makes a value once for each stamp, and shares it with those who ask meanwhile", async () => {
  const kept = new Kept<number>(2);
  let made = 0;
  const make = async (): Promise<number> => (made += 1);
  expect(await Promise.all([kept.of("a", "1", make), kept.of("a", "1", make)])).toEqual([1, 1]);
  expect(await kept.of("a", "2", make)).toBe(2);
  await kept.of("b", "2", make);
  await kept.of("a", "2", make);
  await kept.of("c", "2", make);
  expect(made).toBe(4);
  await kept.of("a", "2", make);
  expect(made).toBe(4);
  await kept.of("b", "2", make);
  expect(made).toBe(5);
});

it("keeps no failure", async () => {
  const kept = new Kept<number>(2);
  await expect(kept.of("a", "1", async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await kept.of("a", "1", async () => 7)).toBe(7);
});
