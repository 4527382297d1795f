/** Invents the students of a city: opening, intake, graduates and leavers by school, gender and grade, so that every balance closes. */
import { allot } from "../allot.ts";
import type { CityYear, Filer } from "../city.ts";
import { dateIn } from "../dates.ts";

const grades = ["one", "two", "three"] as const;
const genders = ["male", "female"] as const;
type Grade = (typeof grades)[number];
type Gender = (typeof genders)[number];
type Cells = Record<Gender, Record<Grade, number>>;

export function fillStudents(city: CityYear): void {
  const opening = city.schools.every((school) => school.before) ? city.schools.map((school) => school.before!.get("students.enrolled")) : city.perSchool("students.opening", (school) => school.size * 2700);
  const intake = city.perSchool("students.intake", (school, at) => opening[at]! * school.random.between(0.38, 0.44));
  const graduated = city.perSchool("students.graduated", (school, at) => opening[at]! * school.random.between(0.25, 0.28));
  const left = city.perSchool("students.left", (school, at) => opening[at]! * school.random.between(0.05, 0.1));
  const due = more(city, "students.cohortDue", graduated, 0.02, 0.04);
  const cohort = more(city, "students.cohortIntake", due, 0.08, 0.12);
  city.schools.forEach((school, at) => {
    const { book, random } = school;
    const open = school.before ? closingOf(school.before) : openingCells(opening[at]!, random.between(0.42, 0.48));
    balance(school, open, intake[at]!, graduated[at]!, left[at]!);
    const enrolled = book.get("students.enrolled");
    book.spread("students.leftByReason", left[at]!, (_, reason) => [30, 25, 8, 30, 7][reason] ?? 1);
    book.set("students.boarders", Math.floor(enrolled * random.between(0.8, 0.9)));
    book.set("students.rural", Math.floor(enrolled * random.between(0.7, 0.85)));
    book.set("students.outOfCity", Math.floor(enrolled * random.between(0.02, 0.08)));
    book.set("students.technicalEnrolled", null);
    book.spread("students.intake", intake[at]!, (_, kind) => [45, 42, 3, 10][kind] ?? 0);
    book.spread("students.intakeByOrigin", intake[at]!, (_, origin) => [60, 25, 10, 5][origin] ?? 1);
    book.set("students.technicalIntake", null);
    book.set("students.plannedIntake", Math.ceil((intake[at]! * random.between(1.02, 1.15)) / 10) * 10);
    book.set("students.applicants", Math.ceil(intake[at]! * random.between(1.05, 1.3)));
    book.set("students.graduated", graduated[at]!);
    book.set("students.cohortDue", due[at]!);
    book.set("students.cohortIntake", cohort[at]!);
  });
  bureau(city);
  publicity(city);
}

/** Numbers a little above `base`, school by school, to the scenario's total where there is one. */
function more(city: CityYear, key: string, base: readonly number[], low: number, high: number): number[] {
  const total = city.total(key);
  const extra = total === undefined ? base.map((value, at) => Math.ceil(value * city.schools[at]!.random.between(low, high))) : allot(total - base.reduce((sum, value) => sum + value, 0), base);
  return base.map((value, at) => value + extra[at]!);
}

function openingCells(total: number, female: number): Cells {
  const women = Math.round(total * female);
  const split = (count: number): Record<Grade, number> => {
    const [one = 0, two = 0, three = 0] = allot(count, [36, 34, 30]);
    return { one, two, three };
  };
  return { male: split(total - women), female: split(women) };
}

function closingOf(before: Filer["book"]): Cells {
  const split = (gender: Gender): Record<Grade, number> => ({
    one: before.get("students.enrolled", { gender, grade: "one" }),
    two: before.get("students.enrolled", { gender, grade: "two" }),
    three: before.get("students.enrolled", { gender, grade: "three" }),
  });
  return { male: split("male"), female: split("female") };
}

