/** A return as differences: each cell beside last year, the last submission, what was to be expected and the quartiles of its peers. */
import type { Finding } from "../../core/checking/finding.ts";
import { measureLabel, rowKeyLabels } from "../../core/checking/labels.ts";
import type { Element } from "../../core/definition/element.ts";
import { isInForce, type Ledger, type RegisterLedger } from "../../core/definition/ledger.ts";
import { decimalsOf } from "../../core/formula/change.ts";
import { combinations } from "../../core/formula/total.ts";
import { namedPassage } from "../../core/definition/reference-name.ts";
import type { OrganisationNode } from "../../core/model/organisation.ts";
import { cellKey, type FormCell, type RegisterRow, type ReturnDocument } from "../../core/model/return.ts";
import { membersKey, parseMembersKey } from "../../core/model/selection.ts";
import { absolute, compare, divide, type Exact, exact, isZero, multiply, subtract, zero } from "../../core/quantity/exact.ts";
import { round, toSignificant } from "../../core/quantity/rounding.ts";
import { type Doubt, expectedValue } from "./doubts.ts";
import { type PeerBase, peerBase } from "./peer-base.ts";
import { type Peers, positionAmong } from "./peers.ts";
import { percent, signed } from "./review-queue.ts";
import { sameContent } from "./slots.ts";

export interface Difference {
  readonly slot: string;
  readonly ledger: string;
  readonly label: string;
  readonly unit: string;
  readonly now: string | null;
  readonly lastYear: string | null;
  readonly lastSubmission: string | null;
  readonly change: string;
  readonly expected: string | null;
  readonly effect: string | null;
  readonly explanation: string | null;
  readonly peers: {
    readonly low: string;
    readonly median: string;
    readonly high: string;
    readonly count: number;
    /** What it is compared for each of; null: as counted. */
    readonly base: PeerBase | null;
    /** The own value for each unit of the base. */
    readonly own: string;
    readonly position: "low" | "within" | "high";
  } | null;
  /** Positions in the list of findings. */
  readonly findings: number[];
}

interface Source {
  readonly peers: Peers;
  readonly node: OrganisationNode;
  readonly document: ReturnDocument;
  /** The version handed in before this one. */
  readonly before: ReturnDocument | null;
  readonly findings: readonly Finding[];
  readonly doubts: readonly Doubt[];
}

/** In catalog order: cells of forms; of registers what is counted from them, then rows that changed or that a finding names; texts that changed. */
export function differences(source: Source): Difference[] {
  const { index } = source.peers.evaluator;
  const owed = index.knowledge.ledgers.filter(
    (ledger) => isInForce(ledger, source.peers.year) && (ledger.reportedBy as readonly string[]).includes(source.node.kind),
  );
  return owed.flatMap((ledger) => {
    const elements = (index.elementsByLedger.get(ledger.code) ?? []).filter((element) => isInForce(element, source.peers.year));
    if (ledger.kind === "form") return elements.flatMap((element) => cellsOf(source, ledger, element));
    if (ledger.kind === "register") return [...elements.map((element) => counted(source, ledger, element)), ...rowsOf(source, ledger)];
    return texts(source, ledger);
  });
}

function cellsOf(source: Source, ledger: Ledger, element: Element): Difference[] {
  const { peers, node, document, before, doubts } = source;
  return combinations(peers.evaluator.index, element.dimensions).map((members) => {
    const key = membersKey(members);
    const cell = cellKey(element.code, key);
    const { now, last } = peers.own(node, element.code, cell);
    const doubt = doubts.find((each) => each.cell === cell);
    const expected = expectedValue(last, peers.change(node, element.code, cell));
    const decimals = decimalsOf(element);
    return {
      slot: `form/${ledger.code}/${cell}`,
      ledger: ledger.code,
      label: measureLabel(peers.evaluator.index, element.code, parseMembersKey(key)),
      unit: element.unit,
      now: written(document.forms[ledger.code]?.[cell]),
      lastYear: last && toSignificant(last),
      lastSubmission: before && (written(before.forms[ledger.code]?.[cell]) ?? ""),
      change: changeText(now, last),
      expected: expected && round(expected, decimals),
      effect: doubt ? signed(percent(doubt.share)) : null,
      ...touching(source, (place) => place === cell),
      peers: amongPeers(source, element, cell, now),
    };
  });
}

/** As counted where the own base is not known. */
function amongPeers({ peers, node }: Source, element: Element, cell: string, now: Exact | null): Difference["peers"] {
  const wanted = peerBase(peers.evaluator.index, element);
  const base = peers.per(node, now, wanted) === null ? null : wanted;
  const own = peers.per(node, now, base);
  const quartiles = peers.quartiles(node, element.code, cell, base);
  if (!quartiles || !own) return null;
  const decimals = base === null ? decimalsOf(element) : 2;
  return {
    low: round(quartiles.low, decimals),
    median: round(quartiles.median, decimals),
    high: round(quartiles.high, decimals),
    count: quartiles.count,
    base,
    own: round(own, decimals),
    position: positionAmong(own, quartiles),
  };
}

