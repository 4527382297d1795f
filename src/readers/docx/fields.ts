/** Fields: Word keeps their instruction beside their result; only the result is text, and not of every field. */

/** Page numbers and tables of contents are made by the layout, not written by the author. */
const dropped = /^\s*(?:TOC|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b/i;

interface Field {
  instruction: string;
  inResult: boolean;
  dropped: boolean;
}

export function isDropped(instruction: string): boolean {
  return dropped.test(instruction);
}

export class Fields {
  #open: Field[] = [];
  /** How many of the open fields hide what stands in them: counted along, for a hostile file opens a million. */
  #hiding = 0;

  /** Whether text here belongs to no reader's eyes. */
  get silent(): boolean {
    return this.#hiding > 0;
  }

  mark(kind: string | null): void {
    const top = this.#open.at(-1);
    if (kind === "begin") {
      this.#open.push({ instruction: "", inResult: false, dropped: false });
      this.#hiding += 1;
    } else if (kind === "end" && top) {
      this.#open.pop();
      if (hides(top)) this.#hiding -= 1;
    } else if (kind === "separate" && top && !top.inResult) {
      top.inResult = true;
      top.dropped = isDropped(top.instruction);
      if (!top.dropped) this.#hiding -= 1;
    }
  }

  instruct(text: string): void {
    const top = this.#open.at(-1);
    if (top && top.instruction.length < 200) top.instruction += text;
  }

  /** An instruction ends within its paragraph; what a damaged file leaves open must not swallow the rest. */
  endParagraph(): void {
    if (this.#hiding === 0) return;
    this.#open = this.#open.filter((field) => field.inResult);
    this.#hiding = this.#open.filter(hides).length;
  }

  /** A real heading stands in no table of contents. */
  clear(): void {
    this.#open = [];
    this.#hiding = 0;
  }
}

function hides(field: Field): boolean {
  return !field.inResult || field.dropped;
}
