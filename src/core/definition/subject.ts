/**
 * The builder with which a subject file writes its part of the catalog: it fills in what is usual, so
 * that a definition states only what is particular to it.
 */
import type { Check } from "./check.ts";
import type { Element } from "./element.ts";
import type { Indicator } from "./indicator.ts";
import type { Subject } from "./knowledge.ts";
import type { FormLedger, Ledger, MaterialLedger, RegisterLedger } from "./ledger.ts";

type Without<T, K extends PropertyKey> = Omit<T, K>;

export type ElementInput = Without<Element, "ledger" | "dimensions" | "rollUp" | "required" | "aliases" | "better" | "nature"> &
  Partial<Pick<Element, "dimensions" | "rollUp" | "required" | "aliases" | "better" | "nature">>;
export type LedgerInput =
  | (Without<FormLedger, "subject" | "kind"> & { readonly kind: "form"; readonly elements: readonly ElementInput[] })
  | (Without<RegisterLedger, "subject" | "kind"> & {
      readonly kind: "register";
      readonly elements: readonly (Without<ElementInput, "from"> & { readonly from: Without<NonNullable<Element["from"]>, "ledger"> })[];
    })
  | (Without<MaterialLedger, "subject" | "kind"> & { readonly kind: "material" });
export type IndicatorInput = Without<Indicator, "subject" | "aliases" | "better"> & Partial<Pick<Indicator, "aliases" | "better">>;
export type CheckInput = Without<Check, "subject" | "each" | "at"> & Partial<Pick<Check, "each" | "at">>;

export interface SubjectInput {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly ledgers: readonly LedgerInput[];
  readonly indicators: readonly IndicatorInput[];
  readonly checks: readonly CheckInput[];
}

/**
 * A subject with every default filled in. Elements are summed upwards, required in forms, flows in
 * registers and stocks in forms, unless they say otherwise; checks run at schools.
 */
export function defineSubject(input: SubjectInput): Subject {
  const ledgers: Ledger[] = [];
  const elements: Element[] = [];
  for (const entry of input.ledgers) {
    if (entry.kind === "material") {
      ledgers.push({ ...entry, subject: input.code });
    } else if (entry.kind === "register") {
      const { elements: inputs, ...ledger } = entry;
      ledgers.push({ ...ledger, subject: input.code });
      for (const each of inputs) {
        const { from, ...rest } = each;
        elements.push({
          ...elementDefaults,
          required: false,
          nature: "flow",
          ...rest,
          dimensions: Object.keys(from.by ?? {}),
          ledger: entry.code,
          from: { ...from, ledger: entry.code },
        });
      }
    } else {
      const { elements: inputs, ...ledger } = entry;
      ledgers.push({ ...ledger, subject: input.code });
      for (const each of inputs) elements.push({ ...elementDefaults, ...each, ledger: entry.code });
    }
  }
  return {
    code: input.code,
    zh: input.zh,
    en: input.en,
    ledgers,
    elements,
    indicators: input.indicators.map((each) => ({ aliases: [], better: "neutral", ...each, subject: input.code })),
    checks: input.checks.map((each) => ({ each: [], at: ["school"], ...each, subject: input.code })),
  };
}

const elementDefaults = { dimensions: [], rollUp: "sum", required: true, aliases: [], better: "neutral", nature: "stock" } as const;
