/** Findings of a return, gravest first, each with its arithmetic, its explanation, and the way to its cells. */
import { Button, Flex, Tag, Typography } from "antd";
import { useContext, useState } from "react";
import { reviewWords } from "../../messages/review.ts";
import { LanguageContext, useMarks, useWords } from "../../messages/text.ts";
import type { ReviewView } from "../../reviewing/queries.ts";

const colours = { proof: "error", warning: "warning", note: "default" } as const;
const first = 4;

export interface FindingsListProps {
  readonly view: ReviewView;
  readonly show: (finding: number) => void;
  /** Selects the finding's cells for giving back. */
  readonly choose?: (finding: number) => void;
}

export function FindingsList({ view, show, choose }: FindingsListProps) {
  const say = useWords(reviewWords);
  const marks = useMarks();
  const { language } = useContext(LanguageContext);
  const [whole, setWhole] = useState(false);
  const listed = whole ? view.findings : view.findings.slice(0, first);
  const rest = view.findings.length - first;
  return (
    <section aria-labelledby="findings">
      <Flex gap={8} align="center" style={{ marginBottom: 8 }}>
        <Typography.Title level={2} id="findings" style={{ fontSize: 16, margin: 0 }}>
          {say("findings")}
        </Typography.Title>
        <Typography.Text type="secondary">{view.findings.length === 0 ? say("noFindings") : view.findings.length}</Typography.Text>
      </Flex>
      {listed.length > 0 && (
        <ul className="review-findings">
          {listed.map((finding, index) => {
            const cells = view.differences.filter((each) => each.findings.includes(index)).length;
            return (
              <li key={`${finding.check}/${index}`}>
                <Tag color={colours[finding.tier]}>{say(finding.tier)}</Tag>
                <div className="finding-body">
                  <div>
                    {finding.message[language]}
                    {finding.tier === "warning" && finding.explanation === null && (
                      <Tag style={{ marginInlineStart: 8 }}>{say("unexplained")}</Tag>
                    )}
                  </div>
                  <div className="finding-proof">{finding.proof}</div>
                  {finding.explanation !== null && (
                    <div className="finding-explanation">
                      {say("explanation")}
                      {marks.colon}
                      {finding.explanation}
                    </div>
                  )}
                </div>
                {cells > 0 && (
                  <Flex gap={4} wrap justify="end">
                    <Button size="small" onClick={() => show(index)}>
                      {say("showCells", { count: cells })}
                    </Button>
                    {choose && (
                      <Button size="small" onClick={() => choose(index)}>
                        {say("chooseCells")}
                      </Button>
                    )}
                  </Flex>
                )}
              </li>
            );
          })}
          {rest > 0 && (
            <li>
              <Button type="link" size="small" onClick={() => setWhole(!whole)}>
                {whole ? say("fewerFindings") : say("moreFindings", { count: rest })}
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
