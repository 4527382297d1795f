/** Every indicator that rests on the ledger, with last year and the standard. */
import { Empty, Tag } from "antd";
import { useContext } from "react";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";
import { useLive } from "../context.ts";

export function IndicatorsPane() {
  const say = useWords(fillWords);
  const { language } = useContext(LanguageContext);
  const { indicators, ready } = useLive();
  if (!ready) return <div className="fill-pane muted">{say("computing")}</div>;
  if (indicators.size === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("noIndicators")} style={{ marginTop: 24 }} />;
  return (
    <div className="fill-pane">
      {[...indicators.values()].map((line) => (
        <div key={line.code} style={{ padding: "5px 0", borderBottom: "1px solid #edf0f5" }}>
          <div>
            {line[language]} <b style={{ color: "#1f5fbf" }}>{line.text}</b>
            {line.text === "" && <span className="muted">{say("withoutValue")}</span>}
          </div>
          <div className="muted" style={{ fontSize: 13 }}>
            {language === "zh" ? line.change?.text : line.change?.en}{" "}
            {line.standard && (
              <>
                {say("standardLine", { sign: line.standard.kind === "atLeast" ? "≥" : "≤", line: line.standard.threshold })}{" "}
                {line.standard.met !== null && (
                  <Tag color={line.standard.met ? "green" : "orange"}>{say(line.standard.met ? "standardMet" : "standardBelow")}</Tag>
                )}
              </>
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
