/** Numbers as people read them: thousands apart; whatever is no number stays as it is. */
export function grouped(text: string | null): string {
  if (text === null || !/^[+−-]?\d+(\.\d+)?%?$/.test(text)) return text ?? "";
  const [whole = "", ...rest] = text.split(".");
  return [whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ","), ...rest].join(".");
}
