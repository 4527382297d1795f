/** Corrections after the lock: the list, asking, the effect, the decision. */
import {
  correctionLabel,
  type CorrectionWorld,
  effectOf,
  grant,
  listCorrections,
  refuseCorrection,
  requestCorrection,
} from "../../app/desk/correcting.ts";
import type { Correction } from "../../app/desk/corrections.ts";
import type { ScopedStore } from "../../app/desk/desk.ts";
import type { reviewEndpoints } from "../contract/review.ts";
import type { Handlers } from "../handler.ts";
import { uuid } from "./params.ts";
import { placeOf } from "./place-of.ts";
import type { World } from "../world.ts";

type CorrectionKey = Extract<keyof typeof reviewEndpoints, `${string}corrections${string}`>;

const correctionWorld = ({ index, catalog, sha256 }: World, store: ScopedStore): CorrectionWorld => ({ store, index, catalog, sha256 });

function correctionBody(world: World, organisationName: string, correction: Correction) {
  const { actor: _actor, ...rest } = correction;
  return { ...rest, organisationName, label: correctionLabel(world.index, correction), decided: rest.decided && { ...rest.decided } };
}

export const correctionResources: Pick<Handlers<typeof reviewEndpoints>, CorrectionKey> = {
  "GET /api/corrections/{year}": async ({ world, store, params }) =>
    (await listCorrections(store, Number(params.year))).map(({ name, correction }) => correctionBody(world, name, correction)),
  "POST /api/returns/{organisation}/{year}/corrections": async ({ world, store, actor, params, body }) => {
    const { name, correction } = await requestCorrection(
      correctionWorld(world, store),
      placeOf(params),
      { ...body, id: body.id.toLowerCase() },
      actor,
      world.clock.now(),
    );
    return correctionBody(world, name, correction);
  },
  "GET /api/returns/{organisation}/{year}/corrections/{id}/effect": async ({ world, store, actor, params }) =>
    effectOf(correctionWorld(world, store), placeOf(params), uuid(params.id), actor),
  "POST /api/returns/{organisation}/{year}/corrections/{id}/decide": async ({ world, store, actor, params, body, act }) => {
    const { name, correction } = body.grant
      ? await grant(
          correctionWorld(world, store),
          placeOf(params),
          uuid(params.id),
          body.effect,
          actor,
          act("correction.grant", body.reason),
        )
      : await refuseCorrection(
          correctionWorld(world, store),
          placeOf(params),
          uuid(params.id),
          actor,
          act("correction.refuse", body.reason),
        );
    return correctionBody(world, name, correction);
  },
};
