/** The page's side of the engine: hands it what changed, asks again when it is idle, and tells cells of their findings. */
import type { Finding } from "../../../core/checking/finding.ts";
import type { Tier } from "../../../core/definition/check.ts";
import type { Knowledge } from "../../../core/definition/knowledge.ts";
import type { ReturnDocument } from "../../../core/model/return.ts";
import type { Content } from "../slot.ts";
import type { Earlier, LiveIndicator } from "./live.ts";
import type { PreviewParagraph } from "./preview.ts";
import type { FromEngine, ToEngine } from "./protocol.ts";

/** From the last key to asking, in milliseconds. */
const rest = 120;
const gravity: Readonly<Record<Tier, number>> = { proof: 2, warning: 1, note: 0 };

export interface LiveSnapshot {
  readonly findings: readonly Finding[];
  readonly indicators: ReadonlyMap<string, LiveIndicator>;
  readonly ready: boolean;
  readonly milliseconds: number;
}

export class Engine {
  readonly #worker: Worker;
  #snapshot: LiveSnapshot = { findings: [], indicators: new Map(), ready: false, milliseconds: 0 };
  /** Findings that need the peers' figures: the server's. */
  #fromServer: readonly Finding[] = [];
  #own: readonly Finding[] = [];
  #byPlace = new Map<string, readonly Finding[]>();
  readonly #listeners = new Set<() => void>();
  readonly #placeListeners = new Map<string, Set<() => void>>();
  #waiting = new Map<string, Content>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #again = false;
  #ledger: string | null = null;
  #previewed = 0;
  readonly #previews = new Map<number, (previews: readonly (readonly PreviewParagraph[])[]) => void>();

  constructor(knowledge: Knowledge, earlier: Earlier, base: ReturnDocument) {
    this.#worker = new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<FromEngine>) => {
      if (data.kind === "results") this.#take(data);
      else this.#previews.get(data.number)?.(data.previews);
      if (data.kind === "preview") this.#previews.delete(data.number);
    });
    this.#post({ kind: "open", knowledge, earlier, base });
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#worker.terminate();
  }

  /** Which ledger's indicators are wanted; null for none. */
  watch(ledger: string | null): void {
    this.#ledger = ledger;
    this.#ask(0);
  }

  change(slots: Iterable<readonly [string, Content]>): void {
    for (const [slot, content] of slots) this.#waiting.set(slot, content);
    this.#ask(rest);
  }

  /** Passages as the report would print them, each as it is now. */
  preview(title: string, texts: readonly string[]): Promise<readonly (readonly PreviewParagraph[])[]> {
    return new Promise((resolve) => {
      this.#previewed += 1;
      this.#previews.set(this.#previewed, resolve);
      this.#post({ kind: "preview", number: this.#previewed, title, texts });
    });
  }

  fromServer(findings: readonly Finding[]): void {
    this.#fromServer = findings;
    this.#publish();
  }

  get snapshot(): LiveSnapshot {
    return this.#snapshot;
  }

  findingsAt(place: string): readonly Finding[] {
    return this.#byPlace.get(place) ?? none;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  subscribePlace(place: string, listener: () => void): () => void {
    let listeners = this.#placeListeners.get(place);
    if (!listeners) this.#placeListeners.set(place, (listeners = new Set()));
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  #post(message: ToEngine): void {
    this.#worker.postMessage(message);
  }

  #ask(milliseconds: number): void {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#waiting.size > 0) this.#post({ kind: "slots", slots: [...this.#waiting] });
      this.#waiting = new Map();
      this.#busy = true;
      this.#again = false;
      this.#post({ kind: "compute", ledger: this.#ledger });
    }, milliseconds);
  }

  #take({ findings, indicators, milliseconds }: Extract<FromEngine, { kind: "results" }>): void {
    this.#busy = false;
    this.#own = findings;
    this.#snapshot = { ...this.#snapshot, indicators: new Map(indicators.map((line) => [line.code, line])), ready: true, milliseconds };
    this.#publish();
    if (this.#again) this.#ask(rest);
  }

  #publish(): void {
    const findings = [...this.#own, ...this.#fromServer].sort((left, right) => gravity[right.tier] - gravity[left.tier]);
    this.#snapshot = { ...this.#snapshot, findings };
    const before = this.#byPlace;
    this.#byPlace = placesOf(findings);
    for (const [place, listeners] of this.#placeListeners)
      if (signature(before.get(place)) !== signature(this.#byPlace.get(place))) for (const listener of listeners) listener();
    for (const listener of this.#listeners) listener();
  }
}

const none: readonly Finding[] = [];

/** "<ledger>/<cell>" → its findings, gravest first; "<ledger>/" for those of the ledger as a whole. */
function placesOf(findings: readonly Finding[]): Map<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const { ledger, cell = "", year } of finding.places) {
      if (year !== finding.year) continue;
      const place = `${ledger}/${cell}`;
      const list = found.get(place);
      if (!list) found.set(place, [finding]);
      else if (!list.includes(finding)) list.push(finding);
    }
  return found;
}

const signatures = new WeakMap<readonly Finding[], string>();

function signature(findings: readonly Finding[] | undefined): string {
  if (!findings) return "";
  let text = signatures.get(findings);
  if (text === undefined) {
    text = findings.map((finding) => `${finding.tier}${finding.check}${finding.proof}${finding.explanation ?? ""}`).join("|");
    signatures.set(findings, text);
  }
  return text;
}
