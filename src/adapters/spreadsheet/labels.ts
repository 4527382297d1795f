/** Compares what people type with the names of the catalog: width, spaces, quotes and brackets do not count. */

/** Full-width to half-width, without invisible characters and surrounding blanks. */
export function tidy(text: string): string {
  if (/^[\x21-\x7E\u4E00-\u9FFF]*$/.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .trim();
}

/** A name reduced to what tells it apart. */
export function plain(text: string): string {
  return tidy(text)
    .toLowerCase()
    .replace(/[\s"'“”‘’「」《》·•*:：、,，.。;；_-]/g, "");
}

/** The name, and the name without the bracket at its end ("人数（人）"), reduced by {@link plain}. */
export function spellings(text: string): string[] {
  const whole = plain(text);
  const bare = whole.replace(/(?<=.)[(（[【][^()（）]*[)）\]】]$/, "");
  return bare === whole ? [whole] : [whole, bare];
}

/** Names → codes; a name that stands for several codes stands for none. */
export class NameIndex {
  readonly #codes = new Map<string, string | null>();

  add(name: string, code: string): void {
    const key = plain(name);
    const known = this.#codes.get(key);
    if (key !== "") this.#codes.set(key, known === undefined || known === code ? code : null);
  }

  /** The code; null when several are meant; undefined when none is. */
  find(text: string): string | null | undefined {
    for (const spelling of spellings(text)) {
      const code = this.#codes.get(spelling);
      if (code !== undefined) return code;
    }
    return undefined;
  }
}
