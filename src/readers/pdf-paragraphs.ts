/** From the lines of all pages to paragraphs: running heads and page numbers go, lines that only wrap are joined. */
import { habitOf, isContentsEntry, isListItem } from "./heading-habits.ts";
import type { PdfLine } from "./pdf-lines.ts";

/** Each paragraph on one line. */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): string[] {
  const body = withoutRunningHeads(pages);
  const lines = body.flat();
  if (lines.length === 0) return [];
  const whole = margins(lines.filter(({ area }) => area === undefined));
  const paragraphs: string[] = [];
  let before: PdfLine | null = null;
  for (const line of lines) {
    if (before && continues(before, line, line.area ?? whole, before.area ?? whole))
      paragraphs.push(join(paragraphs.pop() ?? "", line.text));
    else paragraphs.push(line.text);
    before = line;
  }
  return paragraphs;
}

/** The text area: where most of the long lines begin and end. */
function margins(lines: readonly PdfLine[]): { readonly left: number; readonly right: number } {
  const rights = lines.map((line) => line.right).sort((a, b) => a - b);
  const right = rights[Math.floor(rights.length * 0.95)] ?? 0;
  const full = lines.filter((line) => line.right > right - 2 * line.height && !line.text.includes("\t"));
  const counts = new Map<number, number>();
  for (const line of full) counts.set(Math.round(line.left), (counts.get(Math.round(line.left)) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count * 10 >= full.length).map(([place]) => place);
  return { left: Math.min(...(common.length > 0 ? common : lines.map((line) => line.left))), right };
}

function continues(before: PdfLine, line: PdfLine, { left }: { readonly left: number }, { right }: { readonly right: number }): boolean {
  const { height } = before;
  if (before.text.includes("\t") || line.text.includes("\t") || isContentsEntry(before.text) || isContentsEntry(line.text)) return false;
  if (Math.abs(line.height - height) > 0.15 * height) return false;
  if (before.right < right - 1.8 * height || line.left > left + 0.9 * height) return false;
  if (isListItem(line.text)) return false;
  return habitOf(before.text) === null || !/^[。，；：、]/u.test(line.text) ? habitOf(line.text) === null : true;
}

function join(before: string, after: string): string {
  const words = /[A-Za-z,.;]$/.test(before) && /^[A-Za-z]/.test(after);
  return before + (words ? " " : "") + after;
}

/** How many lines at the top and bottom of a page can be its frame. */
const frame = 2;

function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const counts = new Map<string, number>();
  for (const page of pages) for (const key of new Set(framed(page).map(frameKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return pages.map((page) => {
    const edges = new Set(framed(page));
    return page.filter((line) => {
      if (!edges.has(line)) return true;
      if (isPageNumber(line.text)) return false;
      const count = counts.get(frameKey(line)) ?? 0;
      return count < 3 || count * 2 <= pages.length;
    });
  });
}

function framed(page: readonly PdfLine[]): PdfLine[] {
  return page.filter((_, at) => at < frame || at >= page.length - frame);
}

/** The same words, but for digits, at the same height. */
function frameKey(line: PdfLine): string {
  return `${Math.round(line.y / 3)} ${line.text.replace(/\d+/g, "#")}`;
}

function isPageNumber(text: string): boolean {
  return /^[—–\-·\s]{0,4}(?:第\s?)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s?页)?(?:\s?[/／]?\s?共?\s?\d{1,4}\s?页?)?[—–\-·\s]{0,4}$/iu.test(text);
}
