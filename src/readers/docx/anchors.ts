/** Marks that begin at one place and end at another: ranges of comments, and bookmarks of our figures. */
import type { Flow } from "./flow.ts";
import type { XmlTokens } from "./xml-tokens.ts";

/** LibreOffice renames a bookmark that it finds twice: f32_Copy_1. */
const figureName = /^(f\d{1,6})(?:_Copy_\d+)?$/;

/** The figure's id in a tag or a bookmark's name, or null. */
export function figureOf(name: string | null): string | null {
  return figureName.exec(name ?? "")?.[1] ?? null;
}

export class Anchors {
  readonly #comments = new Map<string, { flow: Flow; start: number }>();
  readonly #bookmarks = new Map<string, { id: string; flow: Flow; start: number }>();
  readonly #placed = new Set<string>();

  /** Takes the mark that is the present token. */
  mark(tokens: XmlTokens, flow: Flow): void {
    const id = tokens.attribute("w:id") ?? "";
    if (tokens.name === "w:bookmarkStart") {
      const figure = figureOf(tokens.attribute("w:name"));
      if (figure !== null) this.#bookmarks.set(id, { id: figure, flow, start: flow.at });
    } else if (tokens.name === "w:bookmarkEnd") {
      const begun = this.#bookmarks.get(id);
      if (begun?.flow === flow && flow.at > begun.start) flow.bookmarks.push({ id: begun.id, start: begun.start, end: flow.at });
    } else if (tokens.name === "w:commentRangeStart") this.#comments.set(id, { flow, start: flow.at });
    else this.#place(id, flow);
  }

  /** At the end of its range, or at its reference when it has no range; in the flow where it began. */
  #place(id: string, flow: Flow): void {
    if (this.#placed.has(id)) return;
    this.#placed.add(id);
    const begun = this.#comments.get(id);
    const at = begun?.flow ?? flow;
    at.comments.push({ id, start: begun?.start ?? at.at, end: at.at });
  }
}
