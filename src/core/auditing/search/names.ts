/**
 * The names by which a text itself calls its figures, and where they stand: a general search binds two places by the
 * same words, however the sentences around them are built. A name is a label that the claims yielded and that the text has
 * at a second place.
 */
import { cleanLabel, labelKey, scopeWords } from "../claims/words.ts";
import { type CellName, cellNames } from "../tables/cell-names.ts";
import type { Span } from "../document.ts";
import { remembered } from "../remembered.ts";
import type { Reading } from "../relations/relation.ts";

export interface Mention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A mention as the name of one figure. */
export interface Owner extends Mention {
  /** Words before it make another thing of it: 市属学校｜在校生. */
  readonly modified: boolean;
}

const ownerOf = ({ name, start, end }: Mention, modified: boolean): Owner => ({ name, start, end, modified });

export interface Naming {
  /** Mentions in order of the text; of overlapping ones the longest. */
  readonly mentions: readonly Mention[];
  /** For each quantity the mention that names it, or null. */
  readonly of: readonly (Owner | null)[];
  /** Plain values of this year by name. */
  readonly values: ReadonlyMap<string, readonly number[]>;
}

const shape = /^(?:[\u4e00-\u9fff“”]|[（(][\u4e00-\u9fff]{1,6}[）)]){2,16}$/;
/** Words that name no one thing, or nothing that is counted. */
const hollow =
  /^(?:全部|其中|其他|其它|合计|总计|共计|小计|总数|人数|数量|本年|上年|今年|去年|同比|占比|比例|比重|增长|下降|增加|减少|提高|达到|超过|学校|教师|学生|企业|人员|项目|课程|资金|投入|经费|培训|活动|累计|新增|计划|目标|任务|完成|平均|校均|分别|增幅|降幅|规模|面积|总量|基数|结果|范围内?)$/;

/** Words at the ends of a label that the claims' own word lists do not know. */
const prefix = /^(?:除[以了]?|加上?|以|把|将|对|面向|折合|随着|这|而|按|中(?![职等专高学小级央外])|里|当中|占)(?=.{3})/;
const suffix =
  /(?<=.{2})(?:的?(?:规模|总量|总数|数量|人数)|一栏|一项|方面|因此|因而|由此|相应|不过|却|则|也|就|只|仅|共|达|总计|合计|共计|登记|当中|之中)+(?:是|为|有|达)?$/;

const known = new WeakMap<Reading, Naming>();

export function namingOf(reading: Reading): Naming {
  const found = known.get(reading);
  if (found) return found;
  const { text } = reading.document;
  const mentions = mentionsOf(text, vocabularyOf(reading));
  const owners = ownersOf(reading, mentions);
  const values = new Map<string, number[]>();
  for (const [index, mention] of owners.entries()) {
    const claim = reading.claims[index]!;
    if (mention === null || mention.modified || !isPlainValue(reading, index)) continue;
    if (reading.year !== null && claim.period !== reading.year) continue;
    const list = values.get(mention.name);
    if (list) list.push(index);
    else values.set(mention.name, [index]);
  }
  const naming = { mentions, of: owners, values };
  known.set(reading, naming);
  return naming;
}

/** A count or an amount as it stands, neither a change nor a line drawn nor a value of the year before. */
export function isPlainValue(reading: Reading, index: number): boolean {
  const claim = reading.claims[index]!;
  return (
    (claim.aspect === "level" || claim.aspect === "plan") &&
    claim.base !== "from" &&
    reading.quantities[index]!.kind === "number" &&
    reading.quantities[index]!.unit !== "" &&
    !reading.corrupt.has(index)
  );
}

/** 中职新生中有女生: what is counted stands behind. */
const inner = /(?:当中|之中|[中里内])的?(?:有|属于?|是)/;

/** What a label counts: 女生 of 新生中有女生. */
export const countedIn = (label: string): string => label.split(inner).at(-1)!;

/** 2. 全市范围内在校生 → 在校生: the same thing is told with and without its scope. */
function withoutScope(words: string): string {
  const name = words.trim().replace(/^[^\u4e00-\u9fff“]+/, "");
  const short = name.replace(scopeWords, "").replace(/^(?:范围)?内的?/, "");
  const chosen = short.length > 1 ? short : name;
  return chosen.includes("”") && !chosen.includes("“") ? `“${chosen}` : chosen;
}

function vocabularyOf(reading: Reading): Set<string> {
  const names = new Set<string>();
  for (const claim of reading.claims)
    for (const words of [claim.label, claim.base]) if (words) for (const name of namesIn(words)) names.add(name);
  return names;
}

