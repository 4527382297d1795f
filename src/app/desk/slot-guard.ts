/**
 * What may be written into a slot: of a ledger that the organisation owes and the person answers for, a cell or
 * column that the catalog has, a value of its type. Pure, so that the browser refuses the same things at once.
 */
import type { Element } from "../../core/definition/element.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import { type Column, isInForce, type Ledger, type RegisterLedger } from "../../core/definition/ledger.ts";
import { measureLabel } from "../../core/checking/labels.ts";
import type { OrganisationKind } from "../../core/model/organisation.ts";
import type { ReturnState } from "../../core/model/return.ts";
import { membersKey, parseMembersKey } from "../../core/model/selection.ts";
import { isRequested } from "./requested.ts";
import type { CellContent, MaterialContent, RowContent, Slot, SlotContent } from "./slots.ts";
import { parseSlot } from "./slots.ts";
import { checkDate, checkNumber, type Said, said } from "./typed-value.ts";

/** The return into which one person writes. */
export interface Writable {
  readonly kind: OrganisationKind;
  readonly year: number;
  readonly state: ReturnState | "none";
  /** Slots to which the return was given back; none: all. */
  readonly requested: readonly { readonly slot: string }[];
  /** Ledgers that the person answers for; null is all. */
  readonly ledgers: readonly string[] | null;
}

export type Guarded =
  | { readonly ok: true; readonly slot: Slot; /** Null for explanations. */ readonly ledger: string | null; readonly content: SlotContent }
  | { readonly ok: false; readonly message: Said };

export const editableStates: readonly (ReturnState | "none")[] = ["none", "draft", "confirmed", "returned"];
/** The section of cases, which stands in no outline. */
const caseSection = "case";
const longestExplanation = 4000;
const longestRowId = 300;

const owedBy = new WeakMap<KnowledgeIndex, Map<string, readonly Ledger[]>>();

/** Ledgers that an organisation of this kind owes in `year`, in catalog order; asked for every save, so kept by catalog. */
export function ledgersOwed(index: KnowledgeIndex, kind: OrganisationKind, year: number): readonly Ledger[] {
  const known = owedBy.get(index) ?? new Map<string, readonly Ledger[]>();
  owedBy.set(index, known);
  const key = `${kind}/${year}`;
  let owed = known.get(key);
  if (!owed) {
    owed = index.knowledge.ledgers.filter((ledger) => isInForce(ledger, year) && (ledger.reportedBy as readonly string[]).includes(kind));
    known.set(key, owed);
  }
  return owed;
}

/** Of one return, and one person, the content of a slot as it will be kept, or why it is refused. */
export type SlotGuard = (name: string, content: SlotContent) => Guarded;

interface Guarding {
  readonly index: KnowledgeIndex;
  readonly writable: Writable;
  readonly owed: readonly Ledger[];
  /** Slots to which the return was given back; null: all. */
  readonly requested: ReadonlySet<string> | null;
  readonly cells: Map<string, KnownCell>;
}

/** What holds for all edits of a save is looked up once. */
export function slotGuard(index: KnowledgeIndex, writable: Writable): SlotGuard {
  const { kind, year, requested } = writable;
  const guarding = {
    index,
    writable,
    owed: ledgersOwed(index, kind, year),
    requested: requested.length === 0 ? null : new Set(requested.map(({ slot }) => slot)),
    cells: cellsOf(index, year),
  };
  return (name, content) => guardSlot(guarding, name, content);
}

