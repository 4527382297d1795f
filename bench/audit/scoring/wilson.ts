/** Wilson's interval for a share of trials: honest for few trials and for shares near 0 or 1. */

export interface Interval95 {
  readonly low: number;
  readonly high: number;
}

const z = 1.959963984540054;

export function wilson(hits: number, trials: number): Interval95 {
  if (trials === 0) return { low: 0, high: 1 };
  const share = hits / trials;
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const middle = share + (z * z) / (2 * trials);
  const scale = 1 + (z * z) / trials;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/** "92.5% (37/40) [80.1, 97.4]"; "–" without trials. */
export function rate(hits: number, trials: number): string {
  if (trials === 0) return "–";
  const { low, high } = wilson(hits, trials);
  const percent = (value: number): string => (value * 100).toFixed(1);
  return `${percent(hits / trials)}% (${hits}/${trials}) [${percent(low)}, ${percent(high)}]`;
}
