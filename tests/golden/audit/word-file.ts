/** A Word file with open tracked changes, made part by part: figures half changed are what an author forgets. */
import { strToU8, zipSync } from "fflate";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Marks of a paragraph's text: 旧{-120-}{+150+}家 deletes 120 and inserts 150. */
const mark = /\{([-+])(.*?)\1\}/;

function runs(line: string): string {
  return line
    .split(/(\{[-+].*?[-+]\})/)
    .filter((part) => part !== "")
    .map((part) => {
      const [, sign, words] = mark.exec(part) ?? [];
      if (sign === "-") return `<w:del w:author="王老师" w:id="1"><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;
      const run = `<w:r><w:t xml:space="preserve">${words ?? part}</w:t></w:r>`;
      return sign === "+" ? `<w:ins w:author="王老师" w:id="2">${run}</w:ins>` : run;
    })
    .join("");
}

/** One paragraph for each line. */
export function wordFile(lines: readonly string[]): Uint8Array {
  const body = lines.map((line) => `<w:p>${runs(line)}</w:p>`).join("");
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": strToU8(
      `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document xmlns:w="${word}"><w:body>${body}<w:sectPr/></w:body></w:document>`),
  });
}

export const trackedReport = wordFile([
  "云川市2019年中等职业教育质量年度报告",
  "一、基本情况",
  "全市在校生{-23000-}{+24600+}人，其中男生11480人、女生13120人。",
  "合作企业1{-2-}{+5+}0家，比上年增加30家。",
  "专任教师1640人{+，生师比15：1+}。",
  "校企合作{-继续-}{+不断+}深化。",
]);
