/** Rows of a register that stand in it twice, kept up to date row by row: an edit costs one row, not ten thousand. */
import type { RegisterLedger } from "../../../../core/definition/ledger.ts";

type Values = Readonly<Record<string, string | null>>;

/** Rows are twice that share their whole natural key; rows with a blank in it are not compared. */
export class Duplicates {
  readonly #keys = new Map<string, string>();
  readonly #rows = new Map<string, Set<string>>();
  readonly #twice = new Set<string>();
  #found: ReadonlySet<string> | null = null;

  constructor(readonly ledger: Pick<RegisterLedger, "naturalKey">) {}

  /** What a row says now; null for one that was taken out. */
  put(id: string, values: Values | null): void {
    const key = values && this.#keyOf(values);
    const before = this.#keys.get(id) ?? null;
    if (key === before) return;
    if (before !== null) this.#leave(id, before);
    if (key === null) return;
    this.#keys.set(id, key);
    const rows = this.#rows.get(key);
    if (!rows) {
      this.#rows.set(key, new Set([id]));
      return;
    }
    rows.add(id);
    for (const each of rows) this.#twice.add(each);
    this.#found = null;
  }

  /** Another set whenever something changed in it. */
  get found(): ReadonlySet<string> {
    return (this.#found ??= new Set(this.#twice));
  }

  #leave(id: string, key: string): void {
    this.#keys.delete(id);
    const rows = this.#rows.get(key)!;
    rows.delete(id);
    if (rows.size === 0) this.#rows.delete(key);
    if (!this.#twice.delete(id)) return;
    if (rows.size === 1) for (const last of rows) this.#twice.delete(last);
    this.#found = null;
  }

  #keyOf(values: Values): string | null {
    const parts = this.ledger.naturalKey.map((column) => values[column]?.trim() ?? "");
    return parts.length === 0 || parts.includes("") ? null : parts.join("\u0000");
  }
}
