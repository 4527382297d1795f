/** Text and findings side by side, with filters and jumps both ways; on a phone one of the two, with the chosen finding below. */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Grid, Segmented, Select, Tag } from "antd";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { codeNames, tierNames, tierOrder } from "../../../../core/auditing/code-names.ts";
import type { Document } from "../../../../core/auditing/document.ts";
import type { AuditJson } from "../../../../core/auditing/result-json.ts";
import type { FindingCode, Tier } from "../../../../core/definition/check.ts";
import { auditWords } from "../../../messages/audit.ts";
import { type Language, useWords } from "../../../messages/text.ts";
import { AuditSummary } from "./audit-summary.tsx";
import { tierCounts } from "./finding-groups.ts";
import { FindingCard, FindingList, tierColours } from "./finding-list.tsx";
import { MarkedDocument } from "./marked-document.tsx";

export interface AuditWorkspaceProps {
  readonly document: Document;
  readonly audit: AuditJson;
  readonly language: Language;
  readonly isLocal: boolean;
}

export function AuditWorkspace({ document, audit, language, isLocal }: AuditWorkspaceProps) {
  const say = useWords(auditWords);
  const wide = Grid.useBreakpoint().lg ?? true;
  const [view, setView] = useState<"text" | "findings">("text");
  const [tiers, setTiers] = useState<readonly Tier[]>([]);
  const [codes, setCodes] = useState<readonly FindingCode[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [target, setTarget] = useState<{ readonly finding: number; readonly span: number } | null>(null);
  const text = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = useMemo(
    () =>
      new Set(
        audit.findings.flatMap(({ tier, code }, at) =>
          (tiers.length === 0 || tiers.includes(tier)) && (codes.length === 0 || codes.includes(code)) ? [at] : [],
        ),
      ),
    [audit, tiers, codes],
  );
  const counts = tierCounts(audit.findings);

  const jump = useRef((finding: number, span: number): void => {
    setChosen(finding);
    setTarget({ finding, span });
    setView("text");
  }).current;
  // After the text is drawn: scroll to the place and flash it.
  useEffect(() => {
    if (!target || !text.current) return undefined;
    const marks = marksOf(text.current, target.finding);
    const span = audit.findings[target.finding]?.spans[target.span];
    const mark =
      marks.find((each) => span !== undefined && span.text !== "" && span.text.startsWith(each.textContent ?? "\0")) ??
      marks[target.span] ??
      marks[0];
    mark?.scrollIntoView({ block: "center", behavior: "auto" });
    mark?.classList.add("is-flash");
    const timer = setTimeout(() => mark?.classList.remove("is-flash"), 1600);
    return () => clearTimeout(timer);
  }, [target, audit, view]);
  useEffect(() => {
    const marks = chosen === null || !text.current ? [] : marksOf(text.current, chosen);
    for (const mark of marks) mark.classList.add("is-active");
    return () => marks.forEach((mark) => mark.classList.remove("is-active"));
  }, [chosen, view, shown]);

  const choose = (mark: HTMLElement): void => {
    const numbers = (mark.dataset.findings ?? "").split(" ").map(Number);
    // A second click on the same mark goes on to the next finding there.
    const next = numbers[(numbers.indexOf(chosen ?? -1) + 1) % numbers.length] ?? null;
    setChosen(next);
    const box = list.current;
    const card = next === null ? null : box?.querySelector<HTMLElement>(`#finding-${next}`);
    card?.closest("details")?.setAttribute("open", "");
    if (box && card) box.scrollTop += card.getBoundingClientRect().top - box.getBoundingClientRect().top - 60;
  };
  const click = (event: MouseEvent<HTMLElement>): void => {
    const mark = (event.target as Element).closest<HTMLElement>("mark[data-findings]");
    if (mark) choose(mark);
  };
  const key = (event: KeyboardEvent<HTMLElement>): void => {
    const mark = (event.target as Element).closest<HTMLElement>("mark[data-findings]");
    if (!mark || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    choose(mark);
  };
  const step = (by: number): void => {
    const order = [...shown];
    if (order.length === 0) return;
    const next = order[(order.indexOf(chosen ?? -1) + by + order.length) % order.length]!;
    jump(next, 0);
  };
  const toggle = (tier: Tier): void => setTiers((old) => (old.includes(tier) ? old.filter((each) => each !== tier) : [...old, tier]));
  const presentCodes = [...new Set(audit.findings.map(({ code }) => code))];

  return (
    <div className="audit">
      <AuditSummary
        audit={audit}
        language={language}
        goTo={(offset) => {
          setView("text");
          setTimeout(() => globalThis.document.getElementById(`at-${offset}`)?.scrollIntoView({ block: "start" }));
        }}
      />
      <div className="audit-filters">
        {!wide && (
          <Segmented
            value={view}
            onChange={setView}
            options={[
              { value: "text" as const, label: say("text") },
              { value: "findings" as const, label: `${say("findings")} ${audit.findings.length}` },
            ]}
          />
        )}
        <span className="audit-tiers">
          {tierOrder.map((tier) => (
            <Tag.CheckableTag key={tier} checked={tiers.includes(tier)} onChange={() => toggle(tier)} className={`audit-tier is-${tier}`}>
              {tierNames[tier][language]} {counts[tier]}
            </Tag.CheckableTag>
          ))}
        </span>
        <Select
          mode="multiple"
          allowClear
          maxTagCount={1}
          value={[...codes]}
          onChange={(next) => setCodes(next)}
          placeholder={say("codes")}
          aria-label={say("codes")}
          popupMatchSelectWidth={false}
          style={{ minWidth: 140, flex: "0 1 240px" }}
          options={presentCodes.map((code) => ({
            value: code,
            label: `${codeNames[code][language]} ${audit.findings.filter((finding) => finding.code === code).length}`,
          }))}
        />
        <span className="audit-steps">
          <Button size="small" icon={<LeftOutlined />} onClick={() => step(-1)} disabled={shown.size === 0} aria-label={say("previous")} />
          <Button size="small" icon={<RightOutlined />} onClick={() => step(1)} disabled={shown.size === 0} aria-label={say("next")} />
        </span>
        <span className="audit-local">{say(isLocal ? "privateShort" : "sent")}</span>
      </div>
      <div className="audit-frame">
        {(wide || view === "text") && (
          <div className="audit-text" ref={text} onClick={click} onKeyDown={key}>
            <MarkedDocument document={document} audit={audit} shown={shown} />
          </div>
        )}
        {(wide || view === "findings") && (
          <div className="audit-findings" ref={list} role="region" aria-label={say("findings")} tabIndex={wide ? 0 : undefined}>
            <FindingList audit={audit} shown={shown} chosen={chosen} language={language} jump={jump} />
          </div>
        )}
      </div>
      {!wide && view === "text" && chosen !== null && (
        <div className={`audit-sheet is-${tierColours[audit.findings[chosen]!.tier]}`}>
          <Button type="text" size="small" className="audit-close" aria-label="×" onClick={() => setChosen(null)}>
            ×
          </Button>
          <FindingCard audit={audit} at={chosen} isChosen language={language} jump={jump} />
        </div>
      )}
    </div>
  );
}

function marksOf(box: HTMLElement, finding: number): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>(`mark[data-findings~="${finding}"]`)];
}
