/** What the page and its engine say to each other. */
import type { SlotContent } from "../../../app/desk/slots.ts";
import type { Knowledge } from "../../../core/definition/knowledge.ts";
import type { ReturnDocument } from "../../../core/model/return.ts";
import type { Earlier, LiveResults } from "./live.ts";
import type { PreviewParagraph } from "./preview.ts";

export type ToEngine =
  | { readonly kind: "open"; readonly knowledge: Knowledge; readonly earlier: Earlier; readonly base: ReturnDocument }
  | { readonly kind: "slots"; readonly slots: readonly (readonly [string, SlotContent])[] }
  | { readonly kind: "compute"; readonly ledger: string | null }
  | { readonly kind: "preview"; readonly number: number; readonly title: string; readonly texts: readonly string[] };

export type FromEngine =
  | ({ readonly kind: "results"; readonly milliseconds: number } & LiveResults)
  | { readonly kind: "preview"; readonly number: number; readonly previews: readonly (readonly PreviewParagraph[])[] };