function guardSlot({ index, writable, owed, requested, cells }: Guarding, name: string, content: SlotContent): Guarded {
  const refused = (message: Said): Guarded => ({ ok: false, message });
  const known = cells.get(name);
  const slot = known?.slot ?? parseSlot(name);
  if (!slot) return refused(said(`“${name}”不是填报项`, `"${name}" names no slot`));
  if (!editableStates.includes(writable.state))
    return refused(said("填报已报送，不能再改；需要改动请联系审核人退回或申请更正", "the return was handed in and cannot be edited"));
  if (writable.state === "returned" && !isRequested(requested, name))
    return refused(said("退回时只放开了指定的填报项，这一项不在其中", "only the cells named when the return was given back may be edited"));
  if (slot.kind === "explanation") return explanation(index, slot, content);
  const ledger = slot.kind === "material" ? owed.find((each) => each.kind === "material") : index.ledgers.get(slot.ledger);
  if (!ledger) return refused(said(`没有台账“${slot.ledger}”`, `there is no ledger "${slot.ledger}"`));
  if (!owed.includes(ledger))
    return refused(said(`“${ledger.zh}”不由本单位在本年度填报`, `"${ledger.en}" is not owed by this organisation`));
  if (writable.ledgers && !writable.ledgers.includes(ledger.code))
    return refused(said(`“${ledger.zh}”不在您负责的台账内`, `"${ledger.en}" is not among your ledgers`));
  const cell = known ?? (slot.kind === "form" && ledger.kind === "form" ? cellOf(index, writable.year, ledger, slot) : null);
  if (cell) cells.set(name, cell);
  const checked = cell ? cellContent(cell, content) : contentIn(index, ledger, slot, content);
  return checked.ok ? { ok: true, slot, ledger: ledger.code, content: checked.content } : checked;
}

type Checked = { readonly ok: true; readonly content: SlotContent } | { readonly ok: false; readonly message: Said };
const fine = (content: SlotContent): Checked => ({ ok: true, content });
const wrong = (message: Said): Checked => ({ ok: false, message });

function explanation(index: KnowledgeIndex, slot: Slot, content: SlotContent): Guarded {
  const [check = ""] = slot.key.split("#", 1);
  const known = /^(required|type)(:|$)/.test(check) || index.knowledge.checks.some((each) => each.code === check);
  if (!known) return { ok: false, message: said(`没有校验规则“${check}”`, `there is no check "${check}"`) };
  if (content !== null && typeof content !== "string") return { ok: false, message: shape("一段说明文字", "a text") };
  if (content !== null && content.length > longestExplanation)
    return {
      ok: false,
      message: said(
        `说明有 ${content.length} 字，至多 ${longestExplanation} 字`,
        `the explanation has ${content.length} characters, at most ${longestExplanation}`,
      ),
    };
  const text = content?.trim() ?? "";
  return { ok: true, slot, ledger: null, content: text === "" ? null : text };
}

function contentIn(index: KnowledgeIndex, ledger: Ledger, slot: Slot, content: SlotContent): Checked {
  switch (slot.kind) {
    case "form":
      if (ledger.kind !== "form") return wrong(notOfKind(ledger, "表格", "form"));
      return wrong(said(`“${ledger.zh}”没有填报格“${slot.key}”`, `"${ledger.en}" has no cell "${slot.key}"`));
    case "row":
      return ledger.kind === "register" ? row(index, ledger, slot.key, content) : wrong(notOfKind(ledger, "名册", "register"));
    case "none":
      if (ledger.kind !== "register") return wrong(notOfKind(ledger, "名册", "register"));
      return content === null || content === true ? fine(content) : wrong(shape("true 或 null", "true or null"));
    default:
      return material(index, content);
  }
}

const notOfKind = (ledger: Ledger, zh: string, en: string): Said => said(`“${ledger.zh}”不是${zh}`, `"${ledger.en}" is no ${en}`);
const shape = (zh: string, en: string): Said => said(`内容的形式不对，应为${zh}`, `wrong shape of content, expected ${en}`);

function cellContent({ element, label }: KnownCell, content: SlotContent): Checked {
  if (content === null) return fine({ status: "missing", value: null });
  if (typeof content !== "object" || !("status" in content)) return wrong(shape("{status, value}", "{status, value}"));
  const { status, value } = content as CellContent;
  if (status !== "value")
    return value === null ? fine({ status, value }) : wrong(shape("没有值的格 value 为 null", "value null where status is not value"));
  const checked = checkNumber(label, value ?? "", element.unit, element.decimals);
  return "text" in checked ? fine({ status, value: checked.text }) : wrong(checked);
}

interface KnownCell {
  readonly slot: Slot;
  readonly element: Element;
  readonly label: Said;
}

