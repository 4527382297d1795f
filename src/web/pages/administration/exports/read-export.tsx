/** Choosing an export: the server reads its sheets, headers and first rows. */
import { useMutation } from "@tanstack/react-query";
import { Alert, Card, Flex, Typography } from "antd";
import { call } from "../../../client.ts";
import { useSayProblem } from "../../../components/problem.tsx";
import { UploadButton } from "../../../components/upload-button.tsx";
import { exportWords } from "../../../messages/keeping.ts";
import { useWords } from "../../../messages/text.ts";
import type { Sheet } from "./draft.ts";

export function ReadExport({ taken }: { readonly taken: (file: File, sheets: readonly Sheet[]) => void }) {
  const say = useWords(exportWords);
  const sayProblem = useSayProblem();
  const read = useMutation({
    mutationFn: (upload: File) => call("POST /api/exports/read", { upload }),
    onSuccess: ({ sheets }, upload) => {
      if (sheets.length > 0) taken(upload, sheets);
    },
  });
  return (
    <Card size="small" style={{ maxWidth: 720 }}>
      <Flex vertical gap={12} align="flex-start">
        <UploadButton type="primary" accept=".xlsx,.csv,.txt" loading={read.isPending} take={(file) => read.mutate(file)}>
          {say("chooseFile")}
        </UploadButton>
        <Typography.Text type="secondary">{say("chooseHint")}</Typography.Text>
        {read.error && <Alert type="error" showIcon title={sayProblem(read.error)} />}
        {read.data?.sheets.length === 0 && <Alert type="warning" showIcon title={say("noSheets")} />}
      </Flex>
    </Card>
  );
}
