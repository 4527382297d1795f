/** Invents test results, certificates, a satisfaction survey, aid, conduct and activities. */
import type { CityYear, Filer } from "../city.ts";
import { dateIn } from "../dates.ts";

export function fillAttainment(city: CityYear): void {
  const enrolled = city.schools.map((school) => school.book.get("students.enrolled"));
  const tested = (stem: string, part: number): number[] => city.perSchool(`attainment.${stem}Tested`, (_, at) => enrolled[at]! * part, enrolled);
  const rates = { cultural: [0.93, 0.955, 0.975], skill: [0.9, 0.96, 0.98], fitness: [0.95, 0.89, 0.935] } as const;
  for (const [stem, [part, low, high]] of Object.entries(rates)) {
    const people = tested(stem, part);
    const passed = city.perSchool(`attainment.${stem}Passed`, (school, at) => people[at]! * school.random.between(low, high), people);
    city.schools.forEach(({ book }, at) => {
      book.set(`attainment.${stem}Tested`, people[at]!);
      book.set(`attainment.${stem}Passed`, passed[at]!);
    });
  }
  city.schools.forEach((school, at) => {
    certificates(school);
    survey(school);
    life(city, school, enrolled[at]!);
  });
  for (const { title, kind } of city.scenario.phrasebook.cityMoralActivities)
    city.city.book.row("attainment.moralActivities", { title, kind, heldOn: dateIn(city.city.random, city.year, 4, 10), sessions: city.city.random.whole(2, 6), personTimes: city.city.random.whole(800, 4000) });
}

function certificates({ book, random }: Filer): void {
  const graduates = book.get("employment.graduates");
  const certified = Math.floor(graduates * random.between(0.78, 0.9));
  const entrants = Math.min(graduates, Math.ceil(certified * 1.12));
  book.set("attainment.fitnessExempt", random.whole(2, 15));
  for (const testSubject of ["chinese", "mathematics", "english"]) {
    const people = Math.floor(book.get("students.enrolled") * 0.2);
    book.set("attainment.cityTested", people, { testSubject });
    book.set("attainment.cityPassed", Math.floor(people * random.between(0.82, 0.95)), { testSubject });
  }
  book.set("attainment.certified", certified);
  book.set("attainment.doubleCertified", certified);
  book.set("attainment.certificates", Math.ceil(certified * 1.08));
  book.set("attainment.certificateEntrants", entrants);
  const pilots = book.get("quality.certificatePilotSchools") === 1 ? random.whole(60, 140) : 0;
  book.set("attainment.onePlusXEntrants", pilots);
  book.set("attainment.onePlusXPassed", Math.floor(pilots * random.between(0.7, 0.85)));
}

function survey({ book, random }: Filer): void {
  const asked = Math.floor(book.get("students.enrolled") * 0.3);
  for (const satisfactionItem of book.index.dimensions.get("satisfactionItem")!.members.map((member) => member.code)) {
    const very = Math.floor(asked * random.between(0.5, 0.62));
    const not = Math.floor(asked * random.between(0.02, 0.06));
    for (const [satisfactionGrade, value] of [
      ["very", very],
      ["basically", asked - very - not],
      ["not", not],
    ] as const)
      book.set("attainment.satisfaction", value, { satisfactionItem, satisfactionGrade });
  }
}

function life(city: CityYear, { book, random }: Filer, enrolled: number): void {
  const aid = { tuitionWaiver: [0.94, 2000], grant: [0.22, 2000], scholarship: [0.002, 6000], povertyAllowance: [0.06, 1500], schoolAid: [0.03, 800] } as const;
  for (const [aidKind, [part, yuan]] of Object.entries(aid)) {
    const people = Math.round(enrolled * part);
    book.set("attainment.aidRecipients", people, { aidKind });
    book.set("attainment.aidAmount", people * yuan, { aidKind });
  }
  book.set("attainment.poorStudents", Math.round(enrolled * 0.06));
  const cells: Readonly<Record<string, number>> = {
    clubs: random.whole(12, 40),
    clubMembers: Math.floor(enrolled * random.between(0.45, 0.7)),
    volunteers: Math.floor(enrolled * random.between(0.2, 0.4)),
    volunteerHours: Math.floor(enrolled * random.between(2, 5)),
    violations: Math.floor(enrolled * 0.003),
    seriousAccidents: 0,
    safetyDrills: random.whole(4, 10),
    moralHonours: random.whole(1, 6),
    moralProjects: random.whole(0, 3),
  };
  for (const [code, value] of Object.entries(cells)) book.set(`attainment.${code}`, value);
  book.spread("attainment.conduct", Math.floor(Math.min(enrolled, book.get("students.opening")) * 0.98), (_, grade) => [32, 48, 19.5, 0.5][grade] ?? 0);
  for (const { title, kind } of random.sample(city.scenario.phrasebook.schoolMoralActivities, 3)) {
    const sessions = random.whole(1, 6);
    book.row("attainment.moralActivities", { title, kind, heldOn: dateIn(random, city.year, 3, 11), sessions, personTimes: sessions * random.whole(200, 900) });
  }
}