/** The forms of a label by which a text may call the same thing. */
const namesIn = remembered((words): readonly string[] => {
  const forms = [words, countedIn(words)].map(withoutScope).flatMap((name) => {
    const core = name.replace(prefix, "").replace(suffix, "");
    return [name, labelKey(name), core, labelKey(core)];
  });
  return [...new Set(forms)].filter((each) => shape.test(each) && !hollow.test(each));
});

/** Every place of a name that the text has at two places or more. */
function mentionsOf(text: string, names: ReadonlySet<string>): Mention[] {
  const byHead = new Map<number, string[]>();
  for (const name of names) {
    const head = headAt(name, 0);
    const list = byHead.get(head);
    if (list) list.push(name);
    else byHead.set(head, [name]);
  }
  for (const list of byHead.values()) list.sort((left, right) => right.length - left.length);
  const counts = new Map<string, number>();
  const found: Mention[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    const list = byHead.get(headAt(text, at));
    if (!list) continue;
    for (const name of list) {
      if (!text.startsWith(name, at)) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      found.push({ name, start: at, end: at + name.length });
    }
  }
  const mentions: Mention[] = [];
  for (const mention of found) {
    if (counts.get(mention.name)! < 2) continue;
    const last = mentions.at(-1);
    // At one place the longest name comes first; one that begins within another is part of it, unless it goes on further.
    if (last && mention.start < last.end) continue;
    mentions.push(mention);
  }
  return mentions;
}

/** Two signs as one number. */
const headAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** 为, 达到, 有, ：, （ and the like between a name and its number. */
const farthest = 10;

function ownersOf(reading: Reading, mentions: readonly Mention[]): (Owner | null)[] {
  const { text } = reading.document;
  const owners: (Owner | null)[] = [];
  const cells = cellsByFigure(reading);
  let next = 0;
  let taken = -1;
  for (const [index, quantity] of reading.quantities.entries()) {
    const claim = reading.claims[index]!;
    if (claim.sentence < 0) {
      const name = nameOfCell(cells.get(index), claim.label);
      owners.push(name === null ? null : { name, start: quantity.start, end: quantity.start, modified: false });
      continue;
    }
    const from = Math.max(reading.sentences[claim.sentence]!.start, reading.quantities[index - 1]?.end ?? 0);
    while (next < mentions.length && mentions[next]!.end <= from) next += 1;
    let behind: Mention | null = null;
    let before: Mention | null = null;
    for (let at = next; at < mentions.length && mentions[at]!.start <= quantity.end + 3; at += 1) {
      const mention = mentions[at]!;
      if (mention.end <= quantity.start && mention.start >= taken) before = mention;
      if (
        mention.start >= quantity.end &&
        (mention.start === quantity.end || /^(?:是|为|的|属于?)$/.test(text.slice(quantity.end, mention.start)))
      )
        behind ??= mention;
    }
    if (before !== null && (quantity.start - before.end > farthest || /[，,。；;、）)]/.test(text.slice(before.end, quantity.start))))
      before = null;
    // 甲、乙各有1、2: where one of the names is not known, the other seems to be that of the first figure.
    if (before !== null && /各|分别|依次/.test(text.slice(before.end, quantity.start)) && /[、和与及]/.test(text[before.start - 1] ?? ""))
      before = null;
    const aligned = claim.named.start < quantity.start && claim.label !== "" ? at(mentions, claim.named.start, next) : null;
    const chosen =
      behind !== null && (before === null || behind.start === quantity.end) ? behind : (before ?? respective(aligned, claim.label));
    taken = chosen !== null && chosen.start >= quantity.end ? chosen.end : taken;
    owners.push(chosen && ownerOf(chosen, isModified(text, chosen, from, quantity)));
  }
  return inTurn(reading, mentions, owners);
}

const joint = /^(?:[、，,/／+＋]|和|与|及|以及|、?还有)?\s?$/;

