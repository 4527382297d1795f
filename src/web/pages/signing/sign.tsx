/** What a head reads on one page before signing, on a desk or a phone, and the signature itself. */
import { useQuery } from "@tanstack/react-query";
import { Alert, Card, Skeleton, Tag } from "antd";
import { policies } from "../../../app/policies/policies.ts";
import { Page } from "../../components/page.tsx";
import { PathLink } from "../../components/path-link.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { StatementScan } from "../../components/statement-scan.tsx";
import { signingWords } from "../../messages/signing.ts";
import { stateColours, stateWords } from "../../messages/states.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { catalogQuery, returnQuery, summaryQuery } from "../../reviewing/queries.ts";
import { useMe } from "../../session.ts";
import { localTime } from "../../times.ts";
import { useYear } from "../../year.ts";
import { ChangeList } from "./change-list.tsx";
import { FindingLines } from "./finding-lines.tsx";
import { GivenBack } from "./given-back.tsx";
import { SignatureForm } from "./signature-form.tsx";
import { SummaryCounts } from "./summary-counts.tsx";
import "./signing.css";

const mostNames = 8;
const signable: readonly string[] = ["none", "draft", "confirmed", "returned"];

export function SignPage() {
  const say = useWords(signingWords);
  const sayState = useWords(stateWords);
  const marks = useMarks();
  const me = useMe();
  const year = useYear();
  const place = { organisation: me.organisation, year };
  const summary = useQuery(summaryQuery(place));
  const view = useQuery(returnQuery(place)).data;
  const catalog = useQuery(catalogQuery).data;
  if (summary.error) return <ProblemView error={summary.error} retry={() => void summary.refetch()} />;
  if (!summary.data) return <Skeleton active paragraph={{ rows: 10 }} />;
  const { data } = summary;
  const open = data.warnings.filter((each) => each.explanation === null);
  const explained = data.warnings.filter((each) => each.explanation !== null);
  const nameOf = (ledger: string): string => catalog?.ledgers.find((each) => each.code === ledger)?.zh ?? ledger;
  const some = (names: readonly string[]): string =>
    names.length <= mostNames
      ? names.join(marks.comma)
      : say("andOthers", { names: names.slice(0, mostNames).join(marks.comma), count: names.length });
  const maySign = signable.includes(data.state);
  const ready = data.proofs.length === 0 && open.length === 0 && data.unconfirmed.length === 0;
  const unedited = view?.requested?.filter(({ edited }) => !edited).length ?? 0;
  return (
    <Page
      title={say("signTitle")}
      subtitle={
        <>
          <Tag color={stateColours[data.state]}>{sayState(data.state)}</Tag>
          {say("signSubtitle", { organisation: data.organisationName, year })}
        </>
      }
      extra={<PathLink to={`/fill/${year}`}>{say("openReturn")}</PathLink>}
    >
      <div className="signing">
        {!maySign && (
          <Alert
            type="success"
            showIcon
            title={say("signedState", { state: sayState(data.state) })}
            description={
              view?.signature && (
                <>
                  {say("signature", { name: view.signature.name, at: localTime(view.signature.at) })}
                  <div className="signing-hash">{say("hash", { hash: view.signature.hash })}</div>
                </>
              )
            }
          />
        )}
        {maySign && view?.returnReason && catalog && <GivenBack view={view} catalog={catalog} />}
        <SummaryCounts summary={data} open={open.length} />
        {maySign && (data.proofs.length > 0 || open.length > 0 || data.unconfirmed.length > 0) && (
          <Card size="small" title={say("blockers")} className="signing-blockers">
            <ul className="signing-steps">
              {data.proofs.length > 0 && <li>{say("firstProofs", { count: data.proofs.length })}</li>}
              {open.length > 0 && <li>{say("firstWarnings", { count: open.length })}</li>}
              {data.unconfirmed.length > 0 && <li>{say("firstConfirm", { count: data.unconfirmed.length })}</li>}
            </ul>
            <FindingLines findings={[...data.proofs, ...open]} catalog={catalog} />
            {data.unconfirmed.length > 0 && (
              <p>
                <strong>{say("unconfirmed")}</strong>
                {marks.colon}
                {some(data.unconfirmed.map(nameOf))}
              </p>
            )}
          </Card>
        )}
        <Card size="small" title={say("changes")}>
          <ChangeList changes={data.changes} />
        </Card>
        {(explained.length > 0 || open.length === 0) && (
          <Card size="small" title={say("explanations")}>
            {explained.length === 0 ? say("noWarnings") : <FindingLines findings={explained} catalog={catalog} />}
          </Card>
        )}
        <StatementScan place={place} />
        {maySign && policies.sign(me, { organisation: me.organisation, within: true }) && (
          <SignatureForm place={place} hash={data.hash} ready={ready} unedited={unedited} nameOf={nameOf} catalog={catalog} />
        )}
      </div>
    </Page>
  );
}
