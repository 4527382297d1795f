/** Figures as people read them. */

/** "1234567.5" → "1,234,567.5"; what is no plain decimal stays as it is. */
export function withSeparators(text: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  return match ? `${match[1]}${match[2]!.replace(/\B(?=(\d{3})+$)/g, ",")}${match[3] ?? ""}` : text;
}
