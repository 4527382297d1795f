/** The head of department confirms the ledger where it stands; whoever else sees who did. */
import { CheckOutlined } from "@ant-design/icons";
import { App, Button, Tag, Tooltip } from "antd";
import { useState } from "react";
import { call } from "../../client.ts";
import { useSayProblem } from "../../components/problem.tsx";
import { fillWords } from "../../messages/fill.ts";
import { useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { shortTime } from "./clashes.tsx";
import { useCopyVersion, useFilling, useReturnView } from "./context.ts";

export function ConfirmLedger({ ledger }: { readonly ledger: string }) {
  const say = useWords(fillWords);
  const sayProblem = useSayProblem();
  const me = useMe();
  const session = useFilling();
  const { message } = App.useApp();
  const view = useReturnView();
  useCopyVersion();
  const [busy, setBusy] = useState(false);
  const { organisation, year } = view;
  const done = view.confirmations.find((each) => each.ledger === ledger);
  const mayConfirm = me.role === "departmentHead" && session.canEdit(ledger);
  const act = async (key: "POST" | "DELETE"): Promise<void> => {
    setBusy(true);
    try {
      await call(`${key} /api/returns/{organisation}/{year}/ledgers/{ledger}/confirm`, { params: { organisation, year, ledger } });
      await session.refresh();
      if (key === "POST") void message.success(say("confirmDone"), 1.5);
    } catch (error) {
      void message.error(sayProblem(error), 8);
    } finally {
      setBusy(false);
    }
  };
  if (done)
    return (
      <>
        <Tooltip title={say("confirmed", { name: done.name, at: shortTime(done.at) })}>
          <Tag color="green" icon={<CheckOutlined />} style={{ margin: 0 }}>
            {say("stateConfirmed", { name: done.name })}
          </Tag>
        </Tooltip>
        {mayConfirm && (
          <Button size="small" loading={busy} onClick={() => void act("DELETE")}>
            {say("withdrawConfirm")}
          </Button>
        )}
      </>
    );
  if (!mayConfirm) return null;
  const isUnsaved = session.copy.waiting > 0 || session.copy.invalids.length > 0 || session.copy.clashes.length > 0;
  return (
    <Button icon={<CheckOutlined />} loading={busy} disabled={isUnsaved} onClick={() => void act("POST")}>
      {say("confirmLedger")}
    </Button>
  );
}
