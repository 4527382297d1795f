/** Sessions of a moment ago are believed, and forgotten at once when something about accounts changes. */
import { expect, it } from "vitest";
import type { SignedIn } from "../../app/accounts.ts";
import { recentSessions } from "./recent-sessions.ts";

const clerk = { id: "1", username: "clerk" } as SignedIn;

it("asks once in a while, and again when told to forget", async () => {
  let [time, asked] = [0, 0];
  const recent = recentSessions(() => time);
  const ask = async (): Promise<SignedIn> => {
    asked += 1;
    return clerk;
  };
  for (let at = 0; at < 3; at += 1) expect(await recent.of("a", ask)).toBe(clerk);
  expect(asked).toBe(1);
  time += 5_001;
  await recent.of("a", ask);
  expect(asked).toBe(2);
  recent.forget();
  await recent.of("a", ask);
  expect(asked).toBe(3);
  await recent.of("b", ask);
  expect(asked).toBe(4);
});

it("keeps no answer that was asked for before something was forgotten, and none that says nobody", async () => {
  const recent = recentSessions(() => 0);
  await recent.of("a", async () => {
    recent.forget();
    return clerk;
  });
  expect(await recent.of("a", async () => null)).toBeNull();
  expect(await recent.of("a", async () => clerk)).toBe(clerk);
});
