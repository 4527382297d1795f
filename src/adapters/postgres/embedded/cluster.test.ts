/** What initdb ends with is told so that somebody can do something about it. */
import { expect, it } from "vitest";
import { reasonOf } from "./cluster.ts";

it("names the library that Windows lacks, and else what the program said last", () => {
  expect(reasonOf(0xc0000135, "", "C:\\zhibao\\data")).toContain("Visual C++ 2015–2022 运行库");
  expect(reasonOf(3221225477, "running bootstrap script ... ", "C:\\zhibao\\data")).toContain("Visual C++");
  expect(reasonOf(1, "one\ntwo\nthree\nfour\n", "/data")).toBe("two three four");
});
