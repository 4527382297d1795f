/** Text as XML 1.0 may hold it: characters that no XML file can carry would make Word refuse the whole document. */

/** `text` without control characters (line feed and tab apart), lone surrogates and non-characters. */
export function xmlText(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "");
}

export function escapeXml(text: string): string {
  return xmlText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
