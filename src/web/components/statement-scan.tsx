/** The scan of the stamped statement (盖章的填报确认表): filed with the return, seen by whoever may read it. */
import { FilePdfOutlined, PaperClipOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Card, Flex, Popconfirm } from "antd";
import { largestEvidence } from "../../app/desk/evidence.ts";
import { policies } from "../../app/policies/policies.ts";
import { call } from "../client.ts";
import { evidenceWords } from "../messages/evidence.ts";
import { useWords } from "../messages/text.ts";
import { evidenceQuery, type Place } from "../reviewing/queries.ts";
import { useMe } from "../session.ts";
import { localTime } from "../times.ts";
import { DownloadButton, DownloadLink } from "./downloads.tsx";
import { useSayProblem } from "./problem.tsx";
import { UploadButton } from "./upload-button.tsx";

export function StatementScan({ place }: { readonly place: Place }) {
  const say = useWords(evidenceWords);
  const sayProblem = useSayProblem();
  const me = useMe();
  const queries = useQueryClient();
  const scans = (useQuery(evidenceQuery(place)).data ?? []).filter((each) => each.place === "statement");
  const refresh = () => queries.invalidateQueries({ queryKey: evidenceQuery(place).queryKey });
  const attach = useMutation({
    mutationFn: (upload: File) =>
      call("POST /api/returns/{organisation}/{year}/evidence", { params: { ...place }, body: { place: "statement" }, upload }),
    onSuccess: refresh,
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => call("DELETE /api/returns/{organisation}/{year}/evidence/{id}", { params: { ...place, id } }),
    onSuccess: refresh,
  });
  const mayAttach = policies.attach(me, { organisation: place.organisation, within: true });
  const error = attach.error ?? withdraw.error;
  return (
    <Card size="small" title={say("statementTitle")}>
      <p style={{ marginTop: 0 }}>{say("statementHint")}</p>
      {error && <Alert type="error" showIcon title={sayProblem(error)} style={{ marginBottom: 8 }} />}
      {scans.map((scan) => (
        <Flex key={scan.id} gap={8} align="center" wrap style={{ marginBottom: 6 }}>
          <DownloadLink icon={<PaperClipOutlined />} fetchFile={() => contentOf(place, scan.id)}>
            {scan.name}
          </DownloadLink>
          <span style={{ color: "#5c6675", fontSize: 13 }}>
            {scan.by} {localTime(scan.at)}
          </span>
          {mayAttach && (
            <Popconfirm title={say("withdrawSure")} onConfirm={() => withdraw.mutate(scan.id)}>
              <Button size="small" type="text" aria-label={say("withdrawNamed", { name: scan.name })}>
                {say("withdraw")}
              </Button>
            </Popconfirm>
          )}
        </Flex>
      ))}
      {scans.length === 0 && <p style={{ color: "#5c6675" }}>{say("statementNone")}</p>}
      {mayAttach && (
        <Flex gap={8} wrap>
          <DownloadButton
            icon={<FilePdfOutlined />}
            fetchFile={() => call("GET /api/returns/{organisation}/{year}/statement.pdf", { params: { ...place } })}
          >
            {say("statementPdf")}
          </DownloadButton>
          <UploadButton
            accept=".pdf,.png,.jpg,.jpeg"
            limit={largestEvidence}
            loading={attach.isPending}
            take={(file) => attach.mutate(file)}
          >
            {say("statementUpload")}
          </UploadButton>
        </Flex>
      )}
    </Card>
  );
}

export const contentOf = (place: Place, id: string): Promise<File> =>
  call("GET /api/returns/{organisation}/{year}/evidence/{id}/content", { params: { ...place, id } });
