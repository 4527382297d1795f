/** The same stranger opens the .docx itself: every tenth of the random cities, for drawing the charts takes most of the time. */
import { expect, it } from "vitest";
import { docxWriter } from "../../src/adapters/word/docx-writer.ts";
import { passages } from "../second-city/report-text.ts";
import { drawn } from "./drawn.ts";
import { contradictions, readDocx } from "./reader.ts";

const seeds = Array.from({ length: 20 }, (_, at) => 1 + at * 10);

it.each(seeds)(
  "finds every sentence and table of the report in its .docx, and no contradiction: seed %i",
  async (seed) => {
    const report = drawn(seed);
    const read = readDocx(await docxWriter().write(report));
    expect(contradictions(read)).toEqual([]);
    const found = new Set(read.map((passage) => JSON.stringify(passage)));
    const told = passages(report).filter((passage) => typeof passage !== "string" || passage.endsWith("。"));
    expect(told.length).toBeGreaterThan(60);
    expect(told.filter((passage) => !found.has(JSON.stringify(passage)))).toEqual([]);
  },
  60_000,
);
