/** FORMAT: one item of a list lacks the verb or the unit that its siblings have. */
import type { Document } from "../document.ts";
import { type FormCheck, type FormFinding, formFinding } from "./form-context.ts";
import { type Passage, prose } from "./prose.ts";

interface Item {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly verb: string;
  readonly number: string;
  readonly unit: string;
}

const verbs = "提高|提升|增长|增加|上升|下降|减少|降低|增|减|升|降";
const item = new RegExp(
  `^(?:其中|分别|包括)?[，：]?([\\u3400-\\u9fff“”]{2,10}?)((?:同比|较上年|比上年|分别)?(?:${verbs})了?)?(\\d{1,9}(?:\\.\\d{1,4})?)(%|‰|个百分点|人次|平方米|万元|亿元|[人名所个家项册台门间套篇元]?)$`,
  "u",
);

export const siblings: FormCheck = (document) =>
  prose(document).flatMap((passage) => runs(passage).flatMap((run) => [...lacksVerb(document, run), ...lacksUnit(document, run)]));

/** Items that follow each other, parted by 、 or ，, each nothing but label, verb, number, unit. */
function runs(passage: Passage): Item[][] {
  const found: Item[][] = [];
  if (!/\d/.test(passage.text)) return found;
  let run: Item[] = [];
  for (const match of passage.text.matchAll(/([^、，。；（）\n]+)([、，。；（）\n]|$)/gu)) {
    const [, words = "", sign = ""] = match;
    const parts = words.length <= 40 && /\d/.test(words) ? item.exec(words) : null;
    if (parts) {
      const [, label = "", verb = "", number = "", unit = ""] = parts;
      const start = passage.start + match.index + words.indexOf(label);
      run.push({ start, end: passage.start + match.index + words.length, label, verb, number, unit });
    }
    if (!parts || !/[、，]/u.test(sign)) {
      // 较上年分别提高0.4、0.6和1.1个百分点: the unit behind the last number is that of them all.
      if (/^\d/u.test(words) && run.at(-1)?.unit === "") run.pop();
      if (run.length > 2) found.push(run);
      run = [];
    }
  }
  if (run.length > 2) found.push(run);
  return found;
}

const alike = (left: string, right: string): boolean => left.slice(-2) === right.slice(-2) || left.slice(0, 2) === right.slice(0, 2);

/** Siblings of one unit with the same verb, and one of like name that has none. */
function lacksVerb(document: Document, run: readonly Item[]): FormFinding[] {
  const without = run.filter((each) => each.verb === "");
  const bare = without[0];
  if (!bare || without.length > 1 || !/[%‰]|百分点/u.test(bare.unit)) return [];
  const others = run.filter((each) => each !== bare);
  const verb = others[0]!.verb;
  if (!others.every((each) => each.unit === bare.unit && alike(each.label, bare.label))) return [];
  const told = `${bare.label}${bare.number}${bare.unit}`;
  return [
    formFinding(document, {
      code: "FORMAT",
      spans: [bare, ...others],
      zh: `并列各项都写明了增减，“${told}”缺少动词，无法判断是增减还是占比。`,
      en: `Its siblings say how they changed; "${told}" has no verb.`,
      proof: others.map((each) => each.verb + each.number + each.unit).join("、") + ` / ${bare.number}${bare.unit}`,
      suggestions: [{ zh: `核对后改为“${bare.label}${verb}${bare.number}${bare.unit}”`, en: "Check it and add the verb" }],
    }),
  ];
}

/** A label that ends in a sign of numbering takes no unit: 第3, 附表2. */
const numbered = /[第表图号附级楼]$/u;

function lacksUnit(document: Document, run: readonly Item[]): FormFinding[] {
  const bare = run.filter((each) => each.unit === "" && !numbered.test(each.label));
  const others = run.filter((each) => each.unit !== "");
  const unit = others[0]?.unit;
  if (bare.length === 0 || bare.length >= others.length || !others.every((each) => each.unit === unit)) return [];
  return bare.map((each) =>
    formFinding(document, {
      code: "FORMAT",
      spans: [each],
      zh: `并列各项的单位都是“${unit}”，“${each.label}${each.verb}${each.number}”缺少单位。`,
      en: `Its siblings are counted in ${unit}; "${each.label}${each.number}" has no unit.`,
      proof: `${each.number} → ${each.number}${unit}？`,
      suggestions: [{ zh: `补写单位“${unit}”`, en: `Add the unit ${unit}` }],
    }),
  );
}
