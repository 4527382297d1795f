/** Executes every worked example and every check's examples of the catalog, and proves that nothing in it dangles. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { buildExample } from "../core/checking/example.ts";
import { runCheck } from "../core/checking/run-checks.ts";
import type { Check, CheckExample } from "../core/definition/check.ts";
import type { Formula } from "../core/definition/formula.ts";
import { KnowledgeIndex } from "../core/definition/knowledge.ts";
import { isInForce } from "../core/definition/ledger.ts";
import type { RowCondition } from "../core/definition/row.ts";
import { columnsOf } from "../core/definition/row-condition.ts";
import { decimalsOf } from "../core/formula/change.ts";
import { dependencies, measuresIn } from "../core/formula/dependencies.ts";
import type { OrganisationKind } from "../core/model/organisation.ts";
import { parseMembersKey } from "../core/model/selection.ts";
import { round } from "../core/quantity/rounding.ts";
import { isUnit, unit } from "../core/quantity/unit.ts";
import { knowledge } from "./knowledge.ts";

const index = new KnowledgeIndex(knowledge);
const { dimensions, ledgers, elements, indicators, checks, standards } = knowledge;
const measures = [...elements, ...indicators];

describe.each(indicators)("indicator $code", (indicator) => {
  it(`gives ${indicator.example.gives}${indicator.unit}`, () => {
    const { inputs, gives } = indicator.example;
    const world = buildExample(index, { cells: inputs, level: levelOf(Object.keys(inputs)), year: yearOf(indicator) });
    const { value } = world.evaluator.measure(indicator.code, { organisation: world.organisation }, world.year);
    expect(value && round(value, decimalsOf(indicator))).toBe(gives);
  });
});

describe.each(checks)("check $code", (check) => {
  it("has examples of both kinds", () => {
    expect(check.passes.length).toBeGreaterThan(0);
    expect(check.fails.length).toBeGreaterThan(0);
  });

  for (const level of check.at) {
    it.each(check.passes)(`passes at ${level}: %j`, (example) => {
      expect(findingsOf(check, example, level).map((finding) => finding.proof)).toEqual([]);
    });

    it.each(check.fails)(`fails at ${level}: %j`, (example) => {
      const findings = findingsOf(check, example, level);
      expect(findings).not.toEqual([]);
      for (const finding of findings) expect(finding).toMatchObject({ code: check.finding, tier: check.tier, check: check.code, proof: expect.stringMatching(/\S/) });
    });
  }
});

// Checks that run member by member still speak of the other members, so they are left out here.
const comparing = checks.filter(({ rule, each }) => each.length === 0 && !["required", "outlier", "rows", "uniqueRows"].includes(rule.kind));

describe.each(comparing)("check $code", (check) => {
  it("is silent where an input is missing, for missing is never zero", () => {
    for (const level of check.at)
      for (const example of check.fails)
        for (const cell of Object.keys(example.cells ?? {}).filter((key) => !key.startsWith("organisations:"))) {
          const blank = { ...example, cells: { ...example.cells, [cell]: null } };
          expect(
            findingsOf(check, blank, level).map((finding) => finding.proof),
            `without ${cell} at ${level}`,
          ).toEqual([]);
        }
  });
});

function findingsOf(check: Check, example: CheckExample, level: OrganisationKind): ReturnType<typeof runCheck> {
  const { peers, ...input } = example;
  const { rule } = check;
  const of = rule.kind === "outlier" && peers ? { peers: { of: rule.of, values: peers } } : {};
  const world = buildExample(index, { ...input, ...of, level, year: example.year ?? yearOf(check) });
  return runCheck(world.evaluator, check, world.organisation, world.year);
}

/** A year in which the definition is in force: 2019 where it can be. */
function yearOf(definition: { readonly since?: number; readonly until?: number }): number {
  return Math.min(Math.max(2019, definition.since ?? 0), definition.until ?? Infinity);
}

