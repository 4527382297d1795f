/** The compiled readers and auditor run in a real browser as they are, and find there what they find in Node, to the last character. */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as Catalog from "../../src/catalog/knowledge.ts";
import type * as Audit from "../../src/core/auditing/audit.ts";
import type * as ResultJson from "../../src/core/auditing/result-json.ts";
import type * as Index from "../../src/core/definition/knowledge.ts";
import type * as Readers from "../../src/readers/read-document.ts";
import { trackedReport } from "../golden/audit/word-file.ts";
import { launchChromium } from "./chromium.ts";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const fflate = path.join(path.dirname(createRequire(import.meta.url).resolve("fflate/package.json")), "esm/browser.js");
const golden = (file: string): Uint8Array => readFileSync(new URL(`../golden/audit/${file}`, import.meta.url));
const reports: readonly (readonly [file: string, bytes: Uint8Array])[] = [
  ["clean.txt", golden("clean-city/input.txt")],
  ["faulty.txt", golden("faulty-short/input.txt")],
  ["tables.md", golden("markdown-tables/input.md")],
  ["tracked.docx", trackedReport],
];

/** The import map is all that a page needs: packages are named, ours are files. */
const page_ = `<!doctype html><meta charset="utf-8"><title>audit</title>
<script type="importmap">{ "imports": { "fflate": "/packages/fflate.js" } }</script>`;

let server: Server;
let origin: string;
let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = name === "/packages/fflate.js" ? fflate : path.join(dist, name.replace(/^\/dist\//, ""));
    if (name === "/") response.setHeader("content-type", "text/html; charset=utf-8").end(page_);
    else if ((name.startsWith("/dist/") || name.startsWith("/packages/")) && name.endsWith(".js") && existsSync(file))
      response.setHeader("content-type", "text/javascript; charset=utf-8").end(readFileSync(file));
    else response.writeHead(name === "/favicon.ico" ? 204 : 404).end();
  });
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
  page = await browser.newPage();
  page.on("console", (message) => troubles.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) troubles.push(`request: ${request.url()}`);
  });
  await page.goto(origin);
});
afterAll(async () => {
  await browser?.close();
  await new Promise((done) => {
    server.close(done);
  });
});

interface Modules {
  readonly catalog: typeof Catalog;
  readonly audit: typeof Audit;
  readonly json: typeof ResultJson;
  readonly index: typeof Index;
  readonly readers: typeof Readers;
}

async function inNode(file: string, bytes: Uint8Array): Promise<{ document: string; audit: string }> {
  const load = async (name: string): Promise<unknown> => import(pathToFileURL(path.join(dist, name)).href);
  const [catalog, audit, json, index, readers] = (await Promise.all(
    [
      "catalog/knowledge.js",
      "core/auditing/audit.js",
      "core/auditing/result-json.js",
      "core/definition/knowledge.js",
      "readers/read-document.js",
    ].map(load),
  )) as [Modules["catalog"], Modules["audit"], Modules["json"], Modules["index"], Modules["readers"]];
  const document = await readers.readDocument(file, bytes);
  const result = audit.auditDocument(document, { index: new index.KnowledgeIndex(catalog.knowledge) });
  return { document: JSON.stringify(document), audit: JSON.stringify(json.auditJson(result, "zh")) };
}

/** Runs as text in the page, so that no tool of the tests rewrites its imports. */
const script = `async ([file, base64]) => {
  const [{ knowledge }, { auditDocument }, { auditJson }, { KnowledgeIndex }, { readDocument }] = await Promise.all(
    ["catalog/knowledge", "core/auditing/audit", "core/auditing/result-json", "core/definition/knowledge", "readers/read-document"].map(
      (name) => import("/dist/" + name + ".js"),
    ),
  );
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const document = await readDocument(file, bytes);
  const result = auditDocument(document, { index: new KnowledgeIndex(knowledge) });
  return { document: JSON.stringify(document), audit: JSON.stringify(auditJson(result, "zh")) };
}`;

describe("the auditor in a browser", () => {
  it.each(reports)("finds in %s what it finds in Node", async (file, bytes) => {
    const there = await page.evaluate<{ document: string; audit: string }>(
      `(${script})(${JSON.stringify([file, Buffer.from(bytes).toString("base64")])})`,
    );
    const here = await inNode(file, bytes);
    expect(there.document).toBe(here.document);
    expect(there.audit).toBe(here.audit);
    expect(JSON.parse(there.audit).quantities.length).toBeGreaterThan(5);
    expect(troubles).toEqual([]);
  });

  it("refuses in the same words what is no report", async () => {
    const bytes = new TextEncoder().encode("{\\rtf1 no report}");
    const there = await page.evaluate<string>(
      `(${script})(${JSON.stringify(["report.rtf", Buffer.from(bytes).toString("base64")])}).catch((error) => error.message)`,
    );
    const here = await inNode("report.rtf", bytes).then(
      () => "read",
      (error: Error) => error.message,
    );
    expect(there).toBe(here);
    expect(there).not.toBe("read");
  });
});
