/**
 * Verbs of change, both ways: which verb states a rise or fall of a value of some kind, and which
 * direction a verb found in a text claims. Counts 增加, shares 提高: the type decides, never taste.
 */
import type { UnitKind } from "../quantity/unit.ts";

export type Direction = "up" | "down" | "flat";

const stated: Readonly<Record<UnitKind, Readonly<Record<Direction, string>>>> = {
  count: { up: "增加", down: "减少", flat: "持平" },
  amount: { up: "增加", down: "减少", flat: "持平" },
  perHead: { up: "增加", down: "减少", flat: "持平" },
  share: { up: "提高", down: "下降", flat: "持平" },
  perMille: { up: "提高", down: "下降", flat: "持平" },
  points: { up: "提高", down: "下降", flat: "持平" },
  ratio: { up: "上升", down: "下降", flat: "持平" },
};

/** The verb with which a change of a value in a unit of `kind` is stated. */
export function changeVerb(kind: UnitKind, direction: Direction): string {
  return stated[kind][direction];
}

const claimed: Readonly<Record<Direction, readonly string[]>> = {
  up: ["增加", "增长", "新增", "提高", "提升", "上升", "上涨", "增至", "升至", "扩大", "净增", "多", "增", "升", "涨"],
  down: ["减少", "降低", "下降", "下滑", "回落", "缩减", "减至", "降至", "净减", "少", "减", "降"],
  flat: ["持平", "相当", "一致", "不变", "相同"],
};

/** Longer verbs first, so that 增加 is found before 增. */
export const changeVerbs: readonly { readonly word: string; readonly direction: Direction }[] = Object.entries(claimed)
  .flatMap(([direction, words]) => words.map((word) => ({ word, direction: direction as Direction })))
  .sort((left, right) => right.word.length - left.word.length);

/** The direction that a verb claims; null for a word that is none. */
export function directionOf(word: string): Direction | null {
  return changeVerbs.find((verb) => verb.word === word)?.direction ?? null;
}