/** The city, unless an input belongs to one organisation alone and is never added up. */
function levelOf(keys: readonly string[]): OrganisationKind {
  const own = keys.map((key) => index.elements.get(key.split(/[#@]/, 1)[0]!)).filter((element) => element?.rollUp === "own" || element?.rollUp === "none");
  const reporters = own.map((element) => index.ledgers.get(element!.ledger)!.reportedBy);
  return (["city", "county", "school"] as const).find((kind) => reporters.every((each) => each.includes(kind))) ?? "city";
}

describe("the catalog as a whole", () => {
  it("gives every code once", () => {
    for (const list of [dimensions, ledgers, measures, checks, standards]) expect(repeated(list.map((each) => each.code))).toEqual([]);
    for (const dimension of dimensions) expect(repeated(dimension.members.map((member) => member.code)), dimension.code).toEqual([]);
  });

  it("resolves every code that it uses", () => {
    const dangling: string[] = [];
    const demand = (known: boolean, what: string): void => void (known || dangling.push(what));
    const demandFormula = (formula: Formula, by: string): void => {
      for (const code of measuresIn(formula)) demand(index.elements.has(code) || index.indicators.has(code), `${by}: measure ${code}`);
    };
    const demandColumns = (ledger: string, columns: readonly string[], by: string): void => {
      const register = index.ledgers.get(ledger);
      for (const column of columns) demand(register?.kind === "register" && register.columns.some((each) => each.code === column), `${by}: column ${ledger}.${column}`);
    };
    const demandRows = (ledger: string, condition: RowCondition | undefined, by: string): void => demandColumns(ledger, condition ? columnsOf(condition) : [], by);

    for (const ledger of ledgers) {
      if (ledger.kind !== "register") continue;
      demandColumns(ledger.code, ledger.naturalKey, ledger.code);
      for (const column of ledger.columns) {
        if (column.type === "choice") demand(index.dimensions.has(column.choices ?? ""), `${ledger.code}.${column.code}: choices ${column.choices}`);
        if (column.unit !== undefined) demand(isUnit(column.unit), `${ledger.code}.${column.code}: unit ${column.unit}`);
      }
    }
    for (const element of elements) {
      demand(index.ledgers.has(element.ledger), `${element.code}: ledger ${element.ledger}`);
      for (const dimension of element.dimensions) demand(index.dimensions.has(dimension), `${element.code}: dimension ${dimension}`);
      if (!element.from) continue;
      const { aggregate, where, by, ledger } = element.from;
      if (aggregate.kind !== "count") demandColumns(ledger, [aggregate.column], element.code);
      demandRows(ledger, where, element.code);
      demandColumns(ledger, Object.values(by ?? {}), element.code);
    }
    for (const measure of measures) demand(isUnit(measure.unit), `${measure.code}: unit ${measure.unit}`);
    for (const indicator of indicators) demandFormula(indicator.formula, indicator.code);
    for (const check of checks) {
      const { rule } = check;
      for (const dimension of check.each) demand(index.dimensions.has(dimension), `${check.code}: dimension ${dimension}`);
      for (const formula of formulasOf(check)) demandFormula(formula, check.code);
      if (rule.kind === "rows") for (const condition of [rule.where, rule.holds]) demandRows(rule.ledger, condition, check.code);
      if (rule.kind === "uniqueRows") demandColumns(rule.ledger, rule.columns, check.code);
    }
    for (const standard of standards) for (const line of standard.lines) demandFormula({ kind: "measure", code: line.measure }, standard.code);
    expect(dangling).toEqual([]);
  });

  it("uses members that exist, of dimensions that the measure has", () => {
    const wrong: string[] = [];
    const visit = (formula: Formula, by: string): void => {
      if (formula.kind === "measure") {
        const element = index.elements.get(formula.code);
        for (const [dimension, member] of Object.entries(formula.members ?? {})) {
          const known = index.dimensions.get(dimension)?.members.some((each) => each.code === member);
          if (!known || (element && !element.dimensions.includes(dimension))) wrong.push(`${by}: ${formula.code}#${dimension}=${member}`);
        }
      } else for (const inner of partsOf(formula)) visit(inner, by);
    };
    for (const indicator of indicators) visit(indicator.formula, indicator.code);
    for (const check of checks) for (const formula of formulasOf(check)) visit(formula, check.code);
    for (const [by, keys] of exampleKeys())
      for (const key of keys) {
        const members = /#([^@]+)/.exec(key)?.[1] ?? "";
        for (const [dimension, member] of Object.entries(parseMembersKey(members))) if (!index.dimensions.get(dimension)?.members.some((each) => each.code === member)) wrong.push(`${by}: ${key}`);
      }
    expect(wrong).toEqual([]);
  });

  it("has no indicator that rests on itself", () => {
    for (const indicator of indicators) expect(() => dependencies(index, indicator.code)).not.toThrow();
  });

  it("labels everything in both languages and explains every indicator, source and repair", () => {
    const columns = ledgers.flatMap((ledger) => (ledger.kind === "register" ? ledger.columns : []));
    for (const each of [...dimensions, ...dimensions.flatMap((dimension) => dimension.members), ...knowledge.subjects, ...ledgers, ...columns, ...measures, ...checks, ...standards]) {
      expect(each.zh.trim(), each.code).not.toBe("");
      expect(each.en.trim(), each.code).not.toBe("");
    }
    for (const indicator of indicators) expect(indicator.note.trim(), indicator.code).not.toBe("");
    for (const indicator of indicators) if (["share", "perHead"].includes(kindOf(indicator.unit))) expect(indicator.base ?? "", `${indicator.code}: base`).not.toBe("");
    for (const check of checks) expect(check.repair.trim(), check.code).not.toBe("");
    const sources = [...ledgers, ...elements, ...indicators, ...checks, ...standards.flatMap((standard) => standard.lines)].flatMap((each) => (each.source ? [each.source] : []));
    for (const source of sources) expect(source.citation.trim()).not.toBe("");
  });

  it("names no two measures alike", () => {
    const claims = new Map<string, string[]>();
    for (const measure of measures) for (const name of new Set([measure.zh, ...measure.aliases])) claims.set(name, [...(claims.get(name) ?? []), measure.code]);
    const contested = [...claims].filter(([, codes]) => codes.length > 1).map(([name, codes]) => `${name}: ${codes.join(", ")}`);
    expect(contested).toEqual([]);
  });

  it("lists every subject that has a file", () => {
    const files = readdirSync(path.join(import.meta.dirname, "subjects")).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
    const codes = knowledge.subjects.map((subject) => subject.code);
    const stray = files.map((file) => file.replace(/\.ts$/, "")).filter((file) => !codes.some((code) => file === code || file.startsWith(`${code}-`)));
    expect(stray).toEqual([]);
    for (const code of codes) expect(files).toContain(`${code}.ts`);
  });

  it("keeps what is in force together: no formula needs an element that its year lacks", () => {
    const gaps = indicators.flatMap((indicator) => [...dependencies(index, indicator.code)].filter((code) => !isInForce(index.measure(code), yearOf(indicator))).map((code) => `${indicator.code} → ${code}`));
    expect(gaps).toEqual([]);
  });

  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(knowledge))).toEqual(knowledge);
  });
});

