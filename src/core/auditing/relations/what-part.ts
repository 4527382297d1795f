/** Whether a figure behind 其中 that exceeds its whole can be meant as a part of it at all. */
import { compare, divide, exact, multiply } from "../../quantity/exact.ts";
import { between } from "../../quantity/interval.ts";
import { repairs } from "../repairs.ts";
import type { Reading } from "./relation.ts";

/** Words that make a part the whole of something else, or what is planned: 其中总投资1200万元的项目. */
const otherWhole = /实际涉及|去重|总投资|总额|总值|总量|总规模|概算|预算|合同|协议|全[市省县区国校]/;
/** Units that count anything: 实训中心6个，其中工位90个. */
const anyThing = /^(?:个|项|处|套|台|件|门|间|种|次|份|批|场)$/;
const bodies = [/学生|在校生|毕业生|新生|生源|男生|女生/, /教师|老师|教职工|职称|双师/, /企业|单位|公司/, /家长|社会|市民|农民/];
const acts = /享受|获|取得|发放|参加|接受|惠及|受益|提供|覆盖|服务|开展|举办|完成/;

export function whatPart(reading: Reading, whole: number, part: number): "a part" | "perhaps a part" | "another thing" {
  const [piece, all] = [reading.quantities[part]!, reading.quantities[whole]!];
  const [own, theirs] = [reading.claims[part]!.label, reading.claims[whole]!.label];
  const before = reading.document.text.slice(Math.max(reading.quantities[part - 1]?.end ?? 0, piece.start - 40), piece.start);
  const clause = /[^，,；;。]*$/.exec(before)![0];
  if (otherWhole.test(clause)) return "another thing";
  // 新增企业164家，其中工业57家，年末企业总数1327家: who came is no whole of all.
  if (/新[增建设办引]|净增/.test(theirs) && /总[数量额]|累计|达到?$|年末|年底/.test(clause)) return "another thing";
  // 由42名带教老师指导，其中第一届58名毕业生: who they are may stand behind the number.
  const [of, among] = [`${own}${nounBehind(reading, part)}`, `${theirs}${nounBehind(reading, whole)}`].map((label) =>
    bodies.filter((body) => body.test(label)),
  );
  const akin = of!.some((body) => among!.includes(body)) || (own !== "" && theirs.includes(own.at(-1)!));
  if (!akin && of!.length > 0 && among!.length > 0) return "another thing";
  // 惠及学生3200人次，其中建档立卡学生410人次，享受免学费学生6100人次: behind a comma a clause with a verb begins anew.
  if (part - 1 > whole && /^[^、]*[，,；;]/.test(before) && acts.test(clause)) return "another thing";
  const far = compare(piece.value, multiply(all.value, exact(2))) > 0;
  if (!akin && anyThing.test(piece.unit) && own !== "" && !/[级类等]$/.test(own)) return far ? "another thing" : "perhaps a part";
  // Far above its whole it is rather another thing, unless a slip of the hand made it so great.
  if (far && !(akin && repairs(reading.document, piece, between(divide(all.value, exact(20)), all.value)).length > 0))
    return "perhaps a part";
  return "a part";
}

const nounBehind = (reading: Reading, index: number): string => {
  const { end } = reading.quantities[index]!;
  return /^[\u4e00-\u9fff“”]{0,8}/.exec(reading.document.text.slice(end, end + 8))![0];
};
