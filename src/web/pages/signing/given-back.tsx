/** Of a return that was given back: why, to which places, and which of them nobody has touched since. */
import { Card, Tag } from "antd";
import { useContext, useMemo } from "react";
import { contentOf, parseSlot, pieceOf, slotLabel } from "../../../app/desk/slots.ts";
import { type Knowledge, KnowledgeIndex } from "../../../core/definition/knowledge.ts";
import type { AnswerOf } from "../../client.ts";
import { PathLink } from "../../components/path-link.tsx";
import { signingWords } from "../../messages/signing.ts";
import { LanguageContext, useWords } from "../../messages/text.ts";

export interface GivenBackProps {
  readonly view: AnswerOf<"GET /api/returns/{organisation}/{year}">;
  readonly catalog: Knowledge;
}

export function GivenBack({ view, catalog }: GivenBackProps) {
  const say = useWords(signingWords);
  const { language } = useContext(LanguageContext);
  const index = useMemo(() => new KnowledgeIndex(catalog), [catalog]);
  return (
    <Card size="small" title={say("givenBack")} className="signing-given-back">
      <p>{view.returnReason}</p>
      {view.requested && (
        <ul className="finding-lines">
          {view.requested.map(({ slot, reason, edited }) => {
            const parsed = parseSlot(slot);
            if (!parsed) return null;
            const ledger = index.ledgers.get(
              parsed.ledger || (view.ledgers.find((code) => index.ledgers.get(code)?.kind === "material") ?? ""),
            );
            const label = parsed.kind === "none" ? "" : slotLabel(index, parsed, contentOf(parsed, pieceOf(view.document, parsed)));
            return (
              <li key={slot}>
                <Tag color={edited ? "green" : "orange"}>{say(edited ? "edited" : "notEdited")}</Tag>
                <PathLink to={`/fill/${view.year}/${ledger?.code ?? ""}?cell=${encodeURIComponent(parsed.key)}`}>
                  {[ledger?.[language], label].filter(Boolean).join(" · ")}
                </PathLink>
                {say("colon")}
                {reason}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
