/** What a correction would change in the city's report, sentence by sentence; only below it stand the buttons that decide. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Descriptions, Drawer, Flex, Form, Input, Skeleton, Typography } from "antd";
import { useContext } from "react";
import { call } from "../../client.ts";
import { type ListColumn, ListTable } from "../../components/list-table.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { reviewWords } from "../../messages/review.ts";
import { LanguageContext, useMarks, useWords } from "../../messages/text.ts";
import { useDoing } from "../../reviewing/doing.ts";
import { type Correction, refresh } from "../../reviewing/queries.ts";
import { type Piece, sentenceDifference } from "../../reviewing/sentence-difference.ts";

export interface CorrectionEffectProps {
  readonly correction: Correction;
  readonly content: (value: Correction["after"]) => string;
  readonly close: () => void;
}

interface Figure {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly section: string;
  readonly sentenceBefore: string;
  readonly sentenceAfter: string;
}

export function CorrectionEffect({ correction, content, close }: CorrectionEffectProps) {
  const say = useWords(reviewWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  const queries = useQueryClient();
  const doing = useDoing();
  const [form] = Form.useForm<{ reason: string }>();
  const { organisation, year, id } = correction;
  const params = { organisation, year, id };
  const effect = useQuery({
    queryKey: ["return", organisation, year, "effect", id],
    queryFn: () => call("GET /api/returns/{organisation}/{year}/corrections/{id}/effect", { params }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const decide = async (grant: boolean): Promise<void> => {
    const { reason } = await form.validateFields();
    const done = await doing.run(
      async () => {
        await call("POST /api/returns/{organisation}/{year}/corrections/{id}/decide", {
          params,
          body: { grant, reason, effect: grant ? (effect.data?.hash ?? null) : null },
        });
        await refresh(queries, { organisation, year });
      },
      say(grant ? "grantDone" : "refuseDone"),
    );
    if (done) close();
    else void effect.refetch();
  };
  const columns: readonly ListColumn<Figure>[] = [
    {
      key: "label",
      title: say("figure"),
      text: (row) => row.label,
      cell: (row) => (
        <>
          <strong>{row.label}</strong>
          <div className="review-was">{row.section}</div>
        </>
      ),
      width: 200,
    },
    { key: "before", title: say("before"), text: (row) => row.before || say("notThere"), align: "right", width: 90 },
    {
      key: "after",
      title: say("after"),
      text: (row) => row.after || say("notThere"),
      cell: (row) => <strong>{row.after || say("notThere")}</strong>,
      align: "right",
      width: 90,
    },
    { key: "sentence", title: say("sentence"), text: (row) => row.sentenceAfter, cell: (row) => <Sentences figure={row} />, width: 460 },
  ];
  return (
    <Drawer
      open
      onClose={close}
      size={Math.min(960, window.innerWidth)}
      title={say("effectTitle")}
      footer={
        <Form form={form} layout="vertical">
          <Flex gap={8} align="end" wrap>
            <Form.Item
              name="reason"
              label={say("decisionReason")}
              style={{ flex: "1 1 320px", margin: 0 }}
              rules={[{ required: true, whitespace: true, min: 2, max: 2000 }]}
            >
              <Input maxLength={2000} />
            </Form.Item>
            <Button danger loading={doing.busy} onClick={() => void decide(false)}>
              {say("refuse")}
            </Button>
            <Button type="primary" loading={doing.busy} disabled={!effect.data} onClick={() => void decide(true)}>
              {say("grant")}
            </Button>
          </Flex>
        </Form>
      }
    >
      <Descriptions
        size="small"
        column={1}
        bordered
        style={{ marginBottom: 16 }}
        items={[
          { key: "item", label: say("item"), children: `${correction.organisationName} · ${correction.label}` },
          { key: "change", label: say("change"), children: `${content(correction.before)} → ${content(correction.after)}` },
          { key: "reason", label: say("reason"), children: `${correction.reason}${marks.open}${correction.name}${marks.close}` },
        ]}
      />
      {effect.error && <ProblemView error={effect.error} retry={() => void effect.refetch()} />}
      {effect.isLoading && <Skeleton active />}
      {effect.data && (
        <>
          <Typography.Title level={2} style={{ fontSize: 15 }}>
            {say("effectFigures", { count: effect.data.figures.length })}
          </Typography.Title>
          {effect.data.figures.length === 0 ? (
            <p>{say("effectNone")}</p>
          ) : (
            <ListTable<Figure & { key: string }>
              rows={effect.data.figures.map((figure, at) => ({ ...figure, key: String(at) }))}
              columns={columns}
              rowKey={(row) => row.key}
              exportName={say("effectTitle")}
            />
          )}
          <Typography.Title level={2} style={{ fontSize: 15 }}>
            {say("effectFindings", { count: effect.data.findings.length })}
          </Typography.Title>
          {effect.data.findings.length === 0 && <p>{say("effectNoFindings")}</p>}
          {effect.data.findings.map((finding, at) => (
            <Alert
              key={`${finding.check}/${at}`}
              type={finding.tier === "proof" ? "error" : "warning"}
              showIcon
              style={{ marginBottom: 8 }}
              title={finding.message[language]}
              description={finding.proof}
            />
          ))}
        </>
      )}
    </Drawer>
  );
}

/** Both sentences, with what differs marked in each. */
function Sentences({ figure }: { readonly figure: Figure }) {
  const pieces = sentenceDifference(figure.sentenceBefore, figure.sentenceAfter);
  return (
    <>
      {figure.sentenceBefore !== "" && (
        <div className="sentence-before">
          <Marked pieces={pieces} side="before" />
        </div>
      )}
      {figure.sentenceAfter !== "" && (
        <div>
          <Marked pieces={pieces} side="after" />
        </div>
      )}
    </>
  );
}

function Marked({ pieces, side }: { readonly pieces: readonly Piece[]; readonly side: "before" | "after" }) {
  return pieces.map(({ kind, text }, at) => {
    const key = `${at}/${text}`;
    if (kind === "same") return <span key={key}>{text}</span>;
    if (kind !== side) return null;
    return side === "before" ? (
      <del key={key} className="sentence-mark-before">
        {text}
      </del>
    ) : (
      <ins key={key} className="sentence-mark-after">
        {text}
      </ins>
    );
  });
}
