/** What a block is rendered for: one organisation's report of one year, with its figures and its words. */
import type { Evaluator } from "../formula/evaluator.ts";
import type { Filing } from "../model/dataset.ts";
import type { OrganisationNode } from "../model/organisation.ts";
import { selected, type Selection } from "../model/selection.ts";
import { DataNotes } from "./data-notes.ts";
import { FigureBook } from "./figure.ts";

export type ScopeWord = "organisation" | "whole" | "schools" | "our" | "year" | "lastYear";

export class Scope {
  #tables = 0;
  #charts = 0;
  #changes = 0;

  constructor(
    readonly evaluator: Evaluator,
    readonly organisation: OrganisationNode,
    readonly year: number,
    readonly figures: FigureBook = new FigureBook(evaluator.index),
    readonly notes: DataNotes = new DataNotes(),
  ) {}

  /** The same report where it speaks of another organisation: a passage that a school wrote. */
  of(organisation: OrganisationNode): Scope {
    return organisation.code === this.organisation.code
      ? this
      : new Scope(this.evaluator, organisation, this.year, this.figures, this.notes);
  }

  selection(members?: Selection["members"], attributes?: Selection["attributes"]): Selection {
    return { organisation: this.organisation.code, ...(members ? { members } : {}), ...(attributes ? { attributes } : {}) };
  }

  /** The organisations of the report, the reporting one first. */
  nodes(): OrganisationNode[] {
    return selected(this.evaluator.dataset.tree(this.year), this.selection());
  }

  filings(): { readonly node: OrganisationNode; readonly filing: Filing }[] {
    return this.nodes().flatMap((node) => {
      const filing = this.evaluator.dataset.filing(node.code, this.year);
      return filing ? [{ node, filing }] : [];
    });
  }

  /** 全市, 我市 and the like, by the kind and the name of the organisation. */
  word(word: ScopeWord): string {
    const { kind, name } = this.organisation;
    const noun =
      kind === "school"
        ? "校"
        : kind === "county"
          ? (/[县区市旗]$/.exec(name)?.[0] ?? "县")
          : kind === "city"
            ? "市"
            : kind === "province"
              ? "省"
              : "国";
    switch (word) {
      case "organisation":
        return name;
      case "whole":
        return `全${noun}`;
      case "schools":
        return kind === "school" ? "全校" : `全${noun}中职学校`;
      case "our":
        return `我${noun}`;
      case "year":
        return String(this.year);
      case "lastYear":
        return String(this.year - 1);
    }
  }

  /** A title with its words filled in: "{lastYear}年" → "2018年". */
  title(template: string): string {
    return template.replace(/\{(organisation|whole|schools|our|year|lastYear)\}/g, (_, word: ScopeWord) => this.word(word));
  }

  nextTable(): string {
    return `表${(this.#tables += 1)}`;
  }

  nextChart(): string {
    return `图${(this.#charts += 1)}`;
  }

  /** Alternates the words that open a statement of change. */
  nextChange(): number {
    return (this.#changes += 1);
  }
}
