/** The largest changes against last year, as printed; as lines of their own on a phone. */
import { useContext } from "react";
import { signingWords } from "../../messages/signing.ts";
import { LanguageContext, useWords } from "../../messages/text.ts";
import { grouped } from "../reading/indicators/numbers.ts";
import type { Summary } from "./summary-counts.tsx";

export function ChangeList({ changes }: { readonly changes: Summary["changes"] }) {
  const say = useWords(signingWords);
  const { language } = useContext(LanguageContext);
  if (changes.length === 0) return <span>{say("noChanges")}</span>;
  return (
    <table className="signing-changes">
      <thead>
        <tr>
          <th>{say("item")}</th>
          <th>{say("previous")}</th>
          <th>{say("now")}</th>
          <th>{say("change")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((each) => (
          <tr key={each.code}>
            <th scope="row">{each[language]}</th>
            <td>{grouped(each.previous)}</td>
            <td>
              <strong>{grouped(each.text)}</strong>
            </td>
            <td>{grouped(language === "zh" ? each.change : each.changeEn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
