/** All findings of the ledger: a click goes to the cell, a warning may be explained in words, a proof says what repairs it. */
import { App, Button, Empty, Flex, Input, Tag } from "antd";
import { memo, useContext, useState } from "react";
import type { Finding } from "../../../../core/checking/finding.ts";
import { explanationSlot } from "../../../filling/slot.ts";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useMarks, useWords } from "../../../messages/text.ts";
import { useFilling, useLive } from "../context.ts";

export function concerns(finding: Finding, ledger: string): boolean {
  return finding.places.some((place) => place.ledger === ledger && place.year === finding.year);
}

interface FindingsPaneProps {
  readonly ledger: string;
  readonly onJump: (ledger: string, cell: string | undefined) => void;
}

export const FindingsPane = memo(function FindingsPane({ ledger, onJump }: FindingsPaneProps) {
  const say = useWords(fillWords);
  const { findings, ready } = useLive();
  const [most, setMost] = useState(step);
  const own = findings.filter((finding) => concerns(finding, ledger));
  if (!ready) return <div className="fill-pane muted">{say("computing")}</div>;
  if (own.length === 0)
    return (
      <Empty
        style={{ marginTop: 24 }}
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <div>{say("noFindings")}</div>
            <div className="muted" style={{ fontSize: 13 }}>
              {say("noFindingsHint")}
            </div>
          </>
        }
      />
    );
  const blanks = own.filter(isBlank);
  const others = own.filter((finding) => !isBlank(finding));
  return (
    <div className="fill-pane">
      {keyed(others.slice(0, most)).map(([key, finding]) => (
        <FindingCard key={key} finding={finding} ledger={ledger} onJump={onJump} />
      ))}
      {others.length > most && (
        <Button block size="small" style={{ marginBottom: 8 }} onClick={() => setMost(most + step)}>
          {say("showMore", { count: others.length - most })}
        </Button>
      )}
      {blanks.length > 0 && <Blanks findings={blanks} ledger={ledger} onJump={onJump} />}
    </div>
  );
});

