/** Checks that follow from the definitions alone: what an organisation owes is filed, and each value has its type. */
import type { Element } from "../definition/element.ts";
import { isInForce, type Column, type Ledger, type RegisterLedger } from "../definition/ledger.ts";
import { combinations } from "../formula/total.ts";
import type { Fact } from "../model/fact.ts";
import { cellKey } from "../model/return.ts";
import { type Members, membersKey } from "../model/selection.ts";
import { compare, exact, isDecimalText, isInteger, zero } from "../quantity/exact.ts";
import { isWhole, unit } from "../quantity/unit.ts";
import { type Context, finding } from "./context.ts";
import type { Finding, FindingPlace } from "./finding.ts";
import { measureLabel, membersLabel } from "./labels.ts";
import { message, type Title } from "./messages.ts";
import { columnTitle, placeOf, rowLabel, rowsOf } from "./rows.ts";

/** What is missing or of the wrong type in the ledgers that the organisation owes. */
export function completeness(context: Context): Finding[] {
  const { index } = context.evaluator;
  const owed = index.knowledge.ledgers.filter(
    (ledger) => isInForce(ledger, context.year) && (ledger.reportedBy as readonly string[]).includes(context.node.kind),
  );
  if (owed.length === 0) return [];
  if (!context.filing && !owed.some((ledger) => elementsOf(context, ledger).some((element) => factsOf(context, element).length > 0)))
    return [
      finding(
        context,
        { code: "required", finding: "OUTLINE", tier: "warning", repair: "下载本单位的填报表，填好后导入。" },
        {
          message: message("nothingFiled", { year: String(context.year) }),
          proof: `应报${owed.length}个台账，已报0个`,
          places: owed.map((ledger) => ({ organisation: context.node.code, year: context.year, ledger: ledger.code })),
        },
      ),
    ];
  return owed.flatMap((ledger) =>
    ledger.kind === "form" ? formFindings(context, ledger) : ledger.kind === "register" ? registerFindings(context, ledger) : [],
  );
}

/** Elements of a ledger that are typed in and in force. */
function elementsOf(context: Context, ledger: Ledger): Element[] {
  return (context.evaluator.index.elementsByLedger.get(ledger.code) ?? []).filter((element) => isInForce(element, context.year));
}

function factsOf(context: Context, element: Element): readonly Fact[] {
  return context.evaluator.dataset.facts(element.code, context.node.code, context.year);
}

function formFindings(context: Context, ledger: Ledger): Finding[] {
  const elements = elementsOf(context, ledger);
  if (
    elements.some((element) => element.required) &&
    elements.every((element) => factsOf(context, element).every((fact) => fact.status === "missing"))
  )
    return [notFiled(context, ledger)];
  return elements.flatMap((element) => [...(element.required ? missingCells(context, element) : []), ...typeFindings(context, element)]);
}

function notFiled(context: Context, ledger: Ledger): Finding {
  return finding(
    context,
    { code: `required:${ledger.code}`, finding: "OUTLINE", tier: "warning", repair: `填报“${ledger.zh}”；本年没有的也要交空表。` },
    {
      message: message("missingLedger", { ledger }),
      proof: `${ledger.zh}：已填0项`,
      places: [{ organisation: context.node.code, year: context.year, ledger: ledger.code }],
    },
  );
}

function missingCells(context: Context, element: Element): Finding[] {
  const { index } = context.evaluator;
  const filled = new Set(
    factsOf(context, element)
      .filter((fact) => fact.status !== "missing")
      .map((fact) => membersKey(fact.members)),
  );
  const cells = combinations(index, element.dimensions);
  const blank = cells.filter((members) => !filled.has(membersKey(members)));
  if (blank.length === 0) return [];
  const some =
    element.dimensions.length === 0
      ? ""
      : blank.length === cells.length
        ? "（全部）"
        : blank
            .slice(0, 6)
            .map((members) => membersLabel(index, members))
            .join("、") + (blank.length > 6 ? "等" : "");
  return [
    finding(
      context,
      { code: `required:${element.code}`, finding: "OUTLINE", tier: "warning", repair: "补填；确实没有的填0，不适用的填“—”。" },
      {
        message: message("missingCells", { measure: element, cells: some }),
        proof: `应填${cells.length}格，空${blank.length}格`,
        places: blank.map((members) => cellPlace(context, element, members)),
      },
    ),
  ];
}

