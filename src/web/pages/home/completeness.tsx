/** How complete the season is below one's organisation. */
import { useQuery } from "@tanstack/react-query";
import { homeWords } from "../../messages/home.ts";
import { useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { useYear } from "../../year.ts";
import { countRows } from "../season/board-counts.ts";
import { boardQuery } from "../season/board-query.ts";
import { Glance } from "./glance.tsx";

export function CompletenessCard() {
  const say = useWords(homeWords);
  const me = useMe();
  const year = useYear();
  const board = useQuery(boardQuery(me.organisation, year));
  const counts = countRows(board.data?.rows ?? []);
  const of = (count: number): string => say("of", { count, all: counts.all });
  return (
    <Glance
      title={say("completeness")}
      query={board}
      more={{ to: `/board/${year}`, text: say("openBoard") }}
      lines={[
        { name: say("handedIn"), value: of(counts.handedIn) },
        { name: say("accepted"), value: of(counts.accepted) },
        { name: say("returned"), value: of(counts.returned) },
        { name: say("lateOnes"), value: of(counts.late), alarming: counts.late > 0 },
      ]}
    />
  );
}
