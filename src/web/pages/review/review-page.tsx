/** A return opened for review: findings first, then every figure beside last year, the last submission and its peers. */
import { CommentOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button, Skeleton, Tag } from "antd";
import { useState } from "react";
import { policies } from "../../../app/policies/policies.ts";
import { Page } from "../../components/page.tsx";
import { PathLink } from "../../components/path-link.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { reviewWords } from "../../messages/review.ts";
import { stateColours, stateWords } from "../../messages/states.ts";
import { useWords } from "../../messages/text.ts";
import { type Place, remarksQuery, reviewQuery, type ReviewView } from "../../reviewing/queries.ts";
import { useMe } from "../../session.ts";
import { localTime } from "../../times.ts";
import { CorrectionRequest } from "./correction-request.tsx";
import { DifferenceTable, type Mode } from "./difference-table.tsx";
import { EvidenceButton } from "./evidence-drawer.tsx";
import { FindingsList } from "./findings-list.tsx";
import { RemarksDrawer } from "./remarks-drawer.tsx";
import { ReturnDialog } from "./return-dialog.tsx";
import { VerdictButtons } from "./verdict-buttons.tsx";
import { VersionsButton } from "./versions-button.tsx";
import "./review.css";

export function ReviewPage() {
  const { organisation, year: text } = useParams({ from: "/shell/review/$organisation/$year" });
  const place = { organisation, year: Number(text) };
  const review = useQuery(reviewQuery(place));
  if (review.error) return <ProblemView error={review.error} retry={() => void review.refetch()} />;
  if (!review.data) return <Skeleton active paragraph={{ rows: 12 }} />;
  return <OpenReview key={`${organisation}/${text}/${review.data.version}`} place={place} view={review.data} />;
}

/** What a reviewer has in hand while the page is open. */
type Drawer = { readonly slot: string | null };

function OpenReview({ place, view }: { readonly place: Place; readonly view: ReviewView }) {
  const say = useWords(reviewWords);
  const sayState = useWords(stateWords);
  const me = useMe();
  const remarks = useQuery(remarksQuery(place)).data ?? [];
  const [mode, setMode] = useState<Mode>(
    view.findings.length > 0 || view.differences.some((each) => each.effect !== null) ? "suspicious" : "all",
  );
  const [finding, setFinding] = useState<number | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [drawer, setDrawer] = useState<Drawer | null>(null);
  const [returning, setReturning] = useState<ReadonlySet<string> | null>(null);
  const [correcting, setCorrecting] = useState<string | null>(null);
  const here = { organisation: place.organisation, within: true };
  const mayReview = policies.review(me, here) && (view.state === "submitted" || view.state === "accepted");
  const mayCorrect = policies.requestCorrection(me, here) && view.state === "locked";
  const open = remarks.filter((each) => each.thread === null && each.resolved === null);
  const [newest] = view.versions;

  const show = (index: number): void => {
    setFinding(index);
    setMode("finding");
    document.getElementById("differences")?.scrollIntoView({ behavior: "smooth" });
  };
  const choose = (index: number): void => {
    const slots = view.differences.filter((each) => each.findings.includes(index)).map((each) => each.slot);
    setChosen(new Set([...chosen, ...slots]));
    show(index);
  };

  return (
    <Page
      title={say("reviewTitle", { organisation: view.organisationName, year: place.year })}
      subtitle={
        <>
          <Tag color={stateColours[view.state]}>{sayState(view.state)}</Tag>
          {newest && `${say("version", { version: newest.version })} · ${newest.name} · ${localTime(newest.at)}`}
          {newest && newest.reason !== "" && ` · ${newest.reason}`}
        </>
      }
      extra={
        <>
          {policies.seeQueue(me, here) && <PathLink to="/review">{say("back")}</PathLink>}
          <Button icon={<CommentOutlined />} onClick={() => setDrawer({ slot: null })}>
            {say("allRemarks", { count: open.length })}
          </Button>
          {view.state !== "none" && <EvidenceButton place={place} view={view} />}
          {view.versions.length > 0 && <VersionsButton versions={view.versions} />}
          <VerdictButtons place={place} view={view} openRemarks={open.length} returnWhole={() => setReturning(new Set())} />
        </>
      }
    >
      {view.state === "none" ? (
        <p>{say("nothingFiled")}</p>
      ) : (
        <>
          <FindingsList view={view} show={show} {...(mayReview ? { choose } : {})} />
          <DifferenceTable
            place={place}
            view={view}
            mode={mode}
            finding={finding}
            remarks={remarks}
            changeMode={setMode}
            openRemarks={(slot) => setDrawer({ slot })}
            {...(mayReview ? { chosen, choose: setChosen } : {})}
            {...(mayCorrect ? { correct: setCorrecting } : {})}
          />
          {chosen.size > 0 && (
            <div className="review-bar">
              <Button type="primary" danger onClick={() => setReturning(chosen)}>
                {say("returnSelected", { count: chosen.size })}
              </Button>
              <Button onClick={() => setChosen(new Set())}>{say("clearSelection")}</Button>
            </div>
          )}
        </>
      )}
      <RemarksDrawer
        place={place}
        view={view}
        remarks={remarks}
        opened={drawer}
        close={() => setDrawer(null)}
        mayWrite={policies.comment(me, here) && view.state !== "none"}
      />
      {returning && (
        <ReturnDialog
          place={place}
          view={view}
          slots={[...returning]}
          close={(done) => {
            setReturning(null);
            if (done) setChosen(new Set());
          }}
        />
      )}
      {correcting !== null && <CorrectionRequest place={place} view={view} slot={correcting} close={() => setCorrecting(null)} />}
    </Page>
  );
}
