/** Prints scores as tables with counts and 95 % Wilson intervals, so that no rate stands without its base. */
import { provenance } from "./phrases/phrase.ts";
import type { Extraction } from "./scoring/match.ts";
import type { MutantRow, Scores } from "./scoring/score.ts";
import { table } from "./scoring/table.ts";
import { rate } from "./scoring/wilson.ts";

function groups<Row>(rows: readonly Row[], key: (row: Row) => string): [string, Row[]][] {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return [...found];
}

const count = <Row>(rows: readonly Row[], fits: (row: Row) => boolean): number => rows.filter(fits).length;
const per = (total: number, reports: number): string => (total / reports).toFixed(2);

/** `brief` for the baselines: totals without the tables by operator, relation and code. */
export function printScores(title: string, scores: Scores, show: number, brief = false): string {
  const { clean, mutants, benign, phrasing } = scores;
  const sum = (of: (row: (typeof clean)[number]) => number): number => clean.reduce((total, row) => total + of(row), 0);
  const proofs = mutants.flatMap((row) => row.proofs);
  const checkable = mutants.filter(({ checkable }) => checkable === "text");
  const lines = [
    `\n===== ${title} =====`,
    `${phrasing}: ${provenance[phrasing]}`,
    `clean reports: ${clean.length}, ${per(
      sum(({ quantities }) => quantities),
      clean.length,
    )} quantities and ${per(
      sum(({ characters }) => characters),
      clean.length,
    )} characters each; ` +
      `proofs per report ${per(
        sum((row) => row.proofs.length),
        clean.length,
      )}, warnings per report ${per(
        sum((row) => row.warnings.length),
        clean.length,
      )}`,
    ...codesOnClean(clean),
    extraction("extraction from clean reports", scores.extraction),
    extraction("extraction of benignly edited figures", scores.extractionEdited),
    `mutants: ${mutants.length}, of them text-checkable ${checkable.length}, data only ${count(mutants, (row) => row.checkable === "data")}, equivalent ${count(mutants, (row) => row.checkable === "equivalent")}`,
    `detected of text-checkable:  ${rate(
      count(checkable, (row) => row.detected),
      checkable.length,
    )}`,
    `named of text-checkable:     ${rate(
      count(checkable, (row) => row.named),
      checkable.length,
    )}`,
    `by a proof, of text-checkable: ${rate(
      count(checkable, (row) => row.proofs.some(({ right }) => right)),
      checkable.length,
    )}`,
    `tier-proof precision on mutants: ${rate(
      count(proofs, ({ right }) => right),
      proofs.length,
    )}`,
    `benign edits with a new proof:   ${rate(
      count(benign, (row) => row.proofs > 0),
      benign.length,
    )}`,
    `benign edits with a new warning: ${rate(
      count(benign, (row) => row.warnings > 0),
      benign.length,
    )}`,
  ];
  if (brief) return lines.join("\n");
  lines.push(
    mutantTable(
      "Mutants by operator",
      "operator",
      groups(mutants, ({ operator }) => operator),
    ),
    mutantTable(
      "Mutants by the kind of relation in which the figure stands",
      "relation",
      groups(mutants, ({ relation }) => relation),
    ),
    codeTable(mutants),
    table(
      "Benign edits",
      ["edit", "edits", "new proofs", "new warnings", "with any"],
      groups(benign, ({ operator }) => operator).map(([operator, rows]) => [
        operator,
        rows.length,
        rows.reduce((total, row) => total + row.proofs, 0),
        rows.reduce((total, row) => total + row.warnings, 0),
        rate(
          count(rows, (row) => row.proofs + row.warnings > 0),
          rows.length,
        ),
      ]),
    ),
  );
  if (show > 0)
    for (const [name, examples] of Object.entries(scores.examples))
      if (examples.length > 0)
        lines.push(`\n${name} (${examples.length}):`, ...[...new Set(examples)].slice(0, show).map((line) => `  ${line}`));
  return lines.join("\n");
}

function codesOnClean(clean: Scores["clean"]): string[] {
  const counts = groups(
    clean.flatMap(({ proofs, warnings }) => [...proofs.map((code) => `proof ${code}`), ...warnings.map((code) => `warning ${code}`)]),
    (code) => code,
  );
  return counts.length === 0 ? [] : [`  of them ${counts.map(([code, rows]) => `${code} ${rows.length}`).join(", ")}`];
}

function extraction(title: string, { truth, span, value, unit, extracted, onTruth }: Extraction): string {
  return [
    `${title}: recall ${rate(span, truth)}; with the value ${rate(value, truth)}; with value and unit ${rate(unit, truth)}`,
    ...(extracted > 0 ? [`  precision ${rate(onTruth, extracted)}; with the value ${rate(value, extracted)}`] : []),
  ].join("\n");
}

function mutantTable(title: string, head: string, rows: readonly [string, MutantRow[]][]): string {
  return table(
    title,
    [head, "all", "text", "detected of text", "named of text", "data", "equivalent", "found though not text", "false proofs"],
    rows.map(([name, mutants]) => {
      const text = mutants.filter(({ checkable }) => checkable === "text");
      return [
        name,
        mutants.length,
        text.length,
        rate(
          count(text, (row) => row.detected),
          text.length,
        ),
        rate(
          count(text, (row) => row.named),
          text.length,
        ),
        count(mutants, (row) => row.checkable === "data"),
        count(mutants, (row) => row.checkable === "equivalent"),
        count(mutants, (row) => row.checkable !== "text" && row.detected),
        mutants.flatMap(({ proofs }) => proofs).filter(({ right }) => !right).length,
      ];
    }),
  );
}

function codeTable(mutants: readonly MutantRow[]): string {
  const all = mutants.flatMap(({ proofs, warnings }) => [
    ...proofs.map((finding) => ({ ...finding, tier: "proof" })),
    ...warnings.map((finding) => ({ ...finding, tier: "warning" })),
  ]);
  const right = (rows: typeof all): number => count(rows, (finding) => finding.right);
  return table(
    "New findings on mutants, by code and tier",
    ["code", "tier", "findings", "right"],
    groups(all, ({ code, tier }) => `${code} ${tier}`).map(([name, rows]) => [
      ...(name.split(" ") as [string, string]),
      rows.length,
      rate(right(rows), rows.length),
    ]),
  );
}
