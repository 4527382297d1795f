/** A whole season by people's gestures in a real Chromium, from an empty store to the audited report; each scene goes on where the last one ended. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { fileByRequest } from "./by-request.ts";
import { cast, enter, others } from "./people.ts";
import { explainWarnings, fillByHand, loseTheNetwork, repairTheProof, uploadTheRest } from "./scenes/filling.ts";
import { bringInOrganisations, firstAdministrator, makeAccounts, openCycle } from "./scenes/opening.ts";
import { auditTheReport, meetTheWalls, reachTheCell } from "./scenes/reading.ts";
import { acceptAll, acceptTheReturn, correctAfterTheLock, correctTheCell, giveBackOneCell, lockAll } from "./scenes/reviewing.ts";
import { confirmLedgers, signTheReturn } from "./scenes/signing.ts";
import { setTheStage, type Stage } from "./stage.ts";

let stage: Stage;
let initial: ReadonlyMap<string, string>;
let windows: Readonly<Record<keyof typeof cast, Page>>;

beforeAll(async () => {
  stage = await setTheStage();
}, 600_000);
afterAll(async () => {
  await stage?.end();
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await stage.lastSight();
  expect(stage.troubles.splice(0)).toEqual([]);
});

describe.sequential("a season", { timeout: 600_000 }, () => {
  it("is opened by the administrator on the pages: organisations, accounts, cycle", async () => {
    const page = await firstAdministrator(stage);
    await bringInOrganisations(stage, page);
    initial = await makeAccounts(stage, page);
    await openCycle(stage, page);
    const opened = Object.entries(cast).map(
      async ([name, person]) => [name, await enter(stage, person, initial.get(person.username))] as const,
    );
    windows = Object.fromEntries(await Promise.all(opened)) as typeof windows;
    await stage.shot(windows.clerk, "clerk-home");
  });

  it("has a ledger typed and pasted by a clerk, who sees an error and repairs it", async () => {
    await fillByHand(stage, windows.clerk);
    await repairTheProof(stage, windows.clerk);
  });

  it("goes on while the network is gone, and lets the clerk choose where a colleague was first", async () => {
    await loseTheNetwork(stage, windows.clerk, windows.colleague);
  });

  it("takes the rest from the school's workbook after its changes were read, and words for what warns", async () => {
    await uploadTheRest(stage, windows.clerk);
    await explainWarnings(stage, windows.clerk);
  });

  it("is confirmed by the department and signed by the head, who has read one page", async () => {
    await confirmLedgers(stage, windows.department);
    await signTheReturn(stage, windows.head);
  });

  it("comes back to one cell, which alone can be corrected, and is signed and accepted", async () => {
    await giveBackOneCell(stage, windows.reviewer);
    await correctTheCell(stage, windows.clerk);
    await confirmLedgers(stage, windows.department);
    await signTheReturn(stage, windows.head);
    await acceptTheReturn(stage, windows.reviewer);
  });

  it("shows nothing of another school to the clerk, by whatever address", async () => {
    for (const organisation of others) await fileByRequest(stage.origin, organisation, initial);
    await meetTheWalls(stage, windows.clerk);
  });

  it("is accepted and locked by the city, and corrected afterwards in sight of the effect", async () => {
    await acceptAll(stage, windows.editor);
    await lockAll(stage, windows.editor);
    await correctAfterTheLock(stage, windows.clerk, windows.editor);
  });

  it("ends in a report that leads to the cells of schools and in which the auditor finds no error", async () => {
    await reachTheCell(stage, windows.leader);
    await auditTheReport(stage, windows.leader);
  });
});
