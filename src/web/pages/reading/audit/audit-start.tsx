/** What is audited: the report, last year's beside it, and whether to tie its figures with the city's data. */
import { FileSearchOutlined, LockOutlined } from "@ant-design/icons";
import { Alert, Button, Checkbox, Flex, Select, Tooltip, Typography, Upload } from "antd";
import { auditWords } from "../../../messages/audit.ts";
import { useMarks, useWords } from "../../../messages/text.ts";
import { useMe } from "../../../session.ts";
import { OrganisationChoice } from "../organisation-choice.tsx";

export interface AuditChoice {
  readonly file: File | null;
  readonly prior: File | null;
  /** Null: from the title. */
  readonly year: number | null;
  readonly withData: boolean;
  readonly organisation: string;
  readonly acceptedOnly: boolean;
}

export const accepted = ".docx,.pdf,.html,.htm,.txt,.md,.markdown";

export interface AuditStartProps {
  readonly choice: AuditChoice;
  readonly choose: (change: Partial<AuditChoice>) => void;
}

export function AuditDrop({ choose }: Pick<AuditStartProps, "choose">) {
  const say = useWords(auditWords);
  return (
    <Upload.Dragger
      accept={accepted}
      multiple={false}
      showUploadList={false}
      beforeUpload={(file) => {
        choose({ file });
        return false;
      }}
    >
      <FileSearchOutlined style={{ fontSize: 40, color: "#1f5fbf" }} />
      <p style={{ margin: "10px 0 4px", fontSize: 16 }}>{say("drop")}</p>
      <p style={{ margin: 0, color: "#5c6675" }}>{say("kinds")}</p>
    </Upload.Dragger>
  );
}

export function AuditOptions({ choice, choose }: AuditStartProps) {
  const say = useWords(auditWords);
  const marks = useMarks();
  const me = useMe();
  const years = [...new Set(me.cycles.map((cycle) => cycle.year))];
  return (
    <Flex wrap gap="8px 12px" align="center" className="audit-options">
      <Select
        aria-label={say("year")}
        value={choice.year ?? 0}
        onChange={(year) => choose({ year: year === 0 ? null : year })}
        popupMatchSelectWidth={false}
        options={[
          { value: 0, label: `${say("year")}${marks.colon}${say("yearFromTitle")}` },
          ...years.map((year) => ({ value: year, label: `${say("year")}${marks.colon}${year}` })),
        ]}
      />
      <Tooltip title={say("priorHint")}>
        <Upload
          accept={accepted}
          maxCount={1}
          showUploadList={false}
          beforeUpload={(prior) => {
            choose({ prior });
            return false;
          }}
        >
          <Button>{choice.prior ? say("priorGiven", { name: choice.prior.name }) : say("prior")}</Button>
        </Upload>
      </Tooltip>
      {choice.prior && (
        <Button type="text" size="small" onClick={() => choose({ prior: null })} aria-label={`× ${choice.prior.name}`}>
          ×
        </Button>
      )}
      <Tooltip title={say("withDataHint")}>
        <Checkbox checked={choice.withData} onChange={(event) => choose({ withData: event.target.checked })}>
          {say("withData")}
        </Checkbox>
      </Tooltip>
      {choice.withData && (
        <>
          <OrganisationChoice value={choice.organisation} choose={(organisation) => choose({ organisation })} />
          <Checkbox checked={choice.acceptedOnly} onChange={(event) => choose({ acceptedOnly: event.target.checked })}>
            {say("acceptedOnly")}
          </Checkbox>
        </>
      )}
    </Flex>
  );
}

export function PrivacyLine({ withData }: { readonly withData: boolean }) {
  const say = useWords(auditWords);
  return withData ? (
    <Alert type="warning" showIcon title={say("withDataHint")} />
  ) : (
    <Typography.Paragraph type="secondary" style={{ margin: 0 }}>
      <LockOutlined /> {say("private")}
    </Typography.Paragraph>
  );
}
