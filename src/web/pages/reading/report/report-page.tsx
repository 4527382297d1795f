/** The year's report on a page, kept up to date: contents beside the text, every figure a way to its trace. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Alert, Skeleton } from "antd";
import { type MouseEvent, type RefObject, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { ProblemView } from "../../../components/problem.tsx";
import { readingWords } from "../../../messages/reading.ts";
import { useWords } from "../../../messages/text.ts";
import { useMe } from "../../../session.ts";
import { type DataScope, reportQuery } from "../reading-queries.ts";
import { FigureTrace } from "./figure-trace.tsx";
import { ReportBody } from "./report-body.tsx";
import { ReportContents } from "./report-contents.tsx";
import { ReportNews } from "./report-news.tsx";
import { findWords, placesOf } from "./report-text.ts";
import { ReportToolbar } from "./report-toolbar.tsx";
import "./report.css";

export interface ReportSearch {
  readonly figure?: string | undefined;
  readonly scope?: DataScope | undefined;
}

export function ReportPage() {
  const say = useWords(readingWords);
  const me = useMe();
  const given = useParams({ strict: false }) as { readonly organisation?: string; readonly year: string };
  const search = useSearch({ strict: false }) as ReportSearch;
  const navigate = useNavigate();
  const organisation = given.organisation ?? me.organisation;
  const year = Number(given.year);
  // A school reads its own report while it is still filling; those above read what was accepted.
  const scope = search.scope ?? (organisation.includes("-") ? "all" : "accepted");
  const report = useQuery(reportQuery(organisation, year, scope));
  const [words, setWords] = useState("");
  const deferred = useDeferredValue(words);
  const places = useMemo(() => (report.data ? placesOf(report.data.report) : []), [report.data]);
  const found = useMemo(() => findWords(places, deferred), [places, deferred]);
  const article = useRef<HTMLElement>(null);

  const goTo = useCallback(
    (change: ReportSearch, replace = false) =>
      void navigate({ to: ".", search: (old: ReportSearch) => ({ ...old, ...change }) as never, replace, resetScroll: false }),
    [navigate],
  );
  const open = useCallback((figure: string | undefined) => goTo({ figure }, search.figure !== undefined), [goTo, search.figure]);
  useEffect(() => {
    const box = article.current;
    const fromChart = (event: Event): void => open((event as CustomEvent<string>).detail);
    box?.addEventListener("figure", fromChart);
    return () => box?.removeEventListener("figure", fromChart);
  }, [open, report.data]);
  useEffect(() => {
    const title = report.data?.report.title;
    if (title !== undefined) document.title = `${title}${report.data!.report.subtitle}`;
  }, [report.data]);
  useMarkedFigure(article, search.figure, report.data?.hash);

  const click = (event: MouseEvent<HTMLElement>): void => {
    const link = (event.target as Element).closest<HTMLElement>("a[data-figure]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(link.dataset.figure);
  };

  if (report.isError && !report.data) return <ProblemView error={report.error} retry={() => void report.refetch()} />;
  return (
    <div className={`report-page${search.figure ? " is-tracing" : ""}`}>
      <ReportToolbar
        organisation={organisation}
        year={year}
        scope={scope}
        chooseOrganisation={(code) =>
          void navigate({ to: "/report/$organisation/$year", params: { organisation: code, year: given.year }, search: {} })
        }
        chooseScope={(next) => goTo({ scope: next, figure: undefined })}
        words={words}
        search={setWords}
        count={found.count}
        article={article}
      />
      {report.data ? (
        <>
          <ReportNews reading={report.data} asOf={report.dataUpdatedAt} show={open} key={`${organisation}/${year}/${scope}`} />
          {report.data.report.figures.length === 0 ? (
            <Alert type="info" showIcon title={say("emptyReport")} className="report-alert" />
          ) : (
            report.data.report.provisional && (
              <Alert
                type="warning"
                showIcon
                title={say(scope === "all" ? "provisionalAll" : "provisionalAccepted")}
                className="report-alert"
              />
            )
          )}
          <div className="report-frame">
            <ReportContents report={report.data.report} />
            <article ref={article} className="report" onClick={click}>
              <ReportBody report={report.data.report} hits={found.hits} />
            </article>
          </div>
          <FigureTrace
            reading={report.data}
            organisation={organisation}
            year={year}
            scope={scope}
            id={search.figure}
            close={() => open(undefined)}
          />
        </>
      ) : (
        <div className="report-frame">
          <div className="report">
            <Skeleton active paragraph={{ rows: 16 }} />
          </div>
        </div>
      )}
    </div>
  );
}

/** The figure whose trace is open is marked in the text, and brought into sight where the page was opened at it or the panel would cover it. */
function useMarkedFigure(article: RefObject<HTMLElement | null>, figure: string | undefined, hash: string | undefined): void {
  const first = useRef(true);
  useEffect(() => {
    if (hash === undefined) return undefined;
    const links = figure === undefined ? [] : [...(article.current?.querySelectorAll(`a[data-figure="${CSS.escape(figure)}"]`) ?? [])];
    for (const link of links) link.setAttribute("aria-current", "true");
    const [link] = links;
    const isNarrow = window.innerWidth < 768;
    if (link && (first.current || isNarrow)) {
      if (first.current) link.closest("details")?.setAttribute("open", "");
      const seen = links.find((each) => isWithin(each, isNarrow ? 0.36 : 1)) !== undefined;
      if (!seen) window.scrollBy({ top: link.getBoundingClientRect().top - window.innerHeight * (isNarrow ? 0.24 : 0.45) });
    }
    first.current = false;
    return () => links.forEach((each) => each.removeAttribute("aria-current"));
  }, [article, figure, hash]);
}

/** Whether it stands below the bars at the top and in the upper `share` of the window. */
function isWithin(element: Element, share: number): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && top > 110 && bottom < window.innerHeight * share;
}
