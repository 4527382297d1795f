/** Long words (addresses, codes) must not run over the margin: Typst breaks lines at words only. */

/** Lets words of more than 40 letters break, by invisible spaces every 20. */
export function breakable(text: string): string {
  return text.replace(/[!-~]{41,}/g, (word) => word.replace(/.{20}/g, "$&\u200b"));
}
