/** Evidence on the ledger or on the current cell: scans, statements, photographs. */
import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Empty, Flex, Popconfirm, Radio, Upload } from "antd";
import { useState } from "react";
import { largestEvidence } from "../../../../app/desk/evidence.ts";
import { type AnswerOf, call } from "../../../client.ts";
import { DownloadLink } from "../../../components/downloads.tsx";
import { useSayProblem } from "../../../components/problem.tsx";
import { contentOf } from "../../../components/statement-scan.tsx";
import { fillWords } from "../../../messages/fill.ts";
import { useWords } from "../../../messages/text.ts";
import { shortTime, useLabel } from "../clashes.tsx";
import { concernsSlot, slotWord, useFilling, useLedger, useReturnView } from "../context.ts";

type Evidence = AnswerOf<"GET /api/returns/{organisation}/{year}/evidence">[number];

export function useEvidence(): readonly Evidence[] {
  const { organisation, year } = useReturnView();
  const { data } = useQuery({
    queryKey: ["evidence", organisation, year],
    queryFn: () => call("GET /api/returns/{organisation}/{year}/evidence", { params: { organisation, year } }),
    staleTime: 30_000,
    retry: false,
  });
  return data ?? [];
}

export function EvidencePane({ ledger, slot }: { readonly ledger: string; readonly slot: string | null }) {
  const say = useWords(fillWords);
  const sayProblem = useSayProblem();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const session = useFilling();
  const { organisation, year } = useReturnView();
  const label = useLabel();
  const definition = useLedger(ledger);
  const [onCell, setOnCell] = useState(false);
  const [busy, setBusy] = useState(false);
  const own = useEvidence().filter((each) => concernsSlot(each.place, definition));
  const params = { organisation, year };
  const changed = (): Promise<void> => queries.invalidateQueries({ queryKey: ["evidence", organisation, year] });
  const upload = async (file: File): Promise<void> => {
    if (file.size > largestEvidence) return void message.error(say("tooBig", { name: file.name }), 8);
    setBusy(true);
    try {
      const place = onCell && slot !== null ? slot : `ledger/${ledger}`;
      await call("POST /api/returns/{organisation}/{year}/evidence", { params, body: { place }, upload: file });
      await changed();
    } catch (error) {
      void message.error(sayProblem(error), 8);
    } finally {
      setBusy(false);
    }
  };
  const withdraw = async (id: string): Promise<void> => {
    try {
      await call("DELETE /api/returns/{organisation}/{year}/evidence/{id}", { params: { ...params, id } });
      await changed();
    } catch (error) {
      void message.error(sayProblem(error), 8);
    }
  };
  const canEdit = session.canEdit(ledger);
  return (
    <div className="fill-pane">
      {canEdit && (
        <Flex vertical gap={6} style={{ marginBottom: 10 }}>
          {slot !== null && (
            <Radio.Group
              size="small"
              value={onCell}
              onChange={(event) => setOnCell(event.target.value as boolean)}
              options={[
                { value: false, label: say("evidenceLedger") },
                { value: true, label: say(slotWord(definition, "evidenceHere")) },
              ]}
            />
          )}
          <Upload
            accept=".pdf,.png,.jpg,.jpeg,.xlsx"
            multiple
            showUploadList={false}
            beforeUpload={(file) => {
              void upload(file);
              return false;
            }}
          >
            <Button icon={<UploadOutlined />} loading={busy}>
              {say("evidenceAdd")}
            </Button>
          </Upload>
          <span className="muted" style={{ fontSize: 13 }}>
            {say("evidenceHint")}
          </span>
        </Flex>
      )}
      {own.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("evidenceNone")} />}
      {own.map((each) => (
        <Flex key={each.id} justify="space-between" align="start" gap={6} style={{ padding: "5px 0", borderBottom: "1px solid #edf0f5" }}>
          <div style={{ minWidth: 0 }}>
            <DownloadLink icon={<PaperClipOutlined />} fetchFile={() => contentOf(params, each.id)}>
              {each.name}
            </DownloadLink>
            <div className="muted" style={{ fontSize: 13 }}>
              {each.place.startsWith("ledger/") ? "" : `${label(each.place)} · `}
              {sizeText(each.size)} · {each.by} {shortTime(each.at)}
            </div>
          </div>
          {canEdit && (
            <Popconfirm title={say("withdrawSure")} onConfirm={() => void withdraw(each.id)}>
              <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${say("withdraw")} ${each.name}`} />
            </Popconfirm>
          )}
        </Flex>
      ))}
    </div>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
