/** One table of words per room of the application, each word in Chinese and English: a missing twin does not compile. */
import { createContext, useContext } from "react";

export type Language = "zh" | "en";
export type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

export const LanguageContext = createContext<{ readonly language: Language; readonly choose: (language: Language) => void }>({
  language: "zh",
  choose: () => undefined,
});

/** What stands between words and what is named beside them: 单位：甲校（411000-01）, Organisation: 甲校 (411000-01). */
export const marks = {
  zh: { colon: "：", open: "（", close: "）", comma: "、", pause: "，", semicolon: "；", stop: "。" },
  en: { colon: ": ", open: " (", close: ")", comma: ", ", pause: ", ", semicolon: "; ", stop: ". " },
} as const;

export function useMarks(): (typeof marks)[Language] {
  return marks[useContext(LanguageContext).language];
}

/** The words of a table in the chosen language; {name} in a word is filled from `values`. */
export function useWords<Table extends Words>(
  table: Table,
): (word: keyof Table, values?: Readonly<Record<string, string | number>>) => string {
  const { language } = useContext(LanguageContext);
  return (word, values) => {
    const text = table[word]![language];
    return values ? text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? "")) : text;
  };
}
