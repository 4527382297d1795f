/** One ledger: its sheet, what is to be said of it at the side, and the state of saving above. */
import { ArrowLeftOutlined, ArrowRightOutlined } from "@ant-design/icons";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button, Flex, Result, Tooltip } from "antd";
import { type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { Page } from "../../components/page.tsx";
import { PathLink } from "../../components/path-link.tsx";
import { formSlot, materialSlot, rowSlot } from "../../filling/slot.ts";
import { fillWords } from "../../messages/fill.ts";
import { LanguageContext, useWords } from "../../messages/text.ts";
import { Clashes } from "./clashes.tsx";
import { ConfirmLedger } from "./confirm-ledger.tsx";
import { type Jump, useFilling, useReturnView } from "./context.ts";
import { ExcelButton } from "./excel/excel-button.tsx";
import { FormSheet } from "./form/form-sheet.tsx";
import { useLedgerKeys } from "./keys.ts";
import { MaterialLedgerPage } from "./material/material-ledger.tsx";
import { Notices } from "./notices.tsx";
import { RegisterSheet } from "./register/register-sheet.tsx";
import { SaveState } from "./save-state.tsx";
import { SidePanel } from "./side/side-panel.tsx";

export function LedgerPage() {
  const { ledger } = useParams({ from: "/shell/fill/$year/$ledger" });
  return <Ledger key={ledger} code={ledger} />;
}

function Ledger({ code }: { readonly code: string }) {
  const say = useWords(fillWords);
  const { language } = useContext(LanguageContext);
  const session = useFilling();
  const view = useReturnView();
  const navigate = useNavigate();
  const { cell, organisation } = useSearch({ from: "/shell/fill/$year" });
  const [active, setActive] = useState<string | null>(null);
  const [jump, setJump] = useState<Jump | null>(cell === undefined ? null : { cell });
  const ledger = session.index.ledgers.get(code);
  const year = String(view.year);

  useEffect(() => {
    session.engine.watch(code);
  }, [session, code]);
  useEffect(() => {
    if (cell !== undefined) setJump({ cell });
  }, [cell]);
  const go = useCallback(
    (to: string, key: string | undefined) => {
      if (to === code) {
        if (key !== undefined) setJump({ cell: key });
        return;
      }
      void navigate({
        to: "/fill/$year/$ledger",
        params: { year, ledger: to },
        search: { ...(organisation === undefined ? {} : { organisation }), ...(key === undefined ? {} : { cell: key }) },
      });
    },
    [code, navigate, organisation, year],
  );
  useLedgerKeys(code, go);
  if (!ledger || !view.ledgers.includes(code))
    return <Result status="404" title={say("noMatch")} extra={<PathLink to={`/fill/${year}`}>{say("back")}</PathLink>} />;

  const at = view.ledgers.indexOf(code);
  const [before, after] = [view.ledgers[at - 1], view.ledgers[at + 1]];
  const suffix = organisation === undefined ? "" : `?organisation=${organisation}`;
  const slot = active === null ? null : slotOf(ledger.kind, code, active);
  const requested = view.requested?.map((each) => each.slot) ?? [];
  return (
    <div className="fill-page">
      <Page
        title={ledger[language]}
        subtitle={
          <Flex gap={8} wrap align="center">
            <PathLink to={`/fill/${year}${suffix}`}>{say("back")}</PathLink>
            <span>{[organisation === undefined ? null : view.organisationName, ledger.department].filter(Boolean).join(" · ")}</span>
          </Flex>
        }
        extra={
          <>
            <SaveState onJump={go} />
            <ConfirmLedger ledger={code} />
            <ExcelButton onJump={go} />
            <Flex gap={4}>
              <Step to={before} icon={<ArrowLeftOutlined />} word={say("previous")} go={go} />
              <Step to={after} icon={<ArrowRightOutlined />} word={say("next")} go={go} />
            </Flex>
          </>
        }
      >
        <Notices
          ledger={code}
          department={ledger.department}
          {...(requested.length > 0 && session.canExplain ? { onShowRequested: () => go(...nextRequested(requested, slot)) } : {})}
        />
        <Clashes />
        <div className="fill-split">
          <div className="fill-main">
            {ledger.note !== undefined && <p className="ledger-note">{ledger.note}</p>}
            {ledger.kind === "form" && <FormSheet ledger={ledger} jump={jump} onActive={setActive} />}
            {ledger.kind === "register" && <RegisterSheet ledger={ledger} jump={jump} onActive={setActive} />}
            {ledger.kind === "material" && <MaterialLedgerPage ledger={ledger} jump={jump} onActive={setActive} />}
          </div>
          <SidePanel ledger={code} active={active} slot={slot} onJump={go} />
        </div>
      </Page>
    </div>
  );
}

function Step({
  to,
  icon,
  word,
  go,
}: {
  to: string | undefined;
  icon: ReactNode;
  word: string;
  go: (ledger: string, cell: undefined) => void;
}) {
  const { index } = useFilling();
  const { language } = useContext(LanguageContext);
  const name = to === undefined ? "" : (index.ledgers.get(to)?.[language] ?? to);
  return (
    <Tooltip title={name}>
      <Button
        icon={icon}
        disabled={to === undefined}
        aria-label={`${word} ${name}`}
        onClick={() => to !== undefined && go(to, undefined)}
      />
    </Tooltip>
  );
}

/** The slot of what is active in a sheet: a cell's key, "<row id>/<column>", a material's id. */
function slotOf(kind: "form" | "register" | "material", ledger: string, active: string): string {
  if (kind === "form") return formSlot(ledger, active);
  return kind === "register" ? rowSlot(ledger, active.slice(0, active.lastIndexOf("/"))) : materialSlot(active);
}

/** Ledger and key of the requested slot after the current one, going round. */
function nextRequested(slots: readonly string[], current: string | null): [string, string] {
  const [, ledger = "", ...key] = slots[(slots.indexOf(current ?? "") + 1) % slots.length]!.split("/");
  return [ledger, key.join("/")];
}
