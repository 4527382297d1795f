/** Seasons that were read for somebody of the same organisation before: each organisation sees its own subtree alone. */
import type { Shelf } from "../../app/dataset.ts";
import { seasonsOf } from "../../app/seasons.ts";
import type { World } from "../world.ts";

export const shelfFor = ({ store }: Pick<World, "store">, { organisation }: { readonly organisation: string }): Shelf => ({
  seasons: seasonsOf(store),
  scope: organisation,
});
