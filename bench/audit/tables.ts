/** Tables of a report: the shapes that a set has, in an order of the report's own. */
import type { Composer } from "./compose.ts";
import type { Phrasing } from "./phrases/phrase.ts";
import { shapes as blindShapes } from "./tables/blind.ts";
import { shapes as developmentShapes } from "./tables/development.ts";
import { shapes as heldBackShapes } from "./tables/held-back.ts";
import { shapes as openedShapes } from "./tables/opened.ts";
import type { Shape } from "./tables/shape.ts";
import { shapes as widerShapes } from "./tables/wider.ts";
import { half } from "./phrases/wider/halves.ts";

const shapes: Readonly<Record<Phrasing, readonly Shape[]>> = {
  development: developmentShapes,
  heldBack: heldBackShapes,
  opened: openedShapes,
  blind: blindShapes,
  wider: half(widerShapes, 0),
  widerReserved: half(widerShapes, 1),
};

/** The shapes that a report draws its tables from; none of them twice while others are left. */
export function tableShapes(composer: Composer, phrasing: Phrasing): Shape {
  const order = composer.random.shuffle(shapes[phrasing]);
  let next = 0;
  return (...given) => order[next++ % order.length]!(...given);
}