function repeated(codes: readonly string[]): string[] {
  return codes.filter((code, position) => codes.indexOf(code) !== position);
}

function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case "sum":
      return formula.terms;
    case "product":
      return formula.factors;
    case "difference":
      return [formula.left, formula.right];
    case "quotient":
      return [formula.numerator, formula.denominator];
    case "earlier":
      return [formula.of];
    case "measure":
    case "number":
    case "organisations":
      return [];
  }
}

function formulasOf({ rule }: Check): readonly Formula[] {
  switch (rule.kind) {
    case "equal":
    case "atMost":
      return [rule.left, rule.right];
    case "acrossLevels":
      return [rule.upper, rule.lower];
    case "between":
    case "changeWithin":
    case "outlier":
      return [rule.of];
    case "required":
      return rule.of.map((code) => ({ kind: "measure", code }));
    case "standard":
      return [{ kind: "measure", code: rule.measure }];
    case "rows":
    case "uniqueRows":
      return [];
  }
}

function exampleKeys(): (readonly [string, readonly string[]])[] {
  const worked = indicators.map((indicator) => [indicator.code, Object.keys(indicator.example.inputs)] as const);
  const checked = checks.map((check) => [check.code, [...check.passes, ...check.fails].flatMap((example) => Object.keys(example.cells ?? {}))] as const);
  return [...worked, ...checked];
}

function kindOf(symbol: string): string {
  return isUnit(symbol) ? unit(symbol).kind : "";
}
