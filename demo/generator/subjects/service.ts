/** Invents social service: training classes of each kind, appraisals, technical service and support. */
import { allot } from "../allot.ts";
import type { CityYear, Filer } from "../city.ts";
import { dateIn, later } from "../dates.ts";

const kinds = ["poorLabour", "twoPost", "newFarmer", "other"] as const;
const perHundredStudents = { poorLabour: 3, twoPost: 5.6, newFarmer: 0.4, other: 4.6 } as const;
const largestClass = 90;

export function fillService(city: CityYear): void {
  for (const kind of kinds) {
    const numbers = city.perSchool(`service.trainingPersonTimes#trainingKind=${kind}`, (school) =>
      kind === "newFarmer" && school.code.charCodeAt(school.code.length - 1) % 3 !== 0 ? 0 : (school.book.get("students.enrolled") * perHundredStudents[kind] * school.random.between(0.7, 1.3)) / 100,
    );
    city.schools.forEach((school, at) => trainings(city, school, kind, numbers[at]!));
  }
  for (const school of city.schools) {
    appraisals(city, school);
    technical(city, school);
    const fullTime = school.book.get("teachers.fullTime");
    school.book.set("service.intellectualProperty", school.random.whole(0, 3));
    school.book.set("service.trainerStaff", Math.min(fullTime, Math.round(fullTime * school.random.between(0.08, 0.16))));
  }
}

function trainings(city: CityYear, school: Filer, kind: (typeof kinds)[number], total: number): void {
  const names = city.scenario.phrasebook.trainings[kind];
  const classes = Math.ceil(total / largestClass);
  allot(
    total,
    Array.from({ length: classes }, () => school.random.between(0.8, 1.2)),
  ).forEach((personTimes, at) => {
    if (personTimes === 0) return;
    const { name, target } = names[(at + school.random.whole(0, names.length - 1)) % names.length]!;
    const startedOn = dateIn(school.random, city.year);
    const hours = school.random.pick([24, 32, 40, 56]);
    school.book.row("service.trainings", {
      name: `${name}第${at + 1}期`,
      kind,
      target,
      poverty: kind === "poorLabour",
      publicGood: kind !== "other",
      startedOn,
      endedOn: later(startedOn, Math.ceil(hours / 8)),
      personTimes,
      certified: Math.floor(personTimes * school.random.between(0.2, 0.6)),
      hours,
      personHours: personTimes * hours,
      funds: personTimes * hours * school.random.whole(10, 18),
    });
  });
}

function appraisals(city: CityYear, school: Filer): void {
  for (const target of ["students", "public"]) {
    const candidates = school.random.whole(40, 120) + (target === "students" ? Math.round(school.book.get("students.enrolled") / 20) : 0);
    school.book.row("service.appraisals", {
      occupation: school.random.pick(city.scenario.phrasebook.occupations),
      heldOn: dateIn(school.random, city.year, 5, 11),
      target,
      candidates,
      passed: Math.floor(candidates * school.random.between(0.86, 0.97)),
    });
  }
}

function technical(city: CityYear, school: Filer): void {
  const { technicalProjects, firms, villages } = city.scenario.phrasebook;
  for (const { name, kind } of school.random.sample(technicalProjects, 2)) {
    const paid = kind === "outreach" ? 0 : school.random.whole(2, 12) * 10_000;
    school.book.row("service.technical", {
      name,
      kind,
      client: school.random.pick(firms),
      servedOn: dateIn(school.random, city.year),
      staff: school.random.whole(3, 9),
      personTimes: school.random.whole(30, 240),
      funds: paid,
      benefit: paid * 3,
    });
  }
  const [village] = school.random.sample(villages, 1);
  school.book.row("service.support", { partner: village!, kind: "village", place: school.node.name.slice(0, 3), people: school.random.whole(1, 3), funds: school.random.whole(1, 6) * 10_000, beneficiaries: school.random.whole(40, 300) });
}
