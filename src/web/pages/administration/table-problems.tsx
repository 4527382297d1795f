/** What is wrong in an uploaded table: row, column, what stands there, what should. */
import { Alert, Table } from "antd";
import { useContext } from "react";
import type { AnswerOf } from "../../client.ts";
import { Dialog } from "../../components/dialog.tsx";
import { accountsWords } from "../../messages/accounts.ts";
import { LanguageContext, useWords } from "../../messages/text.ts";

type Problem = AnswerOf<"POST /api/accounts/import">["problems"][number];

interface TableProblemsProps {
  readonly title: string;
  /** How many there are, and that nothing was done. */
  readonly lead: string;
  readonly problems: readonly Problem[];
  readonly close: () => void;
}

export function TableProblems({ title, lead, problems, close }: TableProblemsProps) {
  const say = useWords(accountsWords);
  const { language } = useContext(LanguageContext);
  return (
    <Dialog open width={760} title={title} onCancel={close} onOk={close} cancelButtonProps={{ style: { display: "none" } }}>
      <Alert type="error" showIcon title={lead} style={{ marginBottom: 12 }} />
      <Table<Problem>
        size="small"
        rowKey={(row) => `${row.row}/${row.column}/${row.message.zh}`}
        dataSource={[...problems]}
        pagination={false}
        scroll={{ y: 360 }}
        columns={[
          { title: say("row"), dataIndex: "row", width: 60 },
          { title: say("column"), dataIndex: "column", width: 100 },
          { title: say("found"), dataIndex: "found", width: 180, render: (found: string) => found || say("blank") },
          language === "zh"
            ? { title: say("expected"), dataIndex: "expected" }
            : { title: say("message"), render: (_, row) => row.message.en },
        ]}
      />
    </Dialog>
  );
}
