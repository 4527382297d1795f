/** On Windows a file that another program holds for a moment is waited for, and one that it keeps is named. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { putInPlace } from "./rename.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const failing = (code: string, times: number) => {
  let left = times;
  return vi.fn(async () => {
    if ((left -= 1) >= 0) throw Object.assign(new Error(code), { code });
  });
};

it("waits for what is held for a moment", async () => {
  const move = failing("EPERM", 3);
  const done = putInPlace("a.part", "a", move, true);
  await vi.runAllTimersAsync();
  await done;
  expect(move).toHaveBeenCalledTimes(4);
});

it("names what stays open", async () => {
  const done = expect(putInPlace("a.part", "报告.docx", failing("EBUSY", 99), true)).rejects.toThrow("报告.docx 正被其他程序打开");
  await vi.runAllTimersAsync();
  await done;
});

it("hands on every other error at once, and every error elsewhere", async () => {
  await expect(putInPlace("a", "b", failing("ENOSPC", 1), true)).rejects.toThrow("ENOSPC");
  await expect(putInPlace("a", "b", failing("EPERM", 1), false)).rejects.toThrow("EPERM");
});
