/** The part that holds the comments' words: a new one, or the author's with ours behind. */
import { XmlTokens } from "../../readers/docx/xml-tokens.ts";
import { escapeXml } from "../layout/xml-text.ts";

export interface NumberedComment {
  readonly id: number;
  readonly author: string;
  readonly text: string;
  readonly date: string;
}

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A number above those of all comments in the part and of all ranges in the body. */
export function firstFreeId(comments: string, body: string): number {
  let free = 0;
  for (const xml of [comments, body]) {
    const tokens = new XmlTokens(xml);
    for (let token = tokens.next(); token !== "end"; token = tokens.next()) {
      if (token === "text" || token === "close" || !/^w:comment(?:RangeStart|RangeEnd|Reference)?$/.test(tokens.name)) continue;
      const id = Number(tokens.attribute("w:id"));
      if (Number.isSafeInteger(id) && id >= free) free = id + 1;
    }
  }
  return free;
}

/** `existing` with `comments` behind its own; a new part for null. */
export function addComments(existing: string | null, comments: readonly NumberedComment[]): string {
  const written = comments.map(commentXml).join("");
  if (existing === null || existing.trim() === "") return `${declaration}<w:comments xmlns:w="${namespace}">${written}</w:comments>`;
  const close = existing.lastIndexOf("</");
  const ownPrefix = existing.includes(`xmlns:w="${namespace}"`)
    ? written
    : written.replaceAll("<w:comment ", `<w:comment xmlns:w="${namespace}" `);
  if (close >= 0) return existing.slice(0, close) + ownPrefix + existing.slice(close);
  // An empty root: <w:comments …/>
  const slash = existing.lastIndexOf("/>");
  const name = /<([\w.:-]+)[^<]*\/>\s*$/.exec(existing)?.[1] ?? "w:comments";
  return `${existing.slice(0, slash)}>${ownPrefix}</${name}>${existing.slice(slash + 2)}`;
}

/** Spelled out, because styles of the author's file may indent every paragraph by two letters. */
const paragraphProperties =
  '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="left"/></w:pPr>';
const runProperties = '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>';

function commentXml({ id, author, text, date }: NumberedComment): string {
  const lines = text.split(/\r\n|\r|\n/);
  const paragraphs = lines.map((line, at) => {
    const mark = at === 0 ? "<w:r><w:annotationRef/></w:r>" : "";
    return `<w:p>${paragraphProperties}${mark}<w:r>${runProperties}<w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`;
  });
  const initials = escapeXml([...author].slice(0, 2).join(""));
  return `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:date="${escapeXml(date)}" w:initials="${initials}">${paragraphs.join("")}</w:comment>`;
}
