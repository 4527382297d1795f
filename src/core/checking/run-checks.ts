/**
 * Runs every check that concerns one organisation in one year. Silent where a value is missing, where a
 * year is the first or a series is broken: missing is never zero, and a finding always shows arithmetic.
 */
import type { Check, CheckRule } from "../definition/check.ts";
import type { Formula } from "../definition/formula.ts";
import { measure } from "../definition/formula.ts";
import { isInForce } from "../definition/ledger.ts";
import { decimalsOf } from "../formula/change.ts";
import { measuresIn } from "../formula/dependencies.ts";
import type { Evaluator } from "../formula/evaluator.ts";
import { applicableLines, meets } from "../formula/standards.ts";
import { combinations } from "../formula/total.ts";
import { ancestry, type OrganisationNode, subtree } from "../model/organisation.ts";
import { membersKey, type Selection } from "../model/selection.ts";
import { absolute, compare, divide, equals, type Exact, exact, isZero, multiply, one, subtract } from "../quantity/exact.ts";
import { round } from "../quantity/rounding.ts";
import { builtInFindings } from "./built-in.ts";
import type { Finding } from "./finding.ts";
import { formulaLine, memberText, valueText } from "./formula-line.ts";
import { placesOf } from "./places.ts";
import { type Breach, rowBreaches } from "./row-rules.ts";
import { medianAndDeviation } from "./spread.ts";
import { word } from "./wording.ts";

export function runChecks(evaluator: Evaluator, organisation: string, year: number): Finding[] {
  const node = evaluator.dataset.tree(year).nodes.get(organisation);
  if (!node) return [];
  const findings = builtInFindings(evaluator, node, year);
  for (const check of evaluator.index.knowledge.checks) findings.push(...runCheck(evaluator, check, node, year));
  return findings;
}

/** The findings of one check at one organisation; none where it does not concern its kind or year. */
export function runCheck(evaluator: Evaluator, check: Check, node: OrganisationNode, year: number): Finding[] {
  if (!isInForce(check, year) || !(check.at as readonly string[]).includes(node.kind)) return [];
  if (check.rule.kind === "rows" || check.rule.kind === "uniqueRows") return rowBreaches(evaluator, check, node.code, year).map((breach) => toFinding(evaluator, check, node.code, year, "", breach));
  return combinations(evaluator.index, check.each).flatMap((members) => {
    const selection: Selection = { organisation: node.code, members };
    const breach = breachOf(evaluator, check, check.rule, node, selection, year);
    return breach ? [toFinding(evaluator, check, node.code, year, membersKey(members), { ...breach, places: placesOf(evaluator, formulasOf(check.rule), node.code, year, members) })] : [];
  });
}

function toFinding(evaluator: Evaluator, check: Check, organisation: string, year: number, members: string, breach: Breach): Finding {
  const explanations = evaluator.dataset.filing(organisation, year)?.explanations ?? {};
  const explanation = explanations[`${check.code}#${members}`] ?? explanations[check.code] ?? null;
  return { code: check.finding, tier: check.tier, check: check.code, organisation, year, ...breach, repair: check.repair, explanation };
}

function formulasOf(rule: CheckRule): Formula[] {
  switch (rule.kind) {
    case "equal":
    case "atMost":
      return [rule.left, rule.right];
    case "between":
    case "changeWithin":
    case "outlier":
      return [rule.of];
    case "acrossLevels":
      return [rule.upper, rule.lower];
    case "standard":
      return [measure(rule.measure)];
    case "required":
      return rule.of.map((code) => measure(code));
    default:
      return [];
  }
}

type Found = Omit<Breach, "places"> | null;

