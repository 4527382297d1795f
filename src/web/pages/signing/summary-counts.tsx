/** The five numbers by which a head sees whether a return can be signed. */
import type { AnswerOf } from "../../client.ts";
import { signingWords } from "../../messages/signing.ts";
import { useWords } from "../../messages/text.ts";

export type Summary = AnswerOf<"GET /api/returns/{organisation}/{year}/summary">;

export function SummaryCounts({ summary, open }: { readonly summary: Summary; readonly open: number }) {
  const say = useWords(signingWords);
  const { cells, of, rows } = summary.filled;
  const counts: readonly (readonly [label: string, value: string, bad: boolean])[] = [
    [say("filled"), say("filledOf", { cells, of }), false],
    [say("rows"), String(rows), false],
    [say("proofs"), String(summary.proofs.length), summary.proofs.length > 0],
    [say("openWarnings"), String(open), open > 0],
    [say("unconfirmed"), String(summary.unconfirmed.length), summary.unconfirmed.length > 0],
  ];
  return (
    <dl className="signing-counts">
      {counts.map(([label, value, bad]) => (
        <div key={label} className={bad ? "bad" : ""}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
