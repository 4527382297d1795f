/**
 * Pulls tags and text out of an XML part, with their offsets: whoever writes into the part later must splice
 * at the very same places, so no tree is built. Refuses what an office file never holds and an attacker
 * does: document types, entities of one's own, bottomless nesting.
 */
import { UnreadableDocument } from "../unreadable.ts";
import { damaged } from "./zip.ts";

export type Token = "open" | "close" | "empty" | "text" | "end";

const deepest = 400;

/** Namespaces whose elements we know, by their usual prefix; the strict ones of ISO 29500 as well. */
const namespaces: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
};

export class XmlTokens {
  readonly xml: string;
  /** Of the present token. `name` bears the usual prefix, whatever the file calls it. */
  name = "";
  start = 0;
  end = 0;
  /** Elements that are open; the present one counts once it was opened. */
  depth = 0;
  #at = 0;
  /** The file's prefixes that differ from the usual ones. */
  readonly #prefixes = new Map<string, string>();

  constructor(xml: string) {
    this.xml = xml;
    this.#at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  next(): Token {
    const { xml } = this;
    for (;;) {
      this.start = this.#at;
      if (this.#at >= xml.length) {
        if (this.depth > 0) throw damaged();
        this.end = this.#at;
        return "end";
      }
      if (xml.charCodeAt(this.#at) !== 60) {
        const open = xml.indexOf("<", this.#at);
        this.end = this.#at = open < 0 ? xml.length : open;
        return "text";
      }
      const following = xml.charCodeAt(this.#at + 1);
      if (following === 63) this.#skip("?>");
      else if (following === 33) {
        if (xml.startsWith("<!--", this.#at)) this.#skip("-->");
        else throw refused();
      } else return this.#tag(following === 47);
    }
  }

  /** Goes past the present element, which was just opened, and all that it holds. */
  skip(): void {
    const { depth } = this;
    while (this.depth >= depth) if (this.next() === "end") return;
  }

  /** Decoded value of the present tag's attribute (with its usual prefix), or null. */
  attribute(name: string): string | null {
    const colon = name.indexOf(":");
    if (colon > 0 && this.#prefixes.size > 0) {
      for (const [prefix, usual] of this.#prefixes)
        if (usual === name.slice(0, colon)) return this.#written(`${prefix}${name.slice(colon)}`) ?? this.#written(name);
    }
    return this.#written(name);
  }

  #written(name: string): string | null {
    // Within the tag only: sought in the whole part, an absent attribute would cost a pass over the rest.
    const tag = this.xml.slice(this.start, this.end);
    for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
      const from = at + name.length + 2;
      const quote = tag[from - 1];
      if (tag.charCodeAt(at - 1) > 32 || tag[from - 2] !== "=" || (quote !== '"' && quote !== "'")) continue;
      const to = tag.indexOf(quote, from);
      return to < 0 ? null : decodeXml(tag.slice(from, to));
    }
    return null;
  }

  #skip(mark: string): void {
    const found = this.xml.indexOf(mark, this.#at + 2);
    if (found < 0) throw damaged();
    this.#at = found + mark.length;
  }

  #tag(closing: boolean): Token {
    const { xml } = this;
    const close = tagEnd(xml, this.#at);
    if (close < 0) throw damaged();
    this.end = this.#at = close + 1;
    const from = this.start + (closing ? 2 : 1);
    let to = from;
    while (to < close && xml.charCodeAt(to) > 32 && xml.charCodeAt(to) !== 47) to += 1;
    this.name = this.#usual(xml.slice(from, to));
    if (closing) {
      this.depth -= 1;
      if (this.depth < 0) throw damaged();
      return "close";
    }
    if (this.depth === 0) this.#readPrefixes();
    if (xml.charCodeAt(close - 1) === 47) return "empty";
    this.depth += 1;
    if (this.depth > deepest) throw refused();
    return "open";
  }

  #usual(name: string): string {
    if (this.#prefixes.size === 0) return name;
    const colon = name.indexOf(":");
    const usual = this.#prefixes.get(colon < 0 ? "" : name.slice(0, colon));
    return usual === undefined ? name : `${usual}:${name.slice(colon + 1)}`;
  }

  #readPrefixes(): void {
    for (const [, prefix = "", address = ""] of this.xml.slice(this.start, this.end).matchAll(/\sxmlns(?::([\w.-]+))?=["']([^"']*)["']/g)) {
      const usual = namespaces[address];
      if (usual !== undefined && usual !== prefix) this.#prefixes.set(prefix, usual);
    }
    this.name = this.#usual(this.name);
  }
}

/** Where the tag that starts at `from` closes: a ">" outside of quotes. */
function tagEnd(xml: string, from: number): number {
  const close = xml.indexOf(">", from);
  if (close < 0) return -1;
  let quote = 0;
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at;
    else if (code === 34 || code === 39) quote = code;
    else if (code === 60 && at > from) throw damaged();
  }
  return -1;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** What the reference that starts at `text[at]` ("&") stands for, and how long it is. */
export function reference(text: string, at: number): { readonly value: string; readonly length: number } {
  const semicolon = text.indexOf(";", at);
  const name = semicolon < 0 || semicolon - at > 10 ? "" : text.slice(at + 1, semicolon);
  const plain = Object.hasOwn(entities, name) ? entities[name] : undefined;
  if (plain !== undefined) return { value: plain, length: name.length + 2 };
  const numeric = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  const code = numeric ? Number.parseInt(numeric[1] ?? numeric[2] ?? "", numeric[1] === undefined ? 10 : 16) : 0;
  if (code <= 0 || code > 0x10ffff) throw refused();
  return { value: String.fromCodePoint(code), length: name.length + 2 };
}

/** Text with its references resolved. */
export function decodeXml(text: string): string {
  let at = text.indexOf("&");
  if (at < 0) return text;
  let decoded = "";
  let from = 0;
  while (at >= 0) {
    const { value, length } = reference(text, at);
    decoded += text.slice(from, at) + value;
    from = at + length;
    at = text.indexOf("&", from);
  }
  return decoded + text.slice(from);
}

function refused(): UnreadableDocument {
  return new UnreadableDocument(
    "文件内含 Word 不会写出的 XML（实体声明、CDATA 或嵌套过深），拒绝打开。请在 Word 或 WPS 中另存为 .docx 再交来",
    "the file holds XML that Word never writes (document type, own entities, CDATA or bottomless nesting); save it again from Word or WPS",
  );
}
