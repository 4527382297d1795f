/**
 * The ports of the application: what the use cases need from the world, as small interfaces. Adapters
 * implement them; src/main chooses which.
 */
import type { Document } from "../core/auditing/document.ts";
import type { AuditResult } from "../core/auditing/finding.ts";
import type { Cycle, SeriesBreak } from "../core/model/cycle.ts";
import type { Filing } from "../core/model/dataset.ts";
import type { CellOrigin, Fact } from "../core/model/fact.ts";
import type { Organisation } from "../core/model/organisation.ts";
import type { ReturnDocument, ReturnState } from "../core/model/return.ts";
import type { Members } from "../core/model/selection.ts";
import type { KnowledgeIndex } from "../core/definition/knowledge.ts";
import type { Report } from "../core/reporting/report.ts";
import type { Desk, ScopedStore } from "./desk/desk.ts";

export interface Clock {
  /** ISO 8601 instant in UTC. */
  now(): string;
}

/** One version of one organisation's return, as stored. */
export interface StoredReturn {
  readonly organisation: string;
  readonly year: number;
  readonly version: number;
  readonly state: ReturnState;
  readonly document: ReturnDocument;
  /** SHA-256 (hex) of the document's canonical JSON. */
  readonly hash: string;
  /** Who brought it into this state, when and why. */
  readonly actor: string;
  readonly at: string;
  readonly reason: string;
}

/** An entry of an organisation's history, chained by hash. */
export interface HistoryEntry {
  readonly organisation: string;
  readonly sequence: number;
  readonly act: string;
  readonly year: number | null;
  readonly version: number | null;
  readonly actor: string;
  readonly at: string;
  readonly reason: string;
  /** Hash of what was done (a document's, or of the details). */
  readonly content: string;
  readonly previous: string;
  readonly hash: string;
}

export interface FactQuery {
  /** Root of the subtree, by the tree of each year. */
  readonly root: string;
  readonly years: readonly number[];
  /** Only facts of returns accepted or locked. */
  readonly acceptedOnly: boolean;
  /** Only what these organisations of the subtree filed; everybody's where left out. */
  readonly organisations?: readonly string[];
}

/** The sum of one element's cell over a subtree and what it rests on. */
export interface Sum {
  readonly element: string;
  readonly year: number;
  readonly members: Members;
  /** Plain decimal text; "0" when nobody filed a value. */
  readonly total: string;
  /** How many facts gave a value, and how many were missing. */
  readonly present: number;
  readonly missing: number;
}

/** A register's row by its own identity, over all versions of its return. */
export interface StoredRow {
  readonly organisation: string;
  readonly year: number;
  readonly ledger: string;
  readonly id: string;
  /** The version that last changed it. */
  readonly version: number;
  readonly naturalKey: string;
  readonly values: Readonly<Record<string, string | null>>;
  readonly origin: CellOrigin;
  /** A later version left it out. */
  readonly withdrawn: boolean;
}

/** Merkle root over the heads of all history chains at one moment; seals are chained themselves. */
export interface Seal {
  readonly sequence: number;
  readonly root: string;
  readonly chains: number;
  readonly at: string;
  readonly hash: string;
}

export interface StoreReader {
  organisations(): Promise<Organisation[]>;
  cycles(organisation?: string): Promise<Cycle[]>;
  breaks(): Promise<SeriesBreak[]>;
  /** The newest version, or null. */
  currentReturn(organisation: string, year: number): Promise<StoredReturn | null>;
  returnVersions(organisation: string, year: number): Promise<StoredReturn[]>;
  /** Newest version and state by organisation and year, without documents. */
  returnStates(root: string, year: number): Promise<Omit<StoredReturn, "document">[]>;
  facts(query: FactQuery): Promise<Fact[]>;
  filings(query: FactQuery): Promise<Filing[]>;
  /**
   * Sums over the subtree, kept as base and deltas: the cost does not grow with the number of schools.
   * Adds up what is filed, whatever the element's roll-up; distinct things (facts with a key) are left out.
   */
  sums(query: FactQuery): Promise<Sum[]>;
  registerRows(query: { readonly root: string; readonly year: number; readonly ledger: string }): Promise<StoredRow[]>;
  history(organisation: string): Promise<HistoryEntry[]>;
}

export interface StoreWriter extends StoreReader {
  /** Inserts or replaces organisations by code; the whole set must form a tree (checked by the use case). */
  saveOrganisations(organisations: readonly Organisation[], act: Act): Promise<void>;
  saveCycle(cycle: Cycle, act: Act): Promise<void>;
  saveBreak(entry: SeriesBreak, act: Act): Promise<void>;
  /** Appends a version: document, projected facts, ancestor sums and history entry, all in this transaction. */
  appendReturn(entry: { document: ReturnDocument; state: ReturnState; facts: readonly Fact[] }, act: Act): Promise<StoredReturn>;
  /** Changes the state of the newest version. @throws ConflictError when it is no longer `from`. */
  changeState(organisation: string, year: number, from: ReturnState, to: ReturnState, act: Act): Promise<void>;
}

/** Who does something, when and why: written to the history beside every write. */
export interface Act {
  readonly name: string;
  readonly actor: string;
  readonly at: string;
  readonly reason: string;
}

