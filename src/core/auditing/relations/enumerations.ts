/** Counts beside what they count: A、B、C等5所, 3个（甲、乙、丙）. */
import { compare, exact, isInteger } from "../../quantity/exact.ts";
import { printed } from "./arithmetic.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";

const countable = /^(?:所|个|家|项|类|门|种|支|座|处|县|区|市|部|大)$/;

export function enumerationRelations(reading: Reading): Relation[] {
  const { text } = reading.document;
  return reading.claims.flatMap((claim, at) => {
    const { quantity } = claim;
    if (
      claim.sentence < 0 ||
      claim.aspect !== "level" ||
      !countable.test(quantity.unit) ||
      quantity.hedge !== null ||
      !isInteger(quantity.value) ||
      quantity.kind !== "number"
    )
      return [];
    if (compare(quantity.value, exact(1)) < 0 || compare(quantity.value, exact(99)) > 0) return [];
    // 甲、乙联合创办的一所学校 counts the school.
    if (quantity.chinese && compare(quantity.value, exact(1)) === 0) return [];
    const sentence = reading.sentences[claim.sentence]!;
    // 甲、乙、丙三个专业群12个专业: the list is that of the first count.
    const earlier = reading.claims[at - 1];
    if (
      earlier?.sentence === claim.sentence &&
      /^[\u4e00-\u9fff]{1,8}$/.test(text.slice(earlier.quantity.end, quantity.start)) &&
      isInteger(earlier.quantity.value)
    )
      return [];
    const lead = text.slice(Math.max(sentence.start, quantity.start - 240), quantity.start);
    // 甲县、乙县分别为…，其余三个县: others than those named.
    if (/(?:其余|其他|其它|另外?)的?$/.test(lead)) return [];
    const open = /等[^，。；、]{0,3}$/.test(lead);
    const before = itemsBefore(lead, quantity.chinese || /^(?:专业|学校|院校|制度|课程)/.test(text.slice(quantity.end, quantity.end + 3)));
    const found = before ?? itemsBehind(text.slice(quantity.end, Math.min(sentence.end, quantity.end + 240)));
    if (found === null || found.least < 2) return [];
    const said = Number(quantity.value.numerator);
    if ((found.least <= said && said <= found.most) || (before !== null && found.most < said && open)) return [held(at)];
    // Far apart, the list is of other things than those counted; and 等10个二级院系和3个部 counts only some of its kinds.
    const tight = before !== null && !open;
    if (said < 2 && !tight) return [];
    if (
      Math.abs(found.least - said) > Math.max(2, tight ? said / 3 : said / 2) ||
      /^[^，。；]{0,8}[和及与、]\s?[\d一二三四五六七八九十]/.test(text.slice(quantity.end, quantity.end + 12))
    )
      return [];
    const told = said > found.most ? found.most : found.least;
    return [
      broken([at], {
        code: "LIST",
        tier: "warning",
        message: {
          zh: `写作${printed(quantity)}，列出的是${told}个`,
          en: `the text says ${printed(quantity)} and lists ${told}`,
        },
        proof: `列举${told}项 ≠ ${printed(quantity)}`,
        at: [at],
        suggestions: [{ zh: `核对名单，或改为${told}${quantity.unit}`, en: `check the list, or write ${told}` }],
      }),
    ];
  });
}

/** 甲、乙、丙等 right before the number. */
function itemsBefore(words: string, noun: boolean): Count | null {
  if (!/(?:等(?:上述|共|共计)?|共|共计|合计)\s?$/.test(words)) return itemsTouching(words, noun);
  const list = words.replace(/[，,]?(?:等(?:上述|共|共计)?|共|共计|合计)\s?$/, "").replace(/（[^（）]*）|\([^()]*\)/g, "");
  const clause = list.slice(Math.max(...["，", "。", "；", "：", ",", ";", ":"].map((sign) => list.lastIndexOf(sign))) + 1);
  if (!clause.includes("、") || /\d/.test(clause)) return null;
  return countItems(clause);
}

/** 护理、中餐烹饪和现代农艺技术3个专业: the last name touches the number. */
function itemsTouching(words: string, noun: boolean): Count | null {
  const clause = words
    .slice(Math.max(...["，", "。", "；", "：", ",", ";", ":", "）"].map((sign) => words.lastIndexOf(sign))) + 1)
    .replace(/（[^（）]*）/g, "");
  if (/\d/.test(clause)) return null;
  const last =
    /、[^、]{2,12}(?:和|及|与)([^、和及与]{2,10})$/.exec(clause)?.[1] ??
    (noun ? /、[^、]{2,12}、([^、和及与]{2,8})$/.exec(clause)?.[1] : undefined);
  if (
    last === undefined ||
    last.includes("等") ||
    // 与甲国、乙国等国家和地区的12所院校: whose they are, not which.
    last.endsWith("的") ||
    /\d|[建设立开办成新增获得有为达完成培养引进组织参加落实推进实施申报签订涉及]$|建设|新增|成立|开设|共建/.test(last)
  )
    return null;
  return countItems(clause);
}

/** （甲、乙、丙） right behind the number and its noun. */
function itemsBehind(words: string): Count | null {
  const bracket = /^[\u4e00-\u9fff“”]{0,10}?[（(]([^（）()]{3,200})[）)]/.exec(words)?.[1];
  if (bracket === undefined) return itemsTold(words);
  if (
    /\d|等|其中|含|不|[一二三四五六七八九十]+[个所家项名]|。|；|：|以|按|即|均|由|为|指|见|如|约/.test(bracket) ||
    !bracket.includes("、")
  )
    return null;
  return countItems(bracket);
}

/** 65个专业，即甲、乙、丙: to the end of the sentence. */
function itemsTold(words: string): Count | null {
  const told = /^[\u4e00-\u9fff“”]{0,10}?[，,：:]?(?:即|分别是|分别为|依次为|它们是)[：:]?([^。；;]{3,200})$/.exec(
    words.split("。")[0]!,
  )?.[1];
  if (told === undefined || /\d|等|其中|，/.test(told) || !told.includes("、")) return null;
  return countItems(told);
}

/** 挑战及对策 may be one item or two. */
interface Count {
  readonly least: number;
  readonly most: number;
}

/** Items of a list with 、; quotes keep their own, and 和 joins the last. */
function countItems(list: string): Count {
  let depth = 0;
  let items = 1;
  for (const sign of list) {
    if (sign === "“" || sign === "《") depth += 1;
    if (sign === "”" || sign === "》") depth -= 1;
    if (sign === "、" && depth <= 0) items += 1;
  }
  const last = list.slice(list.lastIndexOf("、") + 1);
  return /^[^“《]{2,20}(?:和|及|与|以及)[^”》]{2,20}$/.test(last) ? { least: items, most: items + 1 } : { least: items, most: items };
}
