/** What was read and tested, so that silence is never taken for health. */
import { Flex, Table, Tag, Typography } from "antd";
import { tierNames, tierOrder } from "../../../../core/auditing/code-names.ts";
import type { AuditJson } from "../../../../core/auditing/result-json.ts";
import { auditWords } from "../../../messages/audit.ts";
import { type Language, useMarks, useWords } from "../../../messages/text.ts";
import { tierCounts } from "./finding-groups.ts";
import { tierColours } from "./finding-list.tsx";

export interface AuditSummaryProps {
  readonly audit: AuditJson;
  readonly language: Language;
  readonly goTo: (offset: number) => void;
}

export function AuditSummary({ audit, language, goTo }: AuditSummaryProps) {
  const say = useWords(auditWords);
  const marks = useMarks();
  const { document, relations, outline, quantities } = audit;
  const counts = tierCounts(audit.findings);
  const tied = quantities.filter((quantity) => quantity.tie);
  const ofState = (state: string): number => tied.filter((quantity) => quantity.tie!.state === state).length;
  return (
    <section className="audit-summary">
      <Flex wrap gap={8} align="center">
        <strong className="audit-title">{document.title === "" ? say("untitled") : document.title}</strong>
        <Tag>{document.year === null ? say("yearUnknown") : say("yearOf", { year: document.year })}</Tag>
        {tierOrder.map((tier) => (
          <Tag key={tier} color={counts[tier] === 0 ? "default" : tierColours[tier]}>
            {tierNames[tier][language]} {counts[tier]}
          </Tag>
        ))}
      </Flex>
      <Typography.Text type="secondary">
        {say("characters", { count: document.characters })} · {say("quantities", { count: document.quantities })} ·{" "}
        {say("relations", { tested: relations.tested, held: relations.held })}
        {tied.length > 0 && ` · ${say("tied", { equal: ofState("equal"), different: ofState("different"), unknown: ofState("unknown") })}`}
      </Typography.Text>
      <details className="audit-coverage">
        <summary>{say("coverage")}</summary>
        {outline && (
          <p>
            {say("outline", { outline: outline.outline, required: outline.required, present: outline.present, grade: outline.grade })}
            {outline.missing.length > 0 && (
              <>
                <br />
                {say("outlineMissing")}
                {outline.missing.join(marks.comma)}
              </>
            )}
          </p>
        )}
        <Table
          size="small"
          pagination={false}
          rowKey="start"
          dataSource={audit.chapters}
          scroll={{ x: 420 }}
          columns={[
            {
              title: say("chapter"),
              dataIndex: "title",
              render: (title: string, chapter) => (
                <Typography.Link onClick={() => goTo(chapter.start)} tabIndex={0}>
                  {title}
                </Typography.Link>
              ),
            },
            { title: say("quantitiesShort"), dataIndex: "quantities", align: "right", width: 80 },
            { title: say("inRelations"), dataIndex: "inRelations", align: "right", width: 80 },
            { title: say("tested"), dataIndex: "tested", align: "right", width: 70 },
            { title: say("held"), dataIndex: "held", align: "right", width: 70 },
          ]}
        />
      </details>
    </section>
  );
}
