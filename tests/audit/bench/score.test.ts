import { expect, test } from "vitest";
import { printScores } from "../../../bench/audit/print.ts";
import type { Phrasing } from "../../../bench/audit/phrases/phrase.ts";
import type { Auditor } from "../../../bench/audit/scoring/auditor.ts";
import { score, type Scores } from "../../../bench/audit/scoring/score.ts";

const options = { seed: 3, reports: 3, each: 2 };
const silence: Auditor = () => ({ quantities: [], findings: [] });
/** Proof of a fault in every paragraph that changed since the clean report of the same name. */
function suspicious(): Auditor {
  const first = new Map<string, string>();
  return ({ file, text, blocks }) => {
    const clean = first.get(file);
    if (clean === undefined) first.set(file, text);
    const old = new Set((clean ?? text).split("\n").map((line) => line.trim()));
    const changed = blocks.filter(({ start, end, kind }) => kind === "paragraph" && !old.has(text.slice(start, end).trim()));
    return { quantities: [], findings: changed.map(({ start, end }) => ({ code: "SUM", tier: "proof", spans: [{ start, end }] })) };
  };
}

const share = (rows: readonly { detected: boolean }[]): number => rows.filter(({ detected }) => detected).length / rows.length;

test("silence finds nothing and is wrong about nothing", () => {
  const { mutants, benign, clean, extraction } = score(silence, { ...options, phrasing: "development" });
  expect(clean).toHaveLength(3);
  expect(mutants.length).toBeGreaterThan(60);
  expect(share(mutants)).toBe(0);
  expect(benign.length).toBeGreaterThanOrEqual(mutants.length);
  expect(benign.every(({ proofs, warnings }) => proofs + warnings === 0)).toBe(true);
  expect(extraction.truth).toBeGreaterThan(200);
  expect(extraction.span).toBe(0);
});

test("who suspects every change finds the faults, and pays with false alarms and false proofs", () => {
  const { mutants, benign } = score(suspicious(), { ...options, phrasing: "heldBack" });
  const inProse = mutants.filter(({ relation, checkable }) => relation !== "table" && checkable === "text");
  expect(share(inProse)).toBe(1);
  expect(benign.filter(({ proofs }) => proofs > 0).length / benign.length).toBeGreaterThan(0.9);
  const beyondText = mutants.filter(({ checkable, relation }) => checkable !== "text" && relation !== "table");
  expect(beyondText.length).toBeGreaterThan(0);
  for (const { proofs } of beyondText) for (const { right } of proofs) expect(right).toBe(false);
});

test("findings of the clean report are not counted again on its mutants", () => {
  const grumbler: Auditor = ({ blocks: [title] }) => ({
    quantities: [],
    findings: [{ code: "OUTLINE", tier: "warning", spans: [title!] }],
  });
  const scores = score(grumbler, { ...options, phrasing: "development" });
  expect(scores.clean.every(({ warnings }) => warnings.length === 1)).toBe(true);
  expect(share(scores.mutants)).toBe(0);
  expect(scores.benign.every(({ warnings }) => warnings === 0)).toBe(true);
});

test("the unread phrasings alone leave no examples to look at; a run can be repeated", () => {
  const run = (phrasing: Phrasing): Scores => score(silence, { ...options, phrasing });
  for (const phrasing of ["development", "heldBack", "opened"] as const)
    expect(run(phrasing).examples.missed.length, phrasing).toBeGreaterThan(0);
  for (const phrasing of ["blind", "widerReserved"] as const)
    expect(run(phrasing).examples, phrasing).toEqual({ missed: [], falseAlarms: [], extraction: [] });
  expect(printScores("x", run("heldBack"), 0)).toBe(printScores("x", run("heldBack"), 0));
  expect(run("development").mutants.some(({ operator }) => operator === "baseSwap")).toBe(true);
});
