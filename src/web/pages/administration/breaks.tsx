/** Breaks in series: where the basis of a figure changed, so that no growth is stated across it. */
import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Form, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import type { SeriesBreak } from "../../../core/model/cycle.ts";
import { catalogQuery } from "../../catalog-query.ts";
import { call } from "../../client.ts";
import { FormModal } from "../../components/form-modal.tsx";
import { ListTable } from "../../components/list-table.tsx";
import { Page } from "../../components/page.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { breakWords } from "../../messages/administration.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { useYear } from "../../year.ts";
import { organisationOptions, organisationsQuery, treeRows } from "./organisation-query.ts";

export function BreaksPage() {
  const say = useWords(breakWords);
  const marks = useMarks();
  const me = useMe();
  const breaks = useQuery({ queryKey: ["breaks"], queryFn: () => call("GET /api/breaks", {}) });
  const catalog = useQuery(catalogQuery("current"));
  const nodes = useQuery(organisationsQuery());
  const [adding, setAdding] = useState(false);
  const known = [...(catalog.data?.elements ?? []), ...(catalog.data?.indicators ?? [])];
  const measures = new Map(known.map(({ code, zh }) => [code, zh]));
  const names = new Map((nodes.data ?? []).map((node) => [node.code, node.name]));
  if (breaks.error && !breaks.data) return <ProblemView error={breaks.error} retry={() => void breaks.refetch()} />;
  return (
    <Page
      title={say("title")}
      subtitle={say("hint")}
      extra={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {say("add")}
        </Button>
      }
    >
      <ListTable<SeriesBreak>
        rows={breaks.data ?? []}
        rowKey={(row) => `${row.organisation}/${row.measure}/${row.year}`}
        loading={breaks.isPending}
        exportName={`${me.organisationName}-${say("title")}`}
        empty={say("empty")}
        columns={[
          { key: "measure", title: say("measure"), text: (row) => measures.get(row.measure) ?? row.measure },
          { key: "year", title: say("year"), width: 120, text: (row) => String(row.year), filter: true },
          { key: "organisation", title: say("organisation"), text: (row) => names.get(row.organisation) ?? row.organisation, filter: true },
          { key: "reason", title: say("reason"), text: (row) => row.reason },
        ]}
      />
      {adding && (
        <AddBreak
          measures={known.map(({ code, zh, unit }) => ({ value: code, label: `${zh}${marks.open}${unit}${marks.close}` }))}
          organisations={organisationOptions(treeRows(nodes.data ?? [], me.organisation))}
          close={() => setAdding(false)}
        />
      )}
    </Page>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const at = ({ label }: { readonly label?: string }, text: string): number =>
  label?.startsWith(text) === true ? label.length : 100 + (label?.indexOf(text) ?? 0);

interface AddBreakProps {
  readonly measures: Choice[];
  readonly organisations: Choice[];
  readonly close: () => void;
}

function AddBreak({ measures, organisations, close }: AddBreakProps) {
  const say = useWords(breakWords);
  const me = useMe();
  const year = useYear();
  const { message } = App.useApp();
  return (
    <FormModal<SeriesBreak, unknown>
      title={say("add")}
      initial={{ organisation: me.organisation, year }}
      submit={(body) => call("POST /api/breaks", { body })}
      done={() => void message.success(say("added"))}
      close={close}
      refresh={[["breaks"], ["figures-glance"]]}
    >
      <Form.Item name="measure" label={say("measure")} rules={[{ required: true }]}>
        <Select
          showSearch={{
            optionFilterProp: "label",
            // 在校生 itself before the forty that name it.
            filterSort: (left, right, { searchValue }) => at(left, searchValue) - at(right, searchValue),
          }}
          options={measures}
          loading={measures.length === 0}
        />
      </Form.Item>
      <Form.Item name="year" label={say("year")} rules={[{ required: true }]}>
        <InputNumber min={2000} max={2099} />
      </Form.Item>
      <Form.Item name="organisation" label={say("organisation")} rules={[{ required: true }]}>
        <Select showSearch={{ optionFilterProp: "label" }} options={organisations} />
      </Form.Item>
      <Form.Item name="reason" label={say("reason")} extra={say("reasonHint")} rules={[{ required: true, min: 2 }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormModal>
  );
}
