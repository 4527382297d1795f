/** Slips of the hand on the digits of one figure; null where the slip would leave the figure as it was or make it unreadable. */
import type { Random } from "../random.ts";

export type DigitSlip = (plain: string, random: Random) => string | null;

const readable = (text: string, was: string): string | null => (text !== was && /^(0|[1-9]\d*)(\.\d+)?$/.test(text) ? text : null);
const places = (plain: string): number[] => [...plain].flatMap((letter, index) => (letter === "." ? [] : [index]));

export const digitSlips: Readonly<Record<string, DigitSlip>> = {
  substituted: (plain, random) => {
    const at = random.pick(places(plain));
    return readable(plain.slice(0, at) + random.whole(0, 9) + plain.slice(at + 1), plain);
  },
  transposed: (plain, random) => {
    const at = random.pick(places(plain));
    const [left, right] = [plain[at]!, plain[at + 1]];
    return right === undefined || right === "." ? null : readable(plain.slice(0, at) + right + left + plain.slice(at + 2), plain);
  },
  dropped: (plain, random) => {
    const at = random.pick(places(plain));
    return readable(plain.slice(0, at) + plain.slice(at + 1), plain);
  },
  doubled: (plain, random) => {
    const at = random.pick(places(plain));
    return readable(plain.slice(0, at + 1) + plain.slice(at), plain);
  },
  lastPlace: (plain, random) => {
    const up = random.chance(0.5);
    const decimals = plain.split(".")[1]?.length ?? 0;
    const moved = BigInt(plain.replace(".", "")) + (up ? 1n : -1n);
    if (moved < 1n) return null;
    const digits = moved.toString().padStart(decimals + 1, "0");
    const split = digits.length - decimals;
    return readable(decimals === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`, plain);
  },
};
