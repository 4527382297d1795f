/** Findings to be read by whoever signs: one line for each kind of thing, opened to its ledgers, cells and explanations. */
import { Tag } from "antd";
import { useContext } from "react";
import { blankCode, type FindingGroup, groupFindings, type LedgerFindings } from "../../../app/desk/finding-groups.ts";
import type { Finding } from "../../../core/checking/finding.ts";
import type { Knowledge } from "../../../core/definition/knowledge.ts";
import { PathLink } from "../../components/path-link.tsx";
import { reviewWords } from "../../messages/review.ts";
import { signingWords } from "../../messages/signing.ts";
import { LanguageContext, useWords } from "../../messages/text.ts";
import { useYear } from "../../year.ts";

const colours = { proof: "error", warning: "warning", note: "default" } as const;
const titles = { blank: "kindBlank", standard: "kindStandard", change: "kindChange", other: "kindOther" } as const;

/** A group of so few stands open; ledgers named behind the title of one that is closed. */
const [fewLines, mostNamed] = [3, 6];

export interface FindingLinesProps {
  readonly findings: readonly Finding[];
  readonly catalog: Knowledge | undefined;
}

export function FindingLines({ findings, catalog }: FindingLinesProps) {
  const { language } = useContext(LanguageContext);
  const nameOf = (code: string): string | undefined =>
    (catalog?.ledgers.find((each) => each.code === code) ?? catalog?.elements.find((each) => each.code === code))?.[language];
  return (
    <div className="finding-groups">
      {groupFindings(findings).map((group) => (
        <Group key={`${group.tier}/${group.kind}`} group={group} nameOf={nameOf} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: FindingGroup;
  readonly nameOf: (code: string) => string | undefined;
}

function Group({ group: { tier, kind, count, ledgers }, nameOf }: GroupProps) {
  const say = useWords(signingWords);
  const sayTier = useWords(reviewWords);
  const named = ledgers.slice(0, mostNamed).map(({ ledger, findings }) => `${nameOf(ledger) ?? ledger} ${findings.length}`);
  const all = named.join(say("comma"));
  return (
    <details open={count <= fewLines}>
      <summary>
        <Tag color={colours[tier]}>{sayTier(tier)}</Tag>
        <strong>{say("kindCount", { kind: say(titles[kind]), count })}</strong>
        <span className="finding-groups-ledgers">
          {ledgers.length <= mostNamed ? all : say("andOtherLedgers", { names: all, count: ledgers.length })}
        </span>
      </summary>
      <ul className="finding-lines">
        {ledgers.map((each) => (
          <Ledger key={each.ledger} of={each} isBlank={kind === "blank"} nameOf={nameOf} />
        ))}
      </ul>
    </details>
  );
}

interface LedgerProps {
  readonly of: LedgerFindings;
  readonly isBlank: boolean;
  readonly nameOf: GroupProps["nameOf"];
}

/** Blank cells without an explanation are names in one line; all else says its arithmetic and what was explained. */
function Ledger({ of: { ledger, findings }, isBlank, nameOf }: LedgerProps) {
  const say = useWords(signingWords);
  const { language } = useContext(LanguageContext);
  const year = useYear();
  const open = isBlank ? findings.filter((each) => each.explanation === null) : [];
  const told = findings.filter((each) => !open.includes(each));
  const blankName = (finding: Finding): string =>
    blankCode(finding) === ledger ? say("wholeLedger") : (nameOf(blankCode(finding)) ?? finding.message[language]);
  return (
    <li>
      <PathLink to={`/fill/${year}/${ledger}`}>{nameOf(ledger) ?? ledger}</PathLink>
      {open.length > 0 && `${say("colon")}${open.map(blankName).join(say("comma"))}`}
      {told.map((finding, at) => (
        <div key={`${finding.check}/${at}`} className="finding-lines-told">
          {finding.message[language]}
          <div className="finding-lines-proof">{finding.proof}</div>
          {finding.tier === "warning" && (
            <div className="finding-lines-explanation">{finding.explanation ?? <em>{say("unexplained")}</em>}</div>
          )}
        </div>
      ))}
    </li>
  );
}
