/** Which passages stand in a section: the reporting organisation's own chosen ones, and those that it chose from below. */
import type { OrganisationNode } from "../model/organisation.ts";
import type { Material } from "../model/return.ts";
import type { Scope } from "./scope.ts";

export interface ChosenMaterial {
  readonly node: OrganisationNode;
  readonly material: Material;
  readonly version: number;
}

const choices = "cases.choice";

export function chosenMaterials(scope: Scope, section: string): ChosenMaterial[] {
  const own = scope.evaluator.dataset.filing(scope.organisation.code, scope.year);
  const chosen = new Set((own?.registers[choices] ?? []).map((row) => `${row.values.organisation}/${row.values.title}`));
  return scope
    .filings()
    .flatMap(({ node, filing }) =>
      filing.materials
        .filter(
          (material) =>
            material.section === section &&
            (node.code === scope.organisation.code ? material.chosen : chosen.has(`${node.code}/${material.title}`)),
        )
        .map((material) => ({ node, material, version: filing.version })),
    );
}
