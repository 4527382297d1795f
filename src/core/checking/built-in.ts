/** Checks that follow from an element's own definition: what is required is filled, counts are whole and not negative. */
import type { Element } from "../definition/element.ts";
import { isInForce, type Ledger } from "../definition/ledger.ts";
import type { Evaluator } from "../formula/evaluator.ts";
import { combinations } from "../formula/total.ts";
import type { Fact } from "../model/fact.ts";
import type { OrganisationNode } from "../model/organisation.ts";
import { cellKey } from "../model/return.ts";
import { membersKey } from "../model/selection.ts";
import { exact, isInteger } from "../quantity/exact.ts";
import { isWhole, unit } from "../quantity/unit.ts";
import type { Finding, FindingPlace } from "./finding.ts";
import { memberText } from "./formula-line.ts";
import { word } from "./wording.ts";

export function builtInFindings(evaluator: Evaluator, node: OrganisationNode, year: number): Finding[] {
  const findings: Finding[] = [];
  for (const ledger of evaluator.index.knowledge.ledgers) {
    if (!isInForce(ledger, year) || !(ledger.reportedBy as readonly string[]).includes(node.kind) || ledger.kind === "material") continue;
    const elements = (evaluator.index.elementsByLedger.get(ledger.code) ?? []).filter((element) => isInForce(element, year));
    const filed = isFiled(evaluator, ledger, elements, node.code, year);
    if (!filed) findings.push(ledgerMissing(evaluator, ledger, node.code, year));
    else if (ledger.kind === "form") for (const element of elements) findings.push(...elementFindings(evaluator, element, node.code, year));
  }
  return findings;
}

function isFiled(evaluator: Evaluator, ledger: Ledger, elements: readonly Element[], organisation: string, year: number): boolean {
  const { dataset } = evaluator;
  if (ledger.kind === "register") return dataset.filing(organisation, year)?.registers[ledger.code] !== undefined || elements.some((element) => dataset.facts(element.code, organisation, year).length > 0);
  return elements.length === 0 || elements.some((element) => dataset.facts(element.code, organisation, year).length > 0);
}

function ledgerMissing(evaluator: Evaluator, ledger: Ledger, organisation: string, year: number): Finding {
  return finding(evaluator, "warning", "OUTLINE", `${ledger.code}.filed`, organisation, year, word("ledger-missing", { ledger: ledger.zh }), "0 格", [{ organisation, year, ledger: ledger.code }], `填报“${ledger.zh}”；确无此项时填“—”或保留空的登记表`);
}

function elementFindings(evaluator: Evaluator, element: Element, organisation: string, year: number): Finding[] {
  const facts = evaluator.dataset.facts(element.code, organisation, year);
  const findings: Finding[] = [];
  const blank = element.required ? blankCells(evaluator, element, facts) : [];
  if (blank.length > 0) {
    const places = blank.map((cell): FindingPlace => ({ organisation, year, ledger: element.ledger, cell }));
    findings.push(finding(evaluator, "warning", "OUTLINE", `${element.code}.required`, organisation, year, word("required", { label: element.zh, cells: blank.length }), `空白 ${blank.length} 格`, places, "填写数值；没有填 0，不适用填“—”"));
  }
  for (const fact of facts) {
    if (fact.value === null) continue;
    const place: FindingPlace = { organisation, year, ledger: element.ledger, cell: cellKey(element.code, membersKey(fact.members)), origin: fact.origin };
    const label = `${element.zh}${memberText(evaluator, element.code, fact.members)}`;
    const value = exact(fact.value);
    if (value.numerator < 0n) findings.push(finding(evaluator, "proof", "RANGE", `${element.code}.negative`, organisation, year, word("negative", { label, value: fact.value }), `${fact.value} < 0`, [place], "填写不小于 0 的数"));
    if (isWhole(unit(element.unit)) && !isInteger(value))
      findings.push(finding(evaluator, "proof", "RANGE", `${element.code}.whole`, organisation, year, word("fraction", { label, value: fact.value, unit: element.unit }), `${fact.value} 不是整数`, [place], "填写整数"));
  }
  return findings;
}

function blankCells(evaluator: Evaluator, element: Element, facts: readonly Fact[]): string[] {
  const filled = new Set(facts.filter((fact) => fact.status !== "missing").map((fact) => membersKey(fact.members)));
  return combinations(evaluator.index, element.dimensions).map(membersKey).filter((key) => !filled.has(key)).map((key) => cellKey(element.code, key));
}

function finding(
  evaluator: Evaluator,
  tier: Finding["tier"],
  code: Finding["code"],
  check: string,
  organisation: string,
  year: number,
  message: Finding["message"],
  proof: string,
  places: readonly FindingPlace[],
  repair: string,
): Finding {
  const explanation = evaluator.dataset.filing(organisation, year)?.explanations[check] ?? null;
  return { code, tier, check, organisation, year, message, proof, places, repair, explanation };
}
