/**
 * A box of plain text in which figures bound to data stand as chips. Every change goes through the browser's own editing,
 * so that its undo works, input methods compose, and a screen reader hears name and value where the chip stands.
 */
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { type ChipWords, drawPassage, dressChips, type Figure, insertPassage, readPassage } from "./passage-dom.ts";

/** In the clipboard beside the text that people read: the passage with its references. */
const clipboardType = "application/x-zhibao-passage";

export interface PassageHandle {
  /** Puts {reference} where the caret was last, over what was selected, and the caret behind it. */
  readonly insert: (reference: string) => void;
  readonly focus: () => void;
}

interface PassageEditorProps {
  readonly ref: Ref<PassageHandle>;
  readonly value: string;
  readonly readOnly: boolean;
  readonly label: string;
  readonly placeholder: string;
  /** Characters that fit. */
  readonly most: number;
  readonly figureOf: (reference: string) => Figure;
  readonly words: ChipWords;
  readonly describedBy?: string;
  readonly onChange: (text: string) => void;
  readonly onLeave: () => void;
  /** "{" was typed: a figure is wanted here. */
  readonly onAsk: () => void;
  /** What was to be inserted has no room. */
  readonly onFull: () => void;
}

export function PassageEditor(props: PassageEditorProps) {
  const { ref, value, readOnly, label, placeholder, figureOf, words, describedBy } = props;
  const box = useRef<HTMLDivElement>(null);
  const caret = useRef<Range | null>(null);
  const composing = useRef(false);
  const latest = useRef(props);
  latest.current = props;

  useLayoutEffect(() => {
    const root = box.current!;
    if (!composing.current && readPassage(root) !== value) {
      drawPassage(root, value);
      caret.current = null;
    }
    root.classList.toggle("is-empty", value === "");
    dressChips(root, figureOf, words);
  }, [value, figureOf, words]);

  useEffect(() => {
    const keep = (): void => {
      const selection = getSelection();
      if (selection && selection.rangeCount > 0 && box.current?.contains(selection.anchorNode) && box.current.contains(selection.focusNode))
        caret.current = selection.getRangeAt(0).cloneRange();
    };
    document.addEventListener("selectionchange", keep);
    return () => document.removeEventListener("selectionchange", keep);
  }, []);

  const change = (): void => {
    if (composing.current) return;
    const root = box.current!;
    const text = readPassage(root);
    root.classList.toggle("is-empty", text === "");
    dressChips(root, latest.current.figureOf, latest.current.words);
    latest.current.onChange(text);
  };
  const focus = (): void => {
    const root = box.current!;
    const range = caret.current ?? document.createRange();
    root.focus();
    if (!caret.current) {
      range.selectNodeContents(root);
      range.collapse(false);
    }
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
  };
  const put = (text: string): void => {
    const { most, onFull } = latest.current;
    if ([...readPassage(box.current!)].length + [...text].length > most) onFull();
    else insertPassage(box.current!, text);
  };
  useImperativeHandle(ref, () => ({
    insert: (reference) => {
      focus();
      put(`{${reference}}`);
    },
    focus,
  }));

  useEffect(() => {
    const root = box.current!;
    const before = (event: InputEvent): void => {
      const { inputType, data } = event;
      if (inputType === "insertParagraph" || inputType === "insertLineBreak") {
        if (inputType === "insertLineBreak") return;
        event.preventDefault();
        document.execCommand("insertLineBreak");
      } else if (data === "{" || data === "｛") {
        event.preventDefault();
        latest.current.onAsk();
      } else if (inputType.startsWith("format")) event.preventDefault();
      else if (inputType === "insertText" && [...readPassage(root)].length >= latest.current.most) {
        event.preventDefault();
        latest.current.onFull();
      }
    };
    root.addEventListener("beforeinput", before);
    return () => root.removeEventListener("beforeinput", before);
  }, []);

  return (
    <div
      ref={box}
      className="passage"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      aria-readonly={readOnly}
      aria-describedby={describedBy}
      data-placeholder={placeholder}
      tabIndex={0}
      contentEditable={!readOnly}
      suppressContentEditableWarning
      spellCheck={false}
      onInput={change}
      onBlur={() => latest.current.onLeave()}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={() => {
        composing.current = false;
        change();
      }}
      onClick={(event) => {
        const chip = (event.target as HTMLElement).closest<HTMLElement>("[data-reference]");
        if (!chip || readOnly) return;
        // A chip is taken whole: what is inserted or typed next stands in its place.
        const range = document.createRange();
        range.selectNode(chip);
        getSelection()!.removeAllRanges();
        getSelection()!.addRange(range);
      }}
      onCopy={(event) => copy(event.nativeEvent, box.current!)}
      onCut={(event) => {
        copy(event.nativeEvent, box.current!);
        if (!readOnly) document.execCommand("delete");
      }}
      onPaste={(event) => {
        event.preventDefault();
        const { clipboardData } = event;
        const text = clipboardData.getData(clipboardType) || clipboardData.getData("text/plain");
        if (!readOnly) put(text.replace(/\r\n?/g, "\n"));
      }}
      onDragStart={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!readOnly) put(event.dataTransfer.getData("text/plain").replace(/\r\n?/g, "\n"));
      }}
    />
  );
}

/** For other programs the text with the values of its chips, for this one also the references. */
function copy(event: ClipboardEvent, root: HTMLElement): void {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !root.contains(selection.anchorNode)) return;
  const part = document.createElement("div");
  part.append(selection.getRangeAt(0).cloneContents());
  const passage = readPassage(part);
  for (const chip of part.querySelectorAll("[data-reference]")) chip.replaceWith(chip.lastElementChild?.textContent ?? "");
  event.clipboardData?.setData(clipboardType, passage);
  event.clipboardData?.setData("text/plain", readPassage(part));
  event.preventDefault();
}
