/** Collects what an import has to say, in the order in which it was seen, with its place. */
import type { ImportPlace, ImportProblem } from "../../../app/ports.ts";
import { wordings } from "../messages.ts";
import type { Code, ParametersOf, Remark } from "../remark.ts";

export interface Place {
  readonly sheet: string;
  /** "D12" or "". */
  readonly cell: string;
}

export class Problems {
  readonly #list: ImportProblem[] = [];
  readonly #places = new Map<string, ImportPlace>();

  constructor(readonly file: string) {}

  add<C extends Code>(code: C, parameters: ParametersOf<C>, place: Place, found = ""): void {
    const wording = wordings[code];
    const shown = found.length > 60 ? `${found.slice(0, 60)}…` : found;
    this.#list.push({
      file: this.file,
      ...place,
      severity: wording.severity,
      code,
      message: { zh: wording.zh(parameters, shown), en: wording.en(parameters, shown) },
      found: shown,
      expected: wording.expected(parameters),
    });
  }

  addRemark(remark: Remark, place: Place, found: string): void {
    this.add(remark.code, remark.parameters as ParametersOf<typeof remark.code>, place, found);
  }

  /** Tells which piece of the return a cell of the workbook holds; with no cell, which ledger a sheet. Told after a problem, it counts too. */
  locate({ sheet, cell }: Place, place: ImportPlace): void {
    this.#places.set(`${sheet}!${cell}`, place);
  }

  get list(): ImportProblem[] {
    return this.#list.map((problem) => {
      const place = this.#places.get(`${problem.sheet}!${problem.cell}`) ?? this.#places.get(`${problem.sheet}!`);
      return place ? { ...problem, place } : problem;
    });
  }

  get refused(): boolean {
    return this.#list.some((problem) => problem.severity === "refusal");
  }
}
