/** Small fixed cities, one for each way in which two years can stand to each other, or a return can be wanting. */
import type { Scenario } from "../../../demo/generator/city.ts";
import { sectionsOf } from "../../../demo/xuchang/scenario.ts";
import { knowledge } from "../../../src/catalog/knowledge.ts";
import type { SeriesBreak } from "../../../src/core/model/cycle.ts";
import type { Organisation } from "../../../src/core/model/organisation.ts";
import type { ReturnDocument } from "../../../src/core/model/return.ts";
import type { Report } from "../../../src/core/reporting/report.ts";
import { secondPhrasebook } from "../../second-city/phrasebook.ts";
import { documentsOf, evaluatorOf, reportOf } from "../../second-city/report-text.ts";

const root = "370800";
const from = "1990-01-01";
const organisation = (
  code: string,
  kind: Organisation["kind"],
  name: string,
  parent: string | null,
  attributes: Record<string, string> = {},
): Organisation => ({ code, kind, versions: [{ from, to: null, name, parent, attributes }] });
const school = (number: string, name: string, parent: string, ownership: string, type: string): Organisation =>
  organisation(`${root}-${number}`, "school", name, parent, { 办学性质: ownership, 隶属: parent === root ? "市直" : "县区", 类型: type });

const organisations: readonly Organisation[] = [
  organisation(root, "city", "澜海市", null),
  organisation("370821", "county", "望潮县", root),
  school("01", "澜海海事学校", root, "公办", "中等专业学校"),
  school("02", "澜海港航学校", root, "公办", "中等专业学校"),
  school("03", "滨海职业高中", root, "民办", "职业高中"),
  school("04", "望潮县职业教育中心", "370821", "公办", "职教中心"),
];

type Totals = Readonly<Record<string, number>>;

/** A year in which as many come as go. */
const steady: Totals = {
  "students.intake": 1700,
  "students.graduated": 1400,
  "students.left": 300,
  "students.cohortDue": 1450,
  "students.cohortIntake": 1600,
  "students.task": 2400,
  "teachers.hired#inflowWay=assessment|teacherKind=subject": 3,
  "teachers.hired#inflowWay=examination|teacherKind=subject": 2,
  "teachers.hired#inflowWay=examination|teacherKind=common": 2,
  "teachers.departed#teacherKind=subject": 5,
  "teachers.departed#teacherKind=common": 2,
  "teachers.movedToCommon": 0,
  "teachers.movedToSubject": 0,
  "teachers.doubleQualified": 110,
  "teachers.enterprisePartTime": 20,
  "teachers.masters": 34,
  "teachers.bachelorsOnly": 265,
  "teachers.senior": 82,
  "teachers.otherStaff": 40,
  "facilities.equipmentAdded": 1_000_000,
  "facilities.equipmentDisposed": 1_000_000,
  "facilities.booksAdded": 1_000,
  "facilities.booksDisposed": 1_000,
  "facilities.workstations": 3_000,
  "employment.unemployed": 30,
  "employment.army": 10,
  "employment.business": 6,
  "employment.furtherStudy": 700,
  "employment.matched": 500,
  "attainment.culturalTested": 4_000,
  "attainment.culturalPassed": 3_840,
  "attainment.skillTested": 4_000,
  "attainment.skillPassed": 3_860,
};

const start: Totals = {
  "students.opening": 5_000,
  "teachers.fullTime": 340,
  "teachers.subject": 180,
  "facilities.equipmentOpening": 38_000_000,
  "facilities.booksOpening": 150_000,
};

const rising: Totals = {
  ...steady,
  "students.intake": 2300,
  "students.left": 240,
  "teachers.hired#inflowWay=assessment|teacherKind=subject": 14,
  "teachers.hired#inflowWay=examination|teacherKind=subject": 9,
  "teachers.doubleQualified": 136,
  "teachers.enterprisePartTime": 31,
  "teachers.masters": 45,
  "facilities.equipmentAdded": 4_600_000,
  "facilities.booksAdded": 22_000,
  "facilities.workstations": 3_900,
  "employment.unemployed": 14,
  "employment.furtherStudy": 840,
  "employment.matched": 470,
  "attainment.culturalPassed": 3_920,
  "attainment.skillPassed": 3_940,
};

const falling: Totals = {
  ...steady,
  "students.intake": 1200,
  "students.graduated": 1500,
  "students.cohortDue": 1620,
  "students.cohortIntake": 1800,
  "students.left": 420,
  "teachers.hired#inflowWay=examination|teacherKind=common": 0,
  "teachers.departed#teacherKind=subject": 17,
  "teachers.doubleQualified": 88,
  "teachers.enterprisePartTime": 12,
  "teachers.masters": 30,
  "teachers.bachelorsOnly": 252,
  "facilities.equipmentDisposed": 3_100_000,
  "facilities.booksDisposed": 6_000,
  "facilities.workstations": 2_400,
  "employment.unemployed": 96,
  "employment.furtherStudy": 610,
  "employment.matched": 430,
  "attainment.culturalPassed": 3_720,
  "attainment.skillPassed": 3_700,
};

function city(years: readonly number[], last: Totals): Scenario {
  const totals = Object.fromEntries(
    years.map((year, at) => [year, { ...(at === years.length - 1 ? last : steady), ...(at === 0 ? start : {}) }]),
  );
  return {
    seed: 370_800,
    root,
    organisations,
    years,
    totals,
    phrasebook: secondPhrasebook,
    sections: sectionsOf(knowledge, "2016-city", "2016-school"),
    sizes: { [`${root}-01`]: 1.2, [`${root}-02`]: 1.1, [`${root}-03`]: 0.6, [`${root}-04`]: 1 },
  };
}

interface Change {
  readonly breaks?: readonly SeriesBreak[];
  readonly edit?: (documents: readonly ReturnDocument[]) => readonly ReturnDocument[];
}

function report(scenario: Scenario, { breaks = [], edit = (documents) => documents }: Change = {}): Report {
  return reportOf(evaluatorOf(scenario, edit(documentsOf(scenario)), breaks), root, 2019);
}

const broken = (measure: string, reason: string): SeriesBreak => ({ organisation: root, measure, year: 2019, reason });
const emptied = (document: ReturnDocument): ReturnDocument => ({
  ...document,
  registers: Object.fromEntries(Object.keys(document.registers).map((ledger) => [ledger, []])),
  materials: [],
});

/** Folder → the report, and the chapters of it that are kept. */
export const cases: Readonly<Record<string, { readonly report: () => Report; readonly chapters: readonly string[] }>> = {
  rise: { report: () => report(city([2018, 2019], rising)), chapters: ["basics", "students"] },
  fall: { report: () => report(city([2018, 2019], falling)), chapters: ["basics", "students"] },
  flat: { report: () => report(city([2018, 2019], steady)), chapters: ["basics", "students"] },
  "first-year": { report: () => report(city([2019], steady)), chapters: ["basics", "students", "government"] },
  "break-in-series": {
    report: () =>
      report(city([2018, 2019], rising), {
        breaks: [broken("students.intake", "含技工学校招生"), broken("employment.matched", "对口的认定办法改变")],
      }),
    chapters: ["basics", "students"],
  },
  "missing-school": {
    report: () =>
      report(city([2018, 2019], rising), {
        edit: (documents) => documents.filter(({ organisation: code, year }) => code !== `${root}-03` || year !== 2019),
      }),
    chapters: ["basics", "students", "improvement"],
  },
  "empty-registers": {
    report: () => report(city([2018, 2019], rising), { edit: (documents) => documents.map(emptied) }),
    chapters: ["quality", "partnerships", "contribution"],
  },
};
