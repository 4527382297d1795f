import fc from "fast-check";
import { expect, test } from "vitest";
import { numeralsOf } from "./numerals.ts";

const texts = (text: string): string[] => numeralsOf(text).map((numeral) => numeral.text);

test("finds Arabic numerals with points, groups, scales and signs of per cent, in both widths", () => {
  expect(texts("专任教师1941人，占47.5%；图书851,713册，经费1.2万元，４１９名，７５．７％")).toEqual([
    "1941",
    "47.5%",
    "851,713",
    "1.2万",
    "４１９",
    "７５．７％",
  ]);
});

test("a comma between two figures joins nothing", () => {
  expect(texts("有12,13和1，234，56")).toEqual(["12", "13", "1，234", "56"]);
  expect(texts("2019,12345")).toEqual(["2019", "12345"]);
});

test("a full stop behind a figure is no point", () => {
  expect(texts("1. 规模 2.结构 3.5万 4..5")).toEqual(["1", "2", "3.5万", "4", "5"]);
});

test("finds Chinese numerals, fractions and 两, 半, 廿", () => {
  expect(texts("两所学校，廿五人，三点五倍，百分之二十，三分之一，半年，一千二百余人，百分之30.5")).toEqual([
    "两",
    "廿五",
    "三点五",
    "百分之二十",
    "三分之一",
    "半",
    "一千二百",
    "百分之30.5",
  ]);
});

test("leaves out signs inside words that count nothing, and tells them on request", () => {
  expect(texts("统一部署，一般不少于两次，十分重视，进一步加强，之一")).toEqual(["两"]);
  expect(numeralsOf("统一部署", { words: true })).toEqual([{ start: 1, end: 2, text: "一", kind: "word" }]);
  expect(texts("提高2.5个百分点，百分比为百分之五")).toEqual(["2.5", "百分之五"]);
  expect(texts("十分之一")).toEqual(["十分之一"]);
  expect(texts("一、基本情况（二）")).toEqual(["一", "二"]);
});

test("numerals stand where they say, in order and apart, and every digit is in one", () => {
  const letter = fc.constantFrom(..."0019５.,，。点分之百万一两半人%％统十 \n");
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 60 }), (letters) => {
      const text = letters.join("");
      let last = 0;
      const covered = new Set<number>();
      for (const { start, end, text: found } of numeralsOf(text, { words: true })) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toBe(found);
        last = end;
        for (let at = start; at < end; at += 1) covered.add(at);
      }
      [...text].forEach((sign, at) => {
        if (/[0-9５百万一两半十]/.test(sign)) expect(covered.has(at)).toBe(true);
      });
    }),
  );
});

test("is linear: a hundred thousand signs take well under a second", () => {
  const start = process.cpuUsage();
  for (const sign of ["1", "一", "1,", "一点", "分之", "统一"]) numeralsOf(sign.repeat(100_000));
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
});
