/** The contents beside the report, with the section being read; folded above the text on narrow screens. */
import { Grid } from "antd";
import { useEffect, useRef, useState } from "react";
import type { PrintedReport } from "../../../../app/printed-report.ts";
import { readingWords } from "../../../messages/reading.ts";
import { useWords } from "../../../messages/text.ts";

/** Height of what stays at the window's top, in px. */
const topBars = 110;

export function ReportContents({ report }: { readonly report: PrintedReport }) {
  const say = useWords(readingWords);
  const wide = Grid.useBreakpoint().lg ?? true;
  const current = useCurrentHeading(report);
  const list = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const box = list.current;
    const link = box?.querySelector<HTMLElement>("[aria-current]");
    if (!box || !link || box.scrollHeight <= box.clientHeight) return;
    const distance = link.offsetTop - box.scrollTop;
    if (distance < 40 || distance > box.clientHeight - 40) box.scrollTop = link.offsetTop - box.clientHeight / 2;
  }, [current]);
  const link = (id: string, text: string) => (
    <a
      href={`#${id}`}
      aria-current={current === id ? "location" : undefined}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(id)?.scrollIntoView();
        if (!wide) list.current?.removeAttribute("open");
      }}
    >
      {text}
    </a>
  );
  return (
    <details className="report-contents" open={wide} ref={list}>
      <summary>{say("contents")}</summary>
      <nav aria-label={say("contents")}>
        <ol>
          <li>{link("statement", say("statement"))}</li>
          {report.chapters.map((chapter, at) => (
            <li key={chapter.code}>
              {link(`c${at + 1}`, chapter.number + chapter.title)}
              <ol>
                {chapter.sections.map(
                  (section, position) =>
                    section.title !== "" && (
                      <li key={section.code}>{link(`s${at + 1}-${position + 1}`, section.number + section.title)}</li>
                    ),
                )}
              </ol>
            </li>
          ))}
          {report.annexes.map((annex, at) => (
            <li key={annex.title}>{link(`a${at + 1}`, annex.title)}</li>
          ))}
        </ol>
      </nav>
    </details>
  );
}

/** Id of the last heading above the upper third of the window. */
function useCurrentHeading(report: PrintedReport): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      let found: string | null = null;
      for (const heading of document.querySelectorAll(".report h2[id], .report h3[id]")) {
        if (heading.getBoundingClientRect().top > topBars + window.innerHeight / 5) break;
        found = heading.id;
      }
      setCurrent(found);
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    window.addEventListener("scroll", later, { passive: true });
    return () => {
      window.removeEventListener("scroll", later);
      cancelAnimationFrame(frame);
    };
  }, [report]);
  return current;
}
