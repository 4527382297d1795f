/** Derived indicators beside the cells they rest on, as the server would compute them, a moment after each key. */
import { useContext } from "react";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useMarks, useWords } from "../../../messages/text.ts";
import { useLive } from "../context.ts";

export function LiveIndicators({ codes }: { readonly codes: readonly string[] }) {
  return codes.length === 0 ? null : <Indicators codes={codes} />;
}

function Indicators({ codes }: { readonly codes: readonly string[] }) {
  const { indicators } = useLive();
  const { language } = useContext(LanguageContext);
  const say = useWords(fillWords);
  const marks = useMarks();
  return codes.map((code) => {
    const line = indicators.get(code);
    if (!line) return null;
    const isBelow = line.standard?.met === false;
    return (
      <span key={code} className={`live ${isBelow ? "below" : ""}`} data-indicator={code}>
        {line[language]} <b>{line.text === "" ? "—" : line.text}</b>
        {isBelow && `${marks.open}${say("standardBelow")}${marks.close}`}
      </span>
    );
  });
}
