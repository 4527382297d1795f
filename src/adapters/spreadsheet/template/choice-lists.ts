/** The hidden sheet of choices: one column for each list, to which the validations of the other sheets point. */
import { columnName } from "../xlsx/address.ts";
import { Canvas } from "./canvas.ts";
import { looks } from "./looks.ts";
import { sheetNames } from "./marks.ts";

export class ChoiceLists {
  readonly #lists = new Map<string, { readonly title: string; readonly labels: readonly string[]; readonly column: number }>();

  /** Adds a list once; the formula of a validation that offers it. */
  add(code: string, title: string, labels: readonly string[]): string {
    let list = this.#lists.get(code);
    if (!list) this.#lists.set(code, (list = { title, labels, column: this.#lists.size }));
    const letter = columnName(list.column);
    return `'${sheetNames.choices}'!$${letter}$2:$${letter}$${list.labels.length + 1}`;
  }

  yesNo(): string {
    return this.add("yesNo", "是否", ["是", "否"]);
  }

  canvas(): Canvas {
    const canvas = new Canvas(sheetNames.choices, { hidden: true });
    for (const { title, labels, column } of this.#lists.values()) {
      canvas.columns[column] = { width: 20 };
      canvas.put(0, column, title, looks.head);
      labels.forEach((label, at) => canvas.put(at + 1, column, label, looks.hidden));
    }
    return canvas;
  }
}