const cellsByYear = new WeakMap<KnowledgeIndex, Map<number, Map<string, KnownCell>>>();

/** By slot, those that exist and were asked for before, for a form asks for all of its own again and again. */
function cellsOf(index: KnowledgeIndex, year: number): Map<string, KnownCell> {
  const years = cellsByYear.get(index) ?? new Map<number, Map<string, KnownCell>>();
  cellsByYear.set(index, years);
  const cells = years.get(year) ?? new Map<string, KnownCell>();
  years.set(year, cells);
  return cells;
}

/** The cell that a slot names, or null. */
function cellOf(index: KnowledgeIndex, year: number, ledger: Ledger, slot: Slot): KnownCell | null {
  const [code = "", members = "", ...more] = slot.key.split("#");
  const element = index.elements.get(code);
  const wanted = parseMembersKey(members);
  const isCell =
    element !== undefined &&
    element.ledger === ledger.code &&
    element.from === undefined &&
    isInForce(element, year) &&
    more.length === 0 &&
    membersKey(wanted) === members &&
    Object.keys(wanted).length === element.dimensions.length &&
    element.dimensions.every((dimension) => index.dimensions.get(dimension)?.members.some((member) => member.code === wanted[dimension]));
  if (!isCell) return null;
  return { slot, element, label: { zh: measureLabel(index, code, wanted), en: measureLabel(index, code, wanted, "en") } };
}

function row(index: KnowledgeIndex, ledger: RegisterLedger, id: string, content: SlotContent): Checked {
  if (id.length > longestRowId || /\p{Cc}/u.test(id))
    return wrong(said("行标识过长或含控制字符", "the row's id is too long or has control characters"));
  if (content === null) return fine(null);
  if (typeof content !== "object" || !("values" in content)) return wrong(shape("{values}", "{values}"));
  const { values } = content as RowContent;
  const stranger = Object.keys(values).find((code) => !ledger.columns.some((column) => column.code === code));
  if (stranger !== undefined) return wrong(said(`“${ledger.zh}”没有列“${stranger}”`, `"${ledger.en}" has no column "${stranger}"`));
  const kept: Record<string, string | null> = {};
  for (const column of ledger.columns) {
    const text = values[column.code]?.trim() ?? "";
    const checked = text === "" ? { text: null } : field(index, column, text);
    if (!("text" in checked)) return wrong(checked);
    kept[column.code] = checked.text;
  }
  return fine({ values: kept });
}

/** A field of its column's type. Patterns are left to the checks: a code half typed is kept, and a proof meanwhile. */
function field(index: KnowledgeIndex, column: Column, text: string): { readonly text: string } | Said {
  switch (column.type) {
    case "integer":
    case "decimal":
      return checkNumber(column, text, column.unit ?? "", column.type === "integer" ? 0 : undefined);
    case "date":
      return checkDate(column, text);
    case "boolean":
      return text === "true" || text === "false"
        ? { text }
        : said(`“${column.zh}”应填是或否，填的是“${text}”`, `"${column.en}" wants yes or no, found "${text}"`);
    case "choice": {
      const dimension = index.dimensions.get(column.choices ?? "");
      return !dimension || dimension.members.some((member) => member.code === text)
        ? { text }
        : said(`“${column.zh}”没有“${text}”这个选项`, `"${column.en}" has no choice "${text}"`);
    }
    case "text":
      return { text };
  }
}

function material(index: KnowledgeIndex, content: SlotContent): Checked {
  if (content === null) return fine(null);
  if (typeof content !== "object" || !("section" in content))
    return wrong(shape("{section, title, text, chosen}", "{section, title, text, chosen}"));
  const { section, title, text, chosen } = content as MaterialContent;
  const known =
    section === caseSection ||
    index.knowledge.outlines.some((outline) => outline.chapters.some((chapter) => chapter.sections.some((each) => each.code === section)));
  if (!known) return wrong(said(`编写大纲中没有章节“${section}”`, `the outline has no section "${section}"`));
  return fine({ section, title, text, chosen });
}
