/** Asks for a correction of one cell or row of a locked return. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Checkbox, Form, Input, Select, Skeleton } from "antd";
import { useContext, useState } from "react";
import { Dialog } from "../../components/dialog.tsx";
import type { Column } from "../../../core/definition/ledger.ts";
import { call } from "../../client.ts";
import { ProblemView } from "../../components/problem.tsx";
import { reviewWords } from "../../messages/review.ts";
import { LanguageContext, useMarks, useWords } from "../../messages/text.ts";
import { useDoing } from "../../reviewing/doing.ts";
import { catalogQuery, type Place, refresh, returnQuery, type ReviewView } from "../../reviewing/queries.ts";
import { slotLabels } from "./slot-labels.ts";

export interface CorrectionRequestProps {
  readonly place: Place;
  readonly view: ReviewView;
  readonly slot: string;
  readonly close: () => void;
}

interface Fields {
  readonly reason: string;
  readonly value?: string;
  readonly remove?: boolean;
  readonly row?: Readonly<Record<string, string | undefined>>;
}

export function CorrectionRequest({ place, view, slot, close }: CorrectionRequestProps) {
  const say = useWords(reviewWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  const queries = useQueryClient();
  const doing = useDoing();
  const [form] = Form.useForm<Fields>();
  const [id] = useState(() => crypto.randomUUID());
  const label = slotLabels(view, language, (ledger) => ledger)(slot);
  const send = async (fields: Fields): Promise<void> => {
    const after = slot.startsWith("form/") ? cellOf(fields.value ?? "") : fields.remove ? null : { values: rowOf(fields.row ?? {}) };
    const done = await doing.run(async () => {
      await call("POST /api/returns/{organisation}/{year}/corrections", {
        params: { ...place },
        body: { id, slot, after, reason: fields.reason },
      });
      await refresh(queries, place);
    }, say("correctionSent"));
    if (done) close();
  };
  const now = view.differences.find((each) => each.slot === slot);
  return (
    <Dialog
      open
      width={560}
      title={say("askCorrectionOf", { item: label })}
      okText={say("askCorrection")}
      confirmLoading={doing.busy}
      onOk={() => form.submit()}
      onCancel={close}
      styles={{ body: { maxHeight: "62vh", overflow: "auto" } }}
    >
      <Form<Fields> form={form} layout="vertical" onFinish={(fields) => void send(fields)}>
        {slot.startsWith("form/") ? (
          <Form.Item
            name="value"
            label={`${say("newValue")}${now?.unit ? `${marks.open}${now.unit}${marks.close}` : ""}`}
            extra={`${say("before")}${marks.colon}${now?.now ?? say("blank")}${marks.stop}${say("newValueHint")}`}
            rules={[{ pattern: /^\s*(-?[\d,]+(\.\d+)?|—|-)?\s*$/, message: say("newValueHint") }]}
          >
            <Input autoFocus inputMode="decimal" style={{ width: 200 }} />
          </Form.Item>
        ) : (
          <RowFields place={place} slot={slot} />
        )}
        <Form.Item name="reason" label={say("reason")} rules={[{ required: true, whitespace: true, min: 2, max: 2000 }]}>
          <Input.TextArea rows={3} placeholder={say("reasonHint")} maxLength={2000} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}

/** The columns of the row as they stand, to be changed; or the row is taken out. */
function RowFields({ place, slot }: { readonly place: Place; readonly slot: string }) {
  const say = useWords(reviewWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  const remove = Form.useWatch<boolean | undefined>("remove");
  const [, ledger = "", row = ""] = /^row\/([^/]+)\/(.+)$/u.exec(slot) ?? [];
  const current = useQuery(returnQuery(place));
  const catalog = useQuery(catalogQuery);
  const problem = current.error ?? catalog.error;
  if (problem) return <ProblemView error={problem} />;
  if (!current.data || !catalog.data) return <Skeleton active />;
  const definition = catalog.data.ledgers.find((each) => each.code === ledger);
  const values = current.data.document.registers[ledger]?.find((each) => each.id === row)?.values;
  if (definition?.kind !== "register" || !values) return <Alert type="info" title={say("gone")} />;
  const members = (column: Column) => catalog.data.dimensions.find((each) => each.code === column.choices)?.members ?? [];
  return (
    <>
      <Form.Item name="remove" valuePropName="checked" style={{ marginBottom: 8 }}>
        <Checkbox>{say("removeRow")}</Checkbox>
      </Form.Item>
      {remove !== true &&
        definition.columns.map((column) => (
          <Form.Item
            key={column.code}
            name={["row", column.code]}
            label={column[language] + (column.unit === undefined ? "" : `${marks.open}${column.unit}${marks.close}`)}
            initialValue={values[column.code] ?? ""}
            style={{ marginBottom: 12 }}
          >
            {column.type === "choice" ? (
              <Select allowClear options={members(column).map((each) => ({ value: each.code, label: each[language] }))} />
            ) : column.type === "boolean" ? (
              <Select
                allowClear
                options={[
                  { value: "true", label: say("yes") },
                  { value: "false", label: say("no") },
                ]}
              />
            ) : (
              <Input />
            )}
          </Form.Item>
        ))}
    </>
  );
}

/** What was typed for a cell: thousands separators are no part of a number. */
function cellOf(text: string) {
  const typed = text.trim().replaceAll(",", "");
  if (typed === "") return { status: "missing" as const, value: null };
  if (typed === "—" || typed === "-") return { status: "notApplicable" as const, value: null };
  return { status: "value" as const, value: typed };
}

function rowOf(row: Readonly<Record<string, string | undefined>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, value === undefined || value.trim() === "" ? null : value.trim()]),
  );
}
