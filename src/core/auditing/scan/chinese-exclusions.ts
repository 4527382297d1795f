/** Chinese numerals that are no quantity: ordinals, list numbers, dates, fixed expressions, parts of words. */
import type { Excluded } from "./arabic-exclusions.ts";
import { atLineStart } from "./arabic-exclusions.ts";

export const numeralSigns = "零〇一二两三四五六七八九十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟";
const small = "[一二三四五六七八九十]{1,3}";
const sticky = (source: string): RegExp => new RegExp(source, "y");

const following: readonly (readonly [RegExp, string])[] = [
  [
    sticky("[一二][〇零九][〇零一二三四五六七八九]{2}\\s?年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号])?)?"),
    "date",
  ],
  [sticky(`${small}月(?:${small}[日号])?(?!度)`), "date"],
  [sticky('十[一二三四]?五(?=规划|时期|期间|末|[”」"]|以来|发展|收官|开局|建设|教育|重点)'), "name of a plan period"],
  [sticky(`${small}(?=是|要)`), "list ordinal"],
  [
    sticky(
      `${small}(?:等奖|等次|年级|年制|年一贯制?|年义务教育|级|星级|流|线|本(?=院校|批|线)|期工程|产业?(?=业|$|[、，。和])|档|把手|中全会|大精神|届|站式|体|号文件)`,
    ),
    "grade or name",
  ],
  [
    sticky(
      "(?:[一三五七]?(?:八一|五一|五四|六一|七一|十一|九三|三八)(?=[^万千百十])(?=节|劳动|国庆|长假|前|后|青年|妇女|建党|儿童|学社|”))",
    ),
    "name of a day",
  ],
  [sticky("零(?:部?件|售|食|星|碎|散|距离|基础|投诉|事故|就业|容忍|起点|报告|风险|门槛|花钱|存整取|辍学|排放)"), "part of a word"],
  [sticky("[百千万]分(?:比|点|制|号|率|位|数)"), "part of a word"],
  [
    sticky(
      "(?:[三四五]位一体|[两三四五六七八]个(?:意识|自信|维护|确立|全面|代表|责任|一百年|带头|服从|务必|必须|坚持|结合|转变|有)|千方百计|万众|千家万户|百家争鸣|百花|百姓|百年|千百年|十分(?![之]|钟|制)|十足|万一|万无一失|一带一路|一五一十|三令五申|四面八方|五湖四海|七上八下|千千万万|成千上万|成百上千|百尺竿头|三农|三支一扶|两会|两学一做|三会一课|一岗双责|两弹一星|双一流|三全育人|三教|五育|四有|六有|三下乡|三严三实|一体两翼|两翼|十佳|百强|千强|万象|百万雄师)",
    ),
    "fixed expression",
  ],
  [
    sticky(
      "一(?:定|些|系列|批批|体|流|线|直|致|般|样|旦|贯|律|切|方面|并|起|边|步|面|度|时|味|举|心|生|路|同|经|向|如|再|概|共|应|技|业|带(?!领)|道(?!题)|席之地|目了然|大批|大|小部分|部分|整套|整|新|手|刻|半|号|侧|揽子|条龙|线|窝蜂|网通|改|针|瓶|旁|事无成|视同仁|把|脉相承|以贯之|年一度|对一|次性|帮一|专多能|技之长|体化)",
    ),
    "part of a word",
  ],
  [
    sticky(
      "[一每](?:校|人|户|师|生|班|县|事|企|岗|村|专业|书|课|年|月|周|日|市|区|镇|地|园|院|系|科|站|厂|策|品|档|室)[一双两](?:校|人|户|师|生|班|县|事|企|岗|村|策|品|档|案|议|特|码|书|证|课|优|社|题|主|会|评|报|库|链|群|赛|表|室|联|卡|册|台账|计划|特色)?",
    ),
    "fixed expression",
  ],
];
/** Signs before 一 with which it makes a word: 进一步, 统一, 之一 … */
const joinedBefore = /[进统唯之逐单同专不合归某每任这那新另其均划天惟万整]$/;
const quoted = new RegExp(`^[${numeralSigns}][^“”\\n。，；]{0,11}[”’」"]`);

/** Why the numeral run [at, end) is no quantity; null when nothing says so. */
export function excludeChinese(text: string, at: number, end: number): Excluded | null {
  const before = text.slice(Math.max(0, at - 4), at);
  const run = text.slice(at, end);
  if (run === "伍" && /[入队退行]$/.test(before)) return { start: at, end, why: "part of a word" };
  if (/[前后]$/.test(before) && /^[位名]/.test(text.slice(end, end + 1))) return { start: at, end, why: "ordinal" };
  if (before.endsWith("每") && /^[十百千万]+$/.test(run)) return { start: at, end, why: "base of a rate" };
  if (before.endsWith("第")) return { start: at, end, why: "ordinal" };
  if ((atLineStart(text, at) || /[。；：，！]\s?$|[（(]$/.test(before)) && /^[、.．)）]/.test(text.slice(end, end + 1)) && run.length <= 3)
    return { start: at, end, why: "list number" };
  if (
    /案例$|专题$|附件$|附录$|其$|之$|表$|图$|卷$|部分$/.test(before) &&
    !/^[个名所人家项次]/.test(text.slice(end, end + 1)) &&
    run.length <= 2
  )
    return { start: at, end, why: "ordinal" };
  if (/[“‘「"]$/.test(before) && quoted.test(text.slice(at, at + 16)) && !/[”」]\s?[人名所个家项次]?$/.test(text.slice(at, end)))
    return { start: at, end, why: "fixed expression" };
  // 一类为专任教师，另一类…: told one by one.
  if (run === "一" && /[：:；;，,]$/.test(before) && /^[类种](?:为|是|指)/.test(text.slice(end, end + 2)))
    return { start: at, end: end + 1, why: "list ordinal" };
  if (run === "一" && /[前上下次]$/.test(before) && /^(?:年|届|学年|月|周|期|阶段|级|步|轮)/.test(text.slice(end, end + 2)))
    return { start: at, end, why: "part of a word" };
  if (run.startsWith("一") && run.length === 1 && joinedBefore.test(before)) return { start: at, end, why: "part of a word" };
  for (const [pattern, why] of following) {
    pattern.lastIndex = at;
    if (!pattern.test(text)) continue;
    if (why === "list ordinal" && !/(?:^|[。；：，、！？\n\r）\s”])$/.test(before.slice(-1))) continue;
    return { start: at, end: Math.max(end, pattern.lastIndex), why };
  }
  // 近两年, 一年之间, 力争三年: a span of time, which nothing is counted in.
  if (run.length === 1 && text[end] === "年" && !/[至到、—–~～-]$/.test(before)) return { start: at, end: end + 1, why: "span of time" };
  return null;
}
