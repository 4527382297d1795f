/** The state of saving, always in sight: saved, under way, waiting for the line, or waiting for a choice. */
import { CheckCircleOutlined, CloudSyncOutlined, DisconnectOutlined, WarningOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { parseSlot } from "../../../app/desk/slots.ts";
import { fillWords } from "../../messages/fill.ts";
import { useWords } from "../../messages/text.ts";
import { useCopyVersion, useFilling, useSyncVersion } from "./context.ts";

export interface SaveStateProps {
  /** Goes to a cell, for the first one that is not kept. */
  readonly onJump: (ledger: string, cell: string) => void;
}

export function SaveState({ onJump }: SaveStateProps) {
  const say = useWords(fillWords);
  const { copy, sync } = useFilling();
  useCopyVersion();
  useSyncVersion();
  const { waiting, clashes, refusals, invalids } = copy;
  const [look, icon, text] = ((): [string, ReactNode, string] => {
    if (!sync.isReady) return ["busy", <CloudSyncOutlined key="i" />, say("lookingUp")];
    if (clashes.length > 0) return ["worse", <WarningOutlined key="i" />, say("conflicts", { count: clashes.length })];
    if (refusals.length > 0) return ["worse", <WarningOutlined key="i" />, say("refused", { count: refusals.length })];
    if (sync.state === "expired") return ["worse", <DisconnectOutlined key="i" />, say("expired", { count: waiting })];
    if (sync.state === "refusing") return ["bad", <WarningOutlined key="i" />, say("refusing", { count: waiting })];
    if (sync.state === "down")
      return ["bad", <DisconnectOutlined key="i" />, waiting > 0 ? say("offline", { count: waiting }) : say("offlineNothing")];
    if (invalids.length > 0) return ["worse", <WarningOutlined key="i" />, say("invalid", { count: invalids.length })];
    if (waiting > 0) return ["busy", <CloudSyncOutlined key="i" />, say("saving", { count: waiting })];
    const time = sync.lastSaved?.toTimeString().slice(0, 5);
    return ["", <CheckCircleOutlined key="i" />, time === undefined ? say("saved") : say("savedAt", { time })];
  })();
  const wrong = refusals.length > 0 ? refusals[0] : invalids[0];
  const slot = wrong === undefined ? null : parseSlot(wrong);
  return (
    <span className={`save-state ${look}`} role="status" aria-live="polite">
      {icon}
      {text}
      {slot && (
        <Button size="small" type="link" style={{ padding: 0, height: 20 }} onClick={() => onJump(slot.ledger, slot.key)}>
          {say("showIt")}
        </Button>
      )}
      {sync.state !== "up" && (
        <Button size="small" type="link" style={{ padding: 0, height: 20 }} onClick={sync.retry}>
          {say("retryNow")}
        </Button>
      )}
    </span>
  );
}
