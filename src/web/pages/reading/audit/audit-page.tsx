/** The auditor as a page: a report dropped here is read with its figures marked and what cannot be true beside it. */
import { DownloadOutlined, FileAddOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, App, Button, Dropdown, Flex, Result, Spin, Tooltip, Upload } from "antd";
import { useContext, useMemo, useState } from "react";
import { call } from "../../../client.ts";
import { saveAs, saveCsv } from "../../../components/csv.ts";
import { Page } from "../../../components/page.tsx";
import { useSayProblem } from "../../../components/problem.tsx";
import { auditJson } from "../../../../core/auditing/result-json.ts";
import { auditWords } from "../../../messages/audit.ts";
import { LanguageContext, useMarks, useWords } from "../../../messages/text.ts";
import { useMe } from "../../../session.ts";
import { accepted, type AuditChoice, AuditDrop, AuditOptions, PrivacyLine } from "./audit-start.tsx";
import { AuditWorkspace } from "./audit-workspace.tsx";
import { findingHeader, findingRows } from "./finding-export.ts";
import { useAudit } from "./use-audit.ts";
import "./audit.css";

export function AuditPage() {
  const say = useWords(auditWords);
  const marks = useMarks();
  const sayProblem = useSayProblem();
  const { language } = useContext(LanguageContext);
  const { message } = App.useApp();
  const me = useMe();
  const [choice, setChoice] = useState<AuditChoice>({
    file: null,
    prior: null,
    year: null,
    withData: false,
    organisation: me.organisation,
    acceptedOnly: false,
  });
  const choose = (change: Partial<AuditChoice>): void => setChoice((old) => ({ ...old, ...change }));
  const { file, prior, year, withData, organisation, acceptedOnly } = choice;
  const state = useAudit(file, prior, year);
  const request = {
    besides: prior ? { prior } : {},
    body: {
      ...(withData ? { organisation, acceptedOnly: acceptedOnly ? ("true" as const) : ("false" as const) } : {}),
      ...(year === null ? {} : { year: String(year) }),
      lang: language,
    },
  };
  const tied = useQuery({
    queryKey: ["audit", file && [file.name, file.size, file.lastModified], prior && [prior.name, prior.size], request.body],
    queryFn: () => call("POST /api/audits", { upload: file!, ...request }),
    enabled: withData && file !== null,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  const local = useMemo(() => (state.kind === "done" ? auditJson(state.result, language) : null), [state, language]);
  const audit = withData ? tied.data?.audit : local;
  const take = useMutation({
    mutationFn: async (kind: "docx" | "html") => {
      const content =
        kind === "docx"
          ? await call("POST /api/audits/comments.docx", { upload: file!, ...request })
          : await call("POST /api/audits/page.html", { upload: file!, ...request });
      saveAs(content, `${file!.name.replace(/\.[^.]+$/, "")}.${language === "zh" ? "审核" : "audit"}.${kind}`);
    },
    onError: (error) => void message.error(sayProblem(error)),
  });
  const isDocx = /\.docx$/i.test(file?.name ?? "");

  return (
    <Page
      title={say("title")}
      subtitle={file ? file.name : say("subtitle")}
      extra={
        file && (
          <>
            <Upload
              accept={accepted}
              showUploadList={false}
              beforeUpload={(next) => {
                choose({ file: next });
                return false;
              }}
            >
              <Button icon={<FileAddOutlined />}>{say("another")}</Button>
            </Upload>
            <Dropdown
              disabled={!audit}
              trigger={["click"]}
              menu={{
                items: [
                  {
                    key: "docx",
                    disabled: !isDocx,
                    label: <Tooltip title={say(isDocx ? "takeHint" : "docxOnly")}>{say("takeDocx")}</Tooltip>,
                  },
                  { key: "html", label: <Tooltip title={say("takeHint")}>{say("takePage")}</Tooltip> },
                  { key: "csv", label: say("takeCsv") },
                ],
                onClick: ({ key }) => {
                  if (key === "csv") saveCsv(findingHeader(language), findingRows(audit!, language), file.name.replace(/\.[^.]+$/, ""));
                  else take.mutate(key as "docx" | "html");
                },
              }}
            >
              <Button type="primary" icon={<DownloadOutlined />} loading={take.isPending}>
                {say("take")}
              </Button>
            </Dropdown>
          </>
        )
      }
    >
      <Flex vertical gap={10}>
        <AuditOptions choice={choice} choose={choose} />
        {!file && <AuditDrop choose={choose} />}
        {!file && <PrivacyLine withData={withData} />}
        {file && state.kind === "unreadable" && (
          <Result
            status="warning"
            title={`${state.file}${marks.colon}${say("unreadable")}`}
            subTitle={state.message[language]}
            extra={<AuditDrop choose={choose} />}
          />
        )}
        {file && state.kind === "broken" && <Alert type="error" showIcon title={say("broken")} description={state.message} />}
        {file && withData && tied.isError && <Alert type="error" showIcon title={sayProblem(tied.error)} />}
        {file && (state.kind === "working" || (withData && tied.isFetching)) && (
          <Flex justify="center" style={{ padding: "12vh 0" }} aria-live="polite">
            <Spin description={say(state.kind === "working" ? state.stage : "tying")} size="large" />
          </Flex>
        )}
        {state.kind === "done" && audit && !(withData && tied.isFetching) && (
          <AuditWorkspace
            key={`${file?.name}-${file?.lastModified}`}
            document={state.document}
            audit={audit}
            language={language}
            isLocal={!withData}
          />
        )}
      </Flex>
    </Page>
  );
}
