/** One text: section, title, body with figures bound to data, and how the report will print it. */
import { DeleteOutlined, FunctionOutlined } from "@ant-design/icons";
import { Button, Checkbox, Flex, Input, Popconfirm, Select } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useContext, useEffect, useRef, useState } from "react";
import { isMaterial, materialSlot } from "../../../filling/slot.ts";
import type { PreviewParagraph } from "../../../filling/engine/preview.ts";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";
import { useFilling, useLive, useReturnView, useSlot } from "../context.ts";
import type { SectionOption } from "./sections.ts";
import { useFigureOptions } from "./figure-options.ts";

/** From the last key to writing into the working copy, in milliseconds: one step of undo for a run of typing. */
const rest = 600;

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
  const [draft, setDraft] = useState<{ title: string; text: string; base: number } | null>(null);
  const area = useRef<TextAreaRef>(null);
  const canEdit = session.canEditSlot(ledger, slot);
  const figures = useFigureOptions(language);
  const title = draft?.title ?? kept.title;
  const text = draft?.text ?? kept.text;

  const latest = useRef({ draft, kept });
  latest.current = { draft, kept };
  const write = (): void => {
    const { draft: now, kept: before } = latest.current;
    if (!now) return;
    session.copy.edit([{ slot, base: now.base, content: { ...before, title: now.title, text: now.text } }]);
    setDraft(null);
  };
  useEffect(() => {
    if (!draft) return undefined;
    const timer = setTimeout(write, rest);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => write, []);

  const type = (change: Partial<{ title: string; text: string }>): void =>
    setDraft({ title, text, base: draft?.base ?? revision, ...change });
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
          onChange={(section) => session.copy.edit([{ slot, content: { ...kept, title, text, section } }])}
        />
        <Checkbox
          disabled={!canEdit}
          checked={kept.chosen}
          onChange={(event) => session.copy.edit([{ slot, content: { ...kept, title, text, chosen: event.target.checked } }])}
        >
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
        onBlur={write}
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
        onBlur={write}
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
        <span className="muted">{say("characters", { count: [...text.replace(/\s/g, "")].length })}</span>
      </Flex>
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
      {sentences(printed) < sentences(text) && <p className="muted">{say("noValueYet")}</p>}
      <span className="muted" style={{ fontSize: 12 }}>
        {organisationName}
      </span>
    </section>
  );
}
