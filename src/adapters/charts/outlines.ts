/**
 * Reads glyph outlines from a TrueType font, so that charts can be drawn without a text engine: resvg
 * 2.6 reads the whole 15 MB font again for every piece of text (9 ms each), outlines take microseconds.
 * Covers what Chinese labels need: cmap format 12, simple and composite glyphs, no shaping.
 */
import { readFileSync } from "node:fs";

export interface GlyphFont {
  readonly unitsPerEm: number;
  /** Width of `text` in font units. */
  width(text: string): number;
  /** SVG path data of `text`, its baseline at (x, y), scaled to `size` px; starts at x. */
  path(text: string, x: number, y: number, size: number): string;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

const loaded = new Map<string, GlyphFont>();

/** The font in `file`, read once. @throws for a file that is no TrueType font with a format 12 character map. */
export function glyphFont(file: string): GlyphFont {
  let font = loaded.get(file);
  if (!font) loaded.set(file, (font = new TrueType(readFileSync(file))));
  return font;
}

class TrueType implements GlyphFont {
  readonly unitsPerEm: number;
  readonly #bytes: Buffer;
  readonly #tables = new Map<string, number>();
  readonly #cmap: number;
  readonly #longMetrics: number;
  readonly #longOffsets: boolean;
  readonly #contours = new Map<number, readonly (readonly Point[])[]>();

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const count = bytes.readUInt16BE(4);
    for (let at = 12; at < 12 + count * 16; at += 16) this.#tables.set(bytes.toString("latin1", at, at + 4), bytes.readUInt32BE(at + 8));
    this.unitsPerEm = bytes.readUInt16BE(this.#table("head") + 18);
    this.#longOffsets = bytes.readInt16BE(this.#table("head") + 50) === 1;
    this.#longMetrics = bytes.readUInt16BE(this.#table("hhea") + 34);
    this.#cmap = this.#findCharacterMap();
  }

  #table(tag: string): number {
    const offset = this.#tables.get(tag);
    if (offset === undefined) throw new Error(`font lacks table ${tag}`);
    return offset;
  }

  #findCharacterMap(): number {
    const start = this.#table("cmap");
    for (let index = 0; index < this.#bytes.readUInt16BE(start + 2); index += 1) {
      const offset = start + this.#bytes.readUInt32BE(start + 8 + index * 8);
      if (this.#bytes.readUInt16BE(offset) === 12) return offset;
    }
    throw new Error("font lacks a character map of format 12");
  }

  /** Glyph of a code point; 0 (the box for unknown characters) when the font lacks it. */
  #glyph(codePoint: number): number {
    let low = 0;
    let high = this.#bytes.readUInt32BE(this.#cmap + 12) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = this.#cmap + 16 + middle * 12;
      if (codePoint < this.#bytes.readUInt32BE(group)) high = middle - 1;
      else if (codePoint > this.#bytes.readUInt32BE(group + 4)) low = middle + 1;
      else return this.#bytes.readUInt32BE(group + 8) + codePoint - this.#bytes.readUInt32BE(group);
    }
    return 0;
  }