/** Counts are whole; nothing that is counted or measured is negative. */
function typeFindings(context: Context, element: Element): Finding[] {
  const whole = isWhole(unit(element.unit));
  return factsOf(context, element).flatMap((fact) => {
    if (fact.value === null) return [];
    const value = exact(fact.value);
    const measure = {
      zh: measureLabel(context.evaluator.index, element.code, fact.members),
      en: measureLabel(context.evaluator.index, element.code, fact.members, "en"),
    };
    const places = [cellPlace(context, element, fact.members, fact)];
    if (compare(value, zero) < 0)
      return [
        finding(
          context,
          { code: `type:${element.code}`, finding: "RANGE", tier: whole ? "proof" : "warning", repair: "改为不小于0的数。" },
          {
            message: message("negative", { measure, value: fact.value }),
            proof: `${measure.zh}${fact.value} < 0`,
            places,
            members: fact.members,
          },
        ),
      ];
    if (whole && !isInteger(value))
      return [
        finding(
          context,
          { code: `type:${element.code}`, finding: "RANGE", tier: "proof", repair: `按${element.unit}填整数。` },
          {
            message: message("notWhole", { measure, value: fact.value }),
            proof: `${measure.zh}${fact.value}不是整数`,
            places,
            members: fact.members,
          },
        ),
      ];
    return [];
  });
}

function cellPlace(context: Context, element: Element, members: Members, fact?: Fact): FindingPlace {
  const place = {
    organisation: context.node.code,
    year: context.year,
    ledger: element.ledger,
    cell: cellKey(element.code, membersKey(members)),
  };
  const origin = fact?.origin ?? factsOf(context, element).find((each) => membersKey(each.members) === membersKey(members))?.origin;
  return origin ? { ...place, origin: { file: origin.file, sheet: origin.sheet, cell: origin.cell } } : place;
}

function registerFindings(context: Context, ledger: RegisterLedger): Finding[] {
  if (context.filing && !context.filing.registers[ledger.code]) return [notFiled(context, ledger)];
  return ledger.columns.flatMap((column) => [...blankColumn(context, ledger, column), ...wrongColumn(context, ledger, column)]);
}

function blankColumn(context: Context, ledger: RegisterLedger, column: Column): Finding[] {
  if (!column.required) return [];
  const blank = rowsOf(context, ledger).filter((row) => (row.values[column.code] ?? "").trim() === "");
  if (blank.length === 0) return [];
  const labels =
    blank
      .slice(0, 5)
      .map((row) => rowLabel(context, ledger, row))
      .join("、") + (blank.length > 5 ? `等${blank.length}行` : "");
  return [
    finding(
      context,
      { code: `required:${ledger.code}.${column.code}`, finding: "OUTLINE", tier: "warning", repair: `补填“${column.zh}”。` },
      {
        message: message("blankColumn", { ledger, column: columnTitle(ledger, column.code), rows: labels }),
        proof: `${rowsOf(context, ledger).length}行中空${blank.length}行`,
        places: blank.map((row) => placeOf(context, ledger, row, column.code)),
      },
    ),
  ];
}

function wrongColumn(context: Context, ledger: RegisterLedger, column: Column): Finding[] {
  return rowsOf(context, ledger).flatMap((row) => {
    const value = row.values[column.code]?.trim() ?? "";
    const expected = value === "" ? null : expectation(context, column, value);
    if (!expected) return [];
    return [
      finding(
        context,
        { code: `type:${ledger.code}.${column.code}`, finding: "RANGE", tier: "proof", repair: `改为${expected.zh}。` },
        {
          message: message("wrongColumn", { ledger, column, value, expected }),
          proof: `${rowLabel(context, ledger, row)}：${column.zh}“${value}”`,
          places: [placeOf(context, ledger, row, column.code)],
        },
      ),
    ];
  });
}

/** What the column wants, if `value` is not it. */
function expectation(context: Context, column: Column, value: string): Title | null {
  switch (column.type) {
    case "integer":
      return isDecimalText(value) && isInteger(exact(value)) ? null : { zh: "整数", en: "a whole number" };
    case "decimal":
      return isDecimalText(value) ? null : { zh: "数字", en: "a number" };
    case "date":
      return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) ? null : { zh: "日期", en: "a date" };
    case "boolean":
      return value === "true" || value === "false" ? null : { zh: "是或否", en: "yes or no" };
    case "choice": {
      const dimension = context.evaluator.index.dimensions.get(column.choices ?? "");
      return !dimension || dimension.members.some((member) => member.code === value)
        ? null
        : { zh: `“${dimension.zh}”的选项之一`, en: `one of ${dimension.en}` };
    }
    case "text":
      return column.pattern === undefined || new RegExp(`^(?:${column.pattern})$`, "u").test(value)
        ? null
        : { zh: "规定的格式", en: "in the prescribed form" };
  }
}
