/** Escapes text for the XML parts of .docx and .xlsx that we write ourselves; the libraries escape their own. */
import { printable } from "./printable.ts";

export function escapeXml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
