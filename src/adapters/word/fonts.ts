/**
 * Typefaces of official documents by level. The names are those that Chinese offices have installed;
 * the font table gives each its fall-backs, the free Noto Serif SC last.
 */

export const latin = "Times New Roman";
/** 标题 */
export const titleFace = "方正小标宋简体";
/** 一级标题 */
export const blackFace = "黑体";
/** 二级标题 */
export const scriptFace = "楷体_GB2312";
/** 正文 */
export const bodyFace = "仿宋_GB2312";
/** 表格、图题 */
export const songFace = "宋体";

const fallbacks: Readonly<Record<string, string>> = {
  [titleFace]: "方正小标宋_GBK,方正小标宋简,小标宋,SimSun,Noto Serif SC",
  [blackFace]: "SimHei,思源黑体,Noto Sans SC,Noto Serif SC",
  [scriptFace]: "楷体,KaiTi,STKaiti,Noto Serif SC",
  [bodyFace]: "仿宋,FangSong,STFangsong,Noto Serif SC",
  [songFace]: "SimSun,Noto Serif SC",
};

/** Run fonts for text in `face`; Latin letters and digits stand in Times New Roman. */
export function runFonts(face: string): { ascii: string; hAnsi: string; eastAsia: string; cs: string } {
  return { ascii: latin, hAnsi: latin, eastAsia: face, cs: latin };
}

/** word/fontTable.xml, by which Word finds a replacement for a typeface that a machine lacks. */
export function fontTable(): string {
  const fonts = Object.entries(fallbacks).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join("")}</w:fonts>`;
}
