/** Knows nothing of how reports are made: recomputes a text's sums, shares and changes, and tells what does not agree. */
import { strFromU8, unzipSync } from "fflate";

export type Passage = string | string[][];
/** Last year's value is not a number where it is not known, and so agrees with anything. */
type Level = { label: string; unit: string; now: number; before: number };

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map((run) => run[1]!.replace(/&(\w+);/g, (_, name: string) => entities[name]!)).join("");
const pieces = (xml: string, end: string): string[] => xml.split(end).slice(0, -1);

export function readDocx(bytes: Uint8Array): Passage[] {
  const parts = strFromU8(unzipSync(bytes)["word/document.xml"]!).split(/<\/?w:tbl>/);
  return parts.flatMap((xml, at): Passage[] =>
    at % 2 === 1 ? [pieces(xml, "</w:tr>").map((row) => pieces(row, "</w:tc>").map(textOf))] : pieces(xml, "</w:p>").map(textOf),
  );
}

const amount = "(\\d+(?:\\.\\d+)?)";
const unit = "(人次|人日|人|名|所|个|家|项|次|册|台|间|座|场|份|批|门|种|件|万元|元|平方米|学时|课时|小时|%)";
const labelled = new RegExp(`(?<=^|[，。；、]|其中|共有)([^，。；、\\d]{2,24}?)${amount}${unit}`, "g");
const item = `[^，。；、（）]{1,24}?${amount}`;
const list = new RegExp(`(其中|（|分，|看，|中，|(?<=教师|项目)中|分布为)(${item}${unit}(?:、${item}\\4)+)(?=[，。；）]|$)`, "g");
const change = /[较比]上年(增加|减少|提高|下降|上升|降低)(\d+(?:\.\d+)?)(个百分点|%|[^\d，。；、（）]*)/;
const size = (verb = "", digits = ""): number => (/增加|提高|上升/.test(verb) ? 1 : -1) * Number(digits);
const half = (digits: string): number => 0.5 * 10 ** -(digits.split(".")[1]?.length ?? 0);
const differ = (left: number, right: number, slack = 0): boolean => Math.abs(left - right) > slack + 1e-7;
const sum = (parts: readonly string[]): number => parts.reduce((total, part) => total + (Number(part) || 0), 0);
/** Text without coverage marks and brackets, save those that hold a list. */
const bare = (text: string): string => text.replace(/（(?![^）]*\d[^）]*、)[^）]*）/g, "");
const core = (label: string): string => label.replace(/[“”\s]|其中|共有|（.*?）/g, "").replace(/(?:为|共|总数|总量|人数|人次|数)+$/, "");
const alike = (row: string, label: string, sentence: string): boolean =>
  label !== "" && (row.includes(label) || label.includes(row)) && sentence.includes(row.slice(0, 2));

/** Every contradiction in the passages, in words; empty when all that can be recomputed agrees. */
export function contradictions(passages: readonly Passage[]): string[] {
  const [found, known]: [string[], Map<string, Level>] = [[], new Map()];
  const rows = passages.flatMap((each) => (typeof each === "string" ? [] : readTable(each, found)));
  const texts = passages.flatMap((each) => (typeof each === "string" ? [bare(each)] : []));
  for (const [, label = "", now, of = ""] of texts.join("。").matchAll(labelled))
    if (!known.has(core(label))) known.set(core(label), { label, unit: of, now: Number(now), before: NaN });
  for (const row of rows) known.set(core(row.label), row);
  let said: number[] = [];
  for (const passage of texts) {
    if (/^(?:\d+\.|[一二三四五六七八九]、)/.test(passage)) said = [];
    said.push(...[...passage.replace(new RegExp(change, "g"), "").matchAll(/\d+(?:\.\d+)?/g)].map(Number));
    for (const [, marker, items = ""] of passage.matchAll(list)) {
      const parts = [...items.matchAll(new RegExp(`${amount}${unit}(?=、|$)`, "g"))].map((part) => part[1]!);
      const wholes = !items.endsWith("%") ? said : items.includes("占") ? [100] : [sum(parts)];
      if (wholes.every((whole) => differ(whole, sum(parts), items.endsWith("%") ? parts.length * half(parts[0]!) : 0)))
        found.push(`各项之和：${marker}${items}`);
    }
    for (const sentence of passage.split("。")) readSentence(sentence, rows, known, found);
  }
  return found;
}

