/** Collects while a report is composed what a reader must know of its data: who is missing and what is not compared. */

export class DataNotes {
  /** Names of who is missing → labels of the totals that lack them. */
  readonly #partial = new Map<string, Set<string>>();
  /** Reason of a break → labels. */
  readonly #broken = new Map<string, Set<string>>();
  readonly #uneven = new Set<string>();

  partial(label: string, missing: readonly string[]): void {
    addTo(this.#partial, missing.join("、"), label);
  }

  broken(label: string, reason: string): void {
    addTo(this.#broken, reason, label);
  }

  /** Both years do not cover the same organisations. */
  uneven(label: string): void {
    this.#uneven.add(label);
  }

  lines(): string[] {
    const said = new Set([...this.#partial.values()].flatMap((labels) => [...labels]));
    const uneven = [...this.#uneven].filter((label) => !said.has(label));
    return [
      ...[...this.#partial].map(([names, labels]) => `${names}未报或缺报部分数据，${listed([...labels])}为已报单位合计，括号内为已报数与应报数，不与上年比较。`),
      ...[...this.#broken].map(([reason, labels]) => `统计口径有调整（${reason}），${listed([...labels])}不与上年比较。`),
      ...(uneven.length > 0 ? [`两年的数据范围不同（有单位未报或机构隶属变动），${listed(uneven)}不与上年比较。`] : []),
    ];
  }
}

function addTo(map: Map<string, Set<string>>, key: string, label: string): void {
  const labels = map.get(key);
  if (labels) labels.add(label);
  else map.set(key, new Set([label]));
}

/** “在校生”“招生数”等12项数据 */
function listed(labels: readonly string[]): string {
  const shown = labels.slice(0, 5).map((label) => `“${label.replace(/“/g, "‘").replace(/”/g, "’")}”`).join("");
  return labels.length > 5 ? `${shown}等${labels.length}项数据` : shown;
}
