/** Text as XML 1.0 and HTML may hold it: one forbidden character would make Word refuse the whole document. */

// oxlint-disable-next-line no-control-regex
const forbidden = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/gu;

/** `text` without control characters (line feed and tab apart), lone surrogates and non-characters. */
export function printable(text: string): string {
  return text.replace(forbidden, "");
}
