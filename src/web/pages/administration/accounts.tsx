/** Accounts: who may come in, as what, for which organisation and ledgers. */
import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Dropdown, Tag, Tooltip } from "antd";
import { useContext, useState } from "react";
import { catalogQuery } from "../../catalog-query.ts";
import { type AnswerOf, call } from "../../client.ts";
import { DownloadButton } from "../../components/downloads.tsx";
import { ListTable } from "../../components/list-table.tsx";
import { Page } from "../../components/page.tsx";
import { ProblemView, useSayProblem } from "../../components/problem.tsx";
import { UploadButton } from "../../components/upload-button.tsx";
import { accountsWords } from "../../messages/accounts.ts";
import { roleWords } from "../../messages/shell.ts";
import { LanguageContext, useMarks, useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { localTime } from "../../times.ts";
import { type Account, ChangeAccount, CreateAccount, type Issued } from "./account-forms.tsx";
import { IssuedPasswords } from "./issued-passwords.tsx";
import { TableProblems } from "./table-problems.tsx";
import { duties, uncovered } from "./uncovered.ts";
import { organisationsQuery, type Row, treeRows } from "./organisation-query.ts";

type Problems = AnswerOf<"POST /api/accounts/import">["problems"];

export function AccountsPage() {
  const say = useWords(accountsWords);
  const sayRole = useWords(roleWords);
  const { language } = useContext(LanguageContext);
  const marks = useMarks();
  const sayProblem = useSayProblem();
  const me = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const accounts = useQuery({ queryKey: ["accounts"], queryFn: () => call("GET /api/accounts", {}) });
  const nodes = useQuery(organisationsQuery());
  const catalog = useQuery(catalogQuery("current"));
  const [creating, setCreating] = useState(false);
  const [changing, setChanging] = useState<Account | null>(null);
  const [issued, setIssued] = useState<readonly Issued[]>([]);
  const [problems, setProblems] = useState<Problems>([]);
  const rows = treeRows(nodes.data ?? [], me.organisation);
  const ledgerNames = new Map((catalog.data?.ledgers ?? []).map((ledger) => [ledger.code, ledger[language]]));
  const refresh = () => queries.invalidateQueries({ queryKey: ["accounts"] });
  const failed = (error: unknown): void => void message.error(sayProblem(error));
  const take = useMutation({
    mutationFn: (upload: File) => call("POST /api/accounts/import", { upload }),
    onSuccess: async (answer) => {
      setIssued(answer.created);
      setProblems(answer.problems);
      await refresh();
    },
    onError: failed,
  });

  const act = (account: Account, key: string): void => {
    const { id, name } = account;
    if (key === "edit") setChanging(account);
    else if (key === "reset")
      modal.confirm({
        title: say("resetAsk", { name }),
        onOk: async () => {
          const { password } = await call("POST /api/accounts/{id}/password", { params: { id } });
          setIssued([{ username: account.username, name, organisation: account.organisationName, password }]);
          await refresh();
        },
      });
    else if (key === "end")
      void call("DELETE /api/accounts/{id}/sessions", { params: { id } }).then(() => message.success(say("ended", { name })), failed);
    else {
      const disabled = key === "disable";
      const change = async (): Promise<void> => {
        await call("PATCH /api/accounts/{id}", { params: { id }, body: { disabled } });
        await refresh();
      };
      if (disabled)
        modal.confirm({ title: say("disableAsk", { name }), okButtonProps: { danger: true }, onOk: () => change().catch(failed) });
      else void change().catch(failed);
    }
  };

  const stateText = (row: Account): string =>
    row.disabled ? say("disabled") : row.lockedUntil !== null ? say("locked", { at: localTime(row.lockedUntil) }) : say("active");
  const ledgersText = (row: Account): string =>
    row.role !== "clerk" && row.role !== "departmentHead"
      ? ""
      : row.ledgers === null
        ? say("allLedgers")
        : row.ledgers.map((code) => ledgerNames.get(code) ?? code).join(marks.comma);
  if (accounts.error && !accounts.data) return <ProblemView error={accounts.error} retry={() => void accounts.refetch()} />;
  return (
    <Page
      title={say("title")}
      extra={
        <>
          <DownloadButton fetchFile={() => call("GET /api/accounts/template.xlsx", {})} fileName={`${say("template")}.xlsx`}>
            {say("template")}
          </DownloadButton>
          <UploadButton accept=".xlsx" take={(file) => take.mutate(file)} loading={take.isPending}>
            {say("import")}
          </UploadButton>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
            {say("create")}
          </Button>
        </>
      }
    >
      {accounts.data && <Uncovered rows={rows} accounts={accounts.data} />}
      <ListTable<Account>
        rows={accounts.data ?? []}
        rowKey={(row) => row.id}
        loading={accounts.isPending}
        exportName={`${me.organisationName}-${say("title")}-${me.today}`}
        empty={say("empty")}
        columns={[
          { key: "name", title: say("name"), text: (row) => row.name },
          { key: "username", title: say("username"), text: (row) => row.username },
          { key: "role", title: say("role"), text: (row) => sayRole(row.role), filter: true },
          { key: "organisation", title: say("organisation"), text: (row) => row.organisationName, filter: true },
          {
            key: "ledgers",
            title: say("ledgers"),
            text: ledgersText,
            cell: (row) => (
              <Tooltip title={(row.ledgers?.length ?? 0) > 2 ? ledgersText(row) : undefined}>
                <span
                  style={{
                    display: "inline-block",
                    maxWidth: 220,
                    overflow: "hidden",
                    textOverflow: "ellipsis",
                    whiteSpace: "nowrap",
                    verticalAlign: "bottom",
                  }}
                >
                  {ledgersText(row)}
                </span>
              </Tooltip>
            ),
          },
          { key: "email", title: say("email"), text: (row) => row.email ?? "" },
          {
            key: "state",
            title: say("state"),
            text: stateText,
            filter: true,
            cell: (row) => <Tag color={row.disabled ? "default" : row.lockedUntil !== null ? "orange" : "green"}>{stateText(row)}</Tag>,
          },
          {
            key: "lastSignIn",
            title: say("lastSignIn"),
            text: (row) => (row.lastSignIn === null ? say("never") : localTime(row.lastSignIn)),
          },
          {
            key: "act",
            title: "",
            data: false,
            text: () => "",
            cell: (row) => (
              <Dropdown
                trigger={["click"]}
                menu={{
                  items: [
                    { key: "edit", label: say("edit") },
                    { key: "reset", label: say("reset") },
                    { key: "end", label: say("endSessions") },
                    row.disabled
                      ? { key: "enable", label: say("enable") }
                      : { key: "disable", label: say("disable"), danger: true, disabled: row.id === me.id },
                  ],
                  onClick: ({ key }) => act(row, key),
                }}
              >
                <Button size="small" aria-label={`${say("edit")}${marks.colon}${row.name}`}>
                  …
                </Button>
              </Dropdown>
            ),
          },
        ]}
      />
      {creating && <CreateAccount rows={rows} root={me.organisation} issued={(one) => setIssued([one])} close={() => setCreating(false)} />}
      {changing && <ChangeAccount account={changing} rows={rows} close={() => setChanging(null)} />}
      {issued.length > 0 && <IssuedPasswords issued={issued} close={() => setIssued([])} />}
      {problems.length > 0 && (
        <TableProblems
          title={say("import")}
          lead={say("importProblems", { count: problems.length })}
          problems={problems}
          close={() => setProblems([])}
        />
      )}
    </Page>
  );
}

const mostNamed = 5;

/** A return stands still where nobody can fill in, confirm or sign it: said here, where accounts are made. */
function Uncovered({ rows, accounts }: { readonly rows: readonly Row[]; readonly accounts: readonly Account[] }) {
  const say = useWords(accountsWords);
  const marks = useMarks();
  const wanting = uncovered(rows, accounts);
  const names = (all: readonly string[]): string =>
    say(all.length > mostNamed ? "namesAndMore" : "namesOnly", { names: all.slice(0, mostNamed).join(marks.comma), count: all.length });
  const found = duties.filter((duty) => wanting[duty].length > 0);
  if (rows.length < 2 || found.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      closable
      style={{ marginBottom: 12 }}
      title={say("uncovered")}
      description={
        <ul style={{ margin: 0, paddingLeft: 18 }}>
          {found.map((duty) => (
            <li key={duty}>
              {say(`${duty}Duty`)}
              {names(wanting[duty])}
            </li>
          ))}
        </ul>
      }
    />
  );
}
