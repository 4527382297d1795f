/** What was attached to a return, for its reviewer: the stamped statement first, then by place. */
import { PaperClipOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useContext, useState } from "react";
import { ListTable } from "../../components/list-table.tsx";
import { DownloadLink } from "../../components/downloads.tsx";
import { contentOf } from "../../components/statement-scan.tsx";
import { evidenceWords } from "../../messages/evidence.ts";
import { LanguageContext, useWords } from "../../messages/text.ts";
import { type Evidence, evidenceQuery, type Place, type ReviewView } from "../../reviewing/queries.ts";
import { localTime } from "../../times.ts";
import { slotLabels } from "./slot-labels.ts";

export function EvidenceButton({ place, view }: { readonly place: Place; readonly view: ReviewView }) {
  const say = useWords(evidenceWords);
  const { language } = useContext(LanguageContext);
  const [open, setOpen] = useState(false);
  const evidence = useQuery(evidenceQuery(place)).data ?? [];
  const whole = (ledger: string): string => say("wholeLedger", { ledger });
  const label = slotLabels(view, language, whole);
  const ledgers = new Map(view.ledgers.map((each) => [each.code, each[language]]));
  const placeText = (at: string): string => {
    if (at === "statement") return say("statementTitle");
    const ledger = /^ledger\/(.+)$/.exec(at)?.[1];
    return ledger === undefined ? label(at) : whole(ledgers.get(ledger) ?? ledger);
  };
  return (
    <>
      <Button icon={<PaperClipOutlined />} onClick={() => setOpen(true)}>
        {say("evidence", { count: evidence.length })}
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={say("evidenceTitle")} size={720}>
        <ListTable<Evidence>
          rows={evidence.toSorted((left, right) => Number(right.place === "statement") - Number(left.place === "statement"))}
          rowKey={(each) => each.id}
          exportName={`${view.organisationName}-${place.year}-${say("evidenceTitle")}`}
          empty={say("evidenceNone")}
          columns={[
            {
              key: "file",
              title: say("file"),
              text: (each) => each.name,
              cell: (each) => <DownloadLink fetchFile={() => contentOf(place, each.id)}>{each.name}</DownloadLink>,
            },
            { key: "place", title: say("place"), text: (each) => placeText(each.place) },
            { key: "by", title: say("by"), text: (each) => each.by, width: 110 },
            { key: "at", title: say("at"), text: (each) => localTime(each.at), width: 140 },
          ]}
        />
      </Drawer>
    </>
  );
}
