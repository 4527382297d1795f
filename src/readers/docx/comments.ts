/** The comments of a Word file: who wrote what. */
import { decodeXml, XmlTokens } from "./xml-tokens.ts";

export interface WrittenComment {
  readonly id: string;
  readonly author: string;
  /** Paragraphs joined by line feeds. */
  readonly text: string;
}

export function readComments(xml: string): WrittenComment[] {
  const tokens = new XmlTokens(xml);
  const comments: WrittenComment[] = [];
  let [author, id] = ["", ""];
  let lines: string[] = [];
  let within = false;
  for (let token = tokens.next(); token !== "end"; token = tokens.next()) {
    if (token === "text") {
      if (within) lines[lines.length - 1] += decodeXml(xml.slice(tokens.start, tokens.end));
    } else if (tokens.name === "w:comment" && token === "open") {
      id = tokens.attribute("w:id") ?? "";
      author = tokens.attribute("w:author") ?? "";
      lines = [];
    } else if (tokens.name === "w:comment") comments.push({ id, author, text: lines.join("\n").trim() });
    else if (tokens.name === "w:p" && token !== "close") lines.push("");
    else if (tokens.name === "w:t") within = token === "open" && lines.length > 0;
  }
  return comments;
}
