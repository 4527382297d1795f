/** Creating an organisation and changing one from a day on: rename, move, attributes, merge, close. */
import { App, Form, Input, Select } from "antd";
import { useEffect, useRef } from "react";
import { attributeValues } from "../../../app/organisation-table.ts";
import { call } from "../../client.ts";
import { DayInput } from "../../components/day-input.tsx";
import { FormModal } from "../../components/form-modal.tsx";
import { organisationWords } from "../../messages/administration.ts";
import { kindWords } from "../../messages/states.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { ChangeEffect } from "./organisation-effect.tsx";
import { codeFor, organisationOptions, type Row } from "./organisation-query.ts";

const refresh = [["organisations"], ["organisation"], ["me"]];

const attributeWords = { 办学性质: "ownership", 隶属: "affiliation", 类型: "type" } as const;

interface Fields {
  readonly kind: "county" | "school";
  readonly code: string;
  readonly name: string;
  readonly shortName?: string;
  readonly parent: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly from: string;
}

const present = (attributes: Fields["attributes"]): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1])));

interface CreateProps {
  readonly rows: readonly Row[];
  readonly root: string;
  readonly close: () => void;
}

export function CreateOrganisation({ rows, root, close }: CreateProps) {
  const say = useWords(organisationWords);
  return (
    <FormModal<Fields, unknown>
      title={say("create")}
      initial={{ kind: "school", parent: root, code: codeFor("school", rows, root) }}
      submit={({ attributes, shortName, from, ...rest }) =>
        call("POST /api/organisations", {
          body: { ...rest, ...(shortName ? { shortName } : {}), ...(from ? { from } : {}), attributes: present(attributes) },
        })
      }
      close={close}
      refresh={refresh}
    >
      <CreateFields rows={rows} root={root} />
    </FormModal>
  );
}

/** The code follows kind and parent as long as nobody typed one. */
function CreateFields({ rows, root }: Pick<CreateProps, "rows" | "root">) {
  const say = useWords(organisationWords);
  const sayKind = useWords(kindWords);
  const form = Form.useFormInstance<Fields>();
  const kind = Form.useWatch("kind", form) ?? "school";
  const parent = Form.useWatch("parent", form) ?? root;
  const proposed = useRef(codeFor("school", rows, root));
  useEffect(() => {
    if (kind === "county" && rows.find((row) => row.code === parent)?.kind === "county") form.setFieldValue("parent", root);
    const next = codeFor(kind, rows, parent);
    if (form.getFieldValue("code") === proposed.current) form.setFieldValue("code", next);
    proposed.current = next;
  }, [form, kind, parent, root, rows]);
  return (
    <>
      <Form.Item name="kind" label={say("kind")} rules={[{ required: true }]}>
        <Select options={(["school", "county"] as const).map((each) => ({ value: each, label: sayKind(each) }))} />
      </Form.Item>
      <ParentField rows={rows.filter((row) => (kind === "school" ? row.kind !== "school" : row.kind === "city"))} />
      <Form.Item
        name="code"
        label={say("code")}
        extra={say(kind === "school" ? "schoolCodeHint" : "countyCodeHint")}
        rules={[
          { required: true },
          {
            pattern: kind === "school" ? /^\d{6}-\d{2,}$/ : /^\d{4}(?!00)\d{2}$/,
            message: say(kind === "school" ? "schoolCodeWrong" : "countyCodeWrong"),
          },
        ]}
      >
        <Input />
      </Form.Item>
      <NameFields />
      {kind === "school" && <AttributeFields />}
      <Form.Item name="from" label={say("founded")} extra={say("foundedHint")}>
        <DayInput />
      </Form.Item>
    </>
  );
}

interface ChangeProps {
  readonly row: Row;
  readonly rows: readonly Row[];
  readonly today: string;
  readonly close: () => void;
}

