/** The markup that cuts a run of Word's XML in two, so that a mark can stand between its letters. */
import type { Run, Segment } from "../../readers/docx/flow.ts";
import { reference } from "../../readers/docx/xml-tokens.ts";

export interface Insertion {
  readonly at: number;
  readonly xml: string;
}

export interface Cut {
  readonly at: number;
  /** What ends the run before the mark and what takes it up again behind. */
  readonly close: string;
  readonly open: string;
  /** Keeps white space at the cut, where the text did not ask for it yet. */
  readonly preserve?: Insertion;
}

/** Markup with the prefix that the file gives Word's elements. */
export interface Names {
  readonly runStart: string;
  readonly runEnd: string;
  readonly textName: string;
  rangeStart(id: number): string;
  rangeEnd(id: number): string;
}

const usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The root element's tag stands within. */
const rootLength = 20_000;

export function namesIn(body: string): Names {
  const [, own = "w", address = usual] =
    /<(?:([\w.-]+):)?document\b[^>]*?\sxmlns(?::\1)?="([^"]*wordprocessingml[^"]*)"/.exec(body.slice(0, rootLength)) ?? [];
  const prefix = /<document[\s>]/.test(body.slice(0, rootLength)) ? "" : `${own}:`;
  // Without a prefix of the file's own, attributes need one: an attribute is never in the default namespace.
  const [mark, space] = prefix === "" ? ["w:", ` xmlns:w="${address}"`] : [prefix, ""];
  return {
    runStart: `<${prefix}r>`,
    runEnd: `</${prefix}r>`,
    textName: `${prefix}t`,
    rangeStart: (id) => `<${mark}commentRangeStart${space} ${mark}id="${id}"/>`,
    rangeEnd: (id) =>
      `<${mark}commentRangeEnd${space} ${mark}id="${id}"/><${prefix}r><${mark}commentReference${space} ${mark}id="${id}"/></${prefix}r>`,
  };
}

/** Before or behind a run nothing needs to be cut. */
export function outside(at: number): Cut {
  return { at, close: "", open: "" };
}

/** Between two elements of `run`. */
export function cutElement(body: string, names: Names, run: Run, at: number): Cut {
  return { at, close: names.runEnd, open: names.runStart + body.slice(run.properties.start, run.properties.end) };
}

/** Within the text of `segment`, at `offset` of the document's text. */
export function cutText(body: string, names: Names, segment: Segment, offset: number, side: "before" | "after"): Cut {
  const { run, elementStart, elementEnd, xmlStart, xmlEnd } = segment;
  const tag = body.slice(elementStart, body.indexOf(">", elementStart) + 1);
  // Where Word trims the element's white space it must go on doing so.
  const trims = elementStart + tag.length < xmlStart || xmlEnd < elementEnd - `</${names.textName}>`.length;
  const asks = tag.includes("xml:space=");
  const space = trims ? "" : ' xml:space="preserve"';
  const cut = {
    at: placeOf(body, segment, offset, side),
    close: `</${names.textName}>${names.runEnd}`,
    open: `${names.runStart}${body.slice(run.properties.start, run.properties.end)}<${names.textName}${space}>`,
  };
  return asks || trims ? cut : { ...cut, preserve: { at: elementStart + 1 + names.textName.length, xml: space } };
}

/** Place in the XML of `offset`; a letter of two units or a reference is never parted. */
function placeOf(body: string, segment: Segment, offset: number, side: "before" | "after"): number {
  let at = segment.xmlStart;
  let left = offset - segment.start;
  while (left > 0 && at < segment.xmlEnd) {
    const isReference = body.charCodeAt(at) === 38;
    const { value, length } = isReference ? reference(body, at) : letter(body, at);
    if (value.length > left && side === "before") break;
    at += length;
    left -= value.length;
  }
  return at;
}

function letter(body: string, at: number): { readonly value: string; readonly length: number } {
  const value = String.fromCodePoint(body.codePointAt(at) ?? 32);
  return { value, length: value.length };
}
