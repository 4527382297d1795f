/** Tables in Word files: nothing is told of sound ones, and the slips in them are found. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../src/catalog/knowledge.ts";
import { auditDocument } from "../../../src/core/auditing/audit.ts";
import { faultsOf } from "../../../src/core/auditing/fixture.ts";
import type { AuditFinding } from "../../../src/core/auditing/finding.ts";
import { KnowledgeIndex } from "../../../src/core/definition/knowledge.ts";
import { readDocument } from "../../../src/readers/read-document.ts";
import { wordTables } from "./tables.ts";
import { type Part, wordFile } from "./word-file.ts";

const index = new KnowledgeIndex(knowledge);

async function told(parts: readonly Part[]): Promise<AuditFinding[]> {
  const file = wordFile("云川市中等职业教育质量年度报告（2019年度）", parts);
  return faultsOf(auditDocument(await readDocument("表.docx", file), { index })).filter(({ tier }) => tier !== "note");
}

/** The first cell that holds the words, with others in their place. */
function slipped(parts: readonly Part[], [from, to]: readonly [string, string]): Part[] {
  let done = false;
  const inCell = (line: string): string =>
    line
      .split(/(\||¦|\/\/)/)
      .map((cell) => {
        const at = cell.search(new RegExp(`(?<![\\d.])${from.replace(".", "\\.")}(?![\\d.])`));
        if (done || at < 0) return cell;
        done = true;
        return cell.slice(0, at) + to + cell.slice(at + from.length);
      })
      .join("");
  const result = parts.map((part) => (typeof part === "string" ? part : part.map(inCell)));
  expect(done).toBe(true);
  return result;
}

describe("a table in a Word file", () => {
  it.each(wordTables)("is left alone where it is sound: $name", async ({ parts }) => {
    expect((await told(parts)).map(({ code, proof }) => `${code} ${proof}`)).toEqual([]);
  });

  it.each(wordTables.flatMap(({ name, parts, slips }) => slips.map((slip) => ({ name, parts, slip, from: slip[0], to: slip[1] }))))(
    "shows $to for $from: $name",
    async ({ parts, slip }) => {
      const found = await told(slipped(parts, slip));
      expect(found.some(({ spans }) => spans.some(({ text }) => text.includes(slip[1])))).toBe(true);
    },
  );
});
