/** What the parts of one Word file share while they are read. */
import type { Flow, Run } from "./flow.ts";
import type { Numbering } from "./numbering.ts";
import type { ParagraphStyle } from "./styles.ts";

export interface Context {
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly numbering: Numbering;
  /** Flows of text boxes and notes, as they are met. */
  readonly notes: Flow[];
  /** "footnote/2" → the run that refers to it. */
  readonly references: Map<string, Run>;
}
