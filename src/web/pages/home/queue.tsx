/** What waits for review: how many, how many of them clean, and which moves the published figures most. */
import { useQuery } from "@tanstack/react-query";
import { call } from "../../client.ts";
import { homeWords } from "../../messages/home.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { useYear } from "../../year.ts";
import { Glance } from "./glance.tsx";

export function QueueCard() {
  const say = useWords(homeWords);
  const marks = useMarks();
  const me = useMe();
  const year = useYear();
  const queue = useQuery({
    queryKey: ["review-glance", me.organisation, year],
    queryFn: () => call("GET /api/review/{organisation}/{year}", { params: { organisation: me.organisation, year } }),
  });
  const waiting = queue.data?.filter((line) => line.state === "submitted") ?? [];
  const clean = waiting.filter((line) => line.clean).length;
  const first = waiting[0];
  return (
    <Glance
      title={say("queue")}
      query={queue}
      more={{ to: "/review", text: say("openQueue") }}
      lines={[
        { name: say("queue"), value: say("queueCount", { count: waiting.length }) },
        ...(first && !first.clean ? [{ name: say("mostEffect"), value: `${first.name}${marks.colon}${first.effectText}` }] : []),
      ]}
      note={clean > 0 ? say("queueClean", { count: clean }) : undefined}
    />
  );
}
