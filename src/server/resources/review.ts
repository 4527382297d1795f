/** Reviewing: the queue, a return opened for review, accepting, giving back, locking, remarks. */
import type { Comment } from "../../app/desk/comments.ts";
import { comment, commentsOf, resolveThread } from "../../app/desk/commenting.ts";
import { type ReviewWorld, reviewQueue } from "../../app/desk/review-queue.ts";
import { reviewOf } from "../../app/desk/review-view.ts";
import { accept, acceptClean, giveBack, lock } from "../../app/desk/reviewing.ts";
import type { ScopedStore } from "../../app/desk/desk.ts";
import type { reviewEndpoints } from "../contract/review.ts";
import type { Handlers } from "../handler.ts";
import { correctionResources } from "./corrections.ts";
import { namesInSight } from "./names-in-sight.ts";
import { uuid } from "./params.ts";
import { placeOf } from "./place-of.ts";
import type { World } from "../world.ts";

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const reviewWorld = (world: World, store: ScopedStore): ReviewWorld => ({ whole: world.store, store, index: world.index, pause });

const commentBody = ({ id, slot, thread, name, role, at, text, resolved }: Comment) => ({
  id,
  slot,
  thread,
  name,
  role,
  at,
  text,
  resolved: resolved && { ...resolved },
});

export const reviewResources: Handlers<typeof reviewEndpoints> = {
  "GET /api/review/{organisation}/{year}": async ({ world, store, actor, params, query }) =>
    reviewQueue(reviewWorld(world, store), actor, params.organisation, Number(params.year), [query.state]),
  "POST /api/review/{organisation}/{year}/accept": async ({ world, store, actor, params, body, act }) =>
    acceptClean(reviewWorld(world, store), body.organisations, Number(params.year), actor, act("accept", "成批接收")),
  "GET /api/returns/{organisation}/{year}/review": async ({ world, store, actor, params }) => {
    const [view, name] = await Promise.all([reviewOf(reviewWorld(world, store), actor, placeOf(params)), namesInSight(world, actor)]);
    return { ...view, versions: view.versions.map((each) => ({ ...each, name: name(each.name) })) };
  },
  "POST /api/returns/{organisation}/{year}/accept": async ({ store, actor, params, act }) =>
    accept(store, placeOf(params), actor, act("accept")),
  "POST /api/returns/{organisation}/{year}/return": async ({ world, store, actor, params, body, act }) =>
    giveBack(store, world.index, placeOf(params), body.cells, actor, act("return", body.reason)),
  "POST /api/returns/{organisation}/{year}/lock": async ({ store, actor, params, act }) => lock(store, placeOf(params), actor, act("lock")),
  "GET /api/returns/{organisation}/{year}/comments": async ({ store, actor, params }) =>
    (await commentsOf(store, placeOf(params), actor)).map(commentBody),
  "POST /api/returns/{organisation}/{year}/comments": async ({ world, store, actor, params, body }) =>
    commentBody(await comment(store, world.index, placeOf(params), body, actor, world.clock.now())),
  "POST /api/returns/{organisation}/{year}/comments/{id}/resolve": async ({ world, store, actor, params }) =>
    commentBody(await resolveThread(store, world.index, placeOf(params), uuid(params.id), actor, world.clock.now())),
  ...correctionResources,
};