/** Columns that only say that their figures are counts of what the row names. */
const plainHeader =
  /^(?:总|实|现有|实有|达到|完成)?(?:数|人数|数量|数值|规模|量|计|合计|总数|本年数?|现状|内容|指标值|值|情况|统计数)?(?:[（(].*)?$/;

/** Row and column name a cell; where its column only says 数 or 人数, the row alone does, and the column where the row says so. */
function nameOfCell(cell: CellName | undefined, label: string): string | null {
  const clean = (words: string): string => words.replace(/[（(][^（）()]*[）)]/g, "").trim();
  const [row, column] = [clean(cell?.label ?? ""), clean(cell?.header ?? "")];
  const name = row !== "" && plainHeader.test(column) ? row : column !== "" && plainHeader.test(row) ? column : clean(label);
  return shape.test(name) && !hollow.test(name) ? name : null;
}

function cellsByFigure(reading: Reading): Map<number, CellName> {
  const cells = new Map<number, CellName>();
  let first = 0;
  for (const block of reading.document.blocks) {
    if (block.kind !== "table") continue;
    while (first < reading.quantities.length && reading.quantities[first]!.start < block.start) first += 1;
    for (const cell of cellNames(reading, block, first)) cells.set(cell.figure, cell);
  }
  return cells;
}

/** 甲、乙、丙……1、2、3: as many names in a row as figures in a row behind them. */
function inTurn(reading: Reading, mentions: readonly Mention[], owners: readonly (Owner | null)[]): (Owner | null)[] {
  const { text } = reading.document;
  const result = [...owners];
  let position = 0;
  for (let index = 0; index < reading.quantities.length; index += 1) {
    const { sentence } = reading.claims[index]!;
    if (sentence < 0) continue;
    const { start } = reading.quantities[index]!;
    const from = Math.max(reading.sentences[sentence]!.start, reading.quantities[index - 1]?.end ?? 0);
    while (position < mentions.length && mentions[position]!.start < from) position += 1;
    let last = position;
    while (last < mentions.length && mentions[last]!.end <= start) last += 1;
    const row = mentions.slice(position, last);
    const size = row.length;
    if (size < 2 || size > 8) continue;
    const chained = (each: number, next: number): boolean => joint.test(text.slice(each, next));
    let first = size - 1;
    while (first > 0 && chained(row[first - 1]!.end, row[first]!.start)) first -= 1;
    const names = row.slice(first);
    if (names.length < 2) continue;
    let figures = 1;
    while (
      index + figures < reading.quantities.length &&
      reading.claims[index + figures]!.sentence === sentence &&
      chained(reading.quantities[index + figures - 1]!.end, reading.quantities[index + figures]!.start)
    )
      figures += 1;
    for (let each = 0; each < Math.max(1, figures); each += 1)
      result[index + each] = figures === names.length ? ownerOf(names[each]!, false) : null;
    index += figures - 1;
  }
  return result;
}

/** Words that lead to a name and make nothing else of it. */
const leading =
  /(?:^|[^\u4e00-\u9fff])(?:加上?|自|对|就|把|将|按照?|用|给|使|令|为|从|由|到|以|凭|面向|折合|对照|随着|鉴于|统计|合起来是|这|而|并|里|中|当中|之中|属于?|占|有|共有|各有|计)+$/;

const leads =
  /的|规模|总[数量额]|数量|人数|一[栏项]|方面|情况|[合共总]计|累计|登记|统计|核定|填报|结果|目前|年末|年底|实际|最终|稳定|保持|维持|[达收增减扩升降上下]*[到至]|[共现已实]?有|[为是计达约近仅共在]|\s/g;

function isModified(text: string, { name, start, end }: Mention, from: number, quantity: Span): boolean {
  const behind = start >= quantity.end;
  const words = /[\u4e00-\u9fff“”]*$/.exec(text.slice(Math.max(from, start - 20), start))![0];
  if (behind) return !/^(?:是|为|的|属于?)?$/.test(text.slice(quantity.end, start));
  // 中职学校安排学生实习303人次: four signs that only lead to a number are rare, words of another thing are not.
  const gap = text.slice(end, quantity.start);
  if (/^(?:当中|之中|[中里内]|以[内外])/.test(gap) || gap.replace(leads, "").length > 3) return true;
  if (words === "" || leading.test(` ${words}`)) return false;
  // 专任教师当中专业课专任教师: by its own name a kind of what it is taken from.
  const whole = /([\u4e00-\u9fff“”]{2,}?)(?:当中|之中|[中里内])的?有?$/.exec(words)?.[1];
  if (whole !== undefined && name.endsWith(whole.slice(-Math.min(whole.length, 4)))) return false;
  const cleaned = cleanLabel(`${words}${name}`, 0).text;
  return cleaned !== name && labelKey(cleaned) !== name && !leading.test(` ${cleaned.slice(0, Math.max(0, cleaned.length - name.length))}`);
}

function at(mentions: readonly Mention[], start: number, near: number): Mention | null {
  for (let position = Math.max(0, near - 12); position < mentions.length && mentions[position]!.start <= start; position += 1)
    if (mentions[position]!.start === start) return mentions[position]!;
  return null;
}

/** 甲、乙、丙分别为1、2、3: the claim was given the name in its place. */
function respective(mention: Mention | null, label: string): Mention | null {
  return mention !== null && mention.name === label ? mention : null;
}
