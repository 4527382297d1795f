/** Findings as lines to be read: what, the arithmetic, and the explanation given. */
import { Button, Tag } from "antd";
import { useContext, useState } from "react";
import type { Finding } from "../../../core/checking/finding.ts";
import { reviewWords } from "../../messages/review.ts";
import { signingWords } from "../../messages/signing.ts";
import { LanguageContext, useWords } from "../../messages/text.ts";

const colours = { proof: "error", warning: "warning", note: "default" } as const;

/** A page is read to its end when it is short: the others come at a click. */
const first = 6;

export function FindingLines({ findings }: { readonly findings: readonly Finding[] }) {
  const say = useWords(signingWords);
  const sayTier = useWords(reviewWords);
  const { language } = useContext(LanguageContext);
  const [whole, setWhole] = useState(false);
  const rest = findings.length - first;
  return (
    <ul className="finding-lines">
      {(whole ? findings : findings.slice(0, first)).map((finding, at) => (
        <li key={`${finding.check}/${at}`}>
          <Tag color={colours[finding.tier]}>{sayTier(finding.tier)}</Tag>
          {finding.message[language]}
          <div className="finding-lines-proof">{finding.proof}</div>
          {finding.tier === "warning" && (
            <div className="finding-lines-explanation">{finding.explanation ?? <em>{say("unexplained")}</em>}</div>
          )}
        </li>
      ))}
      {rest > 0 && (
        <li>
          <Button type="link" size="small" onClick={() => setWhole(!whole)}>
            {whole ? sayTier("fewerFindings") : sayTier("moreFindings", { count: rest })}
          </Button>
        </li>
      )}
    </ul>
  );
}
