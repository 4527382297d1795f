/** The engine in a thread of its own, so that typing never waits for it. */
import "../../old-browsers.ts";
import type { SlotContent } from "../../../app/desk/slots.ts";
import { KnowledgeIndex } from "../../../core/definition/knowledge.ts";
import type { Evaluator } from "../../../core/formula/evaluator.ts";
import { computeLive, evaluatorOf, type LiveInput } from "./live.ts";
import { previewOf } from "./preview.ts";
import type { FromEngine, ToEngine } from "./protocol.ts";

let opened: Pick<LiveInput, "index" | "earlier" | "base"> | null = null;
let slots = new Map<string, SlotContent>();
let evaluator: Evaluator | null = null;

addEventListener("message", ({ data }: MessageEvent<ToEngine>) => {
  switch (data.kind) {
    case "open":
      opened = { index: new KnowledgeIndex(data.knowledge), earlier: data.earlier, base: data.base };
      slots = new Map();
      evaluator = null;
      break;
    case "slots":
      for (const [slot, content] of data.slots) slots.set(slot, content);
      evaluator = null;
      break;
    case "compute": {
      if (!opened) break;
      const started = performance.now();
      evaluator ??= evaluatorOf({ ...opened, slots });
      const results = computeLive(evaluator, { base: opened.base, ledger: data.ledger });
      answer({ kind: "results", ...results, milliseconds: performance.now() - started });
      break;
    }
    case "preview":
      if (!opened) break;
      answer({ kind: "preview", number: data.number, previews: previewsOf(opened, data.title, data.texts) });
  }
});

function previewsOf(of: Pick<LiveInput, "index" | "earlier" | "base">, title: string, texts: readonly string[]) {
  const now = (evaluator ??= evaluatorOf({ ...of, slots }));
  return texts.map((text) => previewOf(now, of.base, title, text));
}

function answer(message: FromEngine): void {
  postMessage(message);
}
