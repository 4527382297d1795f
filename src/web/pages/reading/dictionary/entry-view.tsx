/** Everything the catalog says of one ledger, element or indicator, with links to what it rests on and what uses it. */
import { Tag } from "antd";
import { type ReactNode, useContext } from "react";
import type { KnowledgeIndex } from "../../../../core/definition/knowledge.ts";
import { dictionaryWords } from "../../../messages/dictionary.ts";
import { LanguageContext, useMarks, useWords } from "../../../messages/text.ts";
import { Facts } from "../trace/trace-drawer.tsx";
import { type Entry, inputsOf, standardLines, usersOf } from "./dictionary-entries.ts";

export interface EntryViewProps {
  readonly entry: Entry;
  readonly index: KnowledgeIndex;
  readonly open: (code: string) => void;
}

export function EntryView({ entry, index, open }: EntryViewProps) {
  const say = useWords(dictionaryWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  const name = (definition: { readonly zh: string; readonly en: string }): string => (language === "zh" ? definition.zh : definition.en);
  const links = (codes: readonly string[]): ReactNode =>
    codes.length === 0 ? null : (
      <>
        {codes.map((code) => {
          const definition = index.elements.get(code) ?? index.indicators.get(code) ?? index.ledgers.get(code);
          return (
            <button key={code} type="button" className="dictionary-name dictionary-link" onClick={() => open(code)}>
              {definition ? name(definition) : code}
            </button>
          );
        })}
      </>
    );
  const { of, source } = entry;
  const standards = standardLines(index, entry.code);
  const checks =
    entry.kind === "ledger" ? [] : index.knowledge.checks.filter((check) => JSON.stringify(check.rule).includes(`"${entry.code}"`));
  const common: readonly (readonly [string, ReactNode])[] = [
    [
      say("standard"),
      standards.length === 0
        ? null
        : standards.map((line, at) => (
            <div key={at}>
              {say(line.kind, { value: `${line.value}${entry.unit}` })}
              {line.attributes &&
                say("appliesTo", {
                  attributes: Object.entries(line.attributes)
                    .map(([attribute, value]) => `${attribute}${marks.colon}${value}`)
                    .join(marks.comma),
                })}
              <div className="dictionary-quiet">
                {line.source.citation}
                {!line.source.verified && say("unverified")}
              </div>
            </div>
          )),
    ],
    [say("source"), source && `${source.citation}${source.verified ? "" : say("unverified")}`],
    [say("years"), yearsOf(of, say)],
    [say("checks"), checks.length === 0 ? null : checks.map((check) => <div key={check.code}>{check.zh}</div>)],
    [say("code"), <code key="code">{entry.code}</code>],
  ];
  return (
    <>
      <p>
        <Tag>{say(entry.kind)}</Tag>
        <span className="dictionary-quiet">{language === "zh" ? entry.en : entry.zh}</span>
      </p>
      {entry.kind === "indicator" && <p className="dictionary-formula">{entry.definition}</p>}
      <Facts pairs={[...ownFacts(entry, index, { say, name, links, marks }), ...common]} />
    </>
  );
}

interface Tools {
  readonly say: (word: keyof typeof dictionaryWords, values?: Readonly<Record<string, string | number>>) => string;
  readonly name: (definition: { readonly zh: string; readonly en: string }) => string;
  readonly links: (codes: readonly string[]) => ReactNode;
  readonly marks: ReturnType<typeof useMarks>;
}

function ownFacts(entry: Entry, index: KnowledgeIndex, { say, name, links, marks }: Tools): (readonly [string, ReactNode])[] {
  switch (entry.kind) {
    case "indicator": {
      const { of } = entry;
      return [
        [say("unit"), of.unit],
        [say("base"), of.base],
        [say("note"), of.note],
        [say("aliases"), of.aliases.join(marks.comma)],
        [say("inputs"), links(inputsOf(of.formula))],
        [say("usedBy"), links(usersOf(index, of.code).map((each) => each.code))],
      ];
    }
    case "element": {
      const { of } = entry;
      const breakdown = of.dimensions.flatMap((code) => {
        const dimension = index.dimensions.get(code);
        return dimension ? [`${dimension.zh}（${dimension.members.map((member) => member.zh).join("、")}）`] : [];
      });
      return [
        [say("unit"), of.unit],
        [say("note"), of.note],
        [say("aliases"), of.aliases.join(marks.comma)],
        [say("inLedger"), links([of.ledger])],
        [say("fromRegister"), of.from && "✓"],
        [say("required"), of.required ? "✓" : null],
        [say("breakdown"), breakdown.length === 0 ? null : breakdown.map((each) => <div key={each}>{each}</div>)],
        [say("nature"), say(of.nature)],
        [say("rollUp"), say(of.rollUp)],
        [say("usedBy"), links(usersOf(index, of.code).map((each) => each.code))],
      ];
    }
    case "ledger": {
      const { of } = entry;
      return [
        [say("kind"), say(of.kind)],
        [say("note"), of.note],
        [say("reportedBy"), of.reportedBy.map((each) => say(each)).join(marks.comma)],
        [say("department"), of.department],
        [say("holds"), links((index.elementsByLedger.get(of.code) ?? []).map((element) => element.code))],
        [
          say("columns"),
          of.kind === "register"
            ? of.columns.map((column) => (
                <div key={column.code}>
                  {name(column)}
                  <span className="dictionary-quiet">
                    {[column.unit ?? "", column.required ? say("required") : "", column.note ?? ""]
                      .filter((each) => each !== "")
                      .map((each) => ` · ${each}`)}
                  </span>
                </div>
              ))
            : null,
        ],
      ];
    }
  }
}

function yearsOf({ since, until }: { readonly since?: number; readonly until?: number }, say: Tools["say"]): string | null {
  const words = [
    ...(since === undefined ? [] : [say("since", { year: since })]),
    ...(until === undefined ? [] : [say("until", { year: until })]),
  ];
  return words.length === 0 ? null : words.join(" · ");
}
