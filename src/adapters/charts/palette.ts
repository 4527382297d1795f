/**
 * Colours of official charts: restrained, and apart in lightness too, so that a black-and-white print
 * still tells one series from the next. Text and rules are greys.
 */

/** Neighbours differ in lightness by at least 20 of 100. */
export const seriesColours = ["#1f4e79", "#9db7d1", "#8a4b2a", "#d9bf8c", "#4f6f52", "#b7c9a8", "#5a5a5a", "#c4c4c4"] as const;

export const ink = "#262626";
export const quietInk = "#595959";
export const rule = "#bfbfbf";
export const paper = "#ffffff";

/** Ink on a fill: white on the dark colours, black on the light ones. */
export function inkOn(colour: string): string {
  return luminance(colour) < 0.4 ? paper : ink;
}

/** Relative luminance as a grey print shows it, 0–1. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
