/** Invents each school's programmes, among which its students, new students, graduates and employed are divided exactly. */
import { allot } from "../allot.ts";
import type { CityYear, Filer } from "../city.ts";
import { iso } from "../dates.ts";
import { pilotSchools } from "../pilots.ts";

interface Share {
  readonly intake: number;
  readonly gradeTwo: number;
  readonly gradeThree: number;
  readonly graduates: number;
  readonly employed: number;
}

export function fillProgrammes(city: CityYear): void {
  const dual = pilotSchools(city, "partnerships.dualPilotSchools");
  const certificate = pilotSchools(city, "quality.certificatePilotSchools");
  const provincial = city.perSchool(
    "programmes.designated#programmeLevel=provincial",
    (school) => (school.random.chance(0.3) ? 1 : 0),
    city.schools.map(() => 1),
  );
  city.schools.forEach((school, at) => {
    register(city, school, { dual: dual.has(school.code), certificate: certificate.has(school.code), provincial: provincial[at]! > 0 });
    courses(school);
  });
}

function register(city: CityYear, school: Filer, pilot: { readonly dual: boolean; readonly certificate: boolean; readonly provincial: boolean }): void {
  const { book } = school;
  const { programmes, colleges, provincialBody } = city.scenario.phrasebook;
  const choice = school.random.fork("choice");
  const stable =
    city.before
      ?.filer(school.code)
      ?.book.rows("programmes.register")
      .map((row) => row.values.code) ?? null;
  const chosen = stable ? programmes.filter((programme) => stable.includes(programme.code)) : choice.sample(programmes, Math.min(programmes.length, choice.whole(5, 8)));
  const certified = programmes.find((programme) => programme.certificate);
  if (pilot.certificate && certified && !chosen.includes(certified)) chosen.push(certified);
  const weights = chosen.map((_, position) => 1 / (position + 1.5));
  const shares = divide(school, weights);
  chosen.forEach((programme, position) => {
    const { intake, gradeTwo, gradeThree, graduates, employed } = shares[position]!;
    const level = position === 0 && pilot.provincial ? "provincial" : position === 1 ? "cityKey" : position === 2 ? "cityFeature" : "none";
    const bridged = position < 2;
    book.row("programmes.register", {
      code: programme.code,
      name: programme.name,
      group: programme.group,
      sector: programme.sector,
      state: "running",
      openedIn: city.year - 6 - position,
      length: 3,
      pillar: programme.pillar,
      level,
      designatedBy: level === "none" ? null : level === "provincial" ? provincialBody : city.city.node.name + "教育局",
      designatedOn: level === "none" ? null : iso(level === "provincial" ? city.year : city.year - 1, 6, 20),
      designatedThisYear: level === "provincial",
      bridging: bridged ? "threeTwo" : "none",
      partner: bridged ? colleges[position % colleges.length]! : null,
      certificate: pilot.certificate && programme.certificate ? programme.certificate : null,
      dualSystem: pilot.dual && position === 0,
      partnerFirms: 1 + ((position * 3) % 4),
      intake,
      gradeOne: intake,
      gradeTwo,
      gradeThree,
      students: intake + gradeTwo + gradeThree,
      graduates,
      employed,
    });
  });
}

function divide({ book }: Filer, weights: readonly number[]): Share[] {
  const of = (grade: string): number => ["male", "female"].reduce((sum, gender) => sum + book.get("students.enrolled", { gender, grade }), 0);
  const intake = allot(book.get("students.intake"), weights);
  const gradeTwo = allot(of("two"), weights);
  const gradeThree = allot(of("three"), weights);
  const graduates = allot(book.get("employment.graduates"), weights);
  const employed = allot(book.get("employment.graduates") - book.get("employment.unemployed"), graduates, graduates);
  return weights.map((_, at) => ({ intake: intake[at]!, gradeTwo: gradeTwo[at]!, gradeThree: gradeThree[at]!, graduates: graduates[at]!, employed: employed[at]! }));
}

function courses({ book, random }: Filer): void {
  const count = random.whole(90, 180);
  const hours = count * random.whole(60, 80);
  const textbooks = random.whole(80, 150);
  const cells: Readonly<Record<string, number>> = {
    courseCount: count,
    coursesWithStandard: Math.floor(count * random.between(0.8, 0.95)),
    onlineCourses: random.whole(1, 6),
    resourceLibraries: random.whole(0, 3),
    lessonHours: hours,
    practiceHours: Math.ceil(hours * random.between(0.51, 0.56)),
    integratedCourses: random.whole(2, 12),
    textbooks,
    plannedTextbooks: Math.floor(textbooks * random.between(0.75, 0.9)),
    ownTextbooks: random.whole(2, 12),
    leaderVisits: random.whole(60, 180),
    leaderLessons: random.whole(80, 240),
    plansRevised: Math.min(3, book.rows("programmes.register").length),
  };
  for (const [code, value] of Object.entries(cells)) if (book.index.elements.get(`programmes.${code}`)?.since === undefined || book.index.elements.get(`programmes.${code}`)!.since! <= book.year) book.set(`programmes.${code}`, value);
}
