/** Where one single heading of the highest depth opens a document with deeper ones, it is the title and not a chapter. */

/** Levels of headings from their depths (1 is the highest), in order of the text. */
export function levelsOfDepths(headings: readonly { readonly depth: number; readonly text: string }[]): number[] {
  const highest = headings.reduce((least, heading) => Math.min(least, heading.depth), Infinity);
  const tops = headings.filter((heading) => heading.depth === highest);
  const title = tops.length === 1 && headings[0] === tops[0] && headings.length > 2 && !/^(?:[一1]、|第[一1]章)/u.test(tops[0]!.text);
  const shift = highest - (title ? 0 : 1);
  return headings.map((heading) => heading.depth - shift);
}
