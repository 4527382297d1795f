/** Section material and cases: texts by section of the outline, at the left their list, at the right the one being written. */
import { PlusOutlined, RedoOutlined, UndoOutlined } from "@ant-design/icons";
import { Button, Empty, Flex, Menu } from "antd";
import { useEffect, useMemo, useState } from "react";
import type { MaterialLedger } from "../../../../core/definition/ledger.ts";
import { isMaterial, materialSlot } from "../../../filling/slot.ts";
import { uuid } from "../../../filling/working-copy.ts";
import { fillWords } from "../../../messages/fill.ts";
import { useWords } from "../../../messages/text.ts";
import { type Jump, useCopyVersion, useFilling, useReturnView } from "../context.ts";
import { MaterialEditor } from "./material-editor.tsx";
import { caseSection, sectionsFor } from "./sections.ts";
import "./material.css";

interface MaterialLedgerPageProps {
  readonly ledger: MaterialLedger;
  readonly jump: Jump | null;
  readonly onActive: (key: string | null) => void;
}

export function MaterialLedgerPage({ ledger, jump, onActive }: MaterialLedgerPageProps) {
  const say = useWords(fillWords);
  const filling = useFilling();
  const { copy, index } = filling;
  const view = useReturnView();
  useCopyVersion();
  const sections = useMemo(
    () => [...sectionsFor(index.knowledge, view.kind, view.year), { code: caseSection, title: say("caseSection") }],
    // The words change with the page.
    [index, view.kind, view.year],
  );
  const texts = materialsOf(copy, sections);
  const [chosen, setChosen] = useState<string | null>(jump?.cell ?? texts[0]?.id ?? null);
  const current = texts.find((text) => text.id === chosen) ?? texts[0];
  useEffect(() => {
    if (jump) setChosen(jump.cell);
  }, [jump]);
  useEffect(() => onActive(current?.id ?? null), [current?.id, onActive]);

  const canEdit = filling.canEditSlot(ledger.code, materialSlot("new"));
  const add = (section: string): void => {
    const id = uuid();
    copy.edit([{ slot: materialSlot(id), content: { section, title: "", text: "", chosen: true } }]);
    setChosen(id);
  };
  return (
    <div className="material">
      <div className="material-list">
        {canEdit && (
          <Flex gap={6} style={{ padding: 8 }}>
            <Button icon={<PlusOutlined />} onClick={() => add(current?.section ?? sections[0]!.code)}>
              {say("addText")}
            </Button>
            <Button icon={<UndoOutlined />} aria-label={say("undo")} disabled={!copy.canUndo} onClick={() => copy.undo()} />
            <Button icon={<RedoOutlined />} aria-label={say("redo")} disabled={!copy.canRedo} onClick={() => copy.redo()} />
          </Flex>
        )}
        <Menu
          mode="inline"
          inlineIndent={12}
          selectedKeys={current ? [current.id] : []}
          onClick={({ key }) => setChosen(key)}
          items={sections
            .map((section) => ({
              type: "group" as const,
              key: section.code,
              label: section.title,
              children: texts
                .filter((text) => text.section === section.code)
                .map((text) => ({ key: text.id, label: text.title || say("textTitle"), title: text.title })),
            }))
            .filter((group) => group.children.length > 0)}
        />
      </div>
      <div className="material-main">
        {current ? (
          <MaterialEditor key={current.id} id={current.id} ledger={ledger.code} sections={sections} />
        ) : (
          <Empty style={{ margin: "48px 24px" }} description={say("materialEmpty")}>
            {canEdit && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => add(sections[0]!.code)}>
                {say("addText")}
              </Button>
            )}
          </Empty>
        )}
      </div>
    </div>
  );
}

interface Text {
  readonly id: string;
  readonly section: string;
  readonly title: string;
}

function materialsOf(copy: ReturnType<typeof useFilling>["copy"], sections: readonly { readonly code: string }[]): Text[] {
  const order = new Map(sections.map(({ code }, at) => [code, at]));
  const found: Text[] = [];
  for (const [slot, content] of copy.contents())
    if (slot.startsWith("material/") && isMaterial(content))
      found.push({ id: slot.slice("material/".length), section: content.section, title: content.title });
  return found.sort((left, right) => (order.get(left.section) ?? 99) - (order.get(right.section) ?? 99));
}
