/** Dimensions of facilities: where practice takes place and at which level a base was recognised. */
import type { Dimension } from "../core/definition/dimension.ts";

export const facilitiesDimensions: readonly Dimension[] = [
  {
    code: "basePlace",
    zh: "基地类型",
    en: "Place of the base",
    members: [
      { code: "inside", zh: "校内实训基地", en: "In school", aliases: ["校内", "校内基地", "校内实践基地"] },
      { code: "outside", zh: "校外实习实训基地", en: "Out of school", aliases: ["校外", "校外基地", "校外实训基地"] },
    ],
  },
];
