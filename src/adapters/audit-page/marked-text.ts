/** Writes stretches of the text with their marks: quantities, findings' places, tracked changes. */
import { codeNames, tierNames, tierOrder } from "../../core/auditing/code-names.ts";
import type { Document, TrackedChange } from "../../core/auditing/document.ts";
import type { AuditFinding, AuditResult } from "../../core/auditing/finding.ts";
import type { Tier } from "../../core/definition/check.ts";
import { escapeHtml } from "../site/html-text.ts";
import { type Language, say } from "./messages.ts";
import { type Place, type Segment, segmentsOf } from "./segments.ts";

/** A longer stretch is its own name: a label would only repeat it. */
const longestLabel = 40;

export class MarkedText {
  readonly #text: string;
  readonly #findings: readonly AuditFinding[];
  readonly #language: Language;
  readonly #segments: readonly Segment[];
  readonly #reached = new Set<string>();
  #next = 0;

  constructor(document: Document, result: AuditResult, language: Language) {
    this.#text = document.text;
    this.#findings = result.findings;
    this.#language = language;
    this.#segments = segmentsOf(document, result);
  }

  /** Calls must go forwards through the text; what stands between two characters that no call covers moves on to the next. */
  html(start: number, end: number): string {
    const parts: string[] = [];
    let at = start;
    for (;;) {
      const segment = this.#segments[this.#next];
      if (!segment || segment.start > end || (segment.start === end && segment.start < segment.end)) break;
      const from = Math.max(segment.start, at);
      const to = Math.min(segment.end, end);
      if (segment.start === segment.end) {
        if (from > at) parts.push(escapeHtml(this.#text.slice(at, from)));
        parts.push(this.#point(segment));
        at = from;
      } else if (from < to) {
        if (from > at) parts.push(escapeHtml(this.#text.slice(at, from)));
        parts.push(this.#piece(segment, from, to));
        at = to;
      }
      if (segment.end > end) break;
      this.#next += 1;
    }
    if (at < end) parts.push(escapeHtml(this.#text.slice(at, end)));
    return parts.join("");
  }

  #piece(segment: Segment, start: number, end: number): string {
    const text = this.#text.slice(start, end);
    const escaped = escapeHtml(text);
    const marked =
      segment.quantity === null && segment.places.length === 0
        ? escaped
        : `<span${this.#attributes(segment, text, end === segment.end)}>${escaped}</span>`;
    return segment.inserted ? `<ins title="${this.#changeTitle(segment.inserted)}">${marked}</ins>` : marked;
  }

  #point(segment: Segment): string {
    const deleted = segment.deleted.map((change) => `<del title="${this.#changeTitle(change)}">${escapeHtml(change.text)}</del>`).join("");
    if (segment.places.length === 0) return deleted;
    const text = segment.deleted.map((change) => change.text).join("");
    return `<span${this.#attributes(segment, text, true)}>${deleted}</span>`;
  }

  #attributes(segment: Segment, text: string, whole: boolean): string {
    const { places, quantity } = segment;
    const [tier] = this.#tiers(places);
    const classes = ["m", ...(quantity === null ? [] : ["q"]), ...(tier ? [tier] : []), ...(text === "" ? ["point"] : [])];
    let attributes = ` class="${classes.join(" ")}"`;
    if (places.length > 0) attributes += ` data-f="${places.map(placeKey).join(" ")}"`;
    if (quantity !== null) attributes += ` data-q="${quantity}"`;
    if (whole && segment.closing.length > 0)
      attributes += ` data-n="${[...new Set(segment.closing.map((place) => place.finding + 1))].join(",")}"`;
    if (!this.#reachNew(segment)) return attributes;
    attributes += ' tabindex="0" role="button"';
    return places.length > 0 && text.length <= longestLabel ? `${attributes} aria-label="${this.#label(places, text)}"` : attributes;
  }

  /** Only the first piece of a mark is a stop of the Tab key. */
  #reachNew({ quantity, places }: Segment): boolean {
    const keys = [...(quantity === null ? [] : [`q${quantity}`]), ...places.map(placeKey)];
    const fresh = keys.filter((key) => !this.#reached.has(key));
    for (const key of fresh) this.#reached.add(key);
    return fresh.length > 0;
  }

  #tiers(places: readonly Place[]): Tier[] {
    return tierOrder.filter((tier) => places.some((place) => this.#findings[place.finding]?.tier === tier));
  }

  #label(places: readonly Place[], text: string): string {
    const names = [...new Set(places.map((place) => place.finding))].flatMap((index) => {
      const finding = this.#findings[index];
      return finding ? [`${tierNames[finding.tier][this.#language]} ${codeNames[finding.code][this.#language]}`] : [];
    });
    return escapeHtml([...(text === "" ? [] : [text]), ...names].join(this.#language === "zh" ? "，" : ", "));
  }

  #changeTitle(change: TrackedChange): string {
    return escapeHtml(say(change.kind, this.#language, { author: change.author }));
  }
}

/** "3.0": third finding's first span; the page's script looks places up by it. */
export function placeKey(place: Place): string {
  return `${place.finding + 1}.${place.span}`;
}
