/** An export beside what was filed, cell by cell; what is chosen is taken over as edits like any others. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Card, Flex, Select, Skeleton, Tag } from "antd";
import { useContext, useState } from "react";
import { type AnswerOf, call } from "../../../client.ts";
import { ListTable } from "../../../components/list-table.tsx";
import { ProblemView, useSayProblem } from "../../../components/problem.tsx";
import { withSeparators } from "../../../figures.ts";
import { exportWords } from "../../../messages/keeping.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";
import { randomUuid } from "../../../old-browsers.ts";
import { useMe } from "../../../session.ts";
import { useYear } from "../../../year.ts";
import { organisationOptions, organisationsQuery, treeRows } from "../organisation-query.ts";
import type { Mapping } from "./draft.ts";
import { WorkbookProblems } from "./workbook-problems.tsx";

type Line = AnswerOf<"POST /api/exports/compare/{organisation}/{year}">["lines"][number];

export function Comparison({ file, mapping }: { readonly file: File; readonly mapping: Mapping }) {
  const say = useWords(exportWords);
  const me = useMe();
  const year = useYear();
  const [organisation, setOrganisation] = useState(me.organisation);
  const [taken, setTaken] = useState<Taken | null>(null);
  const nodes = useQuery(organisationsQuery());
  const rows = treeRows(nodes.data ?? [], me.organisation);
  const compared = useQuery({
    queryKey: ["compare", organisation, year, mapping.id, file.name, file.size, file.lastModified],
    queryFn: () =>
      call("POST /api/exports/compare/{organisation}/{year}", {
        params: { organisation, year },
        upload: file,
        body: { mapping: mapping.id },
      }),
    gcTime: 0,
  });
  return (
    <Card size="small" title={say("comparedWith", { year })}>
      {rows.length > 1 && (
        <Flex gap={8} align="center" style={{ marginBottom: 12 }}>
          <label htmlFor="compare-organisation">{say("organisation")}</label>
          <Select
            id="compare-organisation"
            style={{ minWidth: 280 }}
            value={organisation}
            showSearch={{ optionFilterProp: "label" }}
            options={organisationOptions(rows)}
            onChange={(code: string) => {
              setTaken(null);
              setOrganisation(code);
            }}
          />
        </Flex>
      )}
      {compared.isPending && <Skeleton active />}
      {compared.error && <ProblemView error={compared.error} retry={() => void compared.refetch()} />}
      {compared.data && (
        <Lines
          key={`${organisation}/${compared.dataUpdatedAt}`}
          lines={compared.data.lines}
          organisation={organisation}
          took={async (outcome) => {
            await compared.refetch();
            setTaken(outcome);
          }}
          taken={taken}
          problems={compared.data.problems}
        />
      )}
    </Card>
  );
}

interface Taken {
  readonly saved: number;
  /** Names of what was not taken, with the reason. */
  readonly left: readonly string[];
}

/** Of what was not taken, told by name. */
const mostLeft = 6;

interface LinesProps {
  readonly lines: readonly Line[];
  readonly problems: AnswerOf<"POST /api/exports/compare/{organisation}/{year}">["problems"];
  readonly organisation: string;
  readonly taken: Taken | null;
  /** Some were taken over: the comparison is made again. */
  readonly took: (outcome: Taken) => Promise<void>;
}

function Lines({ lines, problems, organisation, taken, took }: LinesProps) {
  const say = useWords(exportWords);
  const sayProblem = useSayProblem();
  const { language } = useContext(LanguageContext);
  const me = useMe();
  const year = useYear();
  const mayTake = organisation === me.organisation && (me.role === "clerk" || me.role === "departmentHead");
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    lines.filter((line) => line.filed === null && line.exported !== null).map((line) => line.slot),
  );
  const state = (line: Line): string => (line.same ? say("same") : line.filed === null ? say("notFiled") : say("differs"));
  const take = useMutation({
    onSuccess: took,
    mutationFn: async () => {
      const wanted = lines.filter((line) => chosen.includes(line.slot) && line.exported !== null && !line.same);
      const edits = wanted.map((line) => ({
        id: randomUuid(),
        slot: line.slot,
        base: line.base,
        content: { status: "value" as const, value: line.exported },
      }));
      let saved = 0;
      const left: string[] = [];
      for (let at = 0; at < edits.length; at += 500) {
        const { results } = await call("POST /api/returns/{organisation}/{year}/edits", {
          params: { organisation, year },
          body: { edits: edits.slice(at, at + 500) },
        });
        saved += results.filter((each) => each.result === "saved").length;
        for (const each of results) {
          if (each.result === "saved") continue;
          const label = wanted[edits.findIndex(({ id }) => id === each.id)]?.label ?? "";
          left.push(`${label}${say("colon")}${each.result === "refused" ? each.message[language] : say("changedMeanwhile")}`);
        }
      }
      return { saved, left };
    },
  });
  return (
    <>
      <WorkbookProblems problems={problems} />
      {!mayTake && <Alert type="info" showIcon title={say("onlyOwn")} style={{ marginBottom: 12 }} />}
      {take.error && <Alert type="error" showIcon title={sayProblem(take.error)} style={{ marginBottom: 12 }} />}
      {taken && (
        <Alert
          type={taken.left.length === 0 ? "success" : "warning"}
          showIcon
          title={say("taken", { count: taken.saved })}
          description={
            taken.left.length > 0 && (
              <>
                {say("notTaken", { count: taken.left.length })}
                {taken.left.slice(0, mostLeft).map((each) => (
                  <div key={each}>{each}</div>
                ))}
              </>
            )
          }
          style={{ marginBottom: 12 }}
        />
      )}
      <ListTable<Line>
        rows={lines}
        rowKey={(line) => line.slot}
        exportName={`${say("title")}-${organisation}-${year}`}
        empty={say("noRows")}
        {...(mayTake ? { selection: { keys: chosen, choose: setChosen } } : {})}
        toolbar={
          mayTake && (
            <Button type="primary" disabled={chosen.length === 0} loading={take.isPending} onClick={() => take.mutate()}>
              {say("take", { count: chosen.length })}
            </Button>
          )
        }
        columns={[
          { key: "label", title: say("label"), text: (line) => line.label },
          { key: "unit", title: say("unit"), text: (line) => line.unit, width: 80 },
          {
            key: "filed",
            title: say("filed"),
            align: "right",
            text: (line) => line.filed ?? "",
            cell: (line) => (line.filed === null ? "—" : withSeparators(line.filed)),
          },
          {
            key: "exported",
            title: say("exported"),
            align: "right",
            text: (line) => line.exported ?? "",
            cell: (line) => (line.exported === null ? "—" : withSeparators(line.exported)),
          },
          {
            key: "state",
            title: say("difference"),
            filter: true,
            text: state,
            cell: (line) => <Tag color={line.same ? "success" : line.filed === null ? "blue" : "orange"}>{state(line)}</Tag>,
          },
          { key: "cell", title: say("cell"), text: (line) => line.cell },
        ]}
      />
    </>
  );
}
