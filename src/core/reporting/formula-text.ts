/** A formula in Chinese words, as the annex, the dictionary and the trace of a figure print it. */
import type { Formula } from "../definition/formula.ts";
import type { KnowledgeIndex } from "../definition/knowledge.ts";

const kinds = { nation: "国家", province: "省", city: "市", county: "县（市、区）", school: "学校" } as const;

/** “双师型”教师 ÷ 专业课教师 × 100%; a value in another `unit` than % is multiplied by 100. */
export function formulaText(index: KnowledgeIndex, formula: Formula, unit = "%"): string {
  const text = (inner: Formula): string => formulaText(index, inner, unit);
  const grouped = (inner: Formula): string => (inner.kind === "sum" || inner.kind === "difference" ? `（${text(inner)}）` : text(inner));
  switch (formula.kind) {
    case "measure": {
      const names = Object.entries(formula.members ?? {}).map(
        ([dimension, member]) => index.dimensions.get(dimension)?.members.find((each) => each.code === member)?.zh ?? member,
      );
      return `${index.measure(formula.code).zh.replace(/^其中：/, "")}${names.length > 0 ? `（${names.join("·")}）` : ""}`;
    }
    case "number":
      return formula.value;
    case "sum":
      return formula.terms.map(text).join(" ＋ ");
    case "difference":
      return `${text(formula.left)} － ${grouped(formula.right)}`;
    case "product":
      return formula.factors.map(grouped).join(" × ");
    case "quotient":
      return `${grouped(formula.numerator)} ÷ ${grouped(formula.denominator)}${formula.scale === "1" ? "" : formula.scale === "100" && unit === "%" ? " × 100%" : ` × ${formula.scale}`}`;
    case "earlier":
      return `${formula.years === 1 ? "上年" : `${formula.years}年前`}${grouped(formula.of)}`;
    case "organisations": {
      const attributes = Object.values(formula.attributes ?? {});
      return `${attributes.length > 0 ? `${attributes.join("、")}的` : ""}${kinds[formula.of]}数`;
    }
  }
}
