/** Reads the little Markdown that the guide is written in: headings, paragraphs, lists, pictures, and in lines bold, code and links. */

export type Inline =
  | { readonly kind: "text" | "bold" | "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly to: string };

export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string; readonly anchor: string }
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: "picture"; readonly alt: string; readonly source: string };

/** Anchors as hosts of Markdown make them: lower case, punctuation dropped, spaces as hyphens. */
export function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

export function inlineOf(text: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(/\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g)) {
    if (match.index > at) found.push({ kind: "text", text: text.slice(at, match.index) });
    const [whole, bold, code, label, to] = match;
    if (bold !== undefined) found.push({ kind: "bold", text: bold });
    else if (code !== undefined) found.push({ kind: "code", text: code });
    else found.push({ kind: "link", text: label!, to: to! });
    at = match.index + whole.length;
  }
  if (at < text.length) found.push({ kind: "text", text: text.slice(at) });
  return found;
}

export function blocksOf(markdown: string): Block[] {
  return markdown
    .split(/\r?\n\s*\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part): Block => {
      const heading = /^(#{1,3}) (.+)$/.exec(part);
      if (heading) return { kind: "heading", level: heading[1]!.length as 1 | 2 | 3, text: heading[2]!, anchor: anchorOf(heading[2]!) };
      const picture = /^!\[([^\]]*)\]\(([^)\s]+)\)$/.exec(part);
      if (picture) return { kind: "picture", alt: picture[1]!, source: picture[2]! };
      const lines = part.split(/\r?\n/);
      const marker = /^(?:- |\d+\. )/;
      if (lines.every((line) => marker.test(line)))
        return { kind: "list", ordered: /^\d/.test(part), items: lines.map((line) => inlineOf(line.replace(marker, ""))) };
      return { kind: "paragraph", content: inlineOf(lines.join("")) };
    });
}
