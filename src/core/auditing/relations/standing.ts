/** A standard's line crossed where nothing near the figure says so. */
import { compare, exact } from "../../quantity/exact.ts";
import { unit } from "../../quantity/unit.ts";
import { titleOf } from "../title.ts";
import { printed } from "./arithmetic.ts";
import { isWholeScope } from "./lookup.ts";
import { broken, held, type Reading, type Relation } from "./relation.ts";

const mentioned = /标准|达标|未达|不达|低于|不足|差距|底线|合格线|要求|短缺|紧缺|规定/;

/** 专职辅导员52人，师生比1：192: a ratio of these alone. */
const ofSome = /(?:辅导员|班主任|思政|思想政治|心理|体育|就业指导|校医|保卫|宿管)[^。；;]{0,24}$/;

export function standingRelations(reading: Reading): Relation[] {
  const year = reading.year;
  if (year === null || /职业技术学院|高等|大学|高职|本科/.test(titleOf(reading.document).text ?? "")) return [];
  const school = /学校|学院|中专|职教中心|教育中心/.test(
    reading.document.text
      .slice(0, 60)
      .split("\n")
      .slice(0, 3)
      .join("")
      .replace(/职业学校|中等职业教育/g, ""),
  );
  const standards = reading.index.knowledge.standards.filter(
    (each) => each.since <= year && (each.until ?? 9999) >= year && each.code.startsWith("establishment"),
  );
  return reading.claims.flatMap((claim, at) => {
    if (
      claim.concept === null ||
      !isWholeScope(claim.scope) ||
      claim.period !== year ||
      reading.corrupt.has(at) ||
      ofSome.test(reading.document.text.slice(Math.max(0, claim.quantity.start - 40), claim.quantity.start)) ||
      !["rate", "share", "ratio", "perHead"].includes(claim.aspect)
    )
      return [];
    const line = standards
      .flatMap((each) => each.lines)
      .find((each) => each.measure === claim.concept && each.attributes === undefined && each.source.verified);
    if (!line) return [];
    const { quantity } = claim;
    const met =
      line.kind === "atLeast"
        ? quantity.interval.high === null || compare(quantity.interval.high.value, exact(line.value)) >= 0
        : quantity.interval.low === null || compare(quantity.interval.low.value, exact(line.value)) <= 0;
    if (met) return [];
    const sentence = reading.sentences[claim.sentence];
    // A table and the note below it have no room for words; the prose that tells the same figure is judged for them.
    const isProse = (of: number): boolean => of >= 0 && !isNote(reading, of);
    if (
      !isProse(claim.sentence) &&
      reading.claims.some((other) => isProse(other.sentence) && other.concept === claim.concept && other.period === year)
    )
      return [];
    const block = sentence ? reading.document.blocks[sentence.block]! : quantity;
    if (mentioned.test(reading.document.text.slice(block.start, block.end))) return [held(at)];
    const measure = reading.index.measure(line.measure);
    const sign = line.kind === "atLeast" ? "≥" : "≤";
    const mark = unit(measure.unit).spoken ?? measure.unit;
    return [
      broken([at], {
        code: "STD",
        tier: "note",
        message: {
          zh: `“${measure.zh}”${printed(quantity)}未达设置标准（${sign} ${line.value}${mark}${school ? "" : "，标准针对学校，全市数仅供参照"}），文中未作说明`,
          en: `"${measure.en}" ${printed(quantity)} does not meet the standard (${sign} ${line.value}) and the text is silent`,
        },
        proof: `${printed(quantity)} ${line.kind === "atLeast" ? "<" : ">"} ${line.value}${mark}（${line.source.citation}）`,
        at: [at],
        suggestions: [{ zh: "说明差距和改进措施", en: "explain the gap and what will be done" }],
      }),
    ];
  });
}

function isNote({ document, sentences }: Reading, sentence: number): boolean {
  const block = document.blocks[sentences[sentence]!.block]!;
  return /^\s*注[：:]/.test(document.text.slice(block.start, block.start + 6));
}
