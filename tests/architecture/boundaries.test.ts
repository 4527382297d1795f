/** Plants one violation of each boundary into a copy of the tree and expects the tools to refuse every one. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Plant {
  readonly boundary: string;
  readonly file: string;
  readonly text: string;
  /** What the tool must answer: rule or error code. */
  readonly refusal: string;
}

const layering = "no-restricted-imports";
const importing = (boundary: string, file: string, from: string): Plant => ({
  boundary,
  file,
  text: `export type { Planted } from "${from}";\n`,
  refusal: layering,
});

const refusedByLinter: readonly Plant[] = [
  importing("quantity → model", "src/core/quantity/planted-model.ts", "../model/fact.ts"),
  importing("model → definition", "src/core/model/planted-definition.ts", "../definition/check.ts"),
  importing("definition → formula", "src/core/definition/planted-formula.ts", "../formula/trace.ts"),
  importing("language → model", "src/core/language/planted-model.ts", "../model/fact.ts"),
  importing("formula → checking", "src/core/formula/planted-checking.ts", "../checking/finding.ts"),
  importing("formula → language", "src/core/formula/planted-language.ts", "../language/numeral.ts"),
  importing("checking → reporting", "src/core/checking/planted-reporting.ts", "../reporting/report.ts"),
  importing("reporting → checking", "src/core/reporting/planted-checking.ts", "../checking/finding.ts"),
  importing("auditing → reporting", "src/core/auditing/planted-reporting.ts", "../reporting/report.ts"),
  importing("core → catalog", "src/core/checking/planted-catalog.ts", "../../catalog/knowledge.ts"),
  importing("core → adapters", "src/core/formula/planted-adapters.ts", "../../adapters/planted.ts"),
  importing("core → app", "src/core/reporting/planted-app.ts", "../../app/ports.ts"),
  importing("core → a package", "src/core/reporting/planted-package.ts", "zod"),
  importing("catalog → app", "src/catalog/planted-app.ts", "../app/ports.ts"),
  importing("catalog subject → app", "src/catalog/subjects/planted-app.ts", "../../app/ports.ts"),
  importing("readers → app", "src/readers/planted-app.ts", "../app/ports.ts"),
  importing("readers → Node", "src/readers/planted-node.ts", "node:fs"),
  importing("auditing → readers", "src/core/auditing/planted-readers.ts", "../../readers/planted.ts"),
  importing("cli → readers", "src/cli/commands/planted-readers.ts", "../../readers/planted.ts"),
  importing("app → adapters", "src/app/planted-adapters.ts", "../adapters/planted.ts"),
  importing("app policy → adapters", "src/app/policies/planted-adapters.ts", "../../adapters/planted.ts"),
  importing("adapters → catalog", "src/adapters/planted-catalog.ts", "../catalog/knowledge.ts"),
  importing("adapters → main", "src/adapters/planted-main.ts", "../main/zhibao.ts"),
  importing("app → server", "src/app/planted-server.ts", "../server/planted.ts"),
  importing("adapters → server", "src/adapters/planted-server.ts", "../server/planted.ts"),
  importing("server → adapters", "src/server/resources/planted-adapters.ts", "../../adapters/planted.ts"),
  importing("server → catalog", "src/server/planted-catalog.ts", "../catalog/knowledge.ts"),
  importing("contract → resources", "src/server/contract/planted-resources.ts", "../resources/accounts.ts"),
  importing("contract → a package besides zod", "src/server/contract/planted-package.ts", "hono"),
  importing("web → adapters", "src/web/pages/planted-adapters.ts", "../../adapters/planted.ts"),
  importing("web → resources", "src/web/planted-resources.ts", "../server/resources/accounts.ts"),
  importing("web → Node", "src/web/planted-node.ts", "node:fs"),
  importing("cli → adapters", "src/cli/commands/planted-adapters.ts", "../../adapters/planted.ts"),
  importing("cli → catalog", "src/cli/commands/planted-catalog.ts", "../../catalog/knowledge.ts"),
  {
    boundary: "a clock in core",
    file: "src/core/model/planted-date.ts",
    text: "export const today = new Date();\n",
    refusal: "no-restricted-globals",
  },
  {
    boundary: "chance in core",
    file: "src/core/model/planted-random.ts",
    text: "export const dice = Math.random();\n",
    refusal: "no-restricted-properties",
  },
  {
    boundary: "a cycle",
    file: "src/app/planted-cycle.ts",
    text: 'import { other } from "./planted-cycle-other.ts";\nexport const one = (): number => other();\n',
    refusal: "no-cycle",
  },
  { boundary: "a barrel", file: "src/app/planted-barrel.ts", text: 'export * from "./ports.ts";\n', refusal: "no-barrel-file" },
  {
    boundary: "any",
    file: "src/app/planted-any.ts",
    text: "export const loose = (value: any): string => String(value);\n",
    refusal: "no-explicit-any",
  },
  {
    boundary: "a promise that nobody waits for",
    file: "src/app/planted-promise.ts",
    text: "const work = async (): Promise<void> => {};\nexport function start(): void {\n  work();\n}\n",
    refusal: "no-floating-promises",
  },
  { boundary: "a default export", file: "src/app/planted-default.ts", text: "export default 1;\n", refusal: "no-default-export" },
  {
    boundary: "a file of 401 lines",
    file: "src/app/planted-long.ts",
    text: `export const long = 1;\n${"// line\n".repeat(400)}`,
    refusal: "max-lines",
  },
];

