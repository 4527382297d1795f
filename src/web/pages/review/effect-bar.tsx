/** A share in per cent as a bar with its number: what a queue is ranked by, seen at a glance. */

export function EffectBar({ effect, greatest }: { readonly effect: string; readonly greatest: number }) {
  const width = Math.min(100, (Number(effect) / greatest) * 100);
  return (
    <span className="effect-bar">
      <span className="effect-bar-track" aria-hidden>
        <span style={{ width: `${width}%` }} />
      </span>
      <span className="effect-bar-number">{effect}%</span>
    </span>
  );
}
