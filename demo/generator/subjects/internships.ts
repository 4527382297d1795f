/** Invents batches of interns that keep the rules of their year, and how schools manage them. */
import type { CityYear, Filer } from "../city.ts";
import { iso } from "../dates.ts";
import { firmsOf } from "./partnerships.ts";

export function fillInternships(city: CityYear): void {
  const kind = city.year <= 2021 ? "post" : "onJob";
  const firms = firmsOf(city);
  for (const school of city.schools) {
    const { book, random } = school;
    const programmes = book.rows("programmes.register").slice(0, 3);
    programmes.forEach((programme, at) => batch(city, school, programme.values, firms[(at + random.whole(0, firms.length - 1)) % firms.length]!, kind));
    const interns = book.rows("internships.batches").reduce((sum, row) => sum + Number(row.values.students), 0);
    book.set("internships.rules", random.whole(3, 8));
    book.set("internships.trained", interns);
    book.set("internships.inspected", programmes.length);
    book.set("internships.accidents", 0);
    book.set("internships.complaints", 0);
  }
}

function batch(city: CityYear, { book, random }: Filer, programme: Readonly<Record<string, string | null>>, firm: { readonly name: string; readonly creditCode: string }, kind: string): void {
  const students = random.whole(18, 40);
  const probation = random.whole(26, 32) * 100;
  const excellent = Math.floor(students * 0.25);
  const good = Math.floor(students * 0.45);
  book.row("internships.batches", {
    programme: programme.code ?? "",
    programmeName: programme.name ?? "",
    creditCode: firm.creditCode,
    firm: firm.name,
    kind,
    form: "school",
    students,
    from: iso(city.year, 3, 4),
    to: iso(city.year, 8, 23),
    days: 115,
    agreements: students,
    insured: students,
    matched: students - random.whole(0, 3),
    pay: Math.ceil((probation * 0.85) / 10) * 10,
    probationPay: probation,
    firmStaff: students * random.whole(12, 20),
    postStaff: students * random.whole(6, 9),
    under16: 0,
    nightWork: false,
    overtime: false,
    holidays: false,
    agency: false,
    fees: false,
    highRisk: false,
    filed: true,
    approved: city.year >= 2022 ? true : null,
    teachers: Math.max(1, Math.ceil(students / 25)),
    mentors: Math.max(1, Math.ceil(students / 10)),
    visits: random.whole(6, 10),
    excellent,
    good,
    passed: students - excellent - good,
    failed: 0,
  });
}
