/** Texts become tokens that no layout changes, and every token keeps its place. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align } from "../../../src/core/auditing/tie/alignment.ts";
import { numberCode, tokenAt, tokenise } from "../../../src/core/auditing/tie/tokens.ts";

const read = (text: string): string[] => {
  const tokens = tokenise(text);
  return Array.from(tokens.codes, (code, at) => (code === numberCode ? tokens.numbers[at]! : String.fromCharCode(code)));
};

const pieces = fc.array(fc.oneof(fc.constantFrom(..."专任教师在校生，。：（）％|　 \t\n1234567890.,"), fc.nat(9999).map(String)), {
  maxLength: 60,
});

describe("tokens", () => {
  it.each([
    ["教师1,941人", ["教", "师", "1941", "人"]],
    ["教师１９４１人", ["教", "师", "1941", "人"]],
    ["| 5,660 | 12.50% |", ["5660", "12.50", "%"]],
    ["1.规模 2,30", ["1", ".", "规", "模", "2", ",", "30"]],
    ["15：1", ["15", ":", "1"]],
    ["**2019**　年\u200b度", ["2019", "年", "度"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("keep their places, in order, and find them again", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        const tokens = tokenise(text);
        for (let at = 0; at < tokens.length; at += 1) {
          expect(tokens.starts[at]).toBeGreaterThanOrEqual(at === 0 ? 0 : tokens.ends[at - 1]!);
          expect(tokens.ends[at]).toBeGreaterThan(tokens.starts[at]!);
          expect(tokenAt(tokens, tokens.starts[at]!)).toBe(at);
        }
      }),
    );
  });
});

describe("alignment of any two texts", () => {
  it("pairs only like tokens, each at most once", () => {
    fc.assert(
      fc.property(pieces, pieces, fc.nat(20), (left, right, shared) => {
        const one = tokenise([...left, ...right.slice(0, shared)].join(""));
        const other = tokenise([...right, ...left.slice(shared)].join(""));
        const match = align(one, other);
        const used = [...match].filter((token) => token >= 0);
        expect(new Set(used).size).toBe(used.length);
        match.forEach((token, at) => {
          if (token >= 0) expect(other.codes[token]).toBe(one.codes[at]);
        });
      }),
    );
  });

  it("of a text with itself is the text", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const tokens = tokenise(parts.join(""));
        fc.pre(tokens.length >= 3);
        expect([...align(tokens, tokens)]).toEqual(Array.from({ length: tokens.length }, (_, at) => at));
      }),
    );
  });
});
