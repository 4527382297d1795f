/** LibreOffice, where installed, opens the .docx and saves it again: text, bookmarks of figures and traces survive. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { docxWriter } from "../../../src/adapters/word/docx-writer.ts";
import { fontConfiguration } from "../../browser/chromium.ts";
import { hostile, sampleReport } from "./sample-report.ts";

const installed = spawnSync("soffice", ["--version"]).status === 0;

describe.skipIf(!installed)("LibreOffice", () => {
  it("keeps text, figures' bookmarks and traces when it saves the report", { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "zhibao-office-"));
    try {
      const report = sampleReport();
      writeFileSync(path.join(folder, "report.docx"), await docxWriter().write(report));
      const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`;
      const convert = (to: string): void => {
        execFileSync(
          "soffice",
          [profile, "--headless", "--convert-to", to, "--outdir", path.join(folder, "saved"), path.join(folder, "report.docx")],
          { env: { ...process.env, FONTCONFIG_FILE: fontConfiguration() }, stdio: "ignore" },
        );
      };
      convert("docx:MS Word 2007 XML");
      convert("txt:Text (encoded):UTF8");
      const saved = unzipSync(readFileSync(path.join(folder, "saved", "report.docx")));
      const xml = ["word/document.xml", "word/footnotes.xml"].map((name) => strFromU8(saved[name] ?? new Uint8Array())).join("");
      const traces = Object.entries(saved)
        .filter(([name]) => /^customXml\/item\d+\.xml$/.test(name))
        .map(([, part]) => strFromU8(part))
        .join("");
      for (const figure of report.figures) {
        // LibreOffice 7.4 renames bookmarks in footnotes after the first: f32_Copy_1.
        expect(new RegExp(`w:name="${figure.id}(?:_Copy_\\d+)?"`).test(xml), figure.id).toBe(true);
        expect(traces.includes(`<figure id="${figure.id}" `), figure.id).toBe(true);
      }
      const text = readFileSync(path.join(folder, "saved", "report.txt"), "utf8");
      expect(text.includes(hostile)).toBe(true);
      expect(text.slice(0, 3000)).toMatch(
        /截至2031年底，全市中等职业学校共有专任教师\d+人，较上年增加\d+人；专业课教师\d+人，其中双师型教师\d+人，占专业课教师的[\d.]+%/,
      );
      expect(text.slice(0, 3000)).toMatch(/一、基本情况\t1\n/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
