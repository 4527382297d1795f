/** Problems of a workbook with file, sheet and cell: what was found there and what was expected. */
import { Alert, Table } from "antd";
import { useContext } from "react";
import type { AnswerOf } from "../../../client.ts";
import { exportWords } from "../../../messages/keeping.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";

export type WorkbookProblem = AnswerOf<"POST /api/earlier/{organisation}">["problems"][number];

export function WorkbookProblems({ problems }: { readonly problems: readonly WorkbookProblem[] }) {
  const say = useWords(exportWords);
  const { language } = useContext(LanguageContext);
  if (problems.length === 0) return null;
  return (
    <>
      <Alert type="warning" showIcon title={say("problemsTitle", { count: problems.length })} style={{ marginBottom: 8 }} />
      <Table<WorkbookProblem>
        size="small"
        style={{ marginBottom: 12 }}
        rowKey={(each) => `${each.sheet}!${each.cell}/${each.code}`}
        dataSource={[...problems]}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        scroll={{ x: "max-content" }}
        columns={[
          { title: say("sheet"), dataIndex: "sheet" },
          { title: say("cell"), dataIndex: "cell" },
          { title: say("found"), dataIndex: "found" },
          { title: say("expected"), dataIndex: "expected" },
          { title: say("problem"), render: (_, each) => each.message[language] },
        ]}
      />
    </>
  );
}
