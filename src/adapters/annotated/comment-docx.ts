/**
 * The author's own .docx back with Word comments at the words they speak of. Nothing else changes: marks are
 * spliced into the XML as it stands, so that tracked changes, styles and other comments stay the author's.
 */
import { readDocxWithMap } from "../../readers/docx/read-docx.ts";
import { addComments, firstFreeId } from "./comments-part.ts";
import { addContentType, addRelationship } from "./package-entries.ts";
import { placeMarks } from "./place-marks.ts";
import { rewriteZip } from "./rewrite-zip.ts";

export interface WordComment {
  /** UTF-16 units of the text that the .docx reader gives; end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly author: string;
  /** Each line becomes a paragraph. */
  readonly text: string;
  /** ISO 8601: "2020-02-21T09:00:00Z". */
  readonly date: string;
}

/** A copy of the file with `comments`; the file itself, byte for byte, when there are none. */
export function commentDocx(bytes: Uint8Array, comments: readonly WordComment[]): Uint8Array {
  if (comments.length === 0) return new Uint8Array(bytes);
  const { document, segments, package: word } = readDocxWithMap("", bytes);
  const body = word.xml(word.documentPart) ?? "";
  const related = word.relationships.find((each) => each.type === "comments");
  const part = related?.target ?? `${word.documentPart.slice(0, word.documentPart.lastIndexOf("/") + 1)}comments.xml`;
  const existing = word.xml(part);
  const first = firstFreeId(existing ?? "", body);
  // In order of the text, as Word numbers and lists them.
  const ordered = comments
    .map((comment) => ({ ...comment, start: within(comment.start, document.text), end: within(comment.end, document.text) }))
    .toSorted((left, right) => left.start - right.start || left.end - right.end);
  const numbered = ordered.map((comment, index) => ({ ...comment, id: first + index }));
  const changes = new Map<string, string>();
  changes.set(word.documentPart, placeMarks(body, word.documentPart, segments, numbered));
  changes.set(part, addComments(existing, numbered));
  if (!related) addRelationship(changes, word, part);
  addContentType(changes, word, part);
  return rewriteZip(word.zip, changes);
}

function within(offset: number, text: string): number {
  return Math.min(Math.max(offset, 0), text.length);
}
