/** What axe finds serious on a page: contrast, names, roles, order. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { still } from "./window.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** One line per serious or critical finding; empty for a page that all can use. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Colours that fade while a button wakes up are not those that stay.
  await still(page);
  await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes.length}): ${nodes
          .slice(0, 4)
          .map(({ target }) => target.join(" "))
          .join(" | ")}`,
    );
}
