/** What is due for one person, with where it is done: what one fills, confirms, signs, repairs, answers, reviews, decides, urges or reads. */
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";
import type { Ledger } from "../../core/definition/ledger.ts";
import type { OrganisationKind } from "../../core/model/organisation.ts";
import type { Actor } from "../policies/actor.ts";
import type { StoreReader } from "../ports.ts";
import { type Board, type BoardRow, handedIn, readBoard } from "./board.ts";
import type { Desk } from "./desk.ts";
import { parseSlot } from "./slots.ts";
import { chineseDate, listed, listedInEnglish } from "./words.ts";

export interface Task {
  readonly kind: "fill" | "correct" | "confirm" | "sign" | "answer" | "repair" | "review" | "decide" | "urge" | "read";
  readonly organisation: string;
  readonly organisationName: string;
  readonly year: number;
  readonly ledger: string | null;
  /** In Chinese, and the same in English; names stay as they are. */
  readonly text: string;
  readonly en: string;
  /** Cells of a ledger, ledgers of a return, returns of a board; null where nothing is counted. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** ISO date. */
  readonly due: string | null;
  readonly late: boolean;
  /** A path of the web application. */
  readonly to: string;
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Days ahead for which an office makes its telephone calls. */
const soon = 3;
/** Roles whose remarks wait for an answer by those who fill. */
const asking: readonly string[] = ["reviewer", "editor", "leader"];

interface Bench {
  readonly index: KnowledgeIndex;
  readonly actor: Actor;
  readonly board: Board;
  readonly year: number;
  readonly today: string;
}

/** Late ones first, then by day. @throws Refusal when no cycle of `year` covers the actor's organisation. */
export async function tasksOf(
  reader: StoreReader,
  desk: Pick<Desk, "progress" | "comments" | "corrections">,
  index: KnowledgeIndex,
  actor: Actor,
  { year, today }: { readonly year: number; readonly today: string },
): Promise<Task[]> {
  const board = await readBoard(reader, desk, index, { root: actor.organisation, year, today });
  const bench: Bench = { index, actor, board, year, today };
  const own = board.rows.find((row) => row.organisation === actor.organisation);
  const tasks: Task[] = [];
  if (own && ["clerk", "departmentHead"].includes(actor.role)) tasks.push(...filling(bench, own));
  if (own && actor.role === "departmentHead") tasks.push(...confirming(bench, own));
  if (own && ["head", "leader"].includes(actor.role)) tasks.push(...signing(bench, own));
  if (own && ["clerk", "departmentHead", "head"].includes(actor.role)) tasks.push(...(await answering(bench, own, desk)));
  if (["reviewer", "editor"].includes(actor.role)) tasks.push(...reviewing(bench));
  if (["editor", "leader"].includes(actor.role)) tasks.push(...(await deciding(bench, desk)));
  if (["reviewer", "editor", "leader", "administrator"].includes(actor.role)) tasks.push(...urging(bench));
  if (["reader", "leader"].includes(actor.role)) tasks.push(...reading(bench, own));
  return byUrgency(tasks);
}

/** Late ones first, then by day; a fault is told before what is only unfinished. */
export function byUrgency(tasks: readonly Task[]): Task[] {
  const fault = ({ kind }: Task): number => Number(kind === "correct" || kind === "repair");
  return tasks.toSorted(
    (left, right) =>
      Number(right.late) - Number(left.late) || (left.due ?? "9").localeCompare(right.due ?? "9") || fault(right) - fault(left),
  );
}

function filling(bench: Bench, own: BoardRow): Task[] {
  const { year, board } = bench;
  if (handedIn.has(own.state) || own.state === "signed") return [];
  if (own.state === "returned") {
    const byLedger = new Map<string, string[]>();
    for (const { slot, reason } of unmended(own)) {
      const ledger = ledgerAt(board, own, slot);
      if (ledger && answersFor(bench, ledger)) byLedger.set(ledger.code, [...(byLedger.get(ledger.code) ?? []), reason]);
    }
    const repair = (ledger: Ledger | undefined, words: Words): Task =>
      task(bench, own, "repair", words, `/fill/${year}/${ledger?.code ?? ""}`, ledger);
    if (own.requested.length === 0)
      return [repair(owedBy(bench, own)[0], { zh: `填报被退回：${own.reason}`, en: `The return was given back: ${own.reason}` })];
    return [...byLedger].map(([code, reasons]) => {
      const ledger = bench.index.ledgers.get(code);
      return repair(ledger, {
        zh: `${ledger?.zh}：退回 ${reasons.length} 处。${reasons[0]}`,
        en: `${ledger?.en}: ${reasons.length} given back. ${reasons[0]}`,
      });
    });
  }
  return owedBy(bench, own)
    .filter((ledger) => ["none", "started"].includes(own.ledgers[ledger.code]!.state))
    .filter((ledger) => ledger.kind !== "material")
    .sort((left, right) => Number(own.ledgers[left.code]!.state === "none") - Number(own.ledgers[right.code]!.state === "none"))
    .map((ledger) => {
      const { filled, of } = own.ledgers[ledger.code]!;
      const subject = bench.index.knowledge.subjects.find((each) => each.code === ledger.subject);
      const words = {
        zh: `${subject?.zh ?? ""} · ${ledger.zh}：${of > 0 ? `已填 ${filled}/${of}` : "未填"}`,
        en: `${subject?.en ?? ""} · ${ledger.en}: ${of > 0 ? `${filled} of ${of} filled` : "empty"}`,
      };
      const progress = of > 0 ? { done: filled, of } : null;
      return { ...task(bench, own, "fill", words, `/fill/${year}/${ledger.code}`, ledger), progress };
    });
}

/** What was given back and not edited since. */
function unmended(own: BoardRow): BoardRow["requested"] {
  return own.requested.filter(({ edited }) => !edited);
}

function confirming(bench: Bench, own: BoardRow): Task[] {
  if (handedIn.has(own.state) || own.state === "signed") return [];
  const ready = owedBy(bench, own).filter((ledger) => own.ledgers[ledger.code]!.state === "filled");
  if (ready.length === 0) return [];
  const names = (language: keyof Words): string[] => ready.map((ledger) => ledger[language]);
  const words = {
    zh: `${ready.length} 本台账已填完，待确认：${listed(names("zh"), 3)}`,
    en: `To be confirmed (${ready.length}): ${listedInEnglish(names("en"), 3)}`,
  };
  const owed = owedBy(bench, own).filter((ledger) => ledger.kind !== "material");
  const done = owed.filter((ledger) => own.ledgers[ledger.code]!.state === "confirmed").length;
  return [{ ...task(bench, own, "confirm", words, `/confirm/${bench.year}`), progress: { done, of: owed.length } }];
}

function signing(bench: Bench, own: BoardRow): Task[] {
  if (handedIn.has(own.state)) return [];
  const owed = owedBy({ ...bench, actor: { ...bench.actor, ledgers: null } }, own).filter((ledger) => ledger.kind !== "material");
  const open = owed.filter((ledger) => own.ledgers[ledger.code]!.state !== "confirmed");
  const given = unmended(own).length;
  const words =
    given > 0
      ? { zh: `退回的 ${given} 处还没有改，改好、确认后再签字`, en: `Given back and not mended yet: ${given}; sign once they are` }
      : open.length === 0
        ? { zh: "台账均已确认，请核对摘要后签字报送", en: "All ledgers are confirmed: read the summary and sign" }
        : {
            zh: `尚有 ${open.length} 本台账未确认，确认后签字报送`,
            en: `Ledgers not confirmed yet: ${open.length}; sign once they are`,
          };
  const progress = { done: owed.length - open.length, of: owed.length };
  return [{ ...task(bench, own, "sign", words, `/sign/${bench.year}`), progress }];
}

async function answering(bench: Bench, own: BoardRow, desk: Pick<Desk, "comments">): Promise<Task[]> {
  const comments = await desk.comments.of(own.organisation, bench.year);
  return comments
    .filter((first) => first.thread === null && first.resolved === null)
    .flatMap((first) => {
      const last = comments.findLast((each) => each.id === first.id || each.thread === first.id) ?? first;
      const ledger = ledgerAt(bench.board, own, first.slot);
      if (!asking.includes(last.role) || (ledger && !answersFor(bench, ledger))) return [];
      const words = {
        zh: `${ledger?.zh ?? "填报"}：${last.name}问“${last.text}”`,
        en: `${ledger?.en ?? "The return"}: ${last.name} asks: ${last.text}`,
      };
      return [{ ...task(bench, own, "answer", words, `/fill/${bench.year}/${ledger?.code ?? ""}`, ledger), due: null, late: false }];
    });
}

function reviewing(bench: Bench): Task[] {
  const { board, actor, year, today } = bench;
  const due = board.cycle.deadlines[kindAt(bench) as "school" | "county" | "city"] ?? null;
  return board.rows
    .filter((row) => row.state === "submitted" && (row.organisation !== actor.organisation || actor.role === "editor"))
    .sort((left, right) => ((left.at ?? "") < (right.at ?? "") ? -1 : 1))
    .map((row) => ({
      ...task(
        bench,
        row,
        "review",
        { zh: `${row.name}已报送，待审核`, en: `${row.name} has submitted its return` },
        `/review/${row.organisation}/${year}`,
      ),
      due,
      late: due !== null && today > due,
    }));
}

async function deciding(bench: Bench, desk: Pick<Desk, "corrections">): Promise<Task[]> {
  const names = new Map(bench.board.rows.map((row) => [row.organisation, row]));
  const waiting = (await desk.corrections.list(bench.year)).filter((each) => each.state === "requested");
  return waiting.flatMap((each) => {
    const row = names.get(each.organisation);
    if (!row) return [];
    const words = {
      zh: `${row.name}申请更正已锁定的数：${each.reason}`,
      en: `${row.name} asks to correct a locked figure: ${each.reason}`,
    };
    return [{ ...task(bench, row, "decide", words, "/corrections"), due: null, late: false }];
  });
}

function urging(bench: Bench): Task[] {
  const { board, actor, year, today } = bench;
  const open = board.rows.filter((row) => row.organisation !== actor.organisation && !handedIn.has(row.state));
  const late = open.filter((row) => row.late);
  const horizon = new Date(Date.parse(today) + soon * 86_400_000).toISOString().slice(0, 10);
  const near = open.filter((row) => !row.late && row.deadline !== null && row.deadline <= horizon);
  const urge = (rows: readonly BoardRow[], words: (names: Words) => Words): Task[] => {
    const [first] = rows.toSorted((left, right) => ((left.deadline ?? "") < (right.deadline ?? "") ? -1 : 1));
    if (!first) return [];
    const names = rows.map((row) => row.name);
    const done = board.rows.filter((row) => handedIn.has(row.state)).length;
    const progress = { done, of: board.rows.length };
    return [
      {
        ...task(bench, first, "urge", words({ zh: listed(names, 3), en: listedInEnglish(names, 3) }), `/board/${year}`),
        progress,
        organisation: actor.organisation,
        organisationName: nameOf(bench),
      },
    ];
  };
  return [
    ...urge(late, ({ zh, en }) => ({ zh: `${late.length} 个单位逾期未报：${zh}`, en: `Late (${late.length}): ${en}` })),
    ...urge(near, ({ zh, en }) => ({
      zh: `${near.length} 个单位须在 ${chineseDate(near[0]!.deadline!, today)} 前后报送：${zh}`,
      en: `Due about ${near[0]!.deadline!} (${near.length}): ${en}`,
    })),
  ];
}

function reading(bench: Bench, own: BoardRow | undefined): Task[] {
  const row = own ?? bench.board.rows[0];
  if (!row) return [];
  const accepted = bench.board.rows.filter((each) => ["accepted", "locked"].includes(each.state)).length;
  const { titleYear } = bench.board.cycle;
  const words = {
    zh: `${titleYear} 年度质量报告（已接收 ${accepted}/${bench.board.rows.length} 个单位）`,
    en: `Quality report ${titleYear} (${accepted} of ${bench.board.rows.length} returns accepted)`,
  };
  const progress = { done: accepted, of: bench.board.rows.length };
  return [{ ...task(bench, row, "read", words, `/report/${bench.year}`), due: null, late: false, progress }];
}

function task({ year }: Bench, row: BoardRow, kind: Task["kind"], words: Words, to: string, ledger?: Ledger): Task {
  const { organisation, name, deadline, late } = row;
  const { zh: text, en } = words;
  return {
    kind,
    organisation,
    organisationName: name,
    year,
    ledger: ledger?.code ?? null,
    text,
    en,
    progress: null,
    due: deadline,
    late,
    to,
  };
}

const answersFor = ({ actor }: Bench, ledger: Ledger): boolean => actor.ledgers?.includes(ledger.code) ?? true;

/** The ledgers of its return for which the actor answers. */
function owedBy(bench: Bench, own: BoardRow): Ledger[] {
  return bench.board.ledgers.filter((ledger) => own.ledgers[ledger.code] !== undefined && answersFor(bench, ledger));
}

function ledgerAt(board: Board, own: BoardRow, slot: string): Ledger | undefined {
  const parsed = parseSlot(slot);
  const owed = board.ledgers.filter((ledger) => own.ledgers[ledger.code] !== undefined);
  return parsed?.kind === "material"
    ? owed.find((ledger) => ledger.kind === "material")
    : owed.find((ledger) => ledger.code === parsed?.ledger);
}

const ownRow = ({ board, actor }: Bench): BoardRow | undefined => board.rows.find((row) => row.organisation === actor.organisation);
const kindAt = (bench: Bench): OrganisationKind | "" => ownRow(bench)?.kind ?? "";
const nameOf = (bench: Bench): string => ownRow(bench)?.name ?? "";
