/** Which schools run the pilots: the same choice for programmes, partnerships and quality. */
import { allot } from "./allot.ts";
import type { CityYear } from "./city.ts";

/** School codes of a pilot; as many as the scenario says, otherwise a third of the schools, largest first. */
export function pilotSchools(city: CityYear, key: "partnerships.dualPilotSchools" | "quality.certificatePilotSchools"): ReadonlySet<string> {
  const number = Math.min(city.schools.length, city.total(key) ?? Math.ceil(city.schools.length / 3));
  const weights = city.schools.map((school) => (key === "partnerships.dualPilotSchools" ? school.size : 1 / school.size));
  const chosen = allot(
    number,
    weights.map((weight) => weight ** 8),
    weights.map(() => 1),
  );
  return new Set(city.schools.filter((_, at) => chosen[at] === 1).map((school) => school.code));
}
