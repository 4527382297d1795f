/** A county's and the city's own returns go the same way as a school's: filled, confirmed, signed, accepted by whoever stands above. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReturnView } from "../../src/app/desk/read-return.ts";
import type { Summary } from "../../src/app/desk/summarise-return.ts";
import type { IndicatorLine } from "../../src/app/indicators.ts";
import type { Role } from "../../src/app/policies/actor.ts";
import { type Answer, type Fixture, index, openFixture, password, year } from "./fixture.ts";

const staff: readonly { username: string; role: Role; organisation: string }[] = [
  { username: "clerk-county", role: "clerk", organisation: "411081" },
  { username: "department-county", role: "departmentHead", organisation: "411081" },
  { username: "head-county", role: "head", organisation: "411081" },
  { username: "office", role: "clerk", organisation: "411000" },
  { username: "department-city", role: "departmentHead", organisation: "411000" },
];

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture({ filed: ["411081", "411000"] });
  for (const each of staff)
    await fixture.world.accounts.create({
      ...each,
      name: `示例·${each.username}`,
      ledgers: null,
      email: null,
      password,
      mustChangePassword: false,
    });
}, 120_000);
afterAll(() => fixture?.close());

const ask = (who: string, method: string, path: string, body?: unknown): Promise<Answer> => fixture.as(who)(method, path, body);
const view = async (who: string, home: string): Promise<ReturnView> => (await ask(who, "GET", home)).json;

async function save(who: string, home: string, edits: readonly { slot: string; content: unknown }[]): Promise<string[]> {
  const { revisions } = await view(who, home);
  const sent = edits.map((edit) => ({ id: randomUUID(), base: revisions[edit.slot] ?? 0, ...edit }));
  const { status, json } = await ask(who, "POST", `${home}/edits`, { edits: sent });
  expect(status).toBe(200);
  return (json as { results: { result: string }[] }).results.map((each) => each.result);
}

/** Explains what is still open, confirms every ledger and signs. */
async function handIn(home: string, clerk: string, department: string, head: string): Promise<Answer> {
  const open: Summary = (await ask(head, "GET", `${home}/summary`)).json;
  const checks = [...new Set(open.warnings.map((each) => each.check))];
  if (checks.length > 0)
    await save(
      clerk,
      home,
      checks.map((check) => ({ slot: `explanation/${check}`, content: "情况属实，已核对" })),
    );
  for (const ledger of (await view(department, home)).ledgers)
    expect((await ask(department, "POST", `${home}/ledgers/${ledger}/confirm`)).status, ledger).toBe(200);
  const shown: Summary = (await ask(head, "GET", `${home}/summary`)).json;
  return ask(head, "POST", `${home}/sign`, { password, hash: shown.hash });
}

describe.each([
  {
    level: "county" as const,
    code: "411081",
    clerk: "clerk-county",
    department: "department-county",
    head: "head-county",
    above: "editor",
  },
  { level: "city" as const, code: "411000", clerk: "office", department: "department-city", head: "leader", above: "leader" },
])("the return of a $level", ({ level, code, clerk, department, head, above }) => {
  const home = `/api/returns/${code}/${year}`;

  it("holds the ledgers of its level alone", async () => {
    const owed = (await view(clerk, home)).ledgers;
    expect(owed.length).toBeGreaterThan(5);
    for (const ledger of owed) expect(index.ledgers.get(ledger)?.reportedBy, ledger).toContain(level);
    const foreign = index.knowledge.ledgers.find((each) => !each.reportedBy.includes(level) && each.kind === "form")!;
    expect((await ask(department, "POST", `${home}/ledgers/${foreign.code}/confirm`)).status).toBe(404);
  });

  it("is signed by its own head alone and accepted by whoever stands above", async () => {
    const before = await view(clerk, home);
    const [ledger, cells] = Object.entries(before.document.forms).find(([, each]) =>
      Object.values(each).some((cell) => cell.status === "value"),
    )!;
    const [cell, content] = Object.entries(cells).find(([, each]) => each.status === "value")!;
    expect(await save(clerk, home, [{ slot: `form/${ledger}/${cell}`, content }])).toEqual(["saved"]);

    expect((await ask("head-b", "GET", `${home}/summary`)).status).toBe(404);
    const signed = await handIn(home, clerk, department, head);
    expect(signed.json).toMatchObject({ submitted: true });
    expect((await view(clerk, home)).state).toBe("submitted");
    if (level === "county") expect((await ask("reviewer", "POST", `${home}/accept`)).status).toBe(403);
    expect((await ask(above, "POST", `${home}/accept`)).status).toBe(204);
    expect((await view(clerk, home)).state).toBe("accepted");

    const figure = (await ask("reader", "GET", `/api/figures/411000/${year}/${cell.split("|")[0]}?acceptedOnly=true`)).json as {
      line: IndicatorLine;
    };
    expect(figure.line.trace).not.toBeNull();
  });
});
