/** Accepting, giving back as a whole, locking: what the state and the person's role allow. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { policies } from "../../../app/policies/policies.ts";
import { call } from "../../client.ts";
import { reviewWords } from "../../messages/review.ts";
import { useWords } from "../../messages/text.ts";
import { useDoing } from "../../reviewing/doing.ts";
import { type Place, refresh, type ReviewView } from "../../reviewing/queries.ts";
import { useMe } from "../../session.ts";

export interface VerdictButtonsProps {
  readonly place: Place;
  readonly view: ReviewView;
  readonly openRemarks: number;
  readonly returnWhole: () => void;
}

export function VerdictButtons({ place, view, openRemarks, returnWhole }: VerdictButtonsProps) {
  const say = useWords(reviewWords);
  const me = useMe();
  const queries = useQueryClient();
  const doing = useDoing();
  const here = { organisation: place.organisation, within: true };
  const mayReview = policies.review(me, here);
  const params = { ...place };
  const warnings = view.findings.filter((each) => each.tier === "warning" && each.explanation === null).length;
  const accept = () =>
    doing.run(async () => {
      await call("POST /api/returns/{organisation}/{year}/accept", { params });
      await refresh(queries, place);
    }, say("accepted"));
  const lock = () =>
    doing.run(async () => {
      await call("POST /api/returns/{organisation}/{year}/lock", { params });
      await refresh(queries, place);
    }, say("locked"));
  return (
    <>
      {mayReview && (view.state === "submitted" || view.state === "accepted") && (
        <Button danger onClick={returnWhole} disabled={doing.busy}>
          {say("returnWhole")}
        </Button>
      )}
      {mayReview && view.state === "submitted" && (
        <Popconfirm
          placement="bottomRight"
          title={warnings + openRemarks > 0 ? say("acceptAskOpen", { warnings, remarks: openRemarks }) : say("acceptAsk")}
          styles={{ root: { maxWidth: 360 } }}
          onConfirm={() => void accept()}
        >
          <Button type="primary" loading={doing.busy}>
            {say("accept")}
          </Button>
        </Popconfirm>
      )}
      {policies.lock(me, here) && view.state === "accepted" && (
        <Popconfirm placement="bottomRight" title={say("lockAsk")} styles={{ root: { maxWidth: 360 } }} onConfirm={() => void lock()}>
          <Button type="primary" loading={doing.busy}>
            {say("lock")}
          </Button>
        </Popconfirm>
      )}
    </>
  );
}
