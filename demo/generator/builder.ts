/** Builds one organisation's return cell by cell, and refuses to end with a blank cell or an unknown code. */
import type { KnowledgeIndex } from "../../src/core/definition/knowledge.ts";
import { isInForce, type Ledger } from "../../src/core/definition/ledger.ts";
import { combinations } from "../../src/core/formula/total.ts";
import type { OrganisationNode } from "../../src/core/model/organisation.ts";
import { cellKey, type FormCell, type Material, type RegisterRow, type ReturnDocument } from "../../src/core/model/return.ts";
import { type Members, membersKey } from "../../src/core/model/selection.ts";
import { allot } from "./allot.ts";

export class ReturnBuilder {
  readonly #forms: Record<string, Record<string, FormCell>> = {};
  readonly #registers: Record<string, RegisterRow[]> = {};
  readonly #materials: Material[] = [];

  constructor(
    readonly index: KnowledgeIndex,
    readonly node: OrganisationNode,
    readonly year: number,
  ) {
    for (const ledger of this.ledgers()) if (ledger.kind === "register") this.#registers[ledger.code] = [];
  }

  /** The ledgers that this organisation owes this year. */
  ledgers(): Ledger[] {
    return this.index.knowledge.ledgers.filter((ledger) => isInForce(ledger, this.year) && (ledger.reportedBy as readonly string[]).includes(this.node.kind));
  }

  /** Sets a cell; null means not applicable (—). Fractions are for amounts: pass them as decimal text. */
  set(element: string, value: number | string | null, members: Members = {}): void {
    const definition = this.index.elements.get(element);
    if (!definition || definition.from) throw new Error(`no form cell ${element}`);
    const form = (this.#forms[definition.ledger] ??= {});
    form[cellKey(element, membersKey(members))] = { status: value === null ? "notApplicable" : "value", value: value === null ? null : String(value), origin: { file: "", sheet: "", cell: "" } };
  }

  /** What was set: a single cell, or the total over the breakdown. */
  get(element: string, members?: Members): number {
    const form = this.#forms[this.index.elements.get(element)?.ledger ?? ""] ?? {};
    const wanted = members ? cellKey(element, membersKey(members)) : undefined;
    return Object.entries(form).reduce((sum, [key, cell]) => (key === wanted || (!wanted && (key === element || key.startsWith(`${element}#`))) ? sum + Number(cell.value ?? 0) : sum), 0);
  }

  /** Splits a whole total over all cells of the element's breakdown, by weights in the order of the members' combinations. */
  spread(element: string, total: number, weight: (members: Members, at: number) => number = () => 1): void {
    const cells = combinations(this.index, this.index.elements.get(element)?.dimensions ?? []);
    const parts = allot(total, cells.map(weight));
    cells.forEach((members, at) => this.set(element, parts[at]!, members));
  }

  /** Adds a row; columns left out are blank. */
  row(ledger: string, values: Readonly<Record<string, string | number | boolean | null>>): void {
    const definition = this.index.ledgers.get(ledger);
    if (definition?.kind !== "register") throw new Error(`no register ${ledger}`);
    const unknown = Object.keys(values).filter((code) => !definition.columns.some((column) => column.code === code));
    if (unknown.length > 0) throw new Error(`${ledger} has no column ${unknown.join(", ")}`);
    const full = Object.fromEntries(definition.columns.map(({ code }) => [code, values[code] === undefined || values[code] === null ? null : String(values[code])]));
    const key = definition.naturalKey.map((code) => full[code] ?? "").join("|");
    (this.#registers[ledger] ??= []).push({ id: `${ledger}:${key}`, values: full, origin: { file: "", sheet: "", cell: "" } });
  }

  rows(ledger: string): readonly RegisterRow[] {
    return this.#registers[ledger] ?? [];
  }

  material(section: string, title: string, text: string, chosen = true): void {
    this.#materials.push({ id: `${section}:${title}`, section, title, text, chosen, origin: { file: "", sheet: "", cell: "" } });
  }

  /** @throws Error that names every cell left blank. */
  build(catalog: string): ReturnDocument {
    const blank: string[] = [];
    for (const ledger of this.ledgers()) {
      if (ledger.kind !== "form") continue;
      for (const element of this.index.elementsByLedger.get(ledger.code) ?? []) {
        if (!isInForce(element, this.year)) continue;
        for (const members of combinations(this.index, element.dimensions)) {
          const key = cellKey(element.code, membersKey(members));
          if (!this.#forms[ledger.code]?.[key]) blank.push(key);
        }
      }
    }
    if (blank.length > 0) throw new Error(`${this.node.code} ${this.year}: blank cells ${blank.join(" ")}`);
    return { organisation: this.node.code, year: this.year, catalog, forms: this.#forms, registers: this.#registers, materials: this.#materials, explanations: {} };
  }
}
