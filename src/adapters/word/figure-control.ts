/**
 * A printed figure in Word: a content control whose tag and alias are the figure's id, around a bookmark
 * of the same name. LibreOffice 7.4 loses tag and alias and keeps the bookmark; so an auditor finds the
 * figure again whichever program saved the file last. The control holds rich text: of a plain-text one
 * (w:text) LibreOffice writes the content twice.
 */
import { BookmarkEnd, BookmarkStart, BuilderElement, TextRun } from "docx";
import type { IRunOptions, ParagraphChild, XmlComponent } from "docx";

const valued = (name: string, value: string): BuilderElement<{ value: string }> =>
  new BuilderElement({ name, attributes: { value: { key: "w:val", value } } });

/** docx types what a paragraph may hold as a closed list of classes; elements of our own making are its children all the same. */
const asChild = (element: XmlComponent): ParagraphChild => element as unknown as ParagraphChild;

/** Gives controls and bookmarks their numbers, in order, within one document. */
export class FigureControls {
  #count = 0;
  readonly #seen = new Set<string>();

  /** The control around `text`; only a figure's first control carries its bookmark, for names must be unique. */
  control(figure: string, text: string, format: IRunOptions): ParagraphChild {
    const run = new TextRun({ ...format, text });
    const first = !this.#seen.has(figure);
    this.#seen.add(figure);
    const content = first ? this.#bookmarked(figure, run) : [run];
    this.#count += 1;
    const properties = [valued("w:alias", figure), valued("w:tag", figure), valued("w:id", String(100_000 + this.#count))];
    return asChild(
      new BuilderElement({
        name: "w:sdt",
        children: [
          new BuilderElement({ name: "w:sdtPr", children: properties }),
          new BuilderElement({ name: "w:sdtContent", children: content }),
        ],
      }),
    );
  }

  /** `content` within a bookmark. */
  bookmarked(name: string, content: TextRun): ParagraphChild[] {
    return this.#bookmarked(name, content).map(asChild);
  }

  #bookmarked(name: string, content: TextRun): XmlComponent[] {
    this.#count += 1;
    return [new BookmarkStart(name, this.#count), content, new BookmarkEnd(this.#count)];
  }
}
