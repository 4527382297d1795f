/** Families of kinds that cannot overlap (学历, 职称, 岗位 …): when the parts of a list are of one family, and when they are all of it. */
import { remembered } from "../remembered.ts";

interface Family {
  /** Words of the whole that such kinds make up, even where no word joins them to it. */
  readonly whole?: RegExp;
  /** They make up nothing else: 博士 and 硕士 are all of the 研究生, and some of the teachers. */
  readonly only?: boolean;
  /** What they are only some of: of the works entered some get a prize. */
  readonly some?: RegExp;
  /** Each kind with the words that name it at a label's beginning or within. */
  readonly kinds: readonly RegExp[];
  /** Indexes of kinds without which a list is not complete; any set listed will do. */
  readonly complete: readonly (readonly number[])[];
}

const family = (kinds: readonly RegExp[], ...complete: (readonly number[])[]): Family => ({
  kinds,
  complete: complete.length > 0 ? complete : [kinds.map((_, at) => at)],
});

const families: readonly Family[] = [
  { ...family([/男/, /女/]), whole: /学生|在校生|毕业生|新生|教师/ },
  { ...family([/博士/, /硕士/]), whole: /研究生/, only: true },
  family([/文科|文史|历史类/, /理科|理工|物理类/]),
  { ...family([/在职|在编/, /离退休|退休/]), whole: /人数|人员/ },
  family([/公办/, /民办/]),
  family([/专职/, /兼职/]),
  family([/市[直属本]|市级直属|省[直属]|直属/, /县[^级]?|区属|县级|各县/]),
  family([/博士/, /硕士|研究生/, /本科/, /专科|大专|高中/], [1, 2, 3], [0, 1, 2, 3]),
  family(
    [/正高/, /副高/, /高级/, /中级/, /初级|助理|员级/, /未定|无职称|未评|其他/],
    [2, 3, 4],
    [0, 1, 3, 4],
    [2, 3, 4, 5],
    [0, 1, 3, 4, 5],
  ),
  { ...family([/专任教师/, /行政/, /教辅|教学辅助/, /工勤|后勤/, /其他|校办/], [0, 1, 2, 3], [0, 1, 2, 3, 4]), whole: /教职工|教职员工/ },
  family([/公共基础课|文化课|公共课|基础课/, /专业课|专业教师/, /实习指导/], [0, 1], [0, 1, 2]),
  {
    ...family([/一年级|高一/, /二年级|高二/, /三年级|高三/, /四年级/, /五年级/, /六年级/], [0, 1, 2]),
    whole: /学生|在校生/,
  },
  family([/应届/, /往届|非应届/, /社会|其他/], [0, 1], [0, 1, 2]),
  family([/农村|农业户/, /城镇|城市|非农/]),
  family([/本地|市内|本市/, /外地|市外/, /省外/], [0, 1], [0, 1, 2]),
  family(
    [/直接就业/, /升学|升入/, /参军|应征|入伍/, /创业/, /出国|留学/, /未就业|待就业|暂未|未落实|其他/],
    [0, 1, 5],
    [0, 1, 2, 5],
    [0, 1, 2, 3, 5],
  ),
  {
    ...family([/一等奖|金/, /二等奖|银/, /三等奖|铜/, /优秀奖/], [0, 1, 2], [0, 1, 2, 3]),
    some: /参[赛演评加]|报送|申报|征集|作品|节目|选手|队/,
  },
  family([/一产|第一产业/, /二产|第二产业/, /三产|第三产业/]),
  family([/纸质/, /电子/]),
  family([/合格(?<!不合格)/, /不合格/]),
  family([/中央/, /省级?财政|省级/, /市县|市级|县级|地方/, /其他|自筹/], [0, 1, 2], [0, 1, 2, 3]),
  family([/中职|中等职业/, /高职|高等职业/]),
  family([/因公出国/, /公务接待/, /公务用车|公车/]),
  family([/职工|企业/, /农民/, /退役|军人/, /失业|下岗/, /社区|居民/]),
  family(
    [
      /幼儿园|学前/,
      /小学/,
      /初中|初级中学/,
      /普通高中|高级中学|普高/,
      /完全中学/,
      /九年一贯/,
      /十二年一贯/,
      /中等职业|中职/,
      /特殊教育/,
      /工读|专门学校/,
      /高等学校|高校|高等教育/,
    ],
    [],
  ),
  family([/国家级|国赛/, /省级|省赛/, /市级|市赛/, /校级|县级|区级/], []),
];

