/** Documents that point to nothing mislead: every relative link resolves, every folder of src is explained. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const project = path.resolve(import.meta.dirname, "../..");
const skipped = new Set(["node_modules", "dist", "out", "data", "coverage", ".git"]);

function filesBelow(folder: string, wanted: (name: string) => boolean): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(full, wanted);
    return wanted(entry.name) ? [full] : [];
  });
}

const documents = filesBelow(project, (name) => name.endsWith(".md")).map((file) => path.relative(project, file));
const read = (file: string): string => readFileSync(path.join(project, file), "utf8");

describe.each(documents)("%s", (document) => {
  const text = read(document).replace(/```[\s\S]*?```/g, "");

  it("links only to what exists", () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!).filter((target) => !/^[a-z]+:/.test(target));
    const dead = targets.filter((target) => {
      const [file = "", anchor] = target.split("#", 2);
      const full = file === "" ? path.join(project, document) : path.resolve(project, path.dirname(document), decodeURIComponent(file));
      return !existsSync(full) || (anchor !== undefined && !anchorsOf(readFileSync(full, "utf8")).includes(decodeURIComponent(anchor)));
    });
    expect(dead).toEqual([]);
  });
});

/** Anchors as hosts of Markdown make them: lower case, punctuation dropped, spaces as hyphens. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}

it("ARCHITECTURE.md has one line for each folder of src that holds code, and none for a folder without any", () => {
  const files = filesBelow(path.join(project, "src"), (name) => /\.(ts|tsx)$/.test(name)).map((file) =>
    path.relative(project, file).replaceAll("\\", "/"),
  );
  const named = [...read("ARCHITECTURE.md").matchAll(/^\| `(src\/[^`]+)` \|/gm)].map((match) => match[1]!);
  const unexplained = [...new Set(files.map((file) => path.posix.dirname(file)))].filter((folder) => !named.includes(folder));
  const empty = named.filter(
    (folder, position) => !files.some((file) => file.startsWith(`${folder}/`)) || named.indexOf(folder) !== position,
  );
  expect({ unexplained, empty }).toEqual({ unexplained: [], empty: [] });
});

it("both READMEs begin with the same two commands", () => {
  const commands = (file: string): string[] =>
    read(file)
      .split("\n")
      .filter((line) => line.startsWith("npm ci && "))
      .map((line) => line.split("#")[0]!.trim());
  expect(commands("README.md")).toEqual(["npm ci && npm start", "npm ci && npm test"]);
  expect(commands("README.zh-CN.md")).toEqual(commands("README.md"));
});

it("every file of code opens by saying why it exists", () => {
  const silent = filesBelow(path.join(project, "src"), (name) => name.endsWith(".ts"))
    .map((file) => path.relative(project, file))
    .filter((file) => !file.endsWith(".test.ts") && !read(file).startsWith("/**"));
  expect(silent).toEqual([]);
});
