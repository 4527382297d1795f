/** Runs every check of the catalog, and those that follow from its definitions, over one organisation in one year. */
import type { Check } from "../definition/check.ts";
import { isInForce } from "../definition/ledger.ts";
import type { Evaluator } from "../formula/evaluator.ts";
import { combinations } from "../formula/total.ts";
import type { Members } from "../model/selection.ts";
import { completeness } from "./completeness.ts";
import { type Context, type Fault, finding } from "./context.ts";
import type { Finding } from "./finding.ts";
import { acrossLevels, between, changeWithin, compareSides, standardLines } from "./formula-rules.ts";
import { message } from "./messages.ts";
import { outlier } from "./outlier.ts";
import { rows, uniqueRows } from "./rows.ts";

/** Rules that look at other organisations: whoever has only the own figures (a browser) cannot run them. */
const besideOthers: readonly Check["rule"]["kind"][] = ["outlier", "acrossLevels"];

/**
 * Findings of one organisation, in catalog order: those from the definitions first. Empty for an
 * organisation that does not stand in the tree of `year`.
 * @param of "others": only the checks that look at other organisations.
 */
export function runChecks(evaluator: Evaluator, organisation: string, year: number, of: "all" | "others" = "all"): Finding[] {
  const context = contextOf(evaluator, organisation, year);
  if (!context) return [];
  const { checks } = evaluator.index.knowledge;
  if (of === "others") return checks.filter((check) => besideOthers.includes(check.rule.kind)).flatMap((check) => runKept(context, check));
  return [...kept(context, "definitions", () => completeness(context)), ...checks.flatMap((check) => runKept(context, check))];
}

/** All but comparisons with peers follow from what the organisation and those below it filed, and are worked out once for that. */
function runKept(context: Context, check: Check): readonly Finding[] {
  return check.rule.kind === "outlier" ? runIn(context, check) : kept(context, check, () => runIn(context, check));
}

type Source = Check | "definitions";
const known = new WeakMap<object, Map<number, Map<Source, readonly Finding[]>>>();

function kept({ evaluator, node, year }: Context, source: Source, find: () => Finding[]): readonly Finding[] {
  const memory = evaluator.memory(node.code);
  let byYear = known.get(memory);
  if (!byYear) known.set(memory, (byYear = new Map()));
  let bySource = byYear.get(year);
  if (!bySource) byYear.set(year, (bySource = new Map()));
  let found = bySource.get(source);
  if (!found) bySource.set(source, (found = find()));
  return found;
}

/** Findings of one check of the catalog. */
export function runCheck(evaluator: Evaluator, check: Check, organisation: string, year: number): Finding[] {
  const context = contextOf(evaluator, organisation, year);
  return context ? runIn(context, check) : [];
}

function contextOf(evaluator: Evaluator, organisation: string, year: number): Context | null {
  const node = evaluator.dataset.tree(year).nodes.get(organisation);
  return node ? { evaluator, node, year, filing: evaluator.dataset.filing(organisation, year) } : null;
}

function runIn(context: Context, check: Check): Finding[] {
  if (!isInForce(check, context.year) || !(check.at as readonly string[]).includes(context.node.kind)) return [];
  const cells = combinations(context.evaluator.index, check.each);
  return cells.flatMap((members) => faultsOf(context, check, members)).map((fault) => finding(context, check, fault));
}

function faultsOf(context: Context, check: Check, members: Members): Fault[] {
  const { rule } = check;
  switch (rule.kind) {
    case "equal":
    case "atMost":
      return compareSides(context, check, rule, members);
    case "acrossLevels":
      return acrossLevels(context, check, rule, members);
    case "between":
      return between(context, check, rule, members);
    case "changeWithin":
      return changeWithin(context, check, rule, members);
    case "outlier":
      return outlier(context, check, rule, members);
    case "standard":
      return standardLines(context, rule, members);
    case "rows":
      return rows(context, check, rule);
    case "uniqueRows":
      return uniqueRows(context, check, rule);
    case "required":
      return missingMeasures(context, rule.of, members);
  }
}

/** Measures that a check demands although their cells may be left blank. */
function missingMeasures(context: Context, codes: readonly string[], members: Members): Fault[] {
  const { evaluator, node, year } = context;
  return codes.flatMap((code) => {
    const own = evaluator.formula(
      { kind: "measure", code },
      Object.keys(members).length > 0 ? { organisation: node.code, members } : { organisation: node.code },
      year,
    );
    if (own.status !== "missing" || own.missing.length === 0) return [];
    const measure = evaluator.index.measure(code);
    const place = { organisation: node.code, year, ledger: evaluator.index.elements.get(code)?.ledger ?? "", cell: code };
    return [{ message: message("missingCells", { measure, cells: "" }), proof: `${measure.zh}：空`, places: [place], members }];
  });
}
