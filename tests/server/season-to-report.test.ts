/**
 * The whole way over HTTP: a number typed in one school's form is, as soon as its return is accepted and not before,
 * in the city's figure, in the trace behind it and in the report's sentence; and the audit of the new report is clean.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { xuchangOrganisations } from "../../demo/xuchang/organisations.ts";
import type { Summary } from "../../src/app/desk/summarise-return.ts";
import type { IndicatorLine } from "../../src/app/indicators.ts";
import type { PrintedReport } from "../../src/app/printed-report.ts";
import { acceptReturn, submitReturns } from "../../src/app/returns.ts";
import type { AuditJson } from "../../src/core/auditing/result-json.ts";
import type { Trace } from "../../src/core/formula/trace.ts";
import type { ReturnView } from "../../src/app/desk/read-return.ts";
import { type Fixture, index, openFixture, password, year } from "./fixture.ts";

const school = "411000-01";
const home = `/api/returns/${school}/${year}`;
const measure = "facilities.workstations";
const slot = `form/facilities.equipment/${measure}`;
const everybody = xuchangOrganisations.map((each) => each.code);

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture({ filed: everybody });
  const others = everybody.filter((code) => code !== school);
  const act = (name: string) => ({ name, actor: "fixture", at: new Date().toISOString(), reason: "" });
  await submitReturns(fixture.store, index, others, year, { all: "情况属实" }, act("submit"));
  for (const code of others) await acceptReturn(fixture.store, code, year, act("accept"));
}, 240_000);
afterAll(() => fixture?.close());

async function get<T>(who: string, path: string): Promise<T> {
  const { status, json } = await fixture.as(who)("GET", path);
  expect(status, path).toBe(200);
  return json;
}
const figure = async (acceptedOnly: boolean): Promise<{ line: IndicatorLine; names: Record<string, string> }> =>
  get("reader", `/api/figures/411000/${year}/${measure}?acceptedOnly=${acceptedOnly}`);
const report = async (known = ""): Promise<{ hash: string; report: PrintedReport | null }> =>
  get("reader", `/api/reports/411000/${year}?known=${known}`);
const printedIn = (printed: PrintedReport | null): string[] =>
  (printed?.figures ?? [])
    .filter((each) => each.measure === measure && each.organisation === "411000" && each.year === year)
    .map((each) => each.text);

async function save(edits: readonly { slot: string; content: unknown }[]): Promise<void> {
  const { revisions } = await get<ReturnView>("clerk-a", home);
  const sent = edits.map((edit) => ({ id: randomUUID(), base: revisions[edit.slot] ?? 0, ...edit }));
  const { json } = await fixture.as("clerk-a")("POST", `${home}/edits`, { edits: sent });
  expect((json as { results: { result: string }[] }).results.map((each) => each.result)).toEqual(edits.map(() => "saved"));
}

it("carries a number from a school's form into the city's figure, trace, report and a clean audit", async () => {
  const before = (await figure(true)).line;
  const reportBefore = await report();
  expect(before.missing).toContain(school);

  const view = await get<ReturnView>("clerk-a", home);
  const typed = String(Number(view.document.forms["facilities.equipment"]![measure]!.value) + 37);
  await save([{ slot, content: { status: "value", value: typed } }]);
  const { warnings } = await get<Summary>("head-a", `${home}/summary`);
  const checks = [...new Set(warnings.map((each) => each.check))];
  await save(checks.map((check) => ({ slot: `explanation/${check}`, content: "情况属实，已核对台账" })));
  for (const ledger of view.ledgers)
    expect((await fixture.as("department-a")("POST", `${home}/ledgers/${ledger}/confirm`)).status, ledger).toBe(200);
  const shown = await get<Summary>("head-a", `${home}/summary`);
  expect((await fixture.as("head-a")("POST", `${home}/sign`, { password, hash: shown.hash })).json).toMatchObject({ submitted: true });

  // Handed in, not accepted: readers see what was published, and the rest as provisional only.
  expect((await figure(true)).line.value).toBe(before.value);
  expect((await report(reportBefore.hash)).report).toBeNull();
  const provisional = (await figure(false)).line;
  expect(Number(provisional.value)).toBe(Number(before.value) + Number(typed));

  expect((await fixture.as("editor")("POST", `${home}/accept`)).status).toBe(204);
  const { line, names } = await figure(true);
  expect(line).toMatchObject({ value: provisional.value, missing: [] });
  const leaf = leaves(line.trace!).find((each) => each.organisation === school);
  expect(leaf).toMatchObject({ value: typed, origin: { file: "form", version: expect.any(Number) } });
  expect(names[school]).toBe("莲城中等专业学校");

  const reportAfter = await report(reportBefore.hash);
  expect(reportAfter.hash).not.toBe(reportBefore.hash);
  const texts = printedIn(reportAfter.report);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts).not.toEqual(printedIn(reportBefore.report));
  expect(texts.join()).toContain(line.value);

  const { bytes, type } = await fixture.as("reader")("GET", `/api/reports/411000/${year}/report.docx`);
  const form = new FormData();
  form.set("file", new File([bytes as Uint8Array<ArrayBuffer>], "许昌市质量年度报告.docx", { type }));
  form.set("organisation", "411000");
  form.set("year", String(year));
  form.set("acceptedOnly", "true");
  const audited = await fixture.as("reader")("POST", "/api/audits", form);
  expect(audited.status).toBe(200);
  const { audit, text } = audited.json as { audit: AuditJson; text: string };
  expect(text).toContain(texts[0]);
  expect(audit.findings.filter((each) => each.tier !== "note")).toEqual([]);
  expect(audit.findings.filter((each) => each.code === "TIE")).toEqual([]);
}, 240_000);

function leaves(trace: Trace): Extract<Trace, { kind: "fact" }>[] {
  if (trace.kind === "fact") return [trace];
  const below = trace as { parts?: readonly Trace[]; operands?: readonly Trace[]; of?: Trace };
  return [...(below.parts ?? []), ...(below.operands ?? []), ...(below.of ? [below.of] : [])].flatMap(leaves);
}