export interface Store extends StoreReader {
  /** Runs `work` in one transaction: all of it is durable when the promise resolves, or none of it. */
  transaction<T>(work: (writer: StoreWriter, desk: Desk) => Promise<T>): Promise<T>;
  /** Runs `work` over one unchanging state of the store: no read in it sees what was committed meanwhile. */
  snapshot<T>(work: (reader: StoreReader) => Promise<T>): Promise<T>;
  /** What one organisation may see: its subtree by the tree of each year, and of those above only who they are, their cycles and breaks. */
  as(scope: { readonly organisation: string }): StoreReader;
  /** The same subtree, reading and writing, with the desk: what a request of the web application works on. */
  within(scope: { readonly organisation: string }): ScopedStore;
  /** Whether `organisation` stands at or below `root`: in the tree of `year`, or, when no year is given, as things stand (a closed one where it last stood). */
  stands(organisation: string, root: string, year?: number): Promise<boolean>;
  /** Seals all history chains as they stand. */
  seal(act: Act): Promise<Seal>;
  /** Brings the schema up to date; the names of the migrations applied. */
  migrate(): Promise<string[]>;
  /** Walks hash chains, recomputes projections and sums; one line for each thing that does not hold. */
  verify(progress?: Progress): Promise<{ checked: Readonly<Record<string, number>>; problems: string[] }>;
  close(): Promise<void>;
}

/** Somebody else changed the same thing first. */
export class ConflictError extends Error {}

/** Says how long work is going. `total` is 0 while unknown. */
export type Progress = (done: number, total: number, what: string) => void;

/** A problem in a workbook that people handed in. */
export interface ImportProblem {
  readonly file: string;
  readonly sheet: string;
  /** "D12", or "" for the sheet or file as a whole. */
  readonly cell: string;
  /** Refusals keep the workbook out; notes say what was normalised. */
  readonly severity: "refusal" | "note";
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
  readonly found: string;
  readonly expected: string;
  /** Where in the return it stands; absent for what belongs to no ledger. */
  readonly place?: ImportPlace;
}

export interface ImportPlace {
  readonly ledger: string;
  /** A form's cell key, "<row id>/<column>" of a register, a text's id; absent for the ledger as a whole. */
  readonly cell?: string;
}

export interface ParsedWorkbook {
  readonly file: string;
  readonly organisation: string | null;
  readonly year: number | null;
  /** Only the ledgers that the workbook has: a department's partial workbook leaves the others untouched. */
  readonly document: ReturnDocument | null;
  readonly problems: readonly ImportProblem[];
}

export interface TemplateRequest {
  readonly index: KnowledgeIndex;
  readonly catalog: string;
  readonly organisation: Organisation;
  readonly organisationName: string;
  readonly cycle: Cycle;
  /** What was filed so far for this year, to be filled in. */
  readonly current: ReturnDocument | null;
  /** Last year's filed document, shown beside each cell. */
  readonly previous: ReturnDocument | null;
  /** Sections of the outline for section material. */
  readonly sections: readonly { readonly code: string; readonly title: string }[];
}

export interface Spreadsheets {
  /** The workbook which an organisation fills. */
  writeTemplate(request: TemplateRequest): Promise<Uint8Array>;
  /** Reads a workbook that came back; never throws for its content. */
  readWorkbook(file: string, bytes: Uint8Array, index: KnowledgeIndex, catalog: string): Promise<ParsedWorkbook>;
  /** A copy of the workbook with the problems as cell comments. */
  commentProblems(bytes: Uint8Array, problems: readonly ImportProblem[]): Promise<Uint8Array>;
  writeTable(sheets: readonly TableSheet[]): Promise<Uint8Array>;
  /** Plain cells of the first sheet, as text, for `org import`. */
  readTable(bytes: Uint8Array): Promise<string[][]>;
  /** All visible sheets of another office's export, .xlsx or text. @throws Refusal for what is neither. */
  readSheets(bytes: Uint8Array): Promise<SheetRows[]>;
}

/** A sheet as rows of text; blank rows are left out, so each says its number, from 1. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** A sheet of plain cells: numbers are given as decimal text with `numeric`. */
export interface TableSheet {
  readonly name: string;
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly (readonly { readonly text: string; readonly numeric: boolean }[])[];
  readonly frozenColumns: number;
}

export interface ReportWriter {
  readonly format: "docx" | "pdf" | "html";
  write(report: Report): Promise<Uint8Array>;
}

export interface DocumentReader {
  /** A report in whatever format it comes. @throws Refusal for what cannot be read. */
  read(file: string, bytes: Uint8Array): Promise<Document>;
}

/** An audit as a file: a page, or the author's own .docx with comments. */
export interface AuditWriter {
  readonly format: "html" | "docx";
  write(audit: {
    readonly document: Document;
    readonly result: AuditResult;
    readonly bytes: Uint8Array;
    readonly language: "zh" | "en";
    readonly at: string;
  }): Promise<Uint8Array>;
}

export interface Files {
  read(path: string): Promise<Uint8Array>;
  write(path: string, content: Uint8Array | string): Promise<void>;
}
