/** A small line over the years, for the eye; its values are said in words for everybody else. */

export interface SparklineProps {
  /** Oldest first; null where a year has no value. */
  readonly values: readonly (string | null)[];
  readonly label: string;
}

const [width, height, edge] = [84, 22, 3];

export function Sparkline({ values, label }: SparklineProps) {
  // Places of points only: nothing that is read comes from these floats.
  const numbers = values.map((value) => (value === null ? null : Number(value)));
  const known = numbers.filter((each) => each !== null);
  if (known.length < 3) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (at: number): number => edge + (at * (width - 2 * edge)) / Math.max(1, values.length - 1);
  const y = (value: number): number => (high === low ? height / 2 : height - edge - ((value - low) * (height - 2 * edge)) / (high - low));
  const points = numbers.flatMap((value, at) => (value === null ? [] : [[x(at), y(value)] as const]));
  const last = points.at(-1)!;
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <title>{label}</title>
      <polyline points={points.map((point) => point.join(",")).join(" ")} fill="none" stroke="#7d9cc6" strokeWidth="1.5" />
      <circle cx={last[0]} cy={last[1]} r="2.5" fill="#1f5fbf" />
    </svg>
  );
}
