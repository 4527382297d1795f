/** Creating and changing an account; ledgers are chosen from those that its organisation owes. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { useContext } from "react";
import { type Role, roles } from "../../../app/policies/actor.ts";
import { catalogQuery } from "../../catalog-query.ts";
import { type AnswerOf, call } from "../../client.ts";
import { FormModal } from "../../components/form-modal.tsx";
import { accountsWords } from "../../messages/accounts.ts";
import { roleWords } from "../../messages/shell.ts";
import { LanguageContext, useMarks, useWords } from "../../messages/text.ts";
import { organisationOptions, type Row } from "./organisation-query.ts";

export type Account = AnswerOf<"GET /api/accounts">[number];
export interface Issued {
  readonly username: string;
  readonly name: string;
  readonly organisation: string;
  readonly password: string;
}

interface Fields {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly ledgers?: readonly string[];
  readonly email?: string;
}

/** Roles that may answer for chosen ledgers. */
const divided: readonly Role[] = ["clerk", "departmentHead"];
const bodyOf = ({ name, role, organisation, ledgers, email }: Fields) => ({
  name,
  role,
  organisation,
  ledgers: divided.includes(role) && ledgers && ledgers.length > 0 ? [...ledgers] : null,
  email: email ? email : null,
});

interface CreateProps {
  readonly rows: readonly Row[];
  readonly root: string;
  readonly issued: (issued: Issued) => void;
  readonly close: () => void;
}

export function CreateAccount({ rows, root, issued, close }: CreateProps) {
  const say = useWords(accountsWords);
  return (
    <FormModal<Fields, AnswerOf<"POST /api/accounts">>
      title={say("create")}
      initial={{ role: "clerk", organisation: root }}
      submit={(fields) => call("POST /api/accounts", { body: { username: fields.username.trim(), ...bodyOf(fields) } })}
      done={({ account, password }) =>
        issued({ username: account.username, name: account.name, organisation: account.organisationName, password })
      }
      close={close}
      refresh={[["accounts"]]}
    >
      <Form.Item
        name="username"
        label={say("username")}
        extra={say("usernameHint")}
        rules={[{ required: true }, { pattern: /^[a-zA-Z0-9._-]{3,40}$/, message: say("usernameWrong") }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <CommonFields rows={rows} />
    </FormModal>
  );
}

export function ChangeAccount({
  account,
  rows,
  close,
}: {
  readonly account: Account;
  readonly rows: readonly Row[];
  readonly close: () => void;
}) {
  const say = useWords(accountsWords);
  const marks = useMarks();
  return (
    <FormModal<Fields, unknown>
      title={`${account.name}${marks.open}${account.username}${marks.close}${marks.colon}${say("edit")}`}
      initial={{ ...account, ledgers: account.ledgers ?? [], email: account.email ?? "" }}
      submit={(fields) => call("PATCH /api/accounts/{id}", { params: { id: account.id }, body: bodyOf(fields) })}
      close={close}
      refresh={[["accounts"]]}
    >
      <CommonFields rows={rows} />
    </FormModal>
  );
}

function CommonFields({ rows }: { readonly rows: readonly Row[] }) {
  const say = useWords(accountsWords);
  const sayRole = useWords(roleWords);
  const { language } = useContext(LanguageContext);
  const catalog = useQuery(catalogQuery("current"));
  const form = Form.useFormInstance<Fields>();
  const role = Form.useWatch("role", form);
  const organisation = Form.useWatch("organisation", form);
  const kind = rows.find((row) => row.code === organisation)?.kind;
  const owed = (catalog.data?.ledgers ?? []).filter((ledger) => (ledger.reportedBy as readonly string[]).includes(kind ?? ""));
  const departments = [...new Set(owed.map((ledger) => ledger.department))];
  return (
    <>
      <Form.Item name="name" label={say("name")} rules={[{ required: true, max: 40 }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={say("role")} rules={[{ required: true }]}>
        <Select options={roles.map((each) => ({ value: each, label: sayRole(each) }))} />
      </Form.Item>
      <Form.Item name="organisation" label={say("organisation")} rules={[{ required: true }]}>
        <Select showSearch={{ optionFilterProp: "label" }} options={organisationOptions(rows)} />
      </Form.Item>
      {divided.includes(role) && (
        <Form.Item name="ledgers" label={say("ledgers")} extra={say("ledgersHint")}>
          <Select
            mode="multiple"
            allowClear
            loading={catalog.isPending}
            showSearch={{ optionFilterProp: "label" }}
            maxTagCount={6}
            options={departments.map((department) => ({
              label: department ?? "",
              title: department ?? "",
              options: owed
                .filter((ledger) => ledger.department === department)
                .map((ledger) => ({ value: ledger.code, label: ledger[language] })),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item name="email" label={say("email")} extra={say("emailHint")} rules={[{ type: "email" }]}>
        <Input autoComplete="off" />
      </Form.Item>
    </>
  );
}
