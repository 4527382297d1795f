/**
 * On what base big and small schools are compared: people and uses of teachers' ledgers for each hundred full-time
 * teachers, other people for each hundred students, money, area and books for each student. Occasions, firms, prizes
 * and all else are compared as they were counted: no size of the school makes them large.
 */
import type { Element } from "../../core/definition/element.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { type Exact, exact } from "../../core/quantity/exact.ts";

export type PeerBase = "student" | "hundredStudents" | "hundredTeachers";

export const bases: Readonly<Record<PeerBase, { readonly element: string; readonly factor: Exact }>> = {
  student: { element: "students.enrolled", factor: exact(1) },
  hundredStudents: { element: "students.enrolled", factor: exact(100) },
  hundredTeachers: { element: "teachers.fullTime", factor: exact(100) },
};

const people: ReadonlySet<string> = new Set(["人", "名", "人次"]);
const goods: ReadonlySet<string> = new Set(["元", "平方米", "册", "台"]);
/** The teachers' numbers themselves are a matter of the students. */
const staff: ReadonlySet<string> = new Set(["teachers.staff", "teachers.fullTime"]);

/** Null: as counted. Also where the catalog lacks the base, and for the number of students as a whole. */
export function peerBase(index: KnowledgeIndex, element: Element): PeerBase | null {
  const wanted = baseBy(index, element);
  if (wanted === null) return null;
  const base = bases[wanted].element;
  return index.elements.has(base) && (base !== element.code || element.dimensions.length > 0) ? wanted : null;
}

function baseBy(index: KnowledgeIndex, element: Element): PeerBase | null {
  if (element.rollUp !== "sum") return null;
  if (goods.has(element.unit)) return "student";
  if (!people.has(element.unit)) return null;
  return index.ledgers.get(element.ledger)?.subject === "teachers" && !staff.has(element.code) ? "hundredTeachers" : "hundredStudents";
}
