/** The figures that a passage refers to, with the names of the catalog and the values that the report would print now. */
import { useCallback, useContext, useEffect, useMemo, useState } from "react";
import { passageParts, referenceName } from "../../../../core/definition/reference-name.ts";
import { LanguageContext } from "../../../messages/text.ts";
import { useFilling, useLive } from "../context.ts";
import type { Figure } from "./passage-dom.ts";

/** What is asked for is kept as text, so that the same references are not asked for at every key. */
export function useFigures(text: string): (reference: string) => Figure {
  const { index } = useFilling();
  const { language } = useContext(LanguageContext);
  const references = useMemo(() => [...new Set(passageParts(text).flatMap((part) => part.reference ?? []))].toSorted().join("\n"), [text]);
  const values = useValues(references);
  return useCallback(
    (reference) => ({ name: referenceName(index, reference, language), value: values.has(reference) ? values.get(reference)! : "…" }),
    [index, language, values],
  );
}

/** Values as printed, by reference (one a line); null for those that have none, absent those not computed yet. */
export function useValues(references: string): ReadonlyMap<string, string | null> {
  const { engine } = useFilling();
  const live = useLive();
  const [values, setValues] = useState<ReadonlyMap<string, string | null>>(new Map());
  useEffect(() => {
    if (references === "") return undefined;
    let isCurrent = true;
    const asked = references.split("\n");
    const passages = asked.map((reference) => `{${reference}}`);
    void engine.preview("", passages).then((previews) => {
      const printed = previews.map((paragraphs) => paragraphs.flatMap((paragraph) => paragraph.runs.map((run) => run.text)).join(""));
      if (isCurrent) setValues(new Map(asked.map((reference, at) => [reference, printed[at] || null])));
    });
    return () => {
      isCurrent = false;
    };
    // `live` changes when figures do.
  }, [engine, references, live]);
  return values;
}
