/** An audit on a terminal: findings by tier with line numbers, echoes beneath their root, then what was tested. */
import { codeNames, tierNames, tierOrder } from "../core/auditing/code-names.ts";
import type { Document } from "../core/auditing/document.ts";
import type { AuditFinding, AuditResult, TextSpan } from "../core/auditing/finding.ts";
import { findingGroups } from "../core/auditing/finding-groups.ts";
import type { Tier } from "../core/definition/check.ts";
import { columns } from "./columns.ts";
import type { Language } from "./environment.ts";

const words = {
  line: { zh: "第{n}行", en: "line {n}" },
  year: { zh: "{n}年", en: "{n}" },
  yearUnknown: { zh: "年度未识别", en: "year not recognised" },
  quantities: { zh: "{n}个数量", en: "{n} quantities" },
  proof: { zh: "算式", en: "working" },
  see: { zh: "另见", en: "see" },
  suggestion: { zh: "建议", en: "suggestion" },
  none: { zh: "未发现问题", en: "No finding" },
  chapters: { zh: "各章检验范围", en: "What was tested, by chapter" },
  headings: { zh: "章\t数量\t可检验\t检验\t成立", en: "chapter\tquantities\tin relations\ttested\theld" },
  notTested: { zh: "未检验", en: "not tested" },
  outline: { zh: "大纲完整度", en: "Outline" },
  missing: { zh: "缺少", en: "missing" },
  echoes: { zh: "连带{n}", en: "echoes {n}" },
  ties: {
    zh: "与填报数据核对：一致{equal}，不一致{different}，无对应{unknown}",
    en: "tied to the data: {equal} equal, {different} different, {unknown} unknown",
  },
  relations: { zh: "关系：检验{n}组，成立{m}组", en: "relations: {n} tested, {m} held" },
} as const;

const shades: Readonly<Record<Tier, string>> = { proof: "\u001b[31m", warning: "\u001b[33m", note: "\u001b[36m" };
const bold = "\u001b[1m";
const plain = "\u001b[0m";

/** Longer places say where they are well enough by their first words. */
const longestPlace = 40;

export function auditLines(
  result: AuditResult,
  document: Document,
  language: Language,
  options: { readonly colour: boolean } = { colour: false },
): string[] {
  const printer = new AuditPrinter(document, language, options.colour);
  return [
    printer.header(result),
    ...printer.findings(result),
    "",
    ...printer.coverage(result),
    ...printer.ties(result),
    printer.outline(result),
    printer.summary(result),
  ];
}

class AuditPrinter {
  readonly #starts: readonly number[];
  readonly #language: Language;
  readonly #colour: boolean;

  constructor(document: Document, language: Language, colour: boolean) {
    this.#starts = lineStarts(document.text);
    this.#language = language;
    this.#colour = colour;
  }

