/** Fractions in a text, which printed over two lines would be read as other numbers. */

/** "（9/10所）", "3/4所达标": a line that ends within it reads as another number. */
const fraction = /（?\d+\/\d+[^\s，。；（）]{0,5}）?/g;

/** A text cut where its fractions begin and end. */
export function fractionParts(text: string): { readonly text: string; readonly isFraction: boolean }[] {
  let end = 0;
  const parts = [...text.matchAll(fraction)].flatMap((match) => {
    const before = text.slice(end, match.index);
    end = match.index + match[0].length;
    return [
      { text: before, isFraction: false },
      { text: match[0], isFraction: true },
    ];
  });
  return [...parts, { text: text.slice(end), isFraction: false }].filter((part) => part.text !== "");
}
