/** Where a value stands among its peers: the middle half as a box, the median as a line, the own value as a point. */
import { Tooltip } from "antd";
import { reviewWords } from "../../messages/review.ts";
import { useWords } from "../../messages/text.ts";
import type { Difference } from "../../reviewing/queries.ts";

const width = 116;
const height = 18;
const edge = 6;

export function PeerStrip({ peers }: { readonly peers: NonNullable<Difference["peers"]> }) {
  const say = useWords(reviewWords);
  const [low, median, high, value] = [peers.low, peers.median, peers.high, peers.own].map(Number) as [number, number, number, number];
  const reach = (high - low) * 1.5;
  const from = Math.min(low - reach, value);
  const to = Math.max(high + reach, value);
  const x = (at: number): number => (to === from ? width / 2 : edge + ((at - from) / (to - from)) * (width - 2 * edge));
  const place = peers.position === "within" ? "" : say(peers.position === "low" ? "peersLow" : "peersHigh");
  const per = peers.base && say(`base_${peers.base}`);
  const base = per === null ? "" : say("peersPer", { base: per });
  const text = say("peersText", {
    base,
    count: peers.count,
    low: peers.low,
    median: peers.median,
    high: peers.high,
    now: peers.own,
    place,
  });
  return (
    <Tooltip title={text}>
      {per !== null && <div className="peer-base">{per}</div>}
      <svg width={width} height={height} role="img" aria-label={text} className={`peer-strip peer-${peers.position}`}>
        <line
          x1={x(Math.max(from, low - reach))}
          x2={x(Math.min(to, high + reach))}
          y1={height / 2}
          y2={height / 2}
          className="peer-reach"
        />
        <rect x={x(low)} width={Math.max(2, x(high) - x(low))} y={4} height={height - 8} rx={2} className="peer-half" />
        <line x1={x(median)} x2={x(median)} y1={3} y2={height - 3} className="peer-median" />
        <circle cx={x(value)} cy={height / 2} r={4} className="peer-own" />
      </svg>
    </Tooltip>
  );
}
