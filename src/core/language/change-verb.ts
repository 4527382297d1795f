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

const up =
  "增加 增收 增支 增产 增长 提高 提升 上升 上涨 扩大 净增 净增加 递增 增 升 涨 增幅 增长率 增速 增幅为 涨幅 增长幅度 增加幅度 上升幅度 上涨幅度 提高幅度 升幅 多 多出 高 高出 优于 新增加 增多 上浮 攀升 跃升 扩容 走高 上调 递升 增招 扩招 多招".split(
    " ",
  );
const down =
  "减少 减收 减支 减产 核减 核销 降低 下降 下滑 回落 缩减 净减 净减少 递减 减 降 降幅 跌幅 减幅 下降幅度 减少幅度 降低幅度 收窄 缩小 少 低 减小 下浮 压缩 下跌 收缩 萎缩 滑落 走低 下调 缩水 回调 负增长 减招 少招".split(
    " ",
  );
const flat = "持平 相当 一致 不变 相同 保持稳定 基本持平".split(" ");
/** 拓展到58家: ways to go only with 到, 至 or 为 behind them. */
const towards: readonly (readonly [string, Direction])[] = [
  ...["拓展", "扩展", "扩充", "发展", "壮大", "充实", "扩"].map((word) => [word, "up"] as const),
  ...["压减", "精简", "缩"].map((word) => [word, "down"] as const),
];

/** Verbs and nouns that say how far something moved when a figure stands right behind them. */
export const changeWords: readonly string[] = [...up, ...down];

const directions = new Map<string, Direction>([
  ...towards,
  ...up.map((word) => [word, "up"] as const),
  ...down.map((word) => [word, "down"] as const),
  ...flat.map((word) => [word, "flat"] as const),
]);

/** The direction that a word claims; null for a word that is none. */
export const directionOf = (word: string): Direction | null => directions.get(word) ?? null;

/** Verbs with which a clause can say that something went up or down, without a figure: 规模有所扩大. */
export const movingVerbs =
  "增加|增长|增多|提高|提升|上升|上涨|扩大|攀升|拓展|扩展|壮大|减少|降低|下降|下滑|回落|缩减|缩小|减小|压减|下跌|收缩|萎缩|滑落|收窄";
