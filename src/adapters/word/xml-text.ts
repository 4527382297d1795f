/** Escapes text for the XML parts that we write ourselves; the docx library escapes its own. */
import { printable } from "../layout/printable.ts";

export function escapeXml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
