/** Splits whole numbers so that the parts always add up: largest remainders, within caps. */

/**
 * Whole parts of `total` in proportion to `weights`, none above its cap, adding up exactly.
 * @throws RangeError when the caps cannot hold the total.
 */
export function allot(total: number, weights: readonly number[], caps?: readonly number[]): number[] {
  const cap = (at: number): number => caps?.[at] ?? Number.POSITIVE_INFINITY;
  const parts = weights.map(() => 0);
  let left = total;
  let open = weights.map((_, at) => at).filter((at) => cap(at) > 0);
  while (left > 0) {
    if (open.length === 0) throw new RangeError(`caps hold less than ${total}`);
    const weight = open.reduce((sum, at) => sum + Math.max(weights[at]!, 0), 0);
    const share = (at: number): number => (weight === 0 ? left / open.length : (left * Math.max(weights[at]!, 0)) / weight);
    const wholes = open.map((at) => ({ at, whole: Math.min(Math.floor(share(at)), cap(at) - parts[at]!), rest: share(at) % 1 }));
    let given = 0;
    for (const { at, whole } of wholes) {
      parts[at]! += whole;
      given += whole;
    }
    left -= given;
    for (const { at } of wholes.sort((a, b) => b.rest - a.rest || a.at - b.at)) {
      if (left === 0 || (given > 0 && left > wholes.length)) break;
      if (parts[at]! < cap(at)) {
        parts[at]! += 1;
        left -= 1;
      }
    }
    open = open.filter((at) => parts[at]! < cap(at));
  }
  return parts;
}
