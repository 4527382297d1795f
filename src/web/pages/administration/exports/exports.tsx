/** Bringing in what other offices already have: exports with a saved mapping of columns, and workbooks of earlier years. */
import { Steps, Tabs } from "antd";
import { useState } from "react";
import { Page } from "../../../components/page.tsx";
import { exportWords } from "../../../messages/keeping.ts";
import { useWords } from "../../../messages/text.ts";
import { Comparison } from "./comparison.tsx";
import type { Mapping, Sheet } from "./draft.ts";
import { EarlierYears } from "./earlier.tsx";
import { MatchColumns } from "./match-columns.tsx";
import { ReadExport } from "./read-export.tsx";

export function ExportsPage() {
  const say = useWords(exportWords);
  return (
    <Page title={say("title")} subtitle={say("hint")}>
      <Tabs
        items={[
          { key: "exports", label: say("tabExports"), children: <Exports /> },
          { key: "earlier", label: say("tabEarlier"), children: <EarlierYears /> },
        ]}
      />
    </Page>
  );
}

function Exports() {
  const say = useWords(exportWords);
  const [file, setFile] = useState<File | null>(null);
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const step = mapping !== null ? 2 : file !== null ? 1 : 0;
  return (
    <>
      <Steps
        size="small"
        current={step}
        style={{ maxWidth: 720, marginBottom: 16 }}
        onChange={(to) => {
          if (to < 2) setMapping(null);
          if (to < 1) setFile(null);
        }}
        items={[{ title: say("step1") }, { title: say("step2"), disabled: step < 1 }, { title: say("step3"), disabled: step < 2 }]}
      />
      {step === 0 && (
        <ReadExport
          taken={(read, found) => {
            setFile(read);
            setSheets(found);
          }}
        />
      )}
      {file !== null && mapping === null && <MatchColumns sheets={sheets} done={setMapping} />}
      {file !== null && mapping !== null && <Comparison file={file} mapping={mapping} />}
    </>
  );
}
