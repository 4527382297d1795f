import { describe, expect, it } from "vitest";
import { csvText } from "./csv.ts";

describe("CSV", () => {
  it("begins with the mark by which Excel knows UTF-8, and quotes what needs it", () => {
    expect(csvText([["指标", "a,b", '他说"好"']])).toBe('\uFEFF指标,"a,b","他说""好"""\r\n');
  });

  it("keeps a text that looks like a formula a text, and numbers numbers", () => {
    expect(csvText([["=1+1", "-3.5", "+2%", "-x", "@a"]])).toBe("\uFEFF'=1+1,-3.5,+2%,'-x,'@a\r\n");
  });
});
