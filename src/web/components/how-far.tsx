/** How far a ledger is filled: cells of those that must be, rows, or texts. */
import { Flex, Progress as Bar } from "antd";
import type { Progress } from "../filling/progress.ts";
import { fillWords } from "../messages/fill.ts";
import { useWords } from "../messages/text.ts";

export function HowFar({ progress }: { readonly progress: Progress }) {
  const say = useWords(fillWords);
  if (progress.kind !== "form") return progressText(say, progress);
  return (
    <Flex gap={8} align="center" style={{ whiteSpace: "nowrap" }}>
      <Bar
        percent={progress.of === 0 ? 100 : Math.floor((progress.filled / progress.of) * 100)}
        showInfo={false}
        size="small"
        style={{ width: 90, margin: 0 }}
        aria-label={say("progress")}
      />
      <span>{say("cells", { filled: progress.filled, of: progress.of })}</span>
      {progress.optional > 0 && <span className="muted">{say("optionalCells", { count: progress.optional })}</span>}
    </Flex>
  );
}

type Say = ReturnType<typeof useWords<typeof fillWords>>;

export function progressText(say: Say, { kind, none, filled, of }: Progress): string {
  if (kind === "register") return none ? say("noneThisYear") : say("rows", { count: filled });
  return kind === "material" ? say("texts", { count: filled }) : say("cells", { filled, of });
}
