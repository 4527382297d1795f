/** Workbooks of earlier years: taken whole or not at all, with every problem listed. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Card, Flex, Select } from "antd";
import { useContext, useState } from "react";
import { call } from "../../../client.ts";
import { useSayProblem } from "../../../components/problem.tsx";
import { UploadButton } from "../../../components/upload-button.tsx";
import { exportWords } from "../../../messages/keeping.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";
import { useMe } from "../../../session.ts";
import { organisationOptions, organisationsQuery, treeRows } from "../organisation-query.ts";
import { WorkbookProblems } from "./workbook-problems.tsx";

export function EarlierYears() {
  const say = useWords(exportWords);
  const sayProblem = useSayProblem();
  const { language } = useContext(LanguageContext);
  const me = useMe();
  const nodes = useQuery(organisationsQuery());
  const rows = treeRows(nodes.data ?? [], me.organisation);
  const [organisation, setOrganisation] = useState(me.organisation);
  const take = useMutation({
    mutationFn: (upload: File) => call("POST /api/earlier/{organisation}", { params: { organisation }, upload }),
  });
  const { data } = take;
  const said =
    data && (data.message?.[language] ?? (data.result === "imported" ? say("imported", { year: data.year ?? "" }) : say(data.result)));
  return (
    <Card size="small">
      <p style={{ marginTop: 0 }}>{say("earlierHint")}</p>
      <Flex wrap gap={12} align="center" style={{ marginBottom: 12 }}>
        {rows.length > 1 && (
          <>
            <label htmlFor="earlier-organisation">{say("organisation")}</label>
            <Select
              id="earlier-organisation"
              style={{ minWidth: 280 }}
              value={organisation}
              showSearch={{ optionFilterProp: "label" }}
              options={organisationOptions(rows)}
              onChange={setOrganisation}
            />
          </>
        )}
        <UploadButton type="primary" accept=".xlsx" loading={take.isPending} take={(file) => take.mutate(file)}>
          {say("chooseEarlier")}
        </UploadButton>
      </Flex>
      {take.error && <Alert type="error" showIcon title={sayProblem(take.error)} />}
      {data && <Alert type={data.result === "refused" ? "error" : "success"} showIcon title={said} style={{ marginBottom: 12 }} />}
      {data && <WorkbookProblems problems={data.problems} />}
    </Card>
  );
}