/** Moves everyone up a grade: new students enter the first, leavers leave their grade, graduates leave the third. */
function balance({ book }: Filer, open: Cells, intake: number, graduated: number, left: number): void {
  const sumOf = (cells: Record<Grade, number>): number => grades.reduce((sum, grade) => sum + cells[grade], 0);
  const byGender = (total: number, caps: readonly number[]): number[] =>
    allot(
      total,
      genders.map((gender) => sumOf(open[gender])),
      caps,
    );
  const news = byGender(intake, [intake, intake]);
  const leaving = byGender(
    left,
    genders.map((gender) => sumOf(open[gender])),
  );
  const leavers = genders.map((gender, at) =>
    allot(
      leaving[at]!,
      [open[gender].one * 3, open[gender].two * 2, open[gender].three],
      grades.map((grade) => Math.floor(open[gender][grade] * 0.6)),
    ),
  );
  const leavingGrade = genders.map((gender, at) => open[gender].three - leavers[at]![2]!);
  const done = allot(
    graduated,
    leavingGrade,
    genders.map((gender, at) => sumOf(open[gender]) - leaving[at]!),
  );
  genders.forEach((gender, at) => {
    const [one = 0, two = 0, three = 0] = leavers[at]!;
    grades.forEach((grade, position) => {
      book.set("students.opening", open[gender][grade], { gender, grade });
      book.set("students.left", leavers[at]![position]!, { gender, grade });
    });
    book.set("students.newByGender", news[at]!, { gender });
    book.set("students.transferredIn", 0, { gender });
    book.set("students.graduatedByGender", done[at]!, { gender });
    const rest = { two: open[gender].one - one, three: open[gender].two - two + open[gender].three - three - done[at]! };
    const overdrawn = Math.max(0, -rest.three);
    book.set("students.enrolled", news[at]!, { gender, grade: "one" });
    book.set("students.enrolled", rest.two - overdrawn, { gender, grade: "two" });
    book.set("students.enrolled", rest.three + overdrawn, { gender, grade: "three" });
  });
}

function bureau(city: CityYear): void {
  const { book, before, random } = city.city;
  const intake = city.schools.reduce((sum, school) => sum + school.book.get("students.intake"), 0);
  book.set("students.task", city.total("students.task") ?? Math.ceil((intake * random.between(1.05, 1.4)) / 100) * 100);
  book.set("students.generalIntake", before ? Math.round(before.get("students.generalIntake") * random.between(0.99, 1.03)) : Math.round(intake * random.between(2.0, 2.6)));
  book.set("students.juniorGraduates", Math.round((book.get("students.generalIntake") + intake) * 1.06));
  for (const filer of [city.city, ...city.counties]) {
    const below = city.schools.filter((school) => filer === city.city || school.node.parent === filer.code);
    filer.book.set(
      "students.yearbookEnrolled",
      below.reduce((sum, school) => sum + school.book.get("students.enrolled"), 0),
    );
    filer.book.set(
      "students.yearbookIntake",
      below.reduce((sum, school) => sum + school.book.get("students.intake"), 0),
    );
  }
}

function publicity(city: CityYear): void {
  const { cityPublicity, schoolPublicity } = city.scenario.phrasebook;
  for (const { title, kind, participants } of cityPublicity) publicityRow(city, city.city, title, kind, participants);
  for (const county of city.counties) publicityRow(city, county, `${county.node.name}${schoolPublicity[0]!.title}`, schoolPublicity[0]!.kind, county.random.whole(200, 600));
  for (const school of city.schools) for (const { title, kind } of school.random.sample(schoolPublicity, 2)) publicityRow(city, school, title, kind, school.random.whole(120, 700));
}

function publicityRow(city: CityYear, { book, random }: Filer, title: string, kind: string, participants: number): void {
  const officials = Math.floor(participants * 0.03);
  const firms = Math.floor(participants * 0.05);
  const schoolHeads = Math.floor(participants * 0.12);
  book.row("students.publicity", { title, kind, heldOn: dateIn(random, city.year, 5, 7), participants, officials, firms, schoolHeads, students: participants - officials - firms - schoolHeads });
}
