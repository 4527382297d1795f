/** Runs the checks of form and words: what an editor sees without a calculator. */
import type { Document } from "../document.ts";
import { duplicates } from "./duplicates.ts";
import type { FormCheck, FormContext, FormFinding } from "./form-context.ts";
import { names } from "./names.ts";
import { numbering } from "./numbering.ts";
import { openValues } from "./open-value.ts";
import { gradeOutline } from "./outline-grade.ts";
import { period } from "./period.ts";
import { punctuation } from "./punctuation.ts";
import { siblings } from "./siblings.ts";
import { stale } from "./stale.ts";
import { wording } from "./wording.ts";

const checks: readonly FormCheck[] = [numbering, punctuation, wording, siblings, period, stale, duplicates, names, openValues];

/** All findings of form, in order of the text; `graded` is the outline's, where the caller has it. */
export function formFindings(document: Document, context: FormContext, graded = gradeOutline(document, context)): FormFinding[] {
  return [...checks.flatMap((check) => check(document, context)), ...graded.findings].sort(
    (left, right) => (left.spans[0]?.start ?? 0) - (right.spans[0]?.start ?? 0),
  );
}
