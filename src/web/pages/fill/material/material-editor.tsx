/** One text: section, title, body with figures bound to data, and how the report will print it. */
import { DeleteOutlined, FunctionOutlined } from "@ant-design/icons";
import { Button, Checkbox, Flex, Input, Popconfirm, Select } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useContext, useEffect, useRef, useState } from "react";
import { type MaterialContent, sameContent } from "../../../../app/desk/slots.ts";
import { isMaterial, materialSlot } from "../../../filling/slot.ts";
import type { PreviewParagraph } from "../../../filling/engine/preview.ts";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";
import { useFilling, useLive, useReturnView, useSlot } from "../context.ts";
import type { SectionOption } from "./sections.ts";
import { useFigureOptions } from "./figure-options.ts";

/** From the last key to writing into the working copy, in milliseconds: one step of undo for a run of typing. */
const rest = 600;

/** What is being typed, with the text and the revision on which that began. */
interface Draft {
  readonly title: string;
  readonly text: string;
  readonly base: number;
  readonly on: MaterialContent;
}

interface MaterialEditorProps {
  readonly id: string;
  readonly ledger: string;
  readonly sections: readonly SectionOption[];
}

export function MaterialEditor({ id, ledger, sections }: MaterialEditorProps) {
  const say = useWords(fillWords);
  const { language } = useContext(LanguageContext);
  const session = useFilling();
  const slot = materialSlot(id);
  const { content, revision } = useSlot(slot);
  const kept = isMaterial(content) ? content : { section: sections[0]!.code, title: "", text: "", chosen: false };
  const [draft, setDraft] = useState<Draft | null>(null);
  const area = useRef<TextAreaRef>(null);
  const canEdit = session.canEditSlot(ledger, slot);
  const figures = useFigureOptions(language);
  const title = draft?.title ?? kept.title;
  const text = draft?.text ?? kept.text;

  const latest = useRef({ draft, kept, revision });
  latest.current = { draft, kept, revision };
  const write = (change: Partial<MaterialContent> = {}): void => {
    const { draft: now, kept: before, revision: seen } = latest.current;
    if (!now && Object.keys(change).length === 0) return;
    // Where the text is what the typing began on, it is this person's own edit that was saved meanwhile: no clash with oneself.
    const base = !now || sameContent(before, now.on) ? seen : now.base;
    session.copy.edit([{ slot, base, content: { ...before, ...(now ? { title: now.title, text: now.text } : {}), ...change } }]);
    latest.current = { ...latest.current, draft: null };
    setDraft(null);
  };
  useEffect(() => {
    if (!draft) return undefined;
    const timer = setTimeout(() => write(), rest);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => () => write(), []);

  const type = (change: Partial<{ title: string; text: string }>): void =>
    setDraft({ title, text, base: draft?.base ?? revision, on: draft?.on ?? kept, ...change });
  const insert = (code: string): void => {
    const element = area.current?.resizableTextArea?.textArea;
    const [from, to] = element ? [element.selectionStart, element.selectionEnd] : [text.length, text.length];
    type({ text: `${text.slice(0, from)}{${code}}${text.slice(to)}` });
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(from + code.length + 2, from + code.length + 2);
    });
  };
  return (
    <Flex vertical gap={8} style={{ padding: 12 }}>
      <Flex gap={8} wrap align="center">
        <Select
          aria-label={say("section")}
          style={{ flex: "1 1 220px", minWidth: 0 }}
          disabled={!canEdit}
          value={kept.section}
          options={sections.map((section) => ({ value: section.code, label: section.title }))}
          onChange={(section) => write({ section })}
        />
        <Checkbox disabled={!canEdit} checked={kept.chosen} onChange={(event) => write({ chosen: event.target.checked })}>
          {say("chosenText")}
        </Checkbox>
        {canEdit && (
          <Popconfirm title={say("removeTextSure", { title })} onConfirm={() => session.copy.edit([{ slot, content: null }])}>
            <Button icon={<DeleteOutlined />} aria-label={say("removeText")} />
          </Popconfirm>
        )}
      </Flex>
      <Input
        aria-label={say("textTitle")}
        placeholder={say("textTitle")}
        readOnly={!canEdit}
        maxLength={200}
        value={title}
        onChange={(event) => type({ title: event.target.value })}
        onBlur={() => write()}
      />
      <Input.TextArea
        ref={area}
        aria-label={say("textBody")}
        placeholder={say("textBody")}
        readOnly={!canEdit}
        autoSize={{ minRows: 8, maxRows: 18 }}
        maxLength={50_000}
        value={text}
        onChange={(event) => type({ text: event.target.value })}
        onBlur={() => write()}
      />
      <Flex justify="space-between" align="center" gap={8} wrap>
        {canEdit ? (
          <Select
            aria-label={say("insertFigure")}
            placeholder={
              <>
                <FunctionOutlined /> {say("insertFigure")}
              </>
            }
            style={{ width: 280 }}
            showSearch={{ optionFilterProp: "search" }}
            value={null}
            options={figures}
            onChange={(code: string | null) => code !== null && insert(code)}
          />
        ) : (
          <span />
        )}
        <span className="muted" style={{ whiteSpace: "nowrap" }}>
          {say("characters", { count: [...text.replace(/\s/g, "")].length })}
        </span>
      </Flex>
      {canEdit && (
        <span className="muted" style={{ fontSize: 13 }}>
          {say("insertHint")}
        </span>
      )}
      <Preview title={title} text={text} />
    </Flex>
  );
}