function readTable(table: string[][], found: string[]): Level[] {
  const [header = [], ...body] = table.map((row) => row.map((cell) => cell.replace(/（\d+\/[^）]*）/g, "")));
  const [across, total] = [header.at(-1)!.startsWith("合计"), body.find((row) => /^(?:合计|全.)$/.test(row[0]!))];
  for (const [at, title] of header.entries()) {
    const parts = body.filter((row) => row !== total).map((row) => row[at]!);
    if (!total || at === 0 || !(across || new RegExp(`（${unit}）$`).test(title))) continue;
    if (differ(sum(parts), sum([total[at]!]), total[at]!.includes(".") ? parts.length * half(total[at]!) : 0)) found.push(`合计：${title}`);
  }
  if (across && header.length > 2)
    for (const row of body) if (differ(sum(row.slice(1, -1)), sum(row.slice(-1)))) found.push(`合计：${row.join(" ")}`);
  const [years, said] = [header.flatMap((title, at) => (/^\d{4}年$/.test(title) ? [at] : [])), header.indexOf("较上年")];
  return body.flatMap((row) => {
    const [of, now, before] = [row[header.indexOf("单位")] ?? "", Number(row[years.at(-1)!]), Number(row[years.at(-2)!])];
    const [, verb, digits, points] = change.exec(`较上年${row[said]}`) ?? [];
    if (of === "%" && verb && points !== "个百分点") found.push(`比例的变化：${row.join(" ")}`);
    if ((verb || row[said] === "持平") && differ(now - before, size(verb, digits ?? "0"))) found.push(`较上年：${row.join(" ")}`);
    return Number.isNaN(now) ? [] : [{ label: row[0]!, unit: of, now, before }];
  });
}

function readSentence(sentence: string, rows: readonly Level[], known: ReadonlyMap<string, Level>, found: string[]): void {
  let [base, part, last]: [string, Level | undefined, Level | undefined] = ["", undefined, undefined];
  for (const clause of sentence.split(/[，；]/)) {
    const [, verb, digits, of] = change.exec(clause) ?? [];
    if (of === "%" || /(?:提高|上升|降低)\d+(?:\.\d+)?%/.test(clause)) found.push(`比例的变化：${clause}`);
    const row = rows.find(
      (each) => each.unit === last?.unit && each.now === last.now && alike(core(each.label), core(last.label), sentence),
    );
    if (verb && row && (of === "个百分点") === (row.unit === "%") && differ(row.now - row.before, size(verb, digits)))
      found.push(`较上年：${row.label} ${clause}`);
    const share = /^(.*?)(?:占|相当于)(?:(.+?)的)?(\d+(?:\.\d+)?)%$/.exec(clause);
    base = /^以(.+)为基数$/.exec(clause)?.[1] ?? share?.[2] ?? base;
    const [whole, piece] = [known.get(core(base)), share?.[1] ? known.get(core(share[1])) : part];
    if (share && whole && whole.unit === piece?.unit && differ((piece.now / whole.now) * 100, Number(share[3]), half(share[3]!)))
      found.push(`占比：${piece.now} ÷ ${whole.now}，${clause}`);
    const level = new RegExp(`^(.*?)${amount}${unit}$`).exec(clause);
    if (level && !verb) last = { label: share ? base : level[1]!, now: Number(level[2]), unit: level[3]!, before: NaN };
    if (level && !verb && !share) part = last;
  }
}
