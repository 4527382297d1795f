/** Sessions of a moment ago are believed, and forgotten at once when something about accounts changes. */
import { expect, it } from "vitest";
import type { SignedIn } from "../../app/accounts.ts";
import { type Asked, recentSessions } from "./recent-sessions.ts";

const signedIn = { id: "1", username: "clerk" } as SignedIn;
const clerk: Asked = { signedIn, expires: new Date(Date.now() + 3_600_000) };
const still = async (): Promise<string> => "0";

it("asks once in a while, and again when told to forget", async () => {
  let [time, asked] = [0, 0];
  const recent = recentSessions(still, () => time);
  const ask = async (): Promise<Asked> => {
    asked += 1;
    return clerk;
  };
  for (let at = 0; at < 3; at += 1) expect(await recent.of("a", ask)).toBe(signedIn);
  expect(asked).toBe(1);
  time += 300_001;
  await recent.of("a", ask);
  expect(asked).toBe(2);
  recent.forget();
  await recent.of("a", ask);
  expect(asked).toBe(3);
  await recent.of("b", ask);
  expect(asked).toBe(4);
});

it("keeps no answer that was asked for before something was forgotten, and none that says nobody", async () => {
  const recent = recentSessions(still, () => 0);
  await recent.of("a", async () => {
    recent.forget();
    return clerk;
  });
  expect(await recent.of("a", async () => null)).toBeNull();
  expect(await recent.of("a", async () => clerk)).toBe(signedIn);
});

it("believes nobody beyond the end of the session", async () => {
  let time = 0;
  const recent = recentSessions(still, () => time);
  await recent.of("a", async () => ({ signedIn, expires: new Date(Date.now() + 1000) }));
  time = 1001;
  expect(await recent.of("a", async () => null)).toBeNull();
});

it("forgets when another process moved the number, looked at every two seconds by one for all", async () => {
  let [time, number, looks] = [0, 0, 0];
  const recent = recentSessions(
    async () => {
      looks += 1;
      return String(number);
    },
    () => time,
  );
  await Promise.all([recent.of("a", async () => clerk), recent.of("b", async () => clerk)]);
  expect(looks).toBe(1);
  number = 1;
  expect(await recent.of("a", async () => null)).toBe(signedIn);
  time = 2000;
  expect(await recent.of("a", async () => null)).toBeNull();
  expect(looks).toBe(2);
});

it("asks for the number again after it could not be had", async () => {
  let broken = true;
  const recent = recentSessions(
    async () => {
      if (broken) throw new Error("no store");
      return "0";
    },
    () => 0,
  );
  await expect(recent.of("a", async () => clerk)).rejects.toThrow("no store");
  broken = false;
  expect(await recent.of("a", async () => clerk)).toBe(signedIn);
});