/** What an element counts from a whole register. */
function counted(source: Source, ledger: RegisterLedger, element: Element): Difference {
  const { peers, node } = source;
  const { evaluator, year } = peers;
  const value = (of: number): Exact | null =>
    evaluator.dataset.tree(of).nodes.has(node.code) ? evaluator.measure(element.code, { organisation: node.code }, of).value : null;
  const [now, last] = [value(year), value(year - 1)];
  const shares = source.doubts.filter((each) => each.element === element.code);
  const share = shares.toSorted((left, right) => compare(absolute(right.share), absolute(left.share)))[0]?.share;
  return {
    slot: `none/${ledger.code}`,
    ledger: ledger.code,
    label: measureLabel(evaluator.index, element.code),
    unit: element.unit,
    now: now && toSignificant(now),
    lastYear: last && toSignificant(last),
    lastSubmission: null,
    change: changeText(now, last),
    expected: null,
    effect: share ? signed(percent(share)) : null,
    ...touching(source, (place) => place.split("#", 1)[0] === element.code),
    peers: null,
  };
}

function rowsOf(source: Source, ledger: RegisterLedger): Difference[] {
  const { document, before } = source;
  const rows = new Map((document.registers[ledger.code] ?? []).map((row) => [row.id, row]));
  const earlier = new Map((before?.registers[ledger.code] ?? []).map((row) => [row.id, row]));
  return [...new Set([...rows.keys(), ...earlier.keys()])].flatMap((id) => {
    const [row, old] = [rows.get(id), earlier.get(id)];
    const named = touching(source, (place, of) => of === ledger.code && place.startsWith(`${id}/`));
    const changed = before !== null && !sameRow(row, old);
    if (named.findings.length === 0 && !changed) return [];
    const label = rowKeyLabels(source.peers.evaluator.index, ledger, (row ?? old)!.values).join(" / ") || id;
    return {
      slot: `row/${ledger.code}/${id}`,
      ledger: ledger.code,
      label,
      unit: "",
      now: row ? rowText(source, ledger, row) : null,
      lastYear: null,
      lastSubmission: before ? (old ? rowText(source, ledger, old) : "") : null,
      change: "",
      expected: null,
      effect: null,
      ...named,
      peers: null,
    };
  });
}

function texts(source: Source, ledger: Ledger): Difference[] {
  const { document, before } = source;
  const { index } = source.peers.evaluator;
  return document.materials.flatMap((material) => {
    const old = before?.materials.find((each) => each.id === material.id);
    if (before && old?.text === material.text && old.title === material.title) return [];
    return {
      slot: `material/${material.id}`,
      ledger: ledger.code,
      label: material.title,
      unit: "",
      now: namedPassage(index, material.text),
      lastYear: null,
      lastSubmission: before ? namedPassage(index, old?.text ?? "") : null,
      change: "",
      expected: null,
      effect: null,
      ...touching(source, (place) => place === material.id),
      peers: null,
    };
  });
}

/** Findings that name a place of this return, and the first explanation among them. */
function touching(
  { findings, node, peers }: Source,
  matches: (cell: string, ledger: string) => boolean,
): Pick<Difference, "findings" | "explanation"> {
  const found = findings.flatMap((finding, at) =>
    finding.places.some(
      (place) =>
        place.organisation === node.code && place.year === peers.year && place.cell !== undefined && matches(place.cell, place.ledger),
    )
      ? [at]
      : [],
  );
  return { findings: found, explanation: found.map((at) => findings[at]!.explanation).find((text) => text !== null) ?? null };
}

/** Null where nothing was filed; "—" where it does not apply. */
function written(cell: FormCell | undefined): string | null {
  if (!cell || cell.status === "missing") return null;
  return cell.status === "notApplicable" ? "—" : cell.value;
}

function sameRow(left: RegisterRow | undefined, right: RegisterRow | undefined): boolean {
  return left && right ? sameContent({ values: left.values }, { values: right.values }) : left === right;
}

function rowText({ peers }: Source, ledger: RegisterLedger, row: RegisterRow): string {
  return ledger.columns
    .flatMap((column) => {
      const value = row.values[column.code]?.trim() ?? "";
      if (value === "") return [];
      if (column.type === "boolean") return `${column.zh}：${value === "true" ? "是" : "否"}`;
      const member = peers.evaluator.index.dimensions.get(column.choices ?? "")?.members.find((each) => each.code === value);
      return `${column.zh}：${member?.zh ?? value}`;
    })
    .join("；");
}

/** Below this value a percentage says less than the difference itself. */
const smallBase = exact(10);

/** +12.4% against a last year of ten or more, else +21. */
export function changeText(now: Exact | null, last: Exact | null): string {
  if (!now || !last) return "";
  const difference = subtract(now, last);
  if (isZero(difference)) return "0";
  if (compare(absolute(last), smallBase) < 0) return signed(toSignificant(difference));
  const share = divide(difference, absolute(last));
  const text = round(multiply(share, exact(100)), 1);
  return `${compare(difference, zero) < 0 && !text.startsWith("-") ? `−${text}` : signed(text)}%`;
}