function breachOf(evaluator: Evaluator, check: Check, rule: CheckRule, node: OrganisationNode, selection: Selection, year: number): Found {
  const value = (formula: Formula): Exact | null => complete(evaluator, formula, selection, year);
  const line = (formula: Formula): string => formulaLine(evaluator, formula, selection, year);
  const title = check.zh;
  switch (rule.kind) {
    case "required": {
      const blank = rule.of.filter((code) => evaluator.formula(measure(code), selection, year).status === "missing");
      const labels = blank.map((code) => `${evaluator.index.measure(code).zh}${memberText(evaluator, code, selection.members ?? {})}`).join("、");
      return blank.length === 0 ? null : { message: word("required", { label: labels, cells: blank.length }), proof: `空白：${labels}` };
    }
    case "equal":
    case "atMost": {
      const [left, right] = [value(rule.left), value(rule.right)];
      if (left === null || right === null || (rule.kind === "equal" ? equals(left, right) : compare(left, right) <= 0)) return null;
      const sides = { title, left: sideText(rule.left, left, line), right: sideText(rule.right, right, line) };
      return { message: word(rule.kind, sides), proof: `${sides.left} ${rule.kind === "equal" ? "≠" : ">"} ${sides.right}` };
    }
    case "between": {
      const found = value(rule.of);
      if (found === null) return null;
      const tooLow = rule.low !== undefined && compare(found, exact(rule.low)) < 0;
      const tooHigh = rule.high !== undefined && compare(found, exact(rule.high)) > 0;
      if (!tooLow && !tooHigh) return null;
      const text = sideText(rule.of, found, line);
      return { message: word("between", { title, value: text, low: rule.low ?? "−∞", high: rule.high ?? "＋∞" }), proof: tooLow ? `${text} < ${rule.low}` : `${text} > ${rule.high}` };
    }
    case "changeWithin":
      return changeBreach(evaluator, title, rule.of, rule.share, selection, year);
    case "outlier":
      return outlierBreach(evaluator, title, rule.of, rule.deviations, node, selection, year);
    case "acrossLevels": {
      const [own, below] = [value(rule.upper), value(rule.lower)];
      if (own === null || below === null || equals(own, below)) return null;
      return { message: word("acrossLevels", { title, own: valueText(own), below: valueText(below) }), proof: `${line(rule.upper)} ≠ ${line(rule.lower)}` };
    }
    case "standard":
      return standardBreach(evaluator, rule.measure, node, selection, year);
    case "rows":
    case "uniqueRows":
      return null;
  }
}

/** The value of a formula for which no organisation is missing. */
function complete(evaluator: Evaluator, formula: Formula, selection: Selection, year: number): Exact | null {
  const found = evaluator.formula(formula, selection, year);
  return found.missing.length === 0 ? found.value : null;
}

/** A single measure says its value; a composed formula says how it comes about too. */
function sideText(formula: Formula, value: Exact, line: (formula: Formula) => string): string {
  const simple = formula.kind === "measure" || formula.kind === "number" || formula.kind === "earlier";
  return simple ? line(formula) : `${line(formula)} = ${valueText(value)}`;
}

function changeBreach(evaluator: Evaluator, title: string, of: Formula, share: string, selection: Selection, year: number): Found {
  if (!evaluator.dataset.hasYear(year - 1) || evaluator.isBroken(measuresIn(of), selection.organisation, year - 1, year)) return null;
  const [now, before] = [complete(evaluator, of, selection, year), complete(evaluator, of, selection, year - 1)];
  if (now === null || before === null || isZero(before)) return null;
  const growth = absolute(subtract(divide(now, before), one));
  if (compare(growth, exact(share)) <= 0) return null;
  const limit = `${round(multiply(exact(share), exact(100)), 0)}%`;
  const proof = `|${valueText(now)} ÷ ${valueText(before)} − 1| = ${round(multiply(growth, exact(100)), 1)}% > ${limit}`;
  return { message: word("changeWithin", { title, before: valueText(before), now: valueText(now), limit }), proof };
}

function outlierBreach(evaluator: Evaluator, title: string, of: Formula, deviations: string, node: OrganisationNode, selection: Selection, year: number): Found {
  const own = complete(evaluator, of, selection, year);
  if (own === null) return null;
  const tree = evaluator.dataset.tree(year);
  const root = ancestry(tree, node.code).at(-1)!.code;
  const peers = subtree(tree, root).filter((peer) => peer.kind === node.kind && peer.code !== node.code);
  const values = peers.map((peer) => complete(evaluator, of, { ...selection, organisation: peer.code }, year)).filter((value) => value !== null);
  const spread = medianAndDeviation(values);
  if (!spread || isZero(spread.deviation)) return null;
  const distance = absolute(subtract(own, spread.median));
  if (compare(distance, multiply(exact(deviations), spread.deviation)) <= 0) return null;
  const [value, median, deviation] = [own, spread.median, spread.deviation].map((each) => round(each, 2));
  return { message: word("outlier", { title, value: value!, median: median!, peers: values.length }), proof: `|${value} − ${median}| > ${deviations} × ${deviation}` };
}

function standardBreach(evaluator: Evaluator, code: string, node: OrganisationNode, selection: Selection, year: number): Found {
  const value = complete(evaluator, measure(code), selection, year);
  if (value === null) return null;
  const below = applicableLines(evaluator, code, node, year).find(({ line }) => !meets(value, line));
  if (!below) return null;
  const definition = evaluator.index.measure(code);
  const printed = `${round(value, decimalsOf(definition))}${definition.unit}`;
  const { line, standard } = below;
  const [bound, crossed] = line.kind === "atLeast" ? ["不低于", "<"] : ["不高于", ">"];
  return { message: word("standard", { label: definition.zh, value: printed, line: `${bound}${line.value}${definition.unit}`, source: standard.zh }), proof: `${valueText(value)} ${crossed} ${line.value}` };
}
