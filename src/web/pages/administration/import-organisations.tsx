/** Organisations from a table: what would come is shown first, and taken at a click. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Table, Tag } from "antd";
import { useState } from "react";
import { type AnswerOf, call } from "../../client.ts";
import { Dialog } from "../../components/dialog.tsx";
import { useSayProblem } from "../../components/problem.tsx";
import { UploadButton } from "../../components/upload-button.tsx";
import { organisationWords } from "../../messages/administration.ts";
import { kindWords } from "../../messages/states.ts";
import { useWords } from "../../messages/text.ts";
import { TableProblems } from "./table-problems.tsx";

type Answer = AnswerOf<"POST /api/organisations/import">;
type Line = Answer["lines"][number];

const colours = { new: "success", known: "default", different: "warning" } as const;

export function ImportOrganisations() {
  const say = useWords(organisationWords);
  const sayProblem = useSayProblem();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [seen, setSeen] = useState<{ readonly upload: File; readonly answer: Answer } | null>(null);
  const close = (): void => setSeen(null);
  const look = useMutation({
    mutationFn: async (upload: File) => ({
      upload,
      answer: await call("POST /api/organisations/import", { upload, query: { preview: "true" } }),
    }),
    onSuccess: setSeen,
    onError: (error) => void modal.error({ title: say("import"), content: sayProblem(error) }),
  });
  const take = useMutation({
    mutationFn: (upload: File) => call("POST /api/organisations/import", { upload }),
    onSuccess: async (answer, upload) => {
      if (answer.problems.length > 0) return setSeen({ upload, answer });
      close();
      void message.success(say("imported", { count: answer.count }));
      await queries.invalidateQueries({ queryKey: ["organisations"] });
    },
    onError: (error) => void modal.error({ title: say("import"), content: sayProblem(error) }),
  });
  return (
    <>
      <UploadButton accept=".xlsx" take={(file) => look.mutate(file)} loading={look.isPending}>
        {say("import")}
      </UploadButton>
      {seen && seen.answer.problems.length > 0 && (
        <TableProblems
          title={say("import")}
          lead={say("importProblems", { count: seen.answer.problems.length })}
          problems={seen.answer.problems}
          close={close}
        />
      )}
      {seen?.answer.problems.length === 0 && (
        <Preview answer={seen.answer} busy={take.isPending} take={() => take.mutate(seen.upload)} close={close} />
      )}
    </>
  );
}

interface PreviewProps {
  readonly answer: Answer;
  readonly busy: boolean;
  readonly take: () => void;
  readonly close: () => void;
}

function Preview({ answer: { lines, count }, busy, take, close }: PreviewProps) {
  const say = useWords(organisationWords);
  const sayKind = useWords(kindWords);
  const known = lines.filter((line) => line.state === "known").length;
  const different = lines.length - count - known;
  return (
    <Dialog
      open
      width={860}
      title={say("importPreview")}
      onCancel={close}
      onOk={take}
      okText={say("importTake", { count })}
      okButtonProps={{ disabled: count === 0, loading: busy }}
    >
      <Alert
        type={lines.length === 0 || different > 0 ? "warning" : "info"}
        showIcon
        style={{ marginBottom: 12 }}
        title={lines.length === 0 ? say("importNothing") : say("importCounts", { count, known: known + different })}
        description={different > 0 ? say("importDifferent", { count: different }) : undefined}
      />
      <Table<Line>
        size="small"
        rowKey="code"
        dataSource={lines}
        pagination={false}
        scroll={{ y: 340 }}
        columns={[
          { title: say("row"), dataIndex: "row", width: 56 },
          { title: say("code"), dataIndex: "code", width: 110 },
          { title: say("name"), dataIndex: "name" },
          { title: say("kind"), dataIndex: "kind", width: 110, render: (kind: Line["kind"]) => sayKind(kind) },
          { title: say("parent"), dataIndex: "parent", width: 130 },
          {
            title: say("importState"),
            dataIndex: "state",
            width: 220,
            render: (state: Line["state"], line) => (
              <>
                <Tag color={colours[state]}>{say(state === "new" ? "importNew" : "importKnown")}</Tag>
                {line.differs}
              </>
            ),
          },
        ]}
      />
    </Dialog>
  );
}
