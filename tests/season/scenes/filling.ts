/** Scenes at the school: a ledger typed and pasted, an error repaired, the network lost, a colleague in the same cell, the rest from Excel. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { xuchangDocuments } from "../../../demo/xuchang/workbooks.ts";
import { knowledge } from "../../../src/catalog/knowledge.ts";
import { KnowledgeIndex } from "../../../src/core/definition/knowledge.ts";
import { type Block, layOut } from "../../../src/web/filling/layout.ts";
import { school, year } from "../people.ts";
import type { Stage } from "../stage.ts";

const index = new KnowledgeIndex(knowledge);
const ledger = "students.enrolment";
const ledgerName = index.ledgers.get(ledger)!.zh;
/** What the school's paper says. */
const paper = xuchangDocuments(index, "").find((each) => each.organisation === school.code && each.year === year)!.forms[ledger]!;
const blocks = layOut(index, ledger, year).blocks;
const workbookOf = (file: string): string => fileURLToPath(new URL(`../../../demo/${year}/${file}`, import.meta.url));

/** As rows of cells, without the totals that the page computes; "" for what the paper leaves out. */
function figures(block: Block): string[][] {
  return block.rows
    .filter((row) => !row.isTotal)
    .map((row) => row.positions.flatMap((position) => (position.kind === "input" ? [paper[position.key]?.value ?? ""] : [])));
}

const cell = (page: Page, key: string) => page.locator(`td[data-slot="form/${ledger}/${key}"]`);
const saved = (page: Page) => page.locator(".save-state", { hasText: "已保存" }).waitFor();
const side = (page: Page) => page.locator("aside.fill-side");

/** Types the first block cell by cell, pastes the others as they are copied from Excel; one figure has its digits in the wrong order. */
export async function fillByHand(stage: Stage, page: Page): Promise<void> {
  await page.locator(".home-task", { hasText: ledgerName }).first().click();
  await page.getByRole("heading", { level: 1 }).filter({ hasText: ledgerName }).waitFor();
  const [typed, ...pasted] = blocks;
  await firstCell(page, typed!).click();
  for (const row of figures(typed!)) {
    for (const [at, text] of row.entries()) {
      await page.keyboard.type(text);
      await page.keyboard.press(at === row.length - 1 ? "Enter" : "Tab");
    }
  }
  await saved(page);
  await stage.shot(page, "typing");
  for (const block of pasted) {
    const rows = figures(block).map((row) => row.map((text) => (text === paper[slip.key]!.value && isReasons(block) ? slip.typed : text)));
    await firstCell(page, block).click();
    await page.evaluate((text) => navigator.clipboard.writeText(text), rows.map((row) => row.join("\t")).join("\r\n"));
    await page.keyboard.press("ControlOrMeta+v");
  }
  await saved(page);
}

const slip = { key: "students.leftByReason#leaveReason=transfer", typed: "901" };
const isReasons = (block: Block): boolean => block.rows[0]!.positions.some((each) => each.kind === "input" && each.key === slip.key);
const firstCell = (page: Page, block: Block) => {
  const position = block.rows[0]!.positions[0]!;
  if (position.kind !== "input") throw new Error("a block begins with a total");
  return cell(page, position.key);
};

/** The reasons do not add up to those who left: shown as one types, and gone as soon as it is repaired. */
export async function repairTheProof(stage: Stage, page: Page): Promise<void> {
  const proof = side(page).locator(".finding.proof").first();
  await proof.waitFor();
  await proof.locator(".finding-jump").click();
  await stage.shot(page, "proof");
  expect(await proof.locator(".finding-proof").innerText()).toMatch(/\d/);
  await cell(page, slip.key).click();
  await page.keyboard.type(paper[slip.key]!.value!);
  await page.keyboard.press("Enter");
  await proof.waitFor({ state: "detached" });
  await saved(page);
  await stage.shot(page, "proof-repaired");
}

const campus = "facilities.campus";
const campusCell = (page: Page, element: string) => page.locator(`td[data-slot="form/${campus}/${element}"]`);

/** The line is dead while the clerk types; a colleague writes into one of the cells; the line comes back and the clerk chooses. */
export async function loseTheNetwork(stage: Stage, page: Page, colleague: Page): Promise<void> {
  for (const each of [page, colleague]) {
    await each.goto(`${stage.origin}/fill/${year}/${campus}`);
    await campusCell(each, "facilities.landArea").waitFor();
  }
  await page.context().setOffline(true);
  await campusCell(page, "facilities.landArea").click();
  for (const text of ["125925", "80801", "36360", "17776"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  await page.locator(".save-state", { hasText: "待联网 4 项" }).waitFor();
  await stage.shot(page, "offline");
  await campusCell(colleague, "facilities.landArea").click();
  await colleague.keyboard.type("125000");
  await colleague.keyboard.press("Enter");
  await saved(colleague);
  await page.context().setOffline(false);
  await page.getByText("1 项与他人同时修改，请选择").waitFor();
  await stage.shot(page, "conflict");
  await page.getByRole("button", { name: "用我的", exact: true }).click();
  await saved(page);
  for (const [element, text] of [
    ["facilities.landArea", "125,925"],
    ["facilities.practiceArea", "17,776"],
  ] as const)
    await campusCell(colleague, element).filter({ hasText: text }).waitFor();
}

/** The rest of the return from the school's workbook: the changes are read before they are taken. */
export async function uploadTheRest(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.origin}/fill/${year}`);
  await stage.shot(page, "ledgers");
  await page.getByRole("button", { name: "Excel" }).click();
  await page.locator(".ant-drawer input[type=file]").setInputFiles(workbookOf(`${school.code}-禹州职教-${year}.xlsx`));
  const take = page.getByRole("button", { name: /^采纳这 \d+ 项改动$/ });
  await take.waitFor();
  await stage.shot(page, "excel-preview");
  await take.click();
  await page.getByText(/^已写入 \d+ 项$/).waitFor();
  expect(await page.locator(".ant-drawer .ant-alert-warning").count()).toBe(0);
  await page.keyboard.press("Escape");
  await stage.shot(page, "ledgers-filled");
}

/** Every warning of the school is explained in words, where it stands. */
export async function explainWarnings(stage: Stage, page: Page): Promise<void> {
  for (const [at, { check, ledger: place }] of (await openWarnings(page)).entries()) {
    await page.goto(`${stage.origin}/fill/${year}/${place}`);
    const finding = side(page).locator(`.finding[data-check="${check}"]`).first();
    await finding.getByRole("button", { name: "写说明" }).click();
    await finding.getByLabel("说明（随数据一并报送）").fill("已与台账核对，情况属实：本年扩招，明年按标准补足。");
    if (at === 0) await stage.shot(page, "explaining");
    await finding.getByRole("button", { name: "保存说明" }).click();
    await finding.getByText("已说明").waitFor();
    await saved(page);
  }
  expect(await openWarnings(page)).toEqual([]);
}

interface Found {
  readonly findings: readonly {
    readonly check: string;
    readonly tier: string;
    readonly explanation: string | null;
    readonly places: readonly { readonly ledger: string }[];
  }[];
}

async function openWarnings(page: Page): Promise<{ check: string; ledger: string }[]> {
  const answer = await page.request.get(`${new URL(page.url()).origin}/api/returns/${school.code}/${year}/findings`);
  const { findings } = (await answer.json()) as Found;
  return findings
    .filter((each) => each.tier === "warning" && each.explanation === null)
    .map(({ check, places }) => ({ check, ledger: places[0]!.ledger }));
}
