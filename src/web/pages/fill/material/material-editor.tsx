/** One text: section, title, body with figures bound to data, and how the report will print it. */
import { DeleteOutlined } from "@ant-design/icons";
import { App, Button, Checkbox, Flex, Input, Popconfirm, type RefSelectProps, Select } from "antd";
import { useContext, useEffect, useId, useMemo, useRef, useState } from "react";
import { type MaterialContent, sameContent } from "../../../../app/desk/slots.ts";
import { passageParts } from "../../../../core/definition/reference-name.ts";
import { isMaterial, materialSlot } from "../../../filling/slot.ts";
import type { PreviewParagraph } from "../../../filling/engine/preview.ts";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";
import { useFilling, useLive, useReturnView, useSlot } from "../context.ts";
import type { SectionOption } from "./sections.ts";
import { FigureMenu } from "./figure-menu.tsx";
import type { ChipWords } from "./passage-dom.ts";
import { PassageEditor, type PassageHandle } from "./passage-editor.tsx";
import { useFigures } from "./passage-figures.ts";

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
  const hint = useId();
  const { content, revision } = useSlot(slot);
  const kept = isMaterial(content) ? content : { section: sections[0]!.code, title: "", text: "", chosen: false };
  const [draft, setDraft] = useState<Draft | null>(null);
  const passage = useRef<PassageHandle>(null);
  const menu = useRef<RefSelectProps>(null);
  const [choosing, setChoosing] = useState(false);
  const { message } = App.useApp();
  const canEdit = session.canEditSlot(ledger, slot);
  const title = draft?.title ?? kept.title;
  const text = draft?.text ?? kept.text;
  const figureOf = useFigures(text);
  const chipWords = useMemo(
    (): ChipWords => ({
      missing: say("figureMissing"),
      unknown: say("unknownFigure"),
      title: ({ name, value }) => say("figureTitle", { name: name ?? say("unknownFigure"), value: value ?? say("figureMissing") }),
    }),
    // The words change with the language alone.
    [language],
  );

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
  useEffect(() => {
    const leave = (): void => write();
    addEventListener("beforeunload", leave);
    return () => {
      removeEventListener("beforeunload", leave);
      write();
    };
  }, []);

  const type = (change: Partial<{ title: string; text: string }>): void =>
    setDraft({ title, text, base: draft?.base ?? revision, on: draft?.on ?? kept, ...change });
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
      <PassageEditor
        ref={passage}
        label={say("textBody")}
        placeholder={say("textBody")}
        describedBy={hint}
        readOnly={!canEdit}
        most={50_000}
        value={text}
        figureOf={figureOf}
        words={chipWords}
        onChange={(typed) => type({ text: typed })}
        onLeave={() => write()}
        onAsk={() => {
          setChoosing(true);
          menu.current?.focus();
        }}
        onFull={() => void message.warning(say("textFull", { most: 50_000 }))}
      />
      <Flex justify="space-between" align="center" gap={8} wrap>
        {canEdit ? (
          <FigureMenu
            ref={menu}
            open={choosing}
            onOpen={setChoosing}
            onLeave={() => passage.current?.focus()}
            onChoose={(code) => passage.current?.insert(code)}
          />
        ) : (
          <span />
        )}
        <span className="muted" style={{ whiteSpace: "nowrap" }}>
          {say("characters", { count: writtenCharacters(text) })}
        </span>
      </Flex>
      {canEdit && (
        <span id={hint} className="muted" style={{ fontSize: 13 }}>
          {say("insertHint")}
        </span>
      )}
      <Preview title={title} text={text} />
    </Flex>
  );
}

/** Characters that were written; what a figure will need is not known yet. */
function writtenCharacters(text: string): number {
  const written = passageParts(text).flatMap((part) => (part.reference === undefined ? part.text : []));
  return [...written.join("").replace(/\s/g, "")].length;
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
      void engine.preview(title, [text]).then(([found = []]) => {
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
      <span className="muted" style={{ fontSize: 12 }}>
        {organisationName}
      </span>
    </section>
  );
}
