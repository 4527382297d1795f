/** Aligns two short stretches of tokens by dynamic programming; of two ways to align numbers, the one that keeps equal digits wins. */
import type { Range } from "./anchors.ts";
import { numberCode, type Tokens } from "./tokens.ts";

const character = 4;
const sameNumber = 6;
const otherNumber = 3;
/** For pairs at both texts' edge of the gap: what stands beside agreeing words belongs to them. */
const edge = 1;

/** Calls `pair` for each two tokens that correspond, in order. Cost: the product of both lengths. */
export function alignGap(left: Tokens, right: Tokens, ofLeft: Range, ofRight: Range, pair: (left: number, right: number) => void): void {
  const [rows, columns] = [ofLeft.to - ofLeft.from, ofRight.to - ofRight.from];
  const width = columns + 1;
  const best = new Int32Array((rows + 1) * width);
  const worth = (row: number, column: number): number => {
    const [at, other] = [ofLeft.from + row, ofRight.from + column];
    if (left.codes[at] !== right.codes[other]) return 0;
    const isEdge = (row === 0 && column === 0) || (row === rows - 1 && column === columns - 1);
    const bonus = isEdge ? edge : 0;
    if (left.codes[at] !== numberCode) return character + bonus;
    return (left.numbers[at] === right.numbers[other] ? sameNumber : otherNumber) + bonus;
  };
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1) {
      const cell = row * width + column;
      let score = Math.max(best[cell + width]!, best[cell + 1]!);
      const gain = worth(row, column);
      if (gain > 0) score = Math.max(score, best[cell + width + 1]! + gain);
      best[cell] = score;
    }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const cell = row * width + column;
    const gain = worth(row, column);
    if (gain > 0 && best[cell] === best[cell + width + 1]! + gain) {
      pair(ofLeft.from + row, ofRight.from + column);
      row += 1;
      column += 1;
    } else if (best[cell] === best[cell + width]) row += 1;
    else column += 1;
  }
}