/** By what stays while figures move, so that an explanation being written stays too. */
function keyed(findings: readonly Finding[]): (readonly [string, Finding])[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = `${finding.check}#${finding.members ?? ""}@${finding.places[0]?.cell ?? ""}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [`${name}/${count}`, finding] as const;
  });
}

/** Findings listed at once, gravest first: an uploaded register may have a thousand. */
const step = 40;

/** Blanks listed at once. */
const mostBlanks = 30;

/** A cell that is only not filled yet: while one is filling these are many, and stand in one list. */
function isBlank(finding: Finding): boolean {
  return finding.check.startsWith("required:") && finding.explanation === null;
}

function Blanks({ findings, ledger, onJump }: { readonly findings: readonly Finding[] } & FindingsPaneProps) {
  const say = useWords(fillWords);
  const { language } = useContext(LanguageContext);
  const { index, canExplain } = useFilling();
  const [explaining, setExplaining] = useState<string | null>(null);
  return (
    <div className="finding warning">
      <Tag color="gold" style={{ marginInlineEnd: 6 }}>
        {say("blankTag", { count: findings.length })}
      </Tag>
      <span className="muted" style={{ fontSize: 13 }}>
        {say("blankHint")}
      </span>
      <ul className="blank-list">
        {findings.slice(0, mostBlanks).map((finding) => {
          const code = finding.check.slice("required:".length);
          const place = finding.places.find((each) => each.ledger === ledger);
          const name = (index.elements.get(code) ?? index.ledgers.get(code))?.[language] ?? finding.message[language];
          if (explaining === finding.check)
            return (
              <li key={finding.check}>
                <FindingCard finding={finding} ledger={ledger} onJump={onJump} onExplained={() => setExplaining(null)} />
              </li>
            );
          return (
            <li key={finding.check} data-check={finding.check}>
              <button type="button" className="finding-jump" onClick={() => place && onJump(place.ledger, place.cell)}>
                <span className="finding-message">{name}</span>
                {finding.places.length > 1 && <span className="muted"> {say("totalMissing", { count: finding.places.length })}</span>}
              </button>
              {canExplain && (
                <button type="button" className="link-button" onClick={() => setExplaining(finding.check)}>
                  {say("explain")}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {findings.length > mostBlanks && <span className="muted">{say("more", { count: findings.length - mostBlanks })}</span>}
    </div>
  );
}

const colours = { proof: "red", warning: "gold", note: "default" } as const;

interface FindingCardProps extends FindingsPaneProps {
  readonly finding: Finding;
  /** Set where the person already asked to explain: told when that ends. */
  readonly onExplained?: () => void;
}

/** The engine gives its findings anew with every answer: those that say the same are not drawn again. */
function isSame(before: FindingCardProps, after: FindingCardProps): boolean {
  return (
    before.onJump === after.onJump &&
    before.ledger === after.ledger &&
    before.onExplained === after.onExplained &&
    JSON.stringify(before.finding) === JSON.stringify(after.finding)
  );
}

export const FindingCard = memo(function FindingCard({ finding, ledger, onJump, onExplained }: FindingCardProps) {
  const say = useWords(fillWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  const { canExplain } = useFilling();
  const place = finding.places.find((each) => each.ledger === ledger && each.year === finding.year) ?? finding.places[0];
  return (
    <div className={`finding ${finding.tier}`} data-check={finding.check}>
      <button type="button" className="finding-jump" onClick={() => place && onJump(place.ledger, place.cell)}>
        <Tag color={colours[finding.tier]} style={{ marginInlineEnd: 6 }}>
          {say(finding.tier)}
        </Tag>
        <span className="finding-message">{finding.message[language]}</span>
        <div className="finding-proof">{finding.proof}</div>
      </button>
      {finding.tier !== "note" && (
        <div style={{ fontSize: 13 }}>
          <span className="muted">
            {say("repair")}
            {marks.colon}
          </span>
          {finding.repair}
        </div>
      )}
      {finding.tier === "proof" && <div style={{ fontSize: 13, color: "#a8071a" }}>{say("proofBlocks")}</div>}
      {finding.tier === "warning" && <Explain finding={finding} canExplain={canExplain} onExplained={onExplained} />}
    </div>
  );
}, isSame);

interface ExplainProps {
  readonly finding: Finding;
  readonly canExplain: boolean;
  readonly onExplained: (() => void) | undefined;
}

function Explain({ finding, canExplain, onExplained }: ExplainProps) {
  const say = useWords(fillWords);
  const { copy } = useFilling();
  const { message } = App.useApp();
  const [draft, setDraft] = useState<string | null>(onExplained ? "" : null);
  const slot = explanationSlot(finding.members === undefined ? finding.check : `${finding.check}#${finding.members}`);
  // The focus of whoever wrote goes back to the button.
  const [written, setWritten] = useState(false);
  const close = (): void => {
    setWritten(true);
    setDraft(null);
    onExplained?.();
  };
  const keep = (): void => {
    copy.edit([{ slot, content: draft?.trim() ? draft.trim() : null }]);
    close();
    if (draft?.trim()) void message.success(say("explained"), 1);
  };
  if (draft === null)
    return (
      <Flex gap={6} align="baseline" style={{ marginTop: 4 }}>
        {finding.explanation !== null && (
          <span style={{ flex: 1, fontSize: 13 }}>
            <Tag color="green">{say("explained")}</Tag>
            {finding.explanation}
          </span>
        )}
        {canExplain && (
          <Button
            size="small"
            type={finding.explanation === null ? "default" : "link"}
            autoFocus={written}
            onClick={() => setDraft(finding.explanation ?? "")}
          >
            {say(finding.explanation === null ? "explain" : "explainAgain")}
          </Button>
        )}
      </Flex>
    );
  return (
    <div style={{ marginTop: 6 }}>
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        aria-label={say("explanation")}
        placeholder={say("explanationHint")}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          else if (event.key === "Enter" && event.ctrlKey) keep();
        }}
      />
      <Flex gap={6} style={{ marginTop: 6 }}>
        <Button size="small" type="primary" onClick={keep}>
          {say("keepExplanation")}
        </Button>
        <Button size="small" onClick={close}>
          {say("cancel")}
        </Button>
      </Flex>
    </div>
  );
}
