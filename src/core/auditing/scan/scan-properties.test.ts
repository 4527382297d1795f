/** What holds of every text: spans are places of the text in order, whatever we write is read back, and length costs only time in proportion. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeNumeral } from "../../language/numeral.ts";
import { compare, type Exact, exact, multiply } from "../../quantity/exact.ts";
import { contains } from "../../quantity/interval.ts";
import { digits, styleOf } from "../../reporting/printed.ts";
import { scanQuantities } from "./scan.ts";

/** Pieces of which every rule of the scanner knows at least one. */
const pieces = fc.constantFrom(
  ..."0 1 9 2019 3.5 1,234 . , ： : 年 月 日 万 亿 百 余 多 约 近 超过 以上 左右 % ‰ 个百分点 人 名 所 个 三 两 十 廿 第 〔 〕 号 （ ） - — ～ 至 一 成 翻番 分之 倍 表 www. @ + X \n 、 。 ＿ \u3000".split(
    " ",
  ),
  " ",
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((each) => each.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
);

describe("every text", () => {
  it("keeps two addresses that touch apart", () => {
    expect(scanQuantities("www.1,234@").notQuantities.map(({ text, why }) => [text, why])).toEqual([
      ["www.1", "address"],
      [",234@", "address"],
    ]);
  });

  it("is read without a throw into spans that lie in it, in order and apart", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { quantities, notQuantities } = scanQuantities(text);
        const spans = [...quantities, ...notQuantities].sort((left, right) => left.start - right.start);
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).toBe(span.text);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        for (const list of [quantities, notQuantities]) {
          const starts = list.map((each) => each.start);
          expect(starts).toEqual([...starts].sort((left, right) => left - right));
        }
        for (const each of quantities) {
          expect(each.digits.start).toBeGreaterThanOrEqual(each.start);
          expect(each.digits.end).toBeLessThanOrEqual(each.end);
          expect(compare(each.step, exact(0))).toBe(1);
        }
      }),
      { numRuns: 800, examples: [["1:1,234@"]] },
    );
  });

  it("leaves no digit unread", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { quantities, notQuantities } = scanQuantities(text);
        const read = [...quantities, ...notQuantities];
        for (const hit of text.matchAll(/[0-9]/g)) expect(read.some((span) => span.start <= hit.index && hit.index < span.end)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

const integers = fc.integer({ min: 1, max: 9_999_999 });
const only = (text: string): ReturnType<typeof scanQuantities>["quantities"][number] => {
  const { quantities } = scanQuantities(text);
  expect(quantities).toHaveLength(1);
  return quantities[0]!;
};

describe("what our writer prints", () => {
  it("is read back in the unit of every kind of measure", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("人", "所", "册", "元", "平方米", "%", "台", "个", "家", "项", "人次"),
        fc.integer({ min: 0, max: 999_999_999 }),
        (symbol, thousandths) => {
          const style = styleOf({ unit: symbol });
          const whole = style.of.kind === "count";
          const value: Exact = whole ? exact(thousandths) : { numerator: BigInt(thousandths), denominator: 1000n };
          const printed = digits(value, style);
          const { unit, interval, value: found } = only(`其中用于此项的有${printed}${style.spoken}，列入统计。`);
          expect(unit).toBe(symbol);
          // 100% stands for all of a whole; everything else is rounded to the places that are printed.
          expect(compare(found, multiply(exact(printed), exact(style.scale)))).toBe(0);
          expect(contains(interval, value)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("is read back as a Chinese numeral", () => {
    fc.assert(
      fc.property(integers, (value) => {
        const quantity = only(`全市共有${writeNumeral(value)}人。`);
        expect(compare(quantity.value, exact(value))).toBe(0);
        expect(quantity.unit).toBe("人");
      }),
      { numRuns: 400 },
    );
  });

  it("is the same number grouped by commas, in full width or behind a hedge", () => {
    fc.assert(
      fc.property(integers, (value) => {
        const plain = String(value);
        const wide = plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        for (const form of [
          plain,
          plain.replace(/\B(?=(?:\d{3})+$)/g, ","),
          wide,
          `近${plain}`,
          `约${plain}`,
          `超过${plain}`,
          `${plain}余`,
        ])
          expect(compare(only(`全市共有${form}人。`).value, exact(value))).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it("keeps the exact value out of a strict hedge and within a loose one", () => {
    fc.assert(
      fc.property(integers, (value) => {
        const within = (text: string): boolean => contains(only(`共有${text}。`).interval, exact(value));
        expect([within(`近${value}人`), within(`${value}余人`), within(`超过${value}人`), within(`不足${value}人`)]).toEqual([
          false,
          false,
          false,
          false,
        ]);
        expect([within(`约${value}人`), within(`${value}人以上`), within(`至多${value}人`), within(`${value}人`)]).toEqual([
          true,
          true,
          true,
          true,
        ]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("hostile texts", () => {
  const length = 3000;
  const fill = (piece: string): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const pieceList = [
    "9",
    "1.",
    "1,234",
    "12 ",
    "一百二十三万",
    "万",
    "2019年",
    "1:",
    "三分之",
    "-—～",
    "@",
    "www.",
    "（1）",
    "近约",
    "第",
    "1+",
    "%％‰",
  ];

  it.each(pieceList)("cost eight times the time for eight times %j", (piece) => {
    const text = fill(piece);
    const time = (subject: string, runs: number): number => {
      let best = Infinity;
      for (let run = 0; run < runs; run += 1) {
        const start = process.cpuUsage().user / 1000;
        scanQuantities(subject);
        best = Math.min(best, process.cpuUsage().user / 1000 - start);
      }
      return best;
    };
    time(text, 2);
    const [once, eight] = [time(text, 5), time(text.repeat(8), 3)];
    expect(eight).toBeLessThan(40 * once + 60);
  });
});
