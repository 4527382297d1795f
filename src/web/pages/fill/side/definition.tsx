/** What a data item means: unit, definition, source. */
import { useContext } from "react";
import type { Element } from "../../../../core/definition/element.ts";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useMarks, useWords } from "../../../messages/text.ts";

export function Definition({ element }: { readonly element: Element }) {
  const say = useWords(fillWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  return (
    <>
      <strong>{element[language]}</strong> <span className="muted">{element.unit}</span>
      {!element.required && <span className="sheet-optional">{say("optional")}</span>}
      {element.note !== undefined && <div style={{ marginTop: 4 }}>{element.note}</div>}
      {element.source && (
        <div className="muted" style={{ marginTop: 4 }}>
          {say("source")}
          {marks.colon}
          {element.source.citation}
          {element.source.verified ? "" : `${marks.open}${say("unverified")}${marks.close}`}
        </div>
      )}
    </>
  );
}