export function ChangeOrganisation({ row, rows, today, close }: ChangeProps) {
  const say = useWords(organisationWords);
  const marks = useMarks();
  return (
    <FormModal<Omit<Fields, "kind" | "code">, unknown>
      title={`${row.name}${marks.colon}${say("change")}`}
      initial={{
        name: row.name,
        shortName: row.shortName ?? "",
        attributes: row.attributes,
        from: today,
        ...(row.parent === null ? {} : { parent: row.parent }),
      }}
      submit={({ attributes, shortName, ...rest }) =>
        call("POST /api/organisations/{organisation}/versions", {
          params: { organisation: row.code },
          body: { ...rest, ...(shortName ? { shortName } : {}), attributes: { ...row.attributes, ...present(attributes) } },
        })
      }
      close={close}
      refresh={refresh}
    >
      <DayField name="from" label={say("from")} />
      <ChangeEffect row={row} rows={rows} what="change" />
      <NameFields />
      {row.depth > 0 && <ParentField rows={rows.filter((each) => each.kind !== "school" && each.code !== row.code)} />}
      {row.kind === "school" && <AttributeFields />}
    </FormModal>
  );
}

export function MergeOrganisation({ row, rows, today, close }: ChangeProps) {
  const say = useWords(organisationWords);
  const marks = useMarks();
  return (
    <FormModal<{ into: string; on: string; reason: string }, unknown>
      title={`${row.name}${marks.colon}${say("merge")}`}
      danger
      okText={say("merge")}
      initial={{ on: today }}
      submit={(body) => call("POST /api/organisations/{organisation}/merge", { params: { organisation: row.code }, body })}
      close={close}
      refresh={refresh}
    >
      <Form.Item name="into" label={say("into")} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={organisationOptions(rows.filter((each) => each.code !== row.code && each.kind === row.kind))}
        />
      </Form.Item>
      <DayField name="on" label={say("day")} />
      <ReasonField />
      <ChangeEffect row={row} rows={rows} what="merge" />
    </FormModal>
  );
}

export function CloseOrganisation({ row, rows, today, close }: ChangeProps) {
  const say = useWords(organisationWords);
  const marks = useMarks();
  const { message } = App.useApp();
  return (
    <FormModal<{ on: string; reason: string }, unknown>
      title={`${row.name}${marks.colon}${say("close")}`}
      done={(_, { on }) => void message.success(say("closed", { name: row.name, day: on }))}
      danger
      okText={say("close")}
      initial={{ on: today }}
      submit={(body) => call("POST /api/organisations/{organisation}/close", { params: { organisation: row.code }, body })}
      close={close}
      refresh={refresh}
    >
      <DayField name="on" label={say("day")} />
      <ReasonField />
      <ChangeEffect row={row} rows={rows} what="close" />
    </FormModal>
  );
}

function NameFields() {
  const say = useWords(organisationWords);
  return (
    <>
      <Form.Item name="name" label={say("name")} rules={[{ required: true, min: 2, max: 60 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="shortName" label={say("shortName")} rules={[{ max: 20 }]}>
        <Input />
      </Form.Item>
    </>
  );
}

function ParentField({ rows }: { readonly rows: readonly Row[] }) {
  const say = useWords(organisationWords);
  return (
    <Form.Item name="parent" label={say("parent")} rules={[{ required: true }]}>
      <Select showSearch={{ optionFilterProp: "label" }} options={organisationOptions(rows)} />
    </Form.Item>
  );
}

function AttributeFields() {
  const say = useWords(organisationWords);
  return (
    <>
      {Object.entries(attributeWords).map(([name, word]) => (
        <Form.Item key={name} name={["attributes", name]} label={say(word)}>
          <Select allowClear options={attributeValues[name]?.map((value) => ({ value, label: value })) ?? []} />
        </Form.Item>
      ))}
    </>
  );
}

function DayField({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true }]}>
      <DayInput needed />
    </Form.Item>
  );
}

function ReasonField() {
  const say = useWords(organisationWords);
  return (
    <Form.Item name="reason" label={say("reason")} extra={say("reasonHint")} rules={[{ required: true }]}>
      <Input.TextArea rows={2} maxLength={500} />
    </Form.Item>
  );
}
