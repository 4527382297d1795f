/** Text of a page under construction: white space folded, line ends only where a browser breaks. */

/** LibreOffice writes some of these into its pages. */
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;
/** A line end of the source between two Chinese letters is no space. */
const wrapped =
  /([\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef])[ \t]{0,40}\r?\n[ \t]{0,40}(?=[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef])/g;

export class HtmlText {
  readonly #pieces: string[] = [];
  /** What stands before the next words, if they stand on the same line or in the same cell. */
  #pending: "" | " " | "\n" = "";
  #last = "\n";
  length = 0;
  /** Where the last words ended. */
  wordsEnd = 0;

  /** Where the next words will stand. */
  get next(): number {
    return this.length + (this.#pending !== "" && this.#joins ? 1 : 0);
  }

  get #joins(): boolean {
    return this.#last !== "\n" && this.#last !== "\t";
  }

  write(words: string): void {
    const folded = words
      .replace(control, "")
      .replace(wrapped, "$1")
      .replace(/[ \t\r\n\f]+/g, " ");
    if (folded.startsWith(" ")) this.#space();
    const core = folded.slice(folded.startsWith(" ") ? 1 : 0, folded.length > 1 && folded.endsWith(" ") ? -1 : undefined);
    if (core !== "") {
      if (this.#pending !== "" && this.#joins) this.#push(this.#pending);
      this.#pending = "";
      this.#push(core);
      this.wordsEnd = this.length;
    }
    if (folded.endsWith(" ")) this.#space();
  }

  #space(): void {
    if (this.#pending === "") this.#pending = " ";
  }

  lineBreak(): void {
    this.#pending = "\n";
  }

  /** Between cells or rows of a table. */
  separator(mark: "\t" | "\n"): void {
    this.#pending = "";
    this.#push(mark);
  }

  /** Ends a block with a line feed and returns where its words end. */
  endBlock(): number {
    this.#pending = "";
    if (this.#last !== "\n") this.#push("\n");
    return this.wordsEnd;
  }

  #push(piece: string): void {
    this.#pieces.push(piece);
    this.length += piece.length;
    this.#last = piece.at(-1) ?? this.#last;
  }

  toString(): string {
    return this.#pieces.join("");
  }
}
