/**
 * What runs hold: text, tabs, breaks, and whether a reader sees them. The base of {@link PartReader}, which
 * knows the elements around runs.
 */
import { Fields } from "./fields.ts";
import { Flow, type Note, type Run } from "./flow.ts";
import { decodeXml, XmlTokens } from "./xml-tokens.ts";

export class TextReader {
  protected readonly tokens: XmlTokens;
  protected readonly part: string;
  protected flow: Flow;
  protected run: Run | null = null;
  /** The present run is hidden text. */
  protected hidden = false;
  /** More than 0 within what no reader sees. */
  protected mute = 0;
  protected readonly fields = new Fields();
  /** The tracked deletion around the present place. */
  protected deletion: { text: string } | null = null;

  constructor(part: string, xml: string, where: Note | null) {
    this.part = part;
    this.tokens = new XmlTokens(xml);
    this.flow = new Flow(where, part, null);
  }

  protected get silent(): boolean {
    return this.mute > 0 || this.hidden || this.fields.silent;
  }

  protected readRunProperties(): void {
    const tokens = this.tokens;
    const { start, depth } = tokens;
    for (let token = tokens.next(); token !== "end" && tokens.depth >= depth; token = tokens.next()) {
      if (tokens.name === "w:vanish" && token !== "close" && !/^(?:0|false|off)$/.test(tokens.attribute("w:val") ?? "")) this.hidden = true;
      if (token === "open" && tokens.name === "w:rPrChange") tokens.skip();
    }
    if (!this.run || this.run.whole) return;
    Object.assign(this.run.properties, { start, end: tokens.end });
    this.run.content = tokens.end;
  }

  /** Content of the element just opened, decoded. */
  protected plain(): string {
    const tokens = this.tokens;
    const { depth } = tokens;
    let text = "";
    for (let token = tokens.next(); token !== "end" && tokens.depth >= depth; token = tokens.next())
      if (token === "text") text += decodeXml(tokens.xml.slice(tokens.start, tokens.end));
    return text;
  }

  protected readText(divisible: boolean): void {
    const tokens = this.tokens;
    const { start: elementStart, end: from, xml } = tokens;
    const preserved = !divisible || tokens.attribute("xml:space") === "preserve";
    const deleted = tokens.name === "w:delText";
    const text = this.plain();
    if (this.silent || text === "") return;
    if (this.deletion) {
      this.deletion.text += text;
      return;
    }
    if (deleted || !this.run) return;
    const elementEnd = tokens.end;
    const to = xml.lastIndexOf("<", elementEnd - 1);
    // A comment or instruction within the element: it is read, but nothing may be put between its letters.
    const simple = xml.indexOf("<", from) === to;
    let [xmlStart, xmlEnd] = [from, to];
    if (!preserved && simple) {
      while (xmlStart < xmlEnd && isBlank(xml.charCodeAt(xmlStart))) xmlStart += 1;
      while (xmlEnd > xmlStart && isBlank(xml.charCodeAt(xmlEnd - 1))) xmlEnd -= 1;
    }
    const shown = (preserved || !simple ? text : decodeXml(xml.slice(xmlStart, xmlEnd))).replace(/[\t\r\n]/g, " ");
    if (shown !== "") this.#write(shown, xmlStart, xmlEnd, elementStart, elementEnd, divisible && simple);
  }

  protected readMark(open: boolean, text: string): void {
    const tokens = this.tokens;
    const { start } = tokens;
    if (open) tokens.skip();
    if (!this.run || this.silent) return;
    if (this.deletion) this.deletion.text += text;
    else this.#write(text, start, tokens.end, start, tokens.end, false);
  }

  #write(text: string, xmlStart: number, xmlEnd: number, elementStart: number, elementEnd: number, divisible: boolean): void {
    const flow = this.flow;
    const start = flow.at;
    flow.write(text);
    const { part, anchor } = flow;
    const run = this.run!;
    flow.segments.push({ start, end: flow.at, part, xmlStart, xmlEnd, elementStart, elementEnd, divisible, run, anchor });
  }
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
