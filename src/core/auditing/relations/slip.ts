/** Whether two printed numbers can be one with a slip of the hand. */

/** Whether two numbers differ by one digit changed, dropped, added, or two neighbours exchanged. */
export function oneEditApart(left: string, right: string): boolean {
  if (left === right) return false;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const [a, b] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  return (a.length <= 1 && b.length <= 1) || (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]);
}
