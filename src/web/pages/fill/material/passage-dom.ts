/** A passage as elements of the page and back: text, line breaks, and each {reference} as one chip that is never edited from within. */
import { passageParts } from "../../../../core/definition/reference-name.ts";

/** What a chip says: the name, and the value of today; null where there is none yet. */
export interface Figure {
  readonly name: string | null;
  readonly value: string | null;
}

export interface ChipWords {
  readonly missing: string;
  readonly unknown: string;
  readonly title: (figure: Figure) => string;
}

/** A line break at the very end of an editable box is not seen: browsers keep one there so that an empty last line can hold the caret. */
export function readPassage(root: Node): string {
  let text = "";
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child instanceof Text) text += child.data.replaceAll("\u200b", "").replaceAll("\u00a0", " ");
      else if (!(child instanceof HTMLElement)) continue;
      else if (child.dataset.reference !== undefined) text += `{${child.dataset.reference}}`;
      else if (child.tagName === "BR") text += "\n";
      else {
        if (/^(?:DIV|P|LI)$/.test(child.tagName) && text !== "" && !text.endsWith("\n")) text += "\n";
        walk(child);
      }
    }
  };
  walk(root);
  return text.endsWith("\n") ? text.slice(0, -1) : text;
}

function passageHtml(text: string): string {
  return passageParts(text)
    .map((part) => (part.reference === undefined ? escaped(part.text) : chipHtml(part.reference)))
    .join("");
}

export function drawPassage(root: HTMLElement, text: string): void {
  root.innerHTML = passageHtml(text.endsWith("\n") ? `${text}\n` : text);
}

/** Puts a passage where the caret is, over what is selected, as one step of undo, and the caret behind it. */
export function insertPassage(root: HTMLElement, text: string): void {
  const before = new Set(root.querySelectorAll("[data-reference]"));
  document.execCommand("insertHTML", false, passageHtml(text));
  // Browsers leave the caret before a chip at the end of what they inserted.
  const last = text.endsWith("}") ? [...root.querySelectorAll("[data-reference]")].findLast((chip) => !before.has(chip)) : undefined;
  if (last) getSelection()!.collapse(last.parentNode, [...last.parentNode!.childNodes].indexOf(last) + 1);
}

/** Chips say what the figures are now; text nodes are changed in place, so that undo keeps its hold on them. */
export function dressChips(root: HTMLElement, figureOf: (reference: string) => Figure, words: ChipWords): void {
  for (const chip of root.querySelectorAll<HTMLElement>("[data-reference]")) {
    const reference = chip.dataset.reference!;
    const figure = figureOf(reference);
    const state = figure.name === null ? "unknown" : figure.value === null ? "missing" : "known";
    chip.className = `passage-chip ${state}`;
    chip.title = words.title(figure);
    const said = figure.name === null ? [reference, words.unknown] : [figure.name, figure.value ?? words.missing];
    const [name, value] = [chip.firstElementChild, chip.lastElementChild];
    if (name && value && name !== value) [name, value].forEach((part, at) => say(part, said[at]!));
    else chip.innerHTML = said.map((part) => `<span>${escaped(part)}</span>`).join(" ");
  }
}

function say(part: Element, text: string): void {
  const node = part.firstChild;
  if (!(node instanceof Text)) part.textContent = text;
  else if (node.data !== text) node.data = text;
}

function chipHtml(reference: string): string {
  return `<span class="passage-chip" contenteditable="false" data-reference="${escaped(reference)}"><span>${escaped(reference)}</span> <span>…</span></span>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
