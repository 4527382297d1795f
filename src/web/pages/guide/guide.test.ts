/** The guide as it is written can be read, and every page's help leads to a heading that exists. */
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { menu } from "../../components/navigation.tsx";
import { blocksOf, inlineOf } from "./markdown.ts";
import { chapters, placeOf } from "./places.ts";

const folder = path.resolve(import.meta.dirname, "../../../../docs/guide");
const read = (chapter: string): string => readFileSync(path.join(folder, `${chapter}.md`), "utf8");

it("reads bold, code and links within a line", () => {
  expect(inlineOf("先**备份**，再 `verify`，见[年度](#年度)。")).toEqual([
    { kind: "text", text: "先" },
    { kind: "bold", text: "备份" },
    { kind: "text", text: "，再 " },
    { kind: "code", text: "verify" },
    { kind: "text", text: "，见" },
    { kind: "link", text: "年度", to: "#年度" },
    { kind: "text", text: "。" },
  ]);
});

it("reads headings, paragraphs, lists and pictures", () => {
  expect(blocksOf("# 甲\n\n一段\n\n1. 一\n2. 二\n\n![图](images/a.png)\n").map((block) => block.kind)).toEqual([
    "heading",
    "paragraph",
    "list",
    "picture",
  ]);
});

describe.each(chapters)("%s", (chapter) => {
  const blocks = blocksOf(read(chapter));

  it("opens with its title and has no anchor twice", () => {
    expect(blocks[0]).toMatchObject({ kind: "heading", level: 1 });
    const anchors = blocks.flatMap((block) => (block.kind === "heading" ? [block.anchor] : []));
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it("shows pictures that exist and weigh less than 150 kB", () => {
    for (const block of blocks)
      if (block.kind === "picture") {
        const file = path.join(folder, block.source);
        expect(existsSync(file), block.source).toBe(true);
        expect(statSync(file).size, block.source).toBeLessThan(150_000);
      }
  });
});

it("has a section for every entry of the menu", () => {
  const paths = menu.flatMap((item) => ("entries" in item ? item.entries.map((entry) => entry.path) : [item.path]));
  for (const each of [...paths, "/review/411000-01/2019", "/account", "/reminders"]) {
    const { chapter, anchor } = placeOf(each);
    expect(
      blocksOf(read(chapter)).some((block) => block.kind === "heading" && block.anchor === anchor),
      `${each} → ${chapter}#${anchor}`,
    ).toBe(true);
    if (each !== "/" && each !== "/guide") expect(placeOf(each), each).not.toEqual(placeOf("/"));
  }
});
