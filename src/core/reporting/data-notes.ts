/** Collects while a report is composed what a reader must know of its data: what is not compared, and why. */

export class DataNotes {
  /** Reason of a break → labels. */
  readonly #broken = new Map<string, Set<string>>();
  readonly #uneven = new Set<string>();

  broken(label: string, reason: string): void {
    addTo(this.#broken, reason, label);
  }

  /** Both years do not cover the same organisations. */
  uneven(label: string): void {
    this.#uneven.add(label);
  }

  /** @param said names of measures of which the report says already that they lack somebody. */
  lines(said: ReadonlySet<string>): string[] {
    const uneven = [...this.#uneven].filter((label) => !said.has(label.replace(/（[^（）]*）$/, "")) && !said.has(label));
    return [
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

/** “在校生”“招生数”等数据 */
function listed(labels: readonly string[]): string {
  const shown = labels
    .slice(0, 5)
    .map((label) => `“${label.replace(/“/g, "‘").replace(/”/g, "’")}”`)
    .join("");
  return labels.length > 5 ? `${shown}等数据` : shown;
}