function Preview({ title, text }: { readonly title: string; readonly text: string }) {
  const say = useWords(fillWords);
  const { engine } = useFilling();
  const { organisationName } = useReturnView();
  const live = useLive();
  const [paragraphs, setParagraphs] = useState<readonly PreviewParagraph[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void engine.preview(title, text).then((found) => {
        if (isCurrent) setParagraphs(found);
      });
    }, 250);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // `live` changes when figures do.
  }, [engine, title, text, live]);
  if (text.trim() === "") return null;
  const sentences = (all: string): number => (all.match(/[。！？]/g) ?? []).length;
  const printed = paragraphs.map((paragraph) => paragraph.runs.map((run) => run.text).join("")).join("");
  return (
    <section className="material-preview" aria-label={say("preview")}>
      <Flex justify="space-between" gap={8} wrap>
        <strong>{say("preview")}</strong>
        <span className="muted" style={{ fontSize: 13 }}>
          {say("previewHint")}
        </span>
      </Flex>
      {paragraphs.map((paragraph, at) => (
        <p key={at}>
          {paragraph.runs.map((run, position) =>
            run.kind === "text" ? (
              run.text
            ) : (
              <span key={position} className={run.kind}>
                {run.text}
              </span>
            ),
          )}
        </p>
      ))}
      {sentences(printed) < sentences(text) && <p className="material-missing">{say("noValueYet")}</p>}
      <BoundFigures text={text} />
      <span className="muted" style={{ fontSize: 12 }}>
        {organisationName}
      </span>
    </section>
  );
}

/** What the codes in the text mean, each once: nobody has to know them. */
function BoundFigures({ text }: { readonly text: string }) {
  const say = useWords(fillWords);
  const { language } = useContext(LanguageContext);
  const { index } = useFilling();
  const codes = [...new Set([...text.matchAll(/\{(?:\w+ )?([A-Za-z]+\.[A-Za-z]+)[^{}]*\}/g)].map((match) => match[1]!))];
  if (codes.length === 0) return null;
  return (
    <div className="muted" style={{ fontSize: 13 }}>
      {say("boundFigures")}
      {codes
        .map((code) => {
          const measure = index.elements.get(code) ?? index.indicators.get(code);
          return `{${code}} ${measure ? `${measure[language]}（${measure.unit}）` : say("unknownFigure")}`;
        })
        .join(language === "zh" ? "；" : "; ")}
    </div>
  );
}