  header({ document: { file, title, year, quantities } }: AuditResult): string {
    const when = year === null ? words.yearUnknown[this.#language] : this.#say("year", year);
    const parts = [oneLine(file), oneLine(title), when, this.#say("quantities", quantities)];
    return this.#shade(bold, parts.filter((part) => part !== "").join("  "));
  }

  findings({ findings, relations }: AuditResult): string[] {
    if (findings.length === 0)
      return ["", `${words.none[this.#language]}${this.#language === "zh" ? "；" : "; "}${this.#relations(relations)}`];
    const groups = findingGroups(findings);
    return tierOrder.flatMap((tier) => {
      const own = groups.filter(({ root }) => root.tier === tier);
      if (own.length === 0) return [];
      const entries = own.flatMap(({ root, echoes }) => [root, ...echoes].map((finding) => this.#finding(finding, root)));
      return ["", this.#shade(bold + shades[tier], `${tierNames[tier][this.#language]} ${own.length}`), ...this.#aligned(entries)];
    });
  }

  coverage({ chapters }: AuditResult): string[] {
    if (chapters.length === 0) return [];
    const rows = chapters.map(({ title, quantities, inRelations, tested, held }) => {
      const silent = quantities > 0 && tested === 0;
      return [
        oneLine(title),
        ...[quantities, inRelations].map(String),
        silent ? words.notTested[this.#language] : String(tested),
        silent ? "—" : String(held),
      ];
    });
    const table = columns([words.headings[this.#language].split("\t"), ...rows]).split("\n");
    return [this.#shade(bold, words.chapters[this.#language]), ...table.map((line) => `  ${line}`)];
  }

  outline({ outline }: AuditResult): string {
    const name = words.outline[this.#language];
    if (!outline) return `${name} —`;
    const missing = outline.missing.map(oneLine).join(this.#language === "zh" ? "、" : "; ");
    const lacking =
      missing === "" ? "" : this.#language === "zh" ? `，${words.missing.zh}：${missing}` : `, ${words.missing.en}: ${missing}`;
    return `${name} ${outline.grade} ${outline.present}/${outline.required}${lacking}`;
  }

  /** Only where the audit had data. */
  ties({ quantities }: AuditResult): string[] {
    const states = quantities.flatMap(({ tie }) => tie?.state ?? []);
    if (states.length === 0) return [];
    const counted = words.ties[this.#language].replace(/\{(\w+)\}/g, (_, state) => String(states.filter((each) => each === state).length));
    return [counted];
  }

  summary({ findings, relations }: AuditResult): string {
    const groups = findingGroups(findings);
    const counts = tierOrder.map((tier) => `${tierNames[tier][this.#language]} ${groups.filter(({ root }) => root.tier === tier).length}`);
    const echoes = findings.length - groups.length;
    const parts = [...counts, ...(echoes > 0 ? [this.#say("echoes", echoes)] : []), this.#relations(relations)];
    return this.#shade(bold, parts.join(this.#language === "zh" ? "，" : ", "));
  }

  #finding(finding: AuditFinding, root: AuditFinding): Entry {
    const [first, ...others] = finding.spans;
    const echo = finding !== root;
    const name = `${finding.code} ${codeNames[finding.code][this.#language]}`;
    return {
      place: `${echo ? "  ↳ " : ""}${first ? this.#line(first) : "—"}`,
      // An echo's tier may differ from that of the root, under which it stands.
      name: echo ? `${tierNames[finding.tier][this.#language]} ${name}` : name,
      message: oneLine(finding.message[this.#language]),
      tier: finding.tier,
      details: [
        ...(finding.proof === "" ? [] : [`${words.proof[this.#language]}  ${oneLine(finding.proof)}`]),
        ...others.map((span) => `${words.see[this.#language]}  ${this.#line(span)} ${shortened(span.text)}`.trimEnd()),
        ...finding.suggestions.map((each) => `${words.suggestion[this.#language]}  ${oneLine(each[this.#language])}`),
      ],
    };
  }

  /** Names stand in one column, details beneath them. Colour comes last: its codes take no room on the screen. */
  #aligned(entries: readonly Entry[]): string[] {
    const heads = columns(entries.map(({ name, message }) => [name, message])).split("\n");
    const rows = entries.flatMap(({ place, details }, at) => [[place, heads[at] ?? ""], ...details.map((detail) => ["", `  ${detail}`])]);
    const lines = columns(rows).split("\n");
    let at = 0;
    return entries.flatMap(({ name, tier, details }) => {
      const own = lines.slice(at, at + 1 + details.length).map((line) => `  ${line}`);
      at += own.length;
      return own.map((line, position) => (position === 0 ? line.replace(name, () => this.#shade(shades[tier], name)) : line));
    });
  }

  #line(span: TextSpan): string {
    return this.#say("line", lineOf(this.#starts, span.start));
  }

  #relations({ tested, held }: AuditResult["relations"]): string {
    return words.relations[this.#language].replace("{n}", String(tested)).replace("{m}", String(held));
  }

  #say(id: "line" | "year" | "quantities" | "echoes", count: number): string {
    return words[id][this.#language].replace("{n}", String(count));
  }

  #shade(shade: string, text: string): string {
    return this.#colour ? `${shade}${text}${plain}` : text;
  }
}

/** A finding in words. */
interface Entry {
  readonly place: string;
  readonly name: string;
  readonly message: string;
  readonly tier: Tier;
  readonly details: readonly string[];
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The 1-based line in which `offset` stands. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** Text of a report may hold line ends and control characters; a terminal would obey them. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function shortened(text: string): string {
  const characters = [...oneLine(text.slice(0, longestPlace * 4))];
  return characters.length <= longestPlace ? characters.join("") : `${characters.slice(0, longestPlace).join("")}…`;
}
