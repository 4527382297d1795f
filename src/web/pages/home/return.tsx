/** Where the own organisation's return stands. */
import { useQuery } from "@tanstack/react-query";
import { Alert, Tag } from "antd";
import { homeWords } from "../../messages/home.ts";
import { stateColours, stateWords } from "../../messages/states.ts";
import { useWords } from "../../messages/text.ts";
import { readOrKept } from "../../offline/reads.ts";
import { useMe } from "../../session.ts";
import { localTime } from "../../times.ts";
import { useYear } from "../../year.ts";
import { Glance } from "./glance.tsx";

export function ReturnCard() {
  const say = useWords(homeWords);
  const sayState = useWords(stateWords);
  const me = useMe();
  const year = useYear();
  const view = useQuery({
    queryKey: ["return-glance", me.organisation, year],
    queryFn: async () => {
      const params = { organisation: me.organisation, year };
      const {
        document: _,
        revisions: __,
        ...rest
      } = (await readOrKept(me.id, "GET /api/returns/{organisation}/{year}", { params })).answer;
      return rest;
    },
  });
  const { data } = view;
  return (
    <Glance
      title={say("myReturn")}
      query={view}
      more={{ to: me.role === "head" ? `/sign/${year}` : `/fill/${year}`, text: me.role === "head" ? say("sign") : say("openFill") }}
      lines={
        data
          ? [
              { name: say("state"), value: <Tag color={stateColours[data.state]}>{sayState(data.state)}</Tag> },
              { name: say("ledgersConfirmed"), value: `${data.confirmations.length} / ${data.ledgers.length}` },
              { name: say("openComments"), value: data.openComments, alarming: data.openComments > 0 },
            ]
          : []
      }
      note={
        data?.returnReason ? (
          <Alert
            type="error"
            title={say("returnReason")}
            description={
              <>
                {data.returnReason}
                {data.requested && <div>{say("requestedCells", { count: data.requested.length })}</div>}
              </>
            }
          />
        ) : data?.signature ? (
          say("signedBy", { name: data.signature.name, at: localTime(data.signature.at) })
        ) : undefined
      }
    />
  );
}
