/** Words near a figure that say what sort of value it is, wherever in the clause they stand: which way it moved, that it is a part, that it is of the year before. */
import type { Direction } from "../../language/change-verb.ts";
import type { Reading } from "../relations/relation.ts";

/** What is known of the words around each figure: many searches ask the same of one. */
interface Cue {
  before?: string;
  clause?: string;
  direction?: Direction | null;
  prior?: boolean;
}

const cues = new WeakMap<Reading, Cue[]>();

function cueOf(reading: Reading, index: number): Cue {
  let known = cues.get(reading);
  if (!known) cues.set(reading, (known = reading.quantities.map(() => ({}))));
  return known[index]!;
}

/** The words between the figure before and this one, as far as its sentence and a few dozen signs go. */
export function gapBefore(reading: Reading, index: number): string {
  return (cueOf(reading, index).before ??= findGapBefore(reading, index));
}

function findGapBefore(reading: Reading, index: number): string {
  const claim = reading.claims[index]!;
  if (claim.sentence < 0) return "";
  const { start } = reading.quantities[index]!;
  const from = Math.max(reading.sentences[claim.sentence]!.start, reading.quantities[index - 1]?.end ?? 0, start - 60);
  return reading.document.text.slice(Math.min(from, start), start);
}

export function gapBehind(reading: Reading, index: number): string {
  const claim = reading.claims[index]!;
  const { end } = reading.quantities[index]!;
  const to = Math.min(reading.sentences[claim.sentence]?.end ?? end, reading.quantities[index + 1]?.start ?? end + 24, end + 24);
  return reading.document.text.slice(end, Math.max(end, to));
}

/** The last clause of the words before a figure. */
export function clauseBefore(reading: Reading, index: number): string {
  return (cueOf(reading, index).clause ??= findClauseBefore(reading, index));
}

function findClauseBefore(reading: Reading, index: number): string {
  return /[^，,。；;（(）)]*$/.exec(gapBefore(reading, index))![0];
}

const up = /增|升|涨|多|扩|提高|上扬|攀|高出|高于|高|壮大/g;
const down = /减|降|跌|少|缩|低|下滑|滑落|回落|萎|收窄/g;

const moving = new RegExp(`${up.source}|${down.source}`);

/** Words with such a sign in them that move nothing. */
const notMoving =
  /至少|不少|多少|高[职中校等级一二三层技新水素]|[中初副正最更]高|提高班|增加?值|升学|升入|升本|专升|多媒体|多[种名项样元数]|少[数儿年]|减[免灾轻]|低[保压收碳]|扩招生|降本|减负|增强|增进/g;

/** Which way the words right before the figure say that it moved. */
export function directionBefore(reading: Reading, index: number): Direction | null {
  const cue = cueOf(reading, index);
  return cue.direction === undefined ? (cue.direction = findDirectionBefore(reading, index)) : cue.direction;
}

function findDirectionBefore(reading: Reading, index: number): Direction | null {
  const clause = clauseBefore(reading, index);
  if (!moving.test(clause)) return null;
  const words = clause.replace(notMoving, "");
  const [rise, fall] = [lastPlace(up, words), lastPlace(down, words)];
  if (rise === fall || words.length - Math.max(rise, fall) > 9) return null;
  return rise > fall ? "up" : "down";
}

function lastPlace(pattern: RegExp, words: string): number {
  let last = -1;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(words); found !== null; found = pattern.exec(words)) last = found.index;
  return last;
}

/** 占, 比重, 率, 其中, 完成: the figure is a part of something in per cent. */
export function isShareLike(reading: Reading, index: number): boolean {
  return (
    /占|比重|比例|份额|率|比|折合|折算|相当|[中里内]|为|完成|兑现|落实|达/.test(gapBefore(reading, index)) ||
    /[（(]\s*$/.test(gapBefore(reading, index)) ||
    gapBehind(reading, index).startsWith("的")
  );
}

/** What is aimed at or demanded, not what is. */
export function isAim(reading: Reading, index: number): boolean {
  const claim = reading.claims[index]!;
  if (claim.aspect === "rule") return true;
  const words = clauseBefore(reading, index) + gapBehind(reading, index).slice(0, 4);
  return /力争|争取|目标|要求|规定|标准|不低于|不少于|不得|不超过|至少|应当?[达为占]|须|必须|拟|将达|规划|预期|预计|^以上|^以下/.test(
    words,
  );
}

const prior = /上一?年|去年|上一?学年|同期|年初(?!中)|期初(?!中)|原来|原有|原先|原为|此前|先前|之前|基数|起点|前一年|[一两二三]年前(?!夕)/;
/** 由91人增至…: the old value, where something moves behind it; 由91名…和8名…组成 is none. */
const from = /(?:^|[^来])[由从自]/;
const moves = /[到至增减升降变涨跌扩缩起→]|提高|调整|发展|成为/;

/** A value of the year before, by its own clause. */
export function isPrior(reading: Reading, index: number): boolean {
  return (cueOf(reading, index).prior ??= findPrior(reading, index));
}

function findPrior(reading: Reading, index: number): boolean {
  const claim = reading.claims[index]!;
  if (claim.base === "from") return true;
  if (/^\s*(?:→|—+>|-+>|[(（]?上年[)）]?\s*→)/.test(gapBehind(reading, index))) return true;
  const clause = clauseBefore(reading, index);
  const year = [...clause.matchAll(/((?:19|20)\d\d)年/g)].at(-1);
  if (year) return reading.year !== null && Number(year[1]) < reading.year;
  if (prior.test(clause)) return true;
  if (!from.test(clause)) return false;
  const { end } = reading.quantities[index]!;
  const behind = /^[^。；;]*/.exec(reading.document.text.slice(end, end + 32))![0];
  return moves.test(behind) && !/构成|组成/.test(behind);
}

/** A year written right before the figure, in its own clause. */
export function yearBefore(
  reading: Reading,
  index: number,
): { readonly year: number; readonly start: number; readonly end: number } | null {
  const clause = clauseBefore(reading, index);
  // 2022年前31门: no year of its own.
  const found = [...clause.matchAll(/((?:19|20)\d\d)年(?!以?前|以?后|之[前后]|以来|起)/g)].at(-1);
  if (!found) return null;
  const start = reading.quantities[index]!.start - clause.length + found.index;
  return { year: Number(found[1]), start, end: start + found[0].length };
}
