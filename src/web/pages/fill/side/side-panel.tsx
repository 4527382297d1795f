/** Beside the sheet: the current cell, all findings, indicators, evidence, remarks. */
import { Badge, Flex, Tabs } from "antd";
import { useState } from "react";
import { fillWords } from "../../../messages/fill.ts";
import { useWords } from "../../../messages/text.ts";
import { concernsSlot, useLedger, useLive } from "../context.ts";
import { CurrentCell } from "./current-cell.tsx";
import { EvidencePane, useEvidence } from "./evidence-pane.tsx";
import { concerns, FindingsPane } from "./findings-pane.tsx";
import { IndicatorsPane } from "./indicators-pane.tsx";
import { RemarksPane, useRemarks } from "./remarks-pane.tsx";
import { SlotMarks } from "./slot-marks.tsx";

interface SidePanelProps {
  readonly ledger: string;
  /** Cell key, "<row id>/<column>" or material id that is active. */
  readonly active: string | null;
  /** Its slot; null when nothing is active. */
  readonly slot: string | null;
  readonly onJump: (ledger: string, cell: string | undefined) => void;
}

export function SidePanel({ ledger, active, slot, onJump }: SidePanelProps) {
  const say = useWords(fillWords);
  const [tab, setTab] = useState("findings");
  const definition = useLedger(ledger);
  const { findings } = useLive();
  const evidence = useEvidence();
  const remarks = useRemarks();
  const open = findings.filter((finding) => concerns(finding, ledger) && finding.tier !== "note" && finding.explanation === null).length;
  const openRemarks = remarks.filter(
    (remark) => remark.thread === null && remark.resolved === null && concernsSlot(remark.slot, definition),
  ).length;
  const hereEvidence = evidence.filter((each) => each.place === slot).length;
  const hereRemarks = remarks.filter((each) => each.slot === slot && each.thread === null && each.resolved === null).length;
  const counted = (word: "tabFindings" | "tabEvidence" | "tabRemarks", count: number) => (
    <Badge count={count} size="small" offset={[9, -2]} color={word === "tabFindings" ? "#a8071a" : "#1f5fbf"}>
      {say(word)}
    </Badge>
  );
  return (
    <aside className="fill-side" aria-label={say("currentCell")}>
      <SlotMarks />
      <CurrentCell ledger={ledger} active={active} slot={slot} />
      {(hereEvidence > 0 || hereRemarks > 0) && (
        <Flex gap={12} className="fill-here">
          {hereRemarks > 0 && (
            <button type="button" className="link-button" onClick={() => setTab("remarks")}>
              {say("hereRemarks", { count: hereRemarks })}
            </button>
          )}
          {hereEvidence > 0 && (
            <button type="button" className="link-button" onClick={() => setTab("evidence")}>
              {say("hereEvidence", { count: hereEvidence })}
            </button>
          )}
        </Flex>
      )}
      <Tabs
        size="small"
        activeKey={tab}
        onChange={setTab}
        destroyOnHidden
        tabBarGutter={22}
        items={[
          { key: "findings", label: counted("tabFindings", open), children: <FindingsPane ledger={ledger} onJump={onJump} /> },
          { key: "indicators", label: say("tabIndicators"), children: <IndicatorsPane /> },
          {
            key: "evidence",
            label: counted("tabEvidence", evidence.filter((each) => concernsSlot(each.place, definition)).length),
            children: <EvidencePane ledger={ledger} slot={slot} />,
          },
          {
            key: "remarks",
            label: counted("tabRemarks", openRemarks),
            children: <RemarksPane ledger={ledger} slot={slot} onJump={onJump} />,
          },
        ]}
      />
    </aside>
  );
}
