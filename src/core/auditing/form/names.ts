/** NAME: one body under two names; a note, because two names can also be two bodies. */
import type { Document } from "../document.ts";
import { type FormCheck, formFinding } from "./form-context.ts";
import { type Named, organisationNames } from "./organisation-names.ts";

interface Pair {
  readonly left: Named;
  readonly right: Named;
  readonly why: "short" | "block" | "sign" | "campus";
}

export const names: FormCheck = (document) => {
  const all = organisationNames(document);
  const shortNames = definedShortNames(document);
  const told = new Set<string>();
  return [...shortForms(all), ...genericBlocks(document, all), ...singleSigns(all), ...campuses(all)]
    .filter(({ left, right }) => !shortNames.has(left.name) && !shortNames.has(right.name))
    .filter(({ left, right }) => {
      const key = [left.name, right.name].sort().join("\n");
      return told.size < told.add(key).size;
    })
    .map((pair) => findingOf(document, pair));
};

const reasons: Readonly<Record<Pair["why"], readonly [zh: string, en: string]>> = {
  short: ["全称与简称混用，未见“以下简称”的说明", "full and short name without a definition"],
  block: ["相差“职业”“技术”一类的字样", "they differ in a word such as 职业"],
  sign: ["只差一个字", "they differ in one character"],
  campus: ["同一处校址用了不同的称呼", "one campus under two kinds of name"],
};

/** The rarer name first: it is the likelier slip. */
function findingOf(document: Document, { left, right, why }: Pair) {
  const [rare, usual] =
    left.count < right.count || (left.count === right.count && left.first.start > right.first.start) ? [left, right] : [right, left];
  const [zh, en] = reasons[why];
  return formFinding(document, {
    code: "NAME",
    spans: [rare.first, usual.first],
    zh: `“${rare.name}”与“${usual.name}”${zh}，请核对是否同一单位。`,
    en: `${rare.name} and ${usual.name}: ${en}; please check whether they are one body.`,
    proof: `${rare.name}（${rare.count}处）/ ${usual.name}（${usual.count}处）`,
    suggestions: [
      { zh: "如为同一单位，全文统一用规范全称，或首次出现时注明简称", en: "If they are one body, use one name or define the short one" },
    ],
  });
}

/** （以下简称“X”）, （简称X） and （X） right behind a full name. */
function definedShortNames(document: Document): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of document.text.matchAll(/(?:简称|下称|又名|原名|曾用名|原)[为：:]?[“"]?([\u3400-\u9fff]{3,20})[”"）)]/gu))
    found.add(match[1]!);
  for (const match of document.text.matchAll(/(?:学校|学院|中心|大学)（([\u3400-\u9fff]{3,16})）/gu)) found.add(match[1]!);
  return found;
}

function groupsBy(all: readonly Named[], key: (named: Named) => string | null): Named[][] {
  const groups = new Map<string, Named[]>();
  for (const named of all) {
    const value = key(named);
    if (value === null) continue;
    const group = groups.get(value);
    if (group) group.push(named);
    else groups.set(value, [named]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Each name of a group beside the one used most. */
function beside(group: readonly Named[], why: Pair["why"]): Pair[] {
  const usual = group.reduce((best, each) => (each.count > best.count ? each : best));
  return group.filter((each) => each !== usual).map((each) => ({ left: each, right: usual, why }));
}

const place = /^([\u3400-\u9fff]{2,3})([市县区州省])(?=[\u3400-\u9fff]{4})/u;
const marker = (name: string): string => place.exec(name)?.[2] ?? "";

function canonical(name: string): string {
  return name
    .replace(place, "$1")
    .replace(/职业中等专业学校|中等职业专业学校|职业中专学校/u, "职业中专")
    .replace(/中等专业学校|中专学校/u, "中专")
    .replace(/职业技术教育中心(?:学校)?|职业教育中心(?:学校)?/u, "职教中心")
    .replace(/职业技术学院$/u, "职院");
}

/** 某市 and 某县 are two places: a group with both is left alone. */
function shortForms(all: readonly Named[]): Pair[] {
  return groupsBy(all, ({ name }) => canonical(name))
    .filter((group) => new Set(group.map(({ name }) => marker(name)).filter((each) => each !== "")).size < 2)
    .flatMap((group) => beside(group, "short"));
}

const block = /职业技术|职业|技术(?=学院|学校)|高等专科|中等/u;

/** With and without 职业 or 技术 behind a stem that is more than a place: 某某学院 and 某某职业学院 of one city are two bodies. */
function genericBlocks(document: Document, all: readonly Named[]): Pair[] {
  return groupsBy(all, ({ name, suffix }) => {
    if (!/学院|学校|大学/u.test(suffix)) return null;
    const stem = name.slice(0, -suffix.length).replace(block, "");
    const own = stem.replace(/^[\u3400-\u9fff]{2,3}[市县区州省]/u, "");
    const enough = own === stem ? stem.length >= 4 : own.length >= 2;
    return enough && !/[市县区州省]$/u.test(stem) && !isPlace(document.text, stem) ? stem + suffix : null;
  }).flatMap((group) => beside(group, "block"));
}

const longPlaces = /^(?:齐齐哈尔|呼和浩特|乌鲁木齐|鄂尔多斯|克拉玛依|巴彦淖尔|呼伦贝尔|锡林郭勒|西双版纳|黔东南|黔西南)$/u;
const isPlace = (text: string, stem: string): boolean =>
  longPlaces.test(stem) || (/[市县区州盟省]/u.test(text[text.indexOf(stem + "市") + stem.length] ?? "") && text.includes(stem + "市"));

/** Ordinals, directions and the like tell two bodies apart. */
const telling = /[东西南北新老一二三四五六七八九十甲乙丙丁大小男女省市县区州镇乡科工农医师]/u;

/** One sign more inside the name, behind its first two and before its kind. */
function singleSigns(all: readonly Named[]): Pair[] {
  const byName = new Map(all.map((named) => [named.name, named]));
  const pairs: Pair[] = [];
  for (const longer of all) {
    const own = longer.name.length - longer.suffix.length;
    if (longer.name.length < 8) continue;
    for (let at = 2; at < own; at++) {
      if (telling.test(longer.name[at]!)) continue;
      const shorter = byName.get(longer.name.slice(0, at) + longer.name.slice(at + 1));
      if (shorter) pairs.push({ left: longer, right: shorter, why: "sign" });
    }
  }
  return pairs;
}

/** One school's campus called 校区 here and 分院 there. */
function campuses(all: readonly Named[]): Pair[] {
  const campus = /(?:校区|分院|分校)$/u;
  return groupsBy(all, ({ name }) => {
    const owner = name.replace(campus, "");
    return owner !== name && !/(?:学院|学校|大学|中专|中心)$/u.test(owner) ? owner : null;
  }).flatMap((group) => beside(group, "campus"));
}