  #advance(glyph: number): number {
    return this.#bytes.readUInt16BE(this.#table("hmtx") + Math.min(glyph, this.#longMetrics - 1) * 4);
  }

  width(text: string): number {
    let width = 0;
    for (const character of text) width += this.#advance(this.#glyph(character.codePointAt(0) ?? 0));
    return width;
  }

  path(text: string, x: number, y: number, size: number): string {
    const scale = size / this.unitsPerEm;
    let pen = x;
    let data = "";
    for (const character of text) {
      const glyph = this.#glyph(character.codePointAt(0) ?? 0);
      for (const contour of this.#outline(glyph)) data += contourPath(contour, pen, y, scale);
      pen += this.#advance(glyph) * scale;
    }
    return data;
  }

  #outline(glyph: number): readonly (readonly Point[])[] {
    let contours = this.#contours.get(glyph);
    if (!contours) this.#contours.set(glyph, (contours = this.#readOutline(glyph)));
    return contours;
  }

  #readOutline(glyph: number): readonly (readonly Point[])[] {
    const loca = this.#table("loca");
    const offset = (index: number): number =>
      this.#longOffsets ? this.#bytes.readUInt32BE(loca + index * 4) : this.#bytes.readUInt16BE(loca + index * 2) * 2;
    const start = offset(glyph);
    if (start === offset(glyph + 1)) return [];
    const at = this.#table("glyf") + start;
    const count = this.#bytes.readInt16BE(at);
    return count < 0 ? this.#readComposite(at + 10) : this.#readSimple(at + 10, count);
  }

  #readSimple(start: number, count: number): readonly (readonly Point[])[] {
    const bytes = this.#bytes;
    const ends = Array.from({ length: count }, (_, index) => bytes.readUInt16BE(start + index * 2));
    const total = (ends.at(-1) ?? -1) + 1;
    let at = start + count * 2;
    at += 2 + bytes.readUInt16BE(at);
    const flags: number[] = [];
    while (flags.length < total) {
      const flag = bytes.readUInt8(at++);
      const repeat = flag & 8 ? bytes.readUInt8(at++) : 0;
      for (let each = 0; each <= repeat; each += 1) flags.push(flag);
    }
    const coordinates = (short: number, same: number): number[] => {
      let value = 0;
      return flags.map((flag) => {
        if (flag & short) value += flag & same ? bytes.readUInt8(at++) : -bytes.readUInt8(at++);
        else if (!(flag & same)) {
          value += bytes.readInt16BE(at);
          at += 2;
        }
        return value;
      });
    };
    const xs = coordinates(2, 16);
    const ys = coordinates(4, 32);
    const points = flags.map((flag, index): Point => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (flag & 1) === 1 }));
    return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
  }

  #readComposite(start: number): readonly (readonly Point[])[] {
    const bytes = this.#bytes;
    const contours: Point[][] = [];
    let at = start;
    for (let more = true; more;) {
      const flags = bytes.readUInt16BE(at);
      const glyph = bytes.readUInt16BE(at + 2);
      at += 4;
      const words = (flags & 1) === 1;
      const dx = words ? bytes.readInt16BE(at) : bytes.readInt8(at);
      const dy = words ? bytes.readInt16BE(at + 2) : bytes.readInt8(at + 1);
      at += words ? 4 : 2;
      let [a, b, c, d] = [1, 0, 0, 1];
      const fixed = (): number => bytes.readInt16BE((at += 2) - 2) / 16384;
      if (flags & 8) a = d = fixed();
      else if (flags & 64) [a, d] = [fixed(), fixed()];
      else if (flags & 128) [a, b, c, d] = [fixed(), fixed(), fixed(), fixed()];
      for (const contour of this.#outline(glyph))
        contours.push(contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })));
      more = (flags & 32) !== 0;
    }
    return contours;
  }
}

/** A closed contour of quadratic curves: between two points off the curve lies an implied one on it. */
function contourPath(points: readonly Point[], x: number, y: number, scale: number): string {
  const count = points.length;
  if (count < 2) return "";
  const at = (index: number): Point => points[index % count] ?? { x: 0, y: 0, on: true };
  const write = (px: number, py: number): string => `${(x + px * scale).toFixed(2)} ${(y - py * scale).toFixed(2)}`;
  const middle = (left: Point, right: Point): Point => ({ x: (left.x + right.x) / 2, y: (left.y + right.y) / 2, on: true });
  // -1 when every point is off the curve: the contour then starts between its last and its first point.
  const first = points.findIndex((point) => point.on);
  const start = first >= 0 ? at(first) : middle(at(count - 1), at(0));
  let data = `M${write(start.x, start.y)}`;
  for (let step = 1; step <= count; step += 1) {
    const point = at(first + step);
    if (point.on) {
      data += `L${write(point.x, point.y)}`;
      continue;
    }
    const next = step === count ? start : at(first + step + 1);
    const end = next.on ? next : middle(point, next);
    data += `Q${write(point.x, point.y)} ${write(end.x, end.y)}`;
    if (next.on) step += 1;
  }
  return `${data}Z`;
}
