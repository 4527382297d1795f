/** UnreadableDocument: the one way in which a reader refuses a file, with a line that says what was found and what to do. */
export class UnreadableDocument extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string) {
    super(`${zh} / ${en}`);
    this.name = "UnreadableDocument";
    this.zh = zh;
    this.en = en;
  }
}
