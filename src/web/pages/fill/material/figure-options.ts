/** The figures that a text may refer to: data items and indicators in force, by subject. */
import { useMemo } from "react";
import { isInForce } from "../../../../core/definition/ledger.ts";
import { useFilling, useReturnView } from "../context.ts";

interface FigureOption {
  readonly value: string;
  readonly label: string;
  /** Names and aliases, for finding it. */
  readonly search: string;
}

export function useFigureOptions(language: "zh" | "en"): { readonly label: string; readonly options: readonly FigureOption[] }[] {
  const { index } = useFilling();
  const { kind, year } = useReturnView();
  return useMemo(() => {
    const { knowledge } = index;
    return knowledge.subjects
      .map((subject) => {
        const indicators = knowledge.indicators.filter((indicator) => indicator.subject === subject.code && isInForce(indicator, year));
        const elements = knowledge.elements.filter((element) => {
          const ledger = index.ledgers.get(element.ledger);
          return (
            ledger?.subject === subject.code &&
            isInForce(element, year) &&
            (kind !== "school" || (ledger.reportedBy as readonly string[]).includes("school"))
          );
        });
        return {
          label: subject[language],
          options: [...elements, ...indicators].map((each) => ({
            value: each.code,
            label: `${each[language]}（${each.unit}）`,
            search: `${each.zh} ${each.en} ${each.aliases.join(" ")} ${each.code}`,
          })),
        };
      })
      .filter((group) => group.options.length > 0);
  }, [index, kind, language, year]);
}
