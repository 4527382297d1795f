/** Row conditions filter registers and judge their rows; blanks are the delicate part. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { all, any, column, compareValues, implies, isIn, isTrue, literal, not, present, type RowCondition } from "./row.ts";
import { columnsOf, holds, judge } from "./row-condition.ts";

const pay = compareValues(column("pay"), "≥", { kind: "product", left: literal("0.8"), right: column("probationPay") });

describe("holds", () => {
  it("compares numbers as numbers and dates as text", () => {
    expect(holds(compareValues(column("n"), "<", literal(10)), { n: "9" })).toBe(true);
    expect(holds(compareValues(column("n"), "=", literal("1.50")), { n: "1.5" })).toBe(true);
    expect(holds(compareValues(column("from"), "≤", column("to")), { from: "2019-09-01", to: "2019-10-31" })).toBe(true);
  });

  it("multiplies exactly: 2000 is 80% of 2500, and 1999.99 is less", () => {
    expect(holds(pay, { pay: "2000", probationPay: "2500" })).toBe(true);
    expect(holds(pay, { pay: "1999.99", probationPay: "2500" })).toBe(false);
  });

  it("counts whole days over leap years and ends of year", () => {
    const days = (from: string, to: string, count: number): boolean =>
      holds(compareValues({ kind: "daysBetween", from: literal(from), to: literal(to) }, "=", literal(count)), {});
    expect(days("2020-02-28", "2020-03-01", 2)).toBe(true);
    expect(days("2019-12-31", "2020-01-01", 1)).toBe(true);
    expect(days("2019-03-01", "2019-09-01", 184)).toBe(true);
  });

  it("agrees with the calendar on any two days", () => {
    const day = fc.date({ min: new Date("1950-01-01T00:00:00Z"), max: new Date("2100-12-31T00:00:00Z"), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (left, right) => {
        const [from, to] = [left.toISOString().slice(0, 10), right.toISOString().slice(0, 10)];
        const count = (Date.parse(to) - Date.parse(from)) / 86_400_000;
        const condition = compareValues({ kind: "daysBetween", from: literal(from), to: literal(to) }, "=", literal(count));
        expect(holds(condition, {})).toBe(true);
      }),
    );
  });

  it("is false for blanks, in whatever way they are blank", () => {
    for (const values of [{}, { n: null }, { n: "" }, { n: " " }]) {
      expect(holds(compareValues(column("n"), "≥", literal(0)), values)).toBe(false);
      expect(holds(present("n"), values)).toBe(false);
    }
  });

  it("matches a pattern whole", () => {
    const credit: RowCondition = { kind: "matches", column: "code", pattern: "[0-9A-Z]{18}" };
    expect(holds(credit, { code: "91411000MA3X4Y5Z6A" })).toBe(true);
    expect(holds(credit, { code: "91411000MA3X4Y5Z6A1" })).toBe(false);
  });
});

describe("judge", () => {
  it("leaves a rule undecided where it hangs on a blank", () => {
    expect(judge(pay, { pay: "2000", probationPay: null })).toBe(null);
    expect(judge(implies(isTrue("night"), isIn("consent", "true")), { night: null, consent: "false" })).toBe(null);
    expect(judge(implies(isTrue("night"), present("consent")), { night: "true", consent: null })).toBe(false);
    expect(judge(implies(isTrue("night"), pay), { night: "false", pay: null })).toBe(true);
  });

  it("agrees with holds on rows without blanks", () => {
    const leaf = fc.constantFrom<RowCondition>(
      isIn("a", "1", "2"),
      isTrue("b"),
      compareValues(column("a"), "<", column("c")),
      present("a"),
    );
    const { condition } = fc.letrec<{ condition: RowCondition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("condition"), { maxLength: 3 }).map((of) => all(...of)),
        fc.array(tie("condition"), { maxLength: 3 }).map((of) => any(...of)),
        tie("condition").map(not),
      ),
    }));
    const digit = fc.constantFrom("1", "2", "3");
    const row = fc.record({ a: digit, b: fc.constantFrom("true", "false"), c: digit });
    fc.assert(fc.property(condition, row, (each, values) => judge(each, values) === holds(each, values)));
  });
});

it("names the columns of a condition once each", () => {
  expect(columnsOf(all(pay, not(present("pay")), isTrue("night")))).toEqual(["pay", "probationPay", "night"]);
});
