/** What went wrong, in the server's own words: for pages that cannot be shown and for messages beside a button. */
import { useQuery, useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { Button, Result } from "antd";
import { useContext } from "react";
import { ServerProblem, Unreachable } from "../client.ts";
import { shellWords } from "../messages/shell.ts";
import { LanguageContext, useMarks, useWords } from "../messages/text.ts";
import { meQuery } from "../session.ts";
import { PathLink } from "./path-link.tsx";

/** Turns anything thrown by `call` into one sentence in the chosen language. */
export function useSayProblem(): (error: unknown) => string {
  const say = useWords(shellWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  return (error) => {
    if (error instanceof ServerProblem) {
      const fields = error.fields
        .map((each) => (each.path === "" ? each.message : `${each.path}${marks.colon}${each.message}`))
        .join(marks.semicolon);
      return (language === "zh" ? error.zh : error.en) + (fields === "" ? "" : `${marks.open}${fields}${marks.close}`);
    }
    if (error instanceof Unreachable) return say("unreachable");
    return say("pageBroken");
  };
}

/** In place of a page or of a part of it; `retry` asks again. */
export function ProblemView({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const say = useWords(shellWords);
  const sayProblem = useSayProblem();
  const status = error instanceof ServerProblem ? error.status : 0;
  if (error instanceof ServerProblem && error.code === "cycle-unknown") return <NoCycle />;
  const unforeseen = !(error instanceof ServerProblem) && !(error instanceof Unreachable);
  return (
    <div role="alert">
      <Result
        status={status === 404 ? "404" : status === 403 ? "403" : "warning"}
        title={sayProblem(error)}
        subTitle={unforeseen ? (error instanceof Error ? error.message : String(error)) : undefined}
        extra={
          status === 404 || status === 403 ? (
            // The server's word is final: asking again brings the same.
            <PathLink to="/">{say("toHome")}</PathLink>
          ) : (
            retry && (
              <Button type="primary" onClick={retry}>
                {say("tryAgain")}
              </Button>
            )
          )
        }
      />
    </div>
  );
}

/** Nothing went wrong: nobody has opened the year yet. */
function NoCycle() {
  const say = useWords(shellWords);
  const me = useQuery({ ...meQuery, enabled: false }).data;
  return (
    <Result
      status="info"
      title={say("noCycle")}
      subTitle={say("noCycleHint")}
      extra={me?.role === "administrator" && me.organisationKind === "city" && <PathLink to="/admin/cycles">{say("openCycle")}</PathLink>}
    />
  );
}

/** Stands where a page could not be drawn or its data could not be had. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  return (
    <ProblemView
      error={error}
      retry={() => {
        queries.reset();
        reset();
        void router.invalidate();
      }}
    />
  );
}

/** A page of other roles. */
export function ForbiddenPage() {
  const say = useWords(shellWords);
  return <Result status="403" title={say("forbidden")} extra={<PathLink to="/">{say("toHome")}</PathLink>} />;
}

export function NotFoundPage() {
  const say = useWords(shellWords);
  return (
    <Result
      status="404"
      title={say("noSuchPage")}
      extra={
        <Button type="primary" href="/">
          {say("toHome")}
        </Button>
      }
    />
  );
}
