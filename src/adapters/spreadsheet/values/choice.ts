/** Reads a member of a dimension or a yes/no as people write them. */
import type { Dimension } from "../../../core/definition/dimension.ts";
import { NameIndex, plain, tidy } from "../labels.ts";
import type { RawCell } from "../xlsx/raw.ts";
import { accept, type Reading, reject } from "./reading.ts";

const indexes = new WeakMap<Dimension, NameIndex>();

/** Names of a dimension's members: labels before aliases. */
export function memberNames(dimension: Dimension): NameIndex {
  let names = indexes.get(dimension);
  if (!names) {
    names = new NameIndex();
    const labels = new Set(dimension.members.map((member) => plain(member.zh)));
    for (const member of dimension.members) {
      names.add(member.zh, member.code);
      for (const name of [member.en, member.code, ...(member.aliases ?? [])]) if (!labels.has(plain(name))) names.add(name, member.code);
    }
    indexes.set(dimension, names);
  }
  return names;
}

export function readChoice(cell: RawCell, label: string, dimension: Dimension): Reading<string | null> {
  const text = tidy(cell.text);
  const exactly = dimension.members.find((member) => member.zh === cell.text.trim());
  if (exactly) return accept(exactly.code);
  const names = memberNames(dimension);
  const code = names.find(text) ?? names.find(text.replace(/^[A-Za-z\d]{1,2}\s*[-.、:)]\s*/, ""));
  const member = dimension.members.find((each) => each.code === code);
  if (!member)
    return reject({ code: "unknown-choice", parameters: { label, choices: choicesText(dimension.members.map((each) => each.zh)) } });
  return accept(member.code, { code: "choice-alias", parameters: { label, member: member.zh } });
}

/** Choices as a message shows them. */
export function choicesText(labels: readonly string[]): string {
  return labels.length > 12 ? `${labels.slice(0, 12).join("、")} 等 ${labels.length} 项` : labels.join("、");
}

const yes = new Set(["是", "true", "y", "yes", "1", "有", "√", "✓", "✔", "对", "t", "已"].map(plain));
const no = new Set(["否", "false", "n", "no", "0", "无", "×", "✗", "✘", "x", "不是", "没有", "f", "未"].map(plain));

/** "true" or "false". */
export function readBoolean(cell: RawCell, label: string): Reading<string | null> {
  const text = plain(cell.text.replace(/\.0+$/, ""));
  const value = yes.has(text) ? "true" : no.has(text) ? "false" : null;
  if (value === null) return reject({ code: "not-boolean", parameters: { label } });
  const shown = value === "true" ? "是" : "否";
  return cell.kind === "boolean" || cell.text.trim() === shown
    ? accept(value)
    : accept(value, { code: "boolean-spelling", parameters: { label, value: shown } });
}
