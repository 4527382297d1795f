/** Keeping the data safe: a backup to take away, verifying the store, restoring from a backup. */
import { SafetyCertificateOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Alert, App, Button, Card, Flex, Form, Input, Tag } from "antd";
import { useState } from "react";
import { call } from "../../client.ts";
import { DownloadButton } from "../../components/downloads.tsx";
import { FormModal } from "../../components/form-modal.tsx";
import { Page } from "../../components/page.tsx";
import { useSayProblem } from "../../components/problem.tsx";
import { UploadButton } from "../../components/upload-button.tsx";
import { keepingWords } from "../../messages/keeping.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { meQuery, signOut, useMe } from "../../session.ts";
import { localTime } from "../../times.ts";
import { lastBackupQuery } from "./backup-query.ts";

export function KeepingPage() {
  const say = useWords(keepingWords);
  const me = useMe();
  const queries = useQueryClient();
  const last = useQuery(lastBackupQuery);
  const [file, setFile] = useState<File | null>(null);
  return (
    <Page title={say("title")}>
      <Flex vertical gap={16} style={{ maxWidth: 820 }}>
        <Card size="small" title={say("backup")}>
          <p style={{ marginTop: 0 }}>{say("backupHint")}</p>
          <Flex wrap gap={12} align="center">
            <DownloadButton
              type="primary"
              fetchFile={async () => {
                const content = await call("GET /api/backup", {});
                await queries.invalidateQueries({ queryKey: lastBackupQuery.queryKey });
                return content;
              }}
              fileName={`质报备份-${me.organisation}-${me.today}.zhibao`}
            >
              {say("backUp")}
            </DownloadButton>
            {last.data !== undefined && (
              <span>{last.data === null ? say("never") : say("last", { at: localTime(last.data.at), name: last.data.name })}</span>
            )}
          </Flex>
        </Card>
        <VerifyCard />
        <Card size="small" title={say("restore")}>
          <p style={{ marginTop: 0 }}>{say("restoreHint")}</p>
          <UploadButton accept=".zhibao" danger take={setFile}>
            {say("choose")}
          </UploadButton>
        </Card>
      </Flex>
      {file && <Restore file={file} close={() => setFile(null)} />}
    </Page>
  );
}

function VerifyCard() {
  const say = useWords(keepingWords);
  const marks = useMarks();
  const sayProblem = useSayProblem();
  const verify = useMutation({ mutationFn: () => call("GET /api/verify", {}) });
  return (
    <Card size="small" title={say("verify")}>
      <p style={{ marginTop: 0 }}>{say("verifyHint")}</p>
      <Button icon={<SafetyCertificateOutlined />} loading={verify.isPending} onClick={() => verify.mutate()}>
        {say("verifyNow")}
      </Button>
      <div aria-live="polite" style={{ marginTop: 12 }}>
        {verify.error && <Alert type="error" showIcon title={sayProblem(verify.error)} />}
        {verify.data && (
          <Alert
            type={verify.data.problems.length === 0 ? "success" : "error"}
            showIcon
            title={verify.data.problems.length === 0 ? say("verified") : say("problems", { count: verify.data.problems.length })}
            description={
              <>
                {verify.data.problems.length > 0 && (
                  <ul>
                    {verify.data.problems.map((problem) => (
                      <li key={problem}>{problem}</li>
                    ))}
                  </ul>
                )}
                {say("checked")}
                {marks.colon}
                {Object.entries(verify.data.checked).map(([name, count]) => (
                  <Tag key={name}>
                    {name in keepingWords ? say(name as keyof typeof keepingWords) : name} {count}
                  </Tag>
                ))}
              </>
            }
          />
        )}
      </div>
    </Card>
  );
}

/** Of the tables restored those that say something to people. */
const keptTables = ["organisations", "user", "returns", "acts", "evidence"] as const;

function Restore({ file, close }: { readonly file: File; readonly close: () => void }) {
  const say = useWords(keepingWords);
  const marks = useMarks();
  const queries = useQueryClient();
  const router = useRouter();
  const { modal } = App.useApp();
  return (
    <FormModal<{ password: string }, { readonly rows: Readonly<Record<string, number>> }>
      title={say("restoreTitle")}
      danger
      okText={say("restoreButton")}
      working={say("restoring")}
      submit={({ password }) => call("POST /api/restore", { upload: file, body: { password } })}
      done={({ rows }) => {
        modal.success({
          title: say("restored"),
          content: (
            <>
              <p>{say("restoredHint")}</p>
              {keptTables.map((table) => (
                <div key={table}>{say("restoredRows", { name: say(table), count: rows[table] ?? 0 })}</div>
              ))}
            </>
          ),
          onOk: async () => {
            // The server has ended this session too; this computer forgets what it kept of it.
            await signOut().catch(() => undefined);
            await router.navigate({ to: "/sign-in", search: {} });
            queries.clear();
            queries.setQueryData(meQuery.queryKey, null);
          },
        });
      }}
      close={close}
      refresh={[]}
    >
      <Alert
        type="warning"
        showIcon
        title={`${say("restoreFile")}${marks.colon}${file.name}`}
        description={say("restoreHint")}
        style={{ marginBottom: 12 }}
      />
      <Form.Item name="password" label={say("password")} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
    </FormModal>
  );
}
