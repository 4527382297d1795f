/** Whole passages of sound reports, in our words, as other offices write: whatever the auditor blames in them is a false alarm. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { knowledge } from "../../../src/catalog/knowledge.ts";
import { auditDocument } from "../../../src/core/auditing/audit.ts";
import { KnowledgeIndex } from "../../../src/core/definition/knowledge.ts";
import { readDocument } from "../../../src/readers/read-document.ts";

const index = new KnowledgeIndex(knowledge);
const files = (await readdir(import.meta.dirname)).filter((name) => /\.(?:txt|md|html|docx)$/.test(name));

it.each(files)("%s", async (name) => {
  const { findings, relations } = auditDocument(await readDocument(name, await readFile(path.join(import.meta.dirname, name))), { index });
  expect(findings.filter(({ tier }) => tier !== "note").map(({ code, proof }) => `${code} ${proof}`)).toEqual([]);
  expect(relations.held).toBeGreaterThan(2);
});
