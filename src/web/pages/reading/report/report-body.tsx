/** The report itself, as an official document: cover, statement, chapters 一、 with sections, sign-off, annexes. */
import { memo } from "react";
import type { PrintedReport } from "../../../../app/printed-report.ts";
import { readingWords } from "../../../messages/reading.ts";
import { useWords } from "../../../messages/text.ts";
import { Blocks } from "./report-blocks.tsx";
import { marked } from "./report-runs.tsx";
import type { Hits } from "./report-text.ts";

const blankDate = "　　　　年　　月　　日";

export const ReportBody = memo(function ReportBody({ report, hits }: { readonly report: PrintedReport; readonly hits: Hits }) {
  const say = useWords(readingWords);
  const signed = report.signedOn ?? blankDate;
  const notes = noteNumbers(report);
  const heading = (key: string, text: string) => marked(text, 0, hits.get(key) ?? []);
  return (
    <>
      {report.sample && (
        <div className="report-watermark" aria-hidden>
          {say("sample")}
        </div>
      )}
      <header className="report-cover">
        <h1>
          {titleParts(report.title).map((part) => (
            <span key={part}>{part}</span>
          ))}
        </h1>
        <p>{report.subtitle}</p>
        <p className="report-issuer">{report.signedBy}</p>
        <p>{signed}</p>
      </header>
      <section className="report-statement">
        <h2 id="statement">{say("statement")}</h2>
        {report.statement.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <div className="report-signatures">
          <p>
            {say("seal")}
            {report.organisationName}
          </p>
          <p>{say("signatory")}</p>
          <p>
            {say("date")}
            {signed}
          </p>
        </div>
      </section>
      <Blocks place="opening" blocks={report.opening} hits={hits} firstNote={1} />
      {report.chapters.map((chapter, at) => (
        <section key={chapter.code}>
          <h2 id={`c${at + 1}`}>{heading(`c${at + 1}`, chapter.number + chapter.title)}</h2>
          {chapter.sections.map((section, position) => {
            const place = `s${at + 1}-${position + 1}`;
            return (
              <section key={section.code}>
                {section.title !== "" && <h3 id={place}>{heading(place, section.number + section.title)}</h3>}
                <Blocks place={place} blocks={section.blocks} hits={hits} firstNote={notes.get(place) ?? 1} />
              </section>
            );
          })}
        </section>
      ))}
      <div className="report-signoff">
        <p>{report.signedBy}</p>
        <p>{signed}</p>
      </div>
      {report.annexes.map((annex, at) => (
        <section key={annex.title}>
          <h2 id={`a${at + 1}`}>{heading(`a${at + 1}`, annex.title)}</h2>
          <Blocks place={`a${at + 1}`} blocks={annex.blocks} hits={hits} firstNote={notes.get(`a${at + 1}`) ?? 1} />
        </section>
      ))}
    </>
  );
});

/** A long title breaks before 中等职业 and nowhere else. */
function titleParts(title: string): string[] {
  const at = title.indexOf("中等职业");
  return at > 0 ? [title.slice(0, at), title.slice(at)] : [title];
}

/** Footnotes are numbered through the whole report: the first number of each section. */
function noteNumbers(report: PrintedReport): Map<string, number> {
  const numbers = new Map<string, number>();
  let next = 1;
  const count = (place: string, blocks: PrintedReport["opening"]): void => {
    numbers.set(place, next);
    next += blocks.filter((block) => block.kind === "footnote").length;
  };
  count("opening", report.opening);
  report.chapters.forEach((chapter, at) =>
    chapter.sections.forEach((section, position) => count(`s${at + 1}-${position + 1}`, section.blocks)),
  );
  report.annexes.forEach((annex, at) => count(`a${at + 1}`, annex.blocks));
  return numbers;
}
