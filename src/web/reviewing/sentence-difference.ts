/** What differs between two sentences: numbers are compared whole, everything else by characters. */

export interface Piece {
  readonly kind: "same" | "before" | "after";
  readonly text: string;
}

const token = /[\d.,]*\d|./gsu;
/** Longer texts (a passage that people wrote) are shown one under the other as they are. */
const longest = 1200;

/** Pieces in the order of reading; those of one kind that follow one another are one. */
export function sentenceDifference(before: string, after: string): Piece[] {
  const [old, now] = [before.match(token) ?? [], after.match(token) ?? []];
  if (old.length > longest || now.length > longest)
    return join([
      { kind: "before", text: before },
      { kind: "after", text: after },
    ]);
  const common = commonLengths(old, now);
  const pieces: Piece[] = [];
  let [left, right] = [0, 0];
  while (left < old.length || right < now.length) {
    if (left < old.length && right < now.length && old[left] === now[right]) {
      pieces.push({ kind: "same", text: old[left]! });
      left += 1;
      right += 1;
    } else if (right >= now.length || (left < old.length && common[left + 1]![right]! >= common[left]![right + 1]!)) {
      pieces.push({ kind: "before", text: old[left]! });
      left += 1;
    } else {
      pieces.push({ kind: "after", text: now[right]! });
      right += 1;
    }
  }
  return join(pieces);
}

/** For each pair of positions the length of the longest common sequence of what follows. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let left = old.length - 1; left >= 0; left -= 1)
    for (let right = now.length - 1; right >= 0; right -= 1)
      lengths[left]![right] =
        old[left] === now[right] ? lengths[left + 1]![right + 1]! + 1 : Math.max(lengths[left + 1]![right]!, lengths[left]![right + 1]!);
  return lengths;
}

function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === piece.kind) joined[joined.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else if (piece.text !== "") joined.push(piece);
  }
  return joined;
}
