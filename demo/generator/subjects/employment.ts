/** Invents the destinations of graduates, their jobs, a pay survey and career events. */
import type { CityYear, Filer } from "../city.ts";
import { dateIn, iso } from "../dates.ts";

export function fillEmployment(city: CityYear): void {
  const graduates = city.schools.map((school) => school.book.get("students.graduated"));
  const none = city.perSchool("employment.unemployed", (school, at) => graduates[at]! * school.random.between(0.01, 0.025), graduates);
  const left = graduates.map((count, at) => count - none[at]!);
  const army = city.perSchool("employment.army", (school, at) => left[at]! * school.random.between(0, 0.01), left);
  const business = city.perSchool(
    "employment.business",
    (school, at) => left[at]! * school.random.between(0, 0.008),
    left.map((count, at) => count - army[at]!),
  );
  const further = city.perSchool(
    "employment.furtherStudy",
    (school, at) => left[at]! * school.random.between(0.4, 0.6),
    left.map((count, at) => count - army[at]! - business[at]!),
  );
  const direct = left.map((count, at) => count - army[at]! - business[at]! - further[at]!);
  const matched = city.perSchool("employment.matched", (school, at) => direct[at]! * school.random.between(0.72, 0.85), direct);
  city.schools.forEach((school, at) => {
    const { book } = school;
    book.set("employment.graduates", graduates[at]!);
    book.set("employment.direct", direct[at]!);
    book.spread("employment.furtherStudy", further[at]!, (_, way) => [50, 25, 22, 2, 1][way] ?? 1);
    book.spread("employment.furtherStudyByLevel", further[at]!, (_, level) => [6, 93, 1][level] ?? 0);
    book.set("employment.army", army[at]!);
    book.set("employment.business", business[at]!);
    book.set("employment.unemployed", none[at]!);
    book.set("employment.matched", matched[at]!);
    jobs(school, direct[at]!);
    education(school);
  });
  pay(city, direct);
  events(city);
}

function jobs({ book, before, random }: Filer, direct: number): void {
  book.spread("employment.bySector", direct, (_, at) => [6, 52, 42][at] ?? 0);
  book.spread("employment.byEmployer", direct, (_, at) => [2, 8, 62, 6, 15, 7][at] ?? 0);
  book.spread("employment.byContract", direct, (_, at) => [45, 50, 5][at] ?? 0);
  book.spread("employment.byPlace", direct, (_, at) => [68, 20, 12, 0][at] ?? 0);
  book.spread("employment.byChannel", direct, (_, at) => [75, 8, 17][at] ?? 0);
  book.set("employment.insured", Math.floor(direct * random.between(0.8, 0.92)));
  book.set("employment.atPartnerFirms", Math.floor(direct * random.between(0.3, 0.5)));
  const lastDirect = before ? before.get("employment.direct") : direct;
  const tracked = Math.floor(lastDirect * random.between(0.85, 0.95));
  book.set("employment.tracked", tracked);
  book.set("employment.stable", Math.floor(tracked * random.between(0.86, 0.94)));
}

/** A sample of about half of those in jobs; the city's mean pay follows the scenario where it fixes one. */
function pay(city: CityYear, direct: readonly number[]): void {
  const mean = city.total("employment.averagePay") ?? 2400 + city.random.fork("pay").whole(0, 600);
  city.schools.forEach((school, at) => {
    const sample = Math.floor(direct[at]! * 0.5);
    if (sample === 0) return;
    const own = Math.round(mean * school.random.between(0.96, 1.04));
    school.book.row("employment.paySurveys", { surveyedOn: iso(city.year, 12, 5), method: "telephone", sample, payTotal: sample * own, lowest: own - 600, highest: own + 1400 });
  });
}

function education({ book, random }: Filer): void {
  const students = book.get("students.enrolled");
  book.set("employment.courses", random.whole(2, 5));
  book.set("employment.courseHours", random.whole(60, 160));
  book.set("employment.courseStudents", Math.floor(students * random.between(0.3, 0.6)));
  book.set("employment.advisers", random.whole(3, 12));
}

function events(city: CityYear): void {
  const { schoolCareerEvents, cityCareerEvents } = city.scenario.phrasebook;
  for (const school of city.schools) {
    const students = school.book.get("students.enrolled");
    for (const { title, kind } of schoolCareerEvents) careerEvent(city, school, title, kind, Math.round(students * school.random.between(0.1, 0.3)));
  }
  for (const { title, kind } of cityCareerEvents) careerEvent(city, city.city, title, kind, city.city.random.whole(800, 2000));
}

function careerEvent(city: CityYear, { book, random }: Filer, title: string, kind: string, participants: number): void {
  const fair = kind === "jobFair";
  book.row("employment.events", { title, kind, heldOn: dateIn(random, city.year, 3, 11), participants, firms: fair ? random.whole(15, 60) : null, posts: fair ? random.whole(300, 1200) : null });
}