const allowed: readonly Plant[] = [
  importing("formula → definition", "src/core/formula/planted-allowed.ts", "../definition/check.ts"),
  importing("reporting → language", "src/core/reporting/planted-allowed.ts", "../language/numeral.ts"),
  importing("catalog subject → core", "src/catalog/subjects/planted-allowed.ts", "../../core/definition/check.ts"),
  importing("app → catalog", "src/app/planted-allowed.ts", "../catalog/knowledge.ts"),
  importing("adapters → app", "src/adapters/planted-allowed.ts", "../app/ports.ts"),
  importing("contract → zod", "src/server/contract/planted-allowed.ts", "zod"),
  importing("web → core", "src/web/planted-allowed.ts", "../core/model/fact.ts"),
  importing("main → adapters", "src/main/planted-allowed.ts", "../adapters/planted.ts"),
];

const refusedByCompiler: readonly Plant[] = [
  {
    boundary: "node:fs in core",
    file: "src/core/quantity/planted-fs.ts",
    text: 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
    refusal: "TS2591",
  },
  {
    boundary: "console in core",
    file: "src/core/quantity/planted-console.ts",
    text: 'console.log("here");\nexport {};\n',
    refusal: "TS2584",
  },
  {
    boundary: "process in core",
    file: "src/core/quantity/planted-process.ts",
    text: "export const directory = process.cwd();\n",
    refusal: "TS2591",
  },
  { boundary: "fetch in core", file: "src/core/quantity/planted-fetch.ts", text: 'export const page = fetch("/");\n', refusal: "TS2304" },
  {
    boundary: "the DOM in core",
    file: "src/core/quantity/planted-dom.ts",
    text: "export const body = document.body;\n",
    refusal: "TS2584",
  },
  {
    boundary: "a file outside the project's references",
    file: "src/core/quantity/planted-outside.ts",
    text: 'export type { Clock } from "../../app/ports.ts";\n',
    refusal: "TS6307",
  },
  {
    boundary: "console in the catalog",
    file: "src/catalog/planted-console.ts",
    text: 'console.log("here");\nexport {};\n',
    refusal: "TS2584",
  },
  {
    boundary: "node:fs in app",
    file: "src/app/planted-fs.ts",
    text: 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
    refusal: "TS2591",
  },
];

const project = path.resolve(import.meta.dirname, "../..");
const tool = (name: string): string => path.join(project, "node_modules/.bin", name);
let copy = "";

beforeAll(() => {
  copy = realpathSync(mkdtempSync(path.join(tmpdir(), "zhibao-boundaries-")));
  for (const name of ["src", "package.json", ".oxlintrc.json", "tsconfig.json", "tsconfig.base.json"])
    cpSync(path.join(project, name), path.join(copy, name), { recursive: true, filter: (source) => !source.endsWith(".test.ts") });
  symlinkSync(path.join(project, "node_modules"), path.join(copy, "node_modules"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  writeFileSync(path.join(copy, file), text);
}

describe("the linter", () => {
  let answers: { readonly filename: string; readonly code: string }[] = [];

  beforeAll(() => {
    plant("src/app/planted-cycle-other.ts", 'import { one } from "./planted-cycle.ts";\nexport const other = (): number => one();\n');
    for (const each of [...refusedByLinter, ...allowed]) plant(each.file, each.text);
    const files = [...refusedByLinter, ...allowed].map((each) => each.file);
    const run = spawnSync(tool("oxlint"), ["--type-aware", "--format", "json", ...files], {
      cwd: copy,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    answers = (JSON.parse(run.stdout) as { diagnostics: typeof answers }).diagnostics;
  });

  it.each(refusedByLinter)("refuses $boundary", ({ file, refusal }) => {
    const codes = answers.filter((answer) => answer.filename.endsWith(file)).map((answer) => answer.code);
    expect(codes).toContainEqual(expect.stringContaining(refusal));
  });

  it.each(allowed)("lets $boundary pass", ({ file }) => {
    expect(answers.filter((answer) => answer.filename.endsWith(file) && answer.code.includes(layering))).toEqual([]);
  });
});

describe("the compiler", () => {
  let answers: readonly string[] = [];

  beforeAll(() => {
    removePlants();
    for (const each of refusedByCompiler) plant(each.file, each.text);
    const compiler = path.join(project, "node_modules/typescript/bin/tsc");
    const run = spawnSync(process.execPath, [compiler, "-b", "src/app", "--pretty", "false"], {
      cwd: copy,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    answers = run.stdout.split("\n");
  });

  it.each(refusedByCompiler)("refuses $boundary", ({ file, refusal }) => {
    expect(answers).toContainEqual(expect.stringMatching(new RegExp(`^${file}.*error ${refusal}`)));
  });
});

function removePlants(): void {
  for (const entry of readdirSync(path.join(copy, "src"), { recursive: true, encoding: "utf8" }))
    if (path.basename(entry).startsWith("planted-")) rmSync(path.join(copy, "src", entry));
}

it("every folder of core and every outer layer is named in the rules", () => {
  const config = execFileSync(tool("oxlint"), ["--print-config"], { cwd: project, encoding: "utf8" });
  const folders = readdirSync(path.join(project, "src"), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !["core", "main"].includes(entry.name),
  );
  const inner = readdirSync(path.join(project, "src/core"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const folder of folders) expect(config).toContain(`src/${folder.name}/**`);
  for (const folder of inner) expect(config).toContain(`src/core/${folder.name}/**`);
});