interface Kind {
  /** Which of its family's kinds. */
  readonly at: number;
  /** How many signs the label has beside those that name the kind. */
  readonly rest: number;
}

/** What a label is in each of the families. */
const kindsBy = remembered((label): readonly (Kind | null)[] =>
  families.map(({ kinds }) => {
    const at = kinds.findIndex((kind) => kind.test(label));
    return at < 0 ? null : { at, rest: label.replace(kinds[at]!, "").length };
  }),
);

/** The kinds of a family that the labels name, one each; by the family's place among {@link families}. */
function kindsOf(family: number, labels: readonly string[]): number[] | null {
  const found: number[] = [];
  let [least, most] = [Infinity, 0];
  for (const label of labels) {
    const kind = kindsBy(label)[family];
    if (!kind || found.includes(kind.at)) return null;
    found.push(kind.at);
    [least, most] = [Math.min(least, kind.rest), Math.max(most, kind.rest)];
  }
  // 参加省技能大赛获一等奖3项、二等奖11项: the first names more than its kind, and the list is of that alone.
  return most - least > 5 ? null : found;
}

/** Whether the labels make up a whole of this name by themselves: 教职工 is 专任教师, 行政, 教辅 and 工勤. */
export function makesUp(whole: string, labels: readonly string[]): boolean {
  return families.some((each, at) => {
    if (!each.whole?.test(whole)) return false;
    const found = kindsOf(at, labels);
    return found !== null && each.complete.some((set) => set.length > 0 && set.every((kind) => found.includes(kind)));
  });
}

/** Which of the labels are all the members of a family that makes up a whole of this name, the others being of none of it. */
export function makersOf(whole: string, labels: readonly string[]): readonly number[] | null {
  for (const [place, each] of families.entries()) {
    if (!each.whole?.test(whole)) continue;
    const members = labels.flatMap((label, at) => (kindsBy(label)[place] ? [at] : []));
    if (members.length < 2 || members.length === labels.length) continue;
    const found = kindsOf(
      place,
      members.map((at) => labels[at]!),
    );
    if (found !== null && each.complete.some((set) => set.length > 0 && set.every((kind) => found.includes(kind)))) return members;
  }
  return null;
}

/** Whether the labels are all the members of one family that can make up a whole of this name. */
export function exhaustive(labels: readonly string[], whole: string): boolean {
  if (labels.length < 2) return false;
  return families.some((each, at) => {
    if ((each.only && !each.whole!.test(whole)) || each.some?.test(whole)) return false;
    const found = kindsOf(at, labels);
    return found !== null && each.complete.some((set) => set.length > 0 && set.every((kind) => found.includes(kind)));
  });
}

/** Whether the labels are kinds of which a whole of this name may have others: prizes of the works entered. */
export function areSome(labels: readonly string[], whole: string): boolean {
  return families.some((each, at) => each.some?.test(whole) && kindsOf(at, labels) !== null);
}

/** Whether the labels are different kinds of one sort: of one family, or ending alike (…类, …级). */
export function parallel(labels: readonly string[]): boolean {
  if (labels.length < 2 || labels.some((label) => label === "") || new Set(labels).size !== labels.length) return false;
  if (families.some((_, at) => kindsOf(at, labels) !== null)) return true;
  const last = labels[0]!.at(-1)!;
  return /[类奖]/.test(last) && labels.every((label) => label.at(-1) === last);
}
