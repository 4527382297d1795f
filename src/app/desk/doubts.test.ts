/** Doubts worked by hand: six schools whose staff grew by a tenth, and one that doubled. */
import { describe, expect, it } from "vitest";
import type { Finding } from "../../core/checking/finding.ts";
import { Evaluator } from "../../core/formula/evaluator.ts";
import { dataset, facts, fixtureIndex, organisation } from "../../core/formula/fixture.ts";
import { exact, fraction } from "../../core/quantity/exact.ts";
import { changeText } from "./differences.ts";
import { doubtsOf, effectOf, greatest } from "./doubts.ts";
import { Peers, positionAmong, quantile } from "./peers.ts";
import { uncleanBy } from "./review-queue.ts";

const schools = ["S1", "S2", "S3", "S4", "S5", "S6", "S7"];
const organisations = [organisation("C", "city", null), ...schools.map((code) => organisation(code, "school", "C"))];

function peersOf(values: Readonly<Record<string, readonly [last: string, now: string]>>): Peers {
  const lines = Object.entries(values).flatMap(([code, [last, now]]) => [
    ...(last === "" ? [] : [`${code}/2018/t.staff=${last}`]),
    `${code}/2019/t.staff=${now}`,
  ]);
  return new Peers(new Evaluator(fixtureIndex, dataset(facts(...lines), { organisations })), 2019);
}
const tenth = (except: Readonly<Record<string, readonly [string, string]>> = {}) =>
  peersOf({ ...Object.fromEntries(schools.map((code) => [code, ["100", "110"] as const])), ...except });
const node = (peers: Peers, code: string) => peers.evaluator.dataset.tree(2019).nodes.get(code)!;
const named = (code: string): Finding => ({
  code: "RANGE",
  tier: "warning",
  check: "t",
  organisation: code,
  year: 2019,
  message: { zh: "", en: "" },
  proof: "",
  places: [{ organisation: code, year: 2019, ledger: "t.form", cell: "t.staff" }],
  repair: "",
  explanation: null,
});

describe("doubts", () => {
  it("arise from a change unlike the peers', as a share of the total", () => {
    // Expected 100 × 1.1 = 110; 200 − 110 = 90 of 6 × 110 + 200 = 860.
    const peers = tenth({ S7: ["100", "200"] });
    const doubts = doubtsOf(peers, "C", node(peers, "S7"), []);
    expect(doubts).toEqual([{ element: "t.staff", cell: "t.staff", value: exact(200), expected: exact(110), share: fraction(90n, 860n) }]);
    expect(effectOf(doubts)).toEqual(fraction(90n, 860n));
    expect(greatest(doubts)?.cell).toBe("t.staff");
  });

  it("do not arise from a change like the peers', beside one that a finding names", () => {
    const peers = tenth({ S7: ["100", "112"] });
    expect(doubtsOf(peers, "C", node(peers, "S7"), [])).toEqual([]);
    expect(doubtsOf(peers, "C", node(peers, "S7"), [named("S7")]).map(({ share }) => share)).toEqual([fraction(2n, 772n)]);
    expect(doubtsOf(peers, "C", node(peers, "S7"), [named("S6")])).toEqual([]);
  });

  it("do not arise from small counts, whose changes say little", () => {
    const small = peersOf(Object.fromEntries(schools.map((code) => [code, ["4", code === "S7" ? "7" : "4"] as const])));
    expect(doubtsOf(small, "C", node(small, "S7"), [])).toEqual([]);
  });

  it("rest on last year alone below five peers, and on nothing without a last year", () => {
    const few = peersOf({ S1: ["100", "110"], S7: ["100", "200"] });
    expect(doubtsOf(few, "C", node(few, "S7"), [])).toEqual([]);
    expect(doubtsOf(few, "C", node(few, "S7"), [named("S7")])[0]).toMatchObject({ expected: exact(100), share: fraction(100n, 310n) });
    const first = tenth({ S7: ["", "200"] });
    expect(doubtsOf(first, "C", node(first, "S7"), [named("S7")])[0]).toMatchObject({ expected: exact(0), share: fraction(200n, 860n) });
  });

  it("are none for whoever has nothing below: a school learns nothing of the total", () => {
    const peers = tenth({ S7: ["100", "200"] });
    expect(doubtsOf(peers, "S7", node(peers, "S7"), [named("S7")])).toEqual([]);
  });
});

describe("what keeps a return from being accepted in bulk", () => {
  const explained: Finding = { ...named("S7"), explanation: "新校区启用" };
  it("is any finding, explained or not, any open remark, and any figure unlike its peers'", () => {
    const doubts = doubtsOf(tenth({ S7: ["100", "200"] }), "C", node(tenth(), "S7"), []);
    expect(uncleanBy([], [], 0)).toEqual([]);
    expect(uncleanBy([{ ...named("S7"), tier: "note" }], [], 0)).toEqual([]);
    expect(uncleanBy([explained], [], 0)).toEqual(["explained"]);
    expect(uncleanBy([explained, named("S7"), { ...named("S7"), tier: "proof" }], doubts, 2)).toEqual([
      "proofs",
      "warnings",
      "explained",
      "remarks",
      "effect",
    ]);
  });
});

describe("peers", () => {
  it("show quartiles from five others on, and nothing below", () => {
    const six = peersOf({ S1: ["1", "10"], S2: ["1", "20"], S3: ["1", "30"], S4: ["1", "40"], S5: ["1", "50"], S7: ["1", "90"] });
    expect(six.quartiles(node(six, "S7"), "t.staff", "t.staff")).toEqual({ low: exact(20), median: exact(30), high: exact(40), count: 5 });
    expect(six.quartiles(node(six, "S1"), "t.staff", "t.staff")?.count).toBe(5);
    const five = peersOf({ S1: ["1", "10"], S2: ["1", "20"], S3: ["1", "30"], S4: ["1", "40"], S7: ["1", "90"] });
    expect(five.quartiles(node(five, "S7"), "t.staff", "t.staff")).toBe(null);
  });

  it("take a quartile between two neighbours in proportion", () => {
    expect(quantile([1, 2, 3, 4].map(exact), 1n)).toEqual(fraction(7n, 4n));
    expect(quantile([exact(5)], 3n)).toEqual(exact(5));
  });

  it("hold a value outside when it is further than one and a half distances from the quartiles", () => {
    const quartiles = { low: exact(20), median: exact(30), high: exact(40), count: 5 };
    expect([-11, -10, 70, 71].map((value) => positionAmong(exact(value), quartiles))).toEqual(["low", "within", "within", "high"]);
  });
});

describe("a change against last year", () => {
  it.each([
    ["112.4", "100", "+12.4%"],
    ["88", "100", "−12.0%"],
    ["100", "100", "0"],
    ["25", "4", "+21"],
    ["3", "4", "−1"],
    ["3", "0", "+3"],
  ])("%s after %s is %s", (now, last, text) => {
    expect(changeText(exact(now), exact(last))).toBe(text);
  });
  it("is not stated without a last year", () => expect(changeText(exact(3), null)).toBe(""));
});
