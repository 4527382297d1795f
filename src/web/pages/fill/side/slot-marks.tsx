/** A blue corner on every cell and row with open remarks or evidence: one rule for all of them, so that no cell has to ask. */
import { useEvidence } from "./evidence-pane.tsx";
import { useRemarks } from "./remarks-pane.tsx";

const corner = "background-image: linear-gradient(135deg, #1f5fbf 7px, transparent 7px) !important;";

export function SlotMarks() {
  const evidence = useEvidence();
  const remarks = useRemarks();
  const slots = new Set([
    ...evidence.map((each) => each.place),
    ...remarks.filter((each) => each.thread === null && each.resolved === null).map((each) => each.slot),
  ]);
  const marked = [...slots].filter((slot) => /^(form|row)\//.test(slot)).map((slot) => `[data-slot=${JSON.stringify(slot)}]`);
  if (marked.length === 0) return null;
  return <style>{`${marked.flatMap((each) => [`${each}.cell`, `${each} .register-number`]).join(",")} { ${corner} }`}</style>;
}
