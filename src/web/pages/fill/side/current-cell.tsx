/** The active cell explained: definition, last year, the reviewer's request, its findings, and what may be done with it. */
import { Button } from "antd";
import { useContext } from "react";
import { parseSlot } from "../../../../app/desk/slots.ts";
import { measureLabel } from "../../../../core/checking/labels.ts";
import { parseMembersKey } from "../../../../core/model/selection.ts";
import { grouped } from "../../../filling/entry.ts";
import type { SlotSnapshot } from "../../../filling/working-copy.ts";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useMarks, useWords } from "../../../messages/text.ts";
import { useFilling, usePlace, useSlot } from "../context.ts";
import { useLabel } from "../clashes.tsx";
import { cellOf } from "../form/form-source.ts";

interface CurrentCellProps {
  readonly ledger: string;
  readonly active: string | null;
  readonly slot: string | null;
}

export function CurrentCell(props: CurrentCellProps) {
  const say = useWords(fillWords);
  if (props.slot === null || props.active === null)
    return (
      <div className="fill-current muted" style={{ fontSize: 13 }}>
        {say("pickCell")}
      </div>
    );
  return <Cell {...props} slot={props.slot} active={props.active} />;
}

function Cell({ ledger, active, slot }: CurrentCellProps & { slot: string; active: string }) {
  const say = useWords(fillWords);
  const marks = useMarks();
  const session = useFilling();
  const { language } = useContext(LanguageContext);
  const findings = usePlace(`${ledger}/${active}`);
  const snapshot = useSlot(slot);
  const label = useLabel();
  const { index } = session;
  const parsed = parseSlot(slot);
  const [code = "", members = ""] = active.split("#", 2);
  const element = parsed?.kind === "form" ? index.elements.get(code) : undefined;
  const definition = index.ledgers.get(ledger);
  const column =
    parsed?.kind === "row" && definition?.kind === "register"
      ? definition.columns.find((each) => active.endsWith(`/${each.code}`))
      : undefined;
  const title = element
    ? measureLabel(index, code, parseMembersKey(members), language)
    : column
      ? `${column[language]} · ${label(slot)}`
      : label(slot);
  const before = element ? session.lastYear(active) : null;
  const request = session.requestFor(slot);
  const note = element?.note ?? column?.note;
  const canEdit = session.canEditSlot(ledger, slot);
  return (
    <div className="fill-current">
      <h3>{title}</h3>
      {element && <div className="muted">{element.unit}</div>}
      <dl>
        {request !== undefined && (
          <>
            <dt style={{ color: "#1f5fbf" }}>{say("requestedHere")}</dt>
            <dd>
              <b>{request}</b>
            </dd>
          </>
        )}
        {note !== undefined && (
          <>
            <dt>{say("definition")}</dt>
            <dd>{note}</dd>
          </>
        )}
        {element?.source && (
          <>
            <dt>{say("source")}</dt>
            <dd className="muted">
              {element.source.citation}
              {element.source.verified ? "" : `${marks.open}${say("unverified")}${marks.close}`}
            </dd>
          </>
        )}
        {before && session.hasLastYear && (
          <>
            <dt>{say("lastYear")}</dt>
            <dd>
              {before.status === "notApplicable" ? say("notApplicable") : before.value === null ? say("notFilled") : grouped(before.value)}
            </dd>
          </>
        )}
      </dl>
      {findings.map((finding) => (
        <div key={finding.check + finding.proof} style={{ fontSize: 13, color: finding.tier === "proof" ? "#a8071a" : "#874d00" }}>
          {finding.message[language]}
          {finding.explanation !== null && <span className="muted">{say("explainedAs", { text: finding.explanation })}</span>}
        </div>
      ))}
      {snapshot.refusal && <div style={{ color: "#a8071a" }}>{snapshot.refusal[language]}</div>}
      {element && canEdit && isBlank(snapshot) && (
        <Button
          size="small"
          style={{ marginTop: 6 }}
          onClick={() => session.copy.edit([{ slot, content: { status: "notApplicable", value: null } }])}
        >
          {say("setNotApplicable")}
        </Button>
      )}
    </div>
  );
}

function isBlank({ content, invalid }: SlotSnapshot): boolean {
  return invalid !== undefined || cellOf(content).status === "missing";
}
