/** All versions of a return: who brought each into its state, when, why, and the hash of its content. */
import { Button, Popover, Tag, Typography } from "antd";
import { reviewWords } from "../../messages/review.ts";
import { stateColours, stateWords } from "../../messages/states.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import type { ReviewView } from "../../reviewing/queries.ts";
import { localTime } from "../../times.ts";

export function VersionsButton({ versions }: { readonly versions: ReviewView["versions"] }) {
  const say = useWords(reviewWords);
  const sayState = useWords(stateWords);
  const marks = useMarks();
  const list = (
    <ol className="version-list">
      {versions.map((each) => (
        <li key={each.version}>
          <Tag color={stateColours[each.state]}>{sayState(each.state)}</Tag>
          {say("version", { version: each.version })} · {each.name} · {localTime(each.at)}
          {each.reason !== "" && <div>{each.reason}</div>}
          <Typography.Text type="secondary" copyable={{ text: each.hash }} style={{ fontSize: 12 }}>
            {say("hash", { hash: `${each.hash.slice(0, 16)}…` })}
          </Typography.Text>
        </li>
      ))}
    </ol>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={say("versions")} content={list}>
      <Button>{`${say("versions")}${marks.open}${versions.length}${marks.close}`}</Button>
    </Popover>
  );
}
