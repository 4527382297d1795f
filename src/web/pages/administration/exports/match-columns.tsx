/** Matching the columns of an export to elements of the catalog; saved under a name for the next time. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Card, Flex, Form, Input, Select, Table } from "antd";
import { useMemo, useState } from "react";
import { catalogQuery } from "../../../catalog-query.ts";
import { call } from "../../../client.ts";
import { useSayProblem } from "../../../components/problem.tsx";
import { exportWords } from "../../../messages/keeping.ts";
import { useMarks, useWords } from "../../../messages/text.ts";
import {
  choicesFor,
  type ColumnChoice,
  draftOf,
  type Factor,
  groupsOf,
  knownMapping,
  type Mapping,
  type MappingDraft,
  type Sheet,
} from "./draft.ts";

export function MatchColumns({ sheets, done }: { readonly sheets: readonly Sheet[]; readonly done: (mapping: Mapping) => void }) {
  const say = useWords(exportWords);
  const saved = useQuery({ queryKey: ["mappings"], queryFn: () => call("GET /api/mappings", {}) });
  const [sheetName, setSheetName] = useState(sheets[0]!.name);
  const [picked, setPicked] = useState<string | null>();
  const queries = useQueryClient();
  const sheet = sheets.find((each) => each.name === sheetName) ?? sheets[0]!;
  // Unless one says otherwise, the mapping that knows this sheet.
  const savedId = picked === undefined ? (knownMapping(sheet, saved.data ?? [])?.id ?? null) : picked;
  const chosen = saved.data?.find((mapping) => mapping.id === savedId) ?? null;
  const forget = useMutation({
    mutationFn: (id: string) => call("DELETE /api/mappings/{id}", { params: { id } }),
    onSuccess: async () => {
      setPicked(null);
      await queries.invalidateQueries({ queryKey: ["mappings"] });
    },
  });
  return (
    <Card size="small">
      <Flex wrap gap={12} align="center" style={{ marginBottom: 12 }}>
        <label htmlFor="export-sheet">{say("sheet")}</label>
        <Select
          id="export-sheet"
          style={{ minWidth: 180 }}
          value={sheet.name}
          onChange={(name: string) => {
            setSheetName(name);
            setPicked(undefined);
          }}
          options={sheets.map(({ name }) => ({ value: name, label: name }))}
        />
        {(saved.data?.length ?? 0) > 0 && (
          <>
            <Select
              allowClear
              aria-label={say("saved")}
              placeholder={say("saved")}
              style={{ minWidth: 220 }}
              value={savedId}
              onChange={(id: string | undefined) => setPicked(id ?? null)}
              options={saved.data!.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {chosen && (
              <Button danger type="text" loading={forget.isPending} onClick={() => forget.mutate(chosen.id)}>
                {say("forget")}
              </Button>
            )}
          </>
        )}
      </Flex>
      <ColumnTable key={`${sheet.name}/${savedId ?? ""}`} sheet={sheet} start={chosen ?? sheet.suggested} saved={chosen} done={done} />
    </Card>
  );
}

interface ColumnTableProps {
  readonly sheet: Sheet;
  readonly start: MappingDraft | null;
  readonly saved: Mapping | null;
  readonly done: (mapping: Mapping) => void;
}

function ColumnTable({ sheet, start, saved, done }: ColumnTableProps) {
  const say = useWords(exportWords);
  const marks = useMarks();
  const sayProblem = useSayProblem();
  const queries = useQueryClient();
  const catalog = useQuery(catalogQuery("current"));
  const [name, setName] = useState(start?.name ?? sheet.name);
  const [organisationColumn, setOrganisationColumn] = useState(start?.organisationColumn ?? "");
  const [choices, setChoices] = useState<readonly ColumnChoice[]>(() => choicesFor(sheet, start));
  const [nothing, setNothing] = useState(false);
  const elements = useMemo(
    () =>
      (catalog.data?.elements ?? []).map(({ code, zh, unit, aliases }) => ({
        value: code,
        label: `${zh}${marks.open}${unit}${marks.close}`,
        aliases: aliases?.join(" ") ?? "",
      })),
    [catalog.data],
  );
  const change = (at: number, next: Partial<ColumnChoice>): void =>
    setChoices(choices.map((choice, index) => (index === at ? { ...choice, ...next } : choice)));
  const save = useMutation({
    mutationFn: async (draft: MappingDraft) => {
      const { id: _id, ...before } = saved ?? { id: "" };
      return saved !== null && JSON.stringify(before) === JSON.stringify(draft) ? saved : call("POST /api/mappings", { body: draft });
    },
    onSuccess: async (mapping) => {
      await queries.invalidateQueries({ queryKey: ["mappings"] });
      done(mapping);
    },
  });
  const submit = (): void => {
    const draft = draftOf(sheet, name, organisationColumn, choices);
    setNothing(draft === null);
    if (draft) save.mutate(draft);
  };
  return (
    <>
      <Form layout="vertical">
        <Flex wrap gap={16}>
          <Form.Item label={say("mappingName")} extra={say("mappingNameHint")} htmlFor="mapping-name">
            <Input id="mapping-name" value={name} onChange={(event) => setName(event.target.value)} style={{ width: 260 }} />
          </Form.Item>
          <Form.Item label={say("organisationColumn")} htmlFor="mapping-organisation">
            <Select
              id="mapping-organisation"
              style={{ width: 300 }}
              value={organisationColumn}
              onChange={setOrganisationColumn}
              options={[
                ...sheet.header.filter((header) => header !== "").map((header) => ({ value: header, label: header })),
                { value: "", label: say("noOrganisationColumn") },
              ]}
            />
          </Form.Item>
        </Flex>
      </Form>
      <Table<ColumnChoice>
        size="small"
        rowKey="header"
        dataSource={choices.filter((choice) => choice.header !== organisationColumn && choice.header !== "")}
        pagination={false}
        scroll={{ x: "max-content", y: 380 }}
        columns={[
          { title: say("column"), dataIndex: "header", width: 180 },
          {
            title: say("sample"),
            width: 180,
            render: (_, { header }) =>
              sheet.sample
                .slice(0, 3)
                .map((row) => row[sheet.header.indexOf(header)] ?? "")
                .join(" / "),
          },
          {
            title: say("element"),
            width: 300,
            render: (_, { header, element }) => (
              <Select
                allowClear
                aria-label={`${say("element")}${marks.colon}${header}`}
                style={{ width: 290 }}
                loading={catalog.isPending}
                value={element === "" ? null : element}
                placeholder={say("ignore")}
                showSearch={{ filterOption: (text, option) => `${option?.label ?? ""} ${option?.aliases ?? ""}`.includes(text.trim()) }}
                options={elements}
                onChange={(code: string | undefined) => {
                  const groups = code && catalog.data ? groupsOf(catalog.data, code) : [];
                  change(
                    choices.findIndex((choice) => choice.header === header),
                    { element: code ?? "", members: groups[0]?.value ?? "" },
                  );
                }}
              />
            ),
          },
          {
            title: say("members"),
            width: 220,
            render: (_, { header, element, members }) => {
              const groups = element !== "" && catalog.data ? groupsOf(catalog.data, element) : [];
              if (groups.length === 0) return null;
              return (
                <Select
                  aria-label={`${say("members")}${marks.colon}${header}`}
                  style={{ width: 210 }}
                  value={members}
                  showSearch={{ optionFilterProp: "label" }}
                  options={groups}
                  onChange={(next: string) =>
                    change(
                      choices.findIndex((choice) => choice.header === header),
                      { members: next },
                    )
                  }
                />
              );
            },
          },
          {
            title: say("factor"),
            width: 200,
            render: (_, { header, element, factor }) =>
              element !== "" && (
                <Select
                  aria-label={`${say("factor")}${marks.colon}${header}`}
                  style={{ width: 190 }}
                  value={factor}
                  options={[
                    { value: "1", label: say("factor1") },
                    { value: "10000", label: say("factor10000") },
                    { value: "0.0001", label: say("factor00001") },
                  ]}
                  onChange={(next: Factor) =>
                    change(
                      choices.findIndex((choice) => choice.header === header),
                      { factor: next },
                    )
                  }
                />
              ),
          },
        ]}
      />
      {nothing && <Alert type="warning" showIcon title={say("nothingMatched")} style={{ marginTop: 12 }} />}
      {save.error && <Alert type="error" showIcon title={sayProblem(save.error)} style={{ marginTop: 12 }} />}
      <Button type="primary" style={{ marginTop: 12 }} disabled={name.trim() === ""} loading={save.isPending} onClick={submit}>
        {say("save")}
      </Button>
    </>
  );
}
