/** The findings beside the text: root by root with their echoes, what proves them, where they stand. */
import { AimOutlined, BulbOutlined } from "@ant-design/icons";
import { Button, Empty, Tag } from "antd";
import { memo, useMemo } from "react";
import { codeNames, tierNames, tierOrder } from "../../../../core/auditing/code-names.ts";
import type { AuditJson } from "../../../../core/auditing/result-json.ts";
import { auditWords } from "../../../messages/audit.ts";
import { type Language, useWords } from "../../../messages/text.ts";
import { groupsOf } from "./finding-groups.ts";

export const tierColours = { proof: "red", warning: "orange", note: "blue" } as const;

export interface FindingListProps {
  readonly audit: AuditJson;
  readonly shown: ReadonlySet<number>;
  readonly chosen: number | null;
  readonly language: Language;
  /** Jumps to a place: finding and number of its span. */
  readonly jump: (finding: number, span: number) => void;
}

export const FindingList = memo(function FindingList({ audit, shown, chosen, language, jump }: FindingListProps) {
  const say = useWords(auditWords);
  // Gravest first; within a tier in order of the text.
  const groups = useMemo(() => {
    const gravity = (at: number): number => tierOrder.indexOf(audit.findings[at]!.tier);
    return groupsOf(audit.findings).toSorted((left, right) => gravity(left.root) - gravity(right.root));
  }, [audit]);
  const visible = groups
    .map(({ root, echoes }) => ({ root, echoes: echoes.filter((echo) => shown.has(echo)) }))
    .filter(({ root, echoes }) => shown.has(root) || echoes.length > 0);
  if (visible.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(audit.findings.length === 0 ? "none" : "noneShown")} />;
  return (
    <ol className="finding-list">
      {visible.map(({ root, echoes }) => (
        <li key={root}>
          <FindingCard audit={audit} at={root} isChosen={chosen === root} language={language} jump={jump} />
          {echoes.length > 0 && (
            <details className="finding-echoes" open={chosen !== null && echoes.includes(chosen) ? true : undefined}>
              <summary>{say("echoes", { count: echoes.length })}</summary>
              {echoes.map((echo) => (
                <FindingCard key={echo} audit={audit} at={echo} isChosen={chosen === echo} language={language} jump={jump} />
              ))}
            </details>
          )}
        </li>
      ))}
    </ol>
  );
});

interface FindingCardProps {
  readonly audit: AuditJson;
  readonly at: number;
  readonly isChosen: boolean;
  readonly language: Language;
  readonly jump: (finding: number, span: number) => void;
}

export function FindingCard({ audit, at, isChosen, language, jump }: FindingCardProps) {
  const say = useWords(auditWords);
  const finding = audit.findings[at]!;
  return (
    <article id={`finding-${at}`} className={`finding is-${finding.tier}${isChosen ? " is-chosen" : ""}`}>
      <header>
        <Tag color={tierColours[finding.tier]}>{tierNames[finding.tier][language]}</Tag>
        <strong>{codeNames[finding.code][language]}</strong>
        <span className="finding-code">{finding.code}</span>
      </header>
      <p>{finding.message}</p>
      {finding.proof !== "" && <code className="finding-proof">{finding.proof}</code>}
      <div className="finding-places">
        {finding.spans.map((span, position) => (
          <Button key={position} size="small" icon={position === 0 ? <AimOutlined /> : undefined} onClick={() => jump(at, position)}>
            <span className="finding-where">{say(position === 0 ? "place" : "see")}</span>
            {span.text === "" ? say("here") : span.text.length > 24 ? `${span.text.slice(0, 23)}…` : span.text}
          </Button>
        ))}
      </div>
      {finding.suggestions.length > 0 && (
        <div className="finding-suggestions">
          <BulbOutlined aria-hidden /> {say("suggestions")}
          <ul>
            {finding.suggestions.map((suggestion) => (
              <li key={suggestion}>{suggestion}</li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}
