/** A register of ten thousand rows for tests and benchmarks, and what an act on it costs the page's main thread. */
import type { CDPSession, Page } from "playwright-core";
import type { Column, RegisterLedger } from "../../src/core/definition/ledger.ts";
import type { Fixture } from "../server/fixture.ts";

export const largeLedger = "service.trainings";
export const largeRows = 10_000;

/** What the row says in a column, as it is kept: every title once, but each hundredth twice. */
function kept(fixture: Fixture, column: Column, row: number): string {
  switch (column.type) {
    case "integer":
    case "decimal":
      return String((row % 500) + 1);
    case "date":
      return `2019-0${(row % 9) + 1}-1${row % 10}`;
    case "boolean":
      return row % 3 === 0 ? "true" : "false";
    case "choice": {
      const { members } = fixture.world.index.dimensions.get(column.choices!)!;
      return members[row % members.length]!.code;
    }
    case "text":
      return `${column.zh}${row % 100 === 1 ? row - 1 : row}`;
  }
}

/** Rows as Excel puts them on the clipboard: `from` counts on from those of {@link fillLargeRegister}. */
export function pastedRows(fixture: Fixture, from: number, count: number): string {
  const { columns } = fixture.world.index.ledgers.get(largeLedger) as RegisterLedger;
  const shown = (column: Column, row: number): string => {
    const value = kept(fixture, column, row);
    if (column.type === "boolean") return value === "true" ? "是" : "否";
    if (column.type !== "choice") return value;
    return fixture.world.index.dimensions.get(column.choices!)!.members.find((member) => member.code === value)!.zh;
  };
  return Array.from({ length: count }, (_, at) => columns.map((column) => shown(column, from + at)).join("\t")).join("\r\n");
}

/** Writes the rows as clerk-a would, 500 edits a request. */
export async function fillLargeRegister(fixture: Fixture): Promise<void> {
  const { columns } = fixture.world.index.ledgers.get(largeLedger) as RegisterLedger;
  for (let from = 0; from < largeRows; from += 500) {
    const edits = Array.from({ length: 500 }, (_, at) => {
      const id = crypto.randomUUID();
      const values = Object.fromEntries(columns.map((column) => [column.code, kept(fixture, column, from + at)]));
      return { id, slot: `row/${largeLedger}/${id}`, base: 0, content: { values } };
    });
    const { status } = await fixture.as("clerk-a")("POST", "/api/returns/411000-01/2019/edits", { edits });
    if (status !== 200) throw new Error(`the rows were answered with ${status}`);
  }
}

export interface Spent {
  /** Milliseconds of the page's main thread in its own processor time: what the machine's other work does not change. */
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  readonly task: number;
}

export const total = ({ script, style, layout }: Spent): number => script + style + layout;

/** Measures acts of one page. */
export async function meterOf(page: Page): Promise<(act: () => Promise<unknown>) => Promise<Spent>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const now = async (): Promise<Record<string, number>> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  return async (act) => {
    const before = await now();
    await act();
    // Up to the frame in which it stands.
    await page.evaluate(
      () =>
        new Promise((done) => {
          requestAnimationFrame(() => setTimeout(done));
        }),
    );
    const after = await now();
    const taken = (name: string): number => Math.round((after[name]! - before[name]!) * 10_000) / 10;
    return {
      script: taken("ScriptDuration"),
      style: taken("RecalcStyleDuration"),
      layout: taken("LayoutDuration"),
      task: taken("TaskDuration"),
    };
  };
}
