/**
 * The custom XML part that carries the figures' traces inside the .docx, so that the text stays exactly
 * the report's while a program can follow every content control down to the cells. Word, WPS and
 * LibreOffice keep such parts when they save.
 */
import type { Report } from "../../core/reporting/report.ts";
import { type Provenance, provenanceOf, type Source } from "../provenance/provenance.ts";
import { escapeXml } from "../layout/xml-text.ts";

export const tracesNamespace = "urn:zhibao:figures:1";

export function tracesXml(report: Report): string {
  const { figures, sources } = provenanceOf(report);
  const used = new Set<string>();
  const sourceXml = sources.map((source, index) => sourceElement(source, index, used));
  const figureXml = figures.map(({ figure, calculation }) => {
    used.add(figure.organisation);
    for (const code of figure.missing) used.add(code);
    const attributes = element({
      id: figure.id,
      measure: figure.measure,
      label: figure.label,
      organisation: figure.organisation,
      year: String(figure.year),
      kind: figure.kind,
      text: figure.text,
      number: figure.number,
      unit: figure.unit,
      exact: figure.exact,
      numerator: figure.numerator,
      denominator: figure.denominator,
      formula: figure.formula || null,
      missing: figure.missing.join(" ") || null,
    });
    return `<figure${attributes}>${calculationXml(calculation)}</figure>`;
  });
  const names = [...used].flatMap((code) =>
    report.names[code] === undefined ? [] : [`<name${element({ code, text: report.names[code] })}/>`],
  );
  const attributes = element({
    organisation: report.organisation,
    year: String(report.year),
    catalog: report.catalog,
    sample: String(report.sample),
    provisional: String(report.provisional),
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<figures xmlns="${tracesNamespace}"${attributes}>${[...figureXml, ...sourceXml, ...names].join("\n")}</figures>`;
}

/** Infix, with a `source` element for each operand. */
function calculationXml(calculation: Provenance["figures"][number]["calculation"]): string {
  return calculation.map((term) => (typeof term === "number" ? `<source ref="s${term + 1}"/>` : escapeXml(term))).join("");
}

function sourceElement(source: Source, index: number, used: Set<string>): string {
  const attributes = element({
    id: `s${index + 1}`,
    kind: source.kind,
    code: source.code,
    label: source.label,
    organisation: source.organisation,
    year: source.year === null ? null : String(source.year),
    value: source.value,
    rollUp: source.rollUp || null,
    missing: source.missing.join(" ") || null,
  });
  const cells = source.cells.map((cell) => {
    used.add(cell.organisation);
    return `<cell${element({
      organisation: cell.organisation || null,
      status: cell.status === "value" ? null : cell.status,
      value: cell.value,
      file: cell.origin?.file ?? null,
      sheet: cell.origin?.sheet ?? null,
      cell: cell.origin?.cell ?? null,
      version: cell.origin ? String(cell.origin.version) : null,
    })}/>`;
  });
  return `<source${attributes}>${cells.join("")}</source>`;
}

function element(attributes: Readonly<Record<string, string | null | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null || value === undefined ? "" : ` ${name}="${escapeXml(value)}"`))
    .join("");
}
