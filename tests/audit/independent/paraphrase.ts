/**
 * Rewrites any Chinese report so that its facts and its faults stay while names, years and wording change: what a reader
 * of figures has learnt by heart then helps it no more.
 *
 * What it does: (1) cities, counties, provinces, schools and people get other names, the same one wherever the old one
 * stands; (2) all calendar years move by one number, so that every distance between years stays; (3) turns of phrase
 * around figures, verbs and connectives are exchanged from the lists below, each place drawn for itself.
 *
 * What it does not do: it leaves every count, share and ratio as printed. No map of the counts keeps all of sums, shares,
 * growth from whole numbers, "N类" with its N items, and figures glued or left over from an edit; a scaled text would be
 * one with other faults. It does not know names that no pattern shows (a village, a firm, a name without its suffix).
 */

export interface Paraphrase {
  readonly text: string;
  /** For each place in the new text, its place in the old one; one longer than the text. */
  readonly offsets: readonly number[];
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Draw = (choices: number) => number;

/** A place with one of these wordings may take any other of its row; `before` must match what follows, `behind` what precedes. */
interface Row {
  readonly words: readonly string[];
  readonly before?: RegExp;
}

const figure = /^[约近]?[\d０-９]/;
const change = /^(?:了)?[约近]?[\d０-９]+(?!年|[\d０-９])/;
const shareFollows = /^(?!比)[^，。；、：\d\n]{1,16}(?:的|总数的|比例为?)?\d[\d.]*[%％]/;

const rows: readonly Row[] = [
  { words: ["较上年", "比上年", "与上年相比", "同上年相比", "较前一年"], before: /^[^的（(]/ },
  { words: ["较去年", "比去年", "和去年相比", "与去年相比"], before: /^[^的（(]/ },
  { words: ["达到", "为", "已达"], before: figure },
  { words: ["占到", "占"], before: shareFollows },
  { words: ["增加", "增多", "多出"], before: change },
  { words: ["减少", "缩减", "少了"], before: figure },
  { words: ["提高", "提升", "上升"], before: change },
  { words: ["下降", "降低", "回落"], before: change },
  { words: ["与上年持平", "和上年持平", "同上年持平", "与上年相当"] },
  { words: ["共有", "一共有", "总共有"] },
  { words: ["现有", "目前有", "眼下有"], before: /^[^，。；\n]{0,16}\d/ },
  { words: ["其中，", "其中", "其中："], before: /^[^，,。；;：:、\s]/ },
  { words: ["据统计，", "经统计，", "从统计情况看，", "据不完全统计，"].slice(0, 3) },
  { words: ["同时，", "与此同时，", "此外，", "另外，"] },
  { words: ["积极推动", "大力推动", "着力推动"] },
  { words: ["进一步", "更加有力地", "更好地"], before: /^(?:加强|强化|推进|推动|落实|深化|完善|优化|提升)/ },
  { words: ["加强", "强化", "抓好"], before: /^[^，。；\d]{2,}/ },
  { words: ["狠抓", "紧抓", "着力抓好"] },
  { words: ["有效提升了", "切实提升了", "较好提升了"] },
  { words: ["截至", "截止", "到"], before: /^\d{4}年底/ },
  { words: ["年底", "年末"], before: /^[，,]/ },
  { words: ["左右", "上下"], before: /^[，。；、]/ },
  { words: ["全市", "本市", "我市"], before: /^(?:共|中职|中等|职业|各|教)/ },
  { words: ["毕业生", "毕业学生"], before: /^[\d，为共]/ },
  { words: ["教职工", "教职员工"] },
  { words: ["在校生", "在校学生"], before: /^[\d，为共达的]/ },
  { words: ["中职学校", "中等职业学校"] },
];

const placeNames = ["青禾", "临泽", "望川", "松岭", "澜江", "秋浦", "丹阳", "古渡", "明湖", "石桥", "白鹭", "云台"];
const schoolNames = ["启明", "弘文", "求实", "远航", "育英", "博雅", "创新", "敬业", "精诚", "致远"];
const surnames = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹潘葛范彭鲁韦马苗方袁柳唐薛雷贺汤罗毕郝安";
/** Signs that no name of two holds, or that a verb or pronoun before 市 does. */
const unlikely =
  /[全我本该各级在以由对经及与向和的是为或等从到被把将个名所了有上下中内外大小新老两一二三四五六七八九十百千万年月日、，。；：（）市县区省校职业学教推促邀请引指参观建设入合构发展提高加强展开组织举办动进\d\s]/;

export function paraphrase(text: string, seed: number): Paraphrase {
  const draw = drawer(seed);
  const replacements = [...renamePlaces(text, draw), ...renamePeople(text, draw), ...shiftYears(text, draw), ...reword(text, draw)];
  return apply(text, replacements);
}

function drawer(seed: number): Draw {
  let state = (seed ^ 0x5bd1e995) >>> 0;
  return (choices) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * choices);
  };
}

/** 许昌市 → another two signs, and 许昌 alone as well; schools by the two signs that begin their names. */
function renamePlaces(text: string, draw: Draw): Replacement[] {
  const names = new Map<string, string>();
  const free = (list: readonly string[]): string[] => list.filter((name) => !text.includes(name) && ![...names.values()].includes(name));
  const take = (name: string, list: readonly string[]): void => {
    const left = free(list);
    if (names.has(name) || left.length === 0) return;
    names.set(name, left[draw(left.length)]!);
  };
  const title = text.trimStart().split("\n", 1)[0]!;
  const counts = new Map<string, number>();
  // Not 推动市直, 邀请市政府: behind a name's 市 stands no such word, at least three times in a report.
  for (const [, name] of text.matchAll(/([\u4e00-\u9fff]{2})[市县省](?![直政域区级场局委教厅内])/g))
    counts.set(name!, (counts.get(name!) ?? 0) + 1);
  for (const [name, count] of counts) {
    const named = count > 2 || ["市", "县", "省"].some((kind) => title.includes(name + kind));
    if (named && !unlikely.test(name)) take(name, placeNames);
  }
  // Schools in a row of schools: elsewhere a verb would pass for a name.
  for (const [, name] of text.matchAll(/、([\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,8}(?:学校|学院|中专|职教中心)(?=[、，等）])/g))
    if (!unlikely.test(name!) && !names.has(name!)) take(name!, schoolNames);
  return [...names].flatMap(([name, next]) => everywhere(text, name).map((start) => ({ start, end: start + name.length, text: next })));
}

/** A surname and one or two signs before 同学, 老师 … */
function renamePeople(text: string, draw: Draw): Replacement[] {
  const names = new Map<string, string>();
  const pattern = new RegExp(
    `(?:^|[\\s，。；、（：]|校长|局长|书记|学生|教师)([${surnames}][\\u4e00-\\u9fff]{1,2}?)(?=同学|同志|老师|校长|局长|书记|主任)`,
    "gm",
  );
  for (const [, name] of text.matchAll(pattern))
    names.set(name!, surnames[draw(surnames.length)]! + ["建国", "晓东", "立群", "海燕", "文静"][draw(5)]!.slice(0, name!.length - 1));
  return [...names].flatMap(([name, next]) => everywhere(text, name).map((start) => ({ start, end: start + name.length, text: next })));
}

/** Years beside 年, 级, 届, a dash or a bracket; a count that happens to be 2019 stays. */
function shiftYears(text: string, draw: Draw): Replacement[] {
  const shift = [-3, -2, -1, 1, 2, 3][draw(6)]!;
  const found: Replacement[] = [];
  for (const { 0: year, index } of text.matchAll(/(?<![\d.,])(?:19[89]\d|20[0-4]\d)(?=年|级|届|学年|[—–~～至-]{1,2}20\d\d|[〕\]])/g))
    found.push({ start: index, end: index + 4, text: String(Number(year) + shift) });
  for (const { 1: year, index, 0: all } of text.matchAll(/〔(20[0-4]\d)(?=〕)/g)) {
    const start = index + all.length - 4;
    if (!found.some((other) => other.start === start)) found.push({ start, end: start + 4, text: String(Number(year) + shift) });
  }
  return found;
}

function reword(text: string, draw: Draw): Replacement[] {
  const found: Replacement[] = [];
  for (const { words, before } of rows)
    for (const word of words)
      for (const start of everywhere(text, word)) {
        const end = start + word.length;
        if (before && !before.test(text.slice(end, end + 32))) continue;
        // 占到 is found as 占 too, 一共有 as 共有: the longer word has the place.
        if (words.some((other) => other.length > word.length && coversAt(text, other, start, end))) continue;
        found.push({ start, end, text: words[draw(words.length)]! });
      }
  return found;
}

function coversAt(text: string, longer: string, start: number, end: number): boolean {
  for (let begins = Math.max(0, end - longer.length); begins <= start; begins += 1) if (text.startsWith(longer, begins)) return true;
  return false;
}

function everywhere(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found.push(at);
  return found;
}

/** Applies what does not overlap, the earlier in the text first; of two at one place the first given. */
function apply(text: string, replacements: readonly Replacement[]): Paraphrase {
  const ordered = replacements.toSorted((left, right) => left.start - right.start);
  const pieces: string[] = [];
  const offsets: number[] = [];
  let at = 0;
  const copy = (end: number): void => {
    pieces.push(text.slice(at, end));
    for (; at < end; at += 1) offsets.push(at);
  };
  for (const { start, end, text: next } of ordered) {
    if (start < at) continue;
    copy(start);
    pieces.push(next);
    for (let index = 0; index < next.length; index += 1) offsets.push(Math.min(start + index, end - 1));
    at = end;
  }
  copy(text.length);
  offsets.push(text.length);
  return { text: pieces.join(""), offsets };
}
