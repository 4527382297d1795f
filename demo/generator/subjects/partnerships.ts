/** Invents partner firms shared among schools, classes run with them, and what the city organises. */
import { allot } from "../allot.ts";
import type { CityYear, Filer } from "../city.ts";
import { dateIn, iso, later } from "../dates.ts";
import { pilotSchools } from "../pilots.ts";

export interface Firm {
  readonly name: string;
  readonly creditCode: string;
  readonly sector: string;
  readonly scale: string;
  readonly place: string;
}

/** The scenario's firms with made-up credit codes of the right form. */
export function firmsOf(city: CityYear): Firm[] {
  const sectors = ["secondary", "tertiary", "secondary", "primary"];
  return city.scenario.phrasebook.firms.map((name, at) => ({
    name,
    creditCode: `91${city.scenario.root}MA${String(40_000_000 + at * 1237).slice(0, 8)}`,
    sector: sectors[at % sectors.length]!,
    scale: ["leading", "aboveScale", "aboveScale", "small", "small"][at % 5]!,
    place: at % 6 === 5 ? "province" : "city",
  }));
}

export function fillPartnerships(city: CityYear): void {
  const dual = pilotSchools(city, "partnerships.dualPilotSchools");
  const firms = firmsOf(city);
  for (const school of city.schools) {
    const hosts = firms.filter((firm) => school.book.rows("internships.batches").some((row) => row.values.creditCode === firm.creditCode));
    const partners = [
      ...hosts,
      ...school.random.sample(
        firms.filter((firm) => !hosts.includes(firm)),
        school.random.whole(2, 5),
      ),
    ];
    partnerFirms(city, school, partners);
    classes(city, school, partners, dual.has(school.code));
    schoolForm(school, dual.has(school.code));
  }
  bureau(city);
}

function partnerFirms(city: CityYear, { book, random }: Filer, partners: readonly Firm[]): void {
  const taken = allot(
    book.get("employment.atPartnerFirms"),
    partners.map(() => 1),
  );
  partners.forEach((firm, at) =>
    book.row("partnerships.firms", {
      creditCode: firm.creditCode,
      name: firm.name,
      sector: firm.sector,
      scale: firm.scale,
      place: firm.place,
      agreement: true,
      signedOn: iso(city.year - 1, 5, 20),
      expiresOn: iso(city.year + 2, 5, 19),
      programmes: random.whole(1, 3),
      practiceBase: at < 2,
      interns: book.rows("internships.batches").reduce((sum, row) => sum + (row.values.creditCode === firm.creditCode ? Number(row.values.students) : 0), 0),
      graduates: taken[at]!,
      partTimeTeachers: at < Math.min(3, book.get("teachers.enterprisePartTime")) ? 1 : 0,
    }),
  );
}

function classes(city: CityYear, { book, random, node }: Filer, partners: readonly Firm[], dual: boolean): void {
  const programmes = book.rows("programmes.register");
  const name = node.shortName ?? node.name;
  const row = (kind: string, label: string, at: number): void => {
    const programme = programmes[at % programmes.length]!.values;
    const firm = partners[at % partners.length]!;
    const students = random.whole(28, 45);
    book.row("partnerships.classes", {
      name: `${name}${programme.name}${label}`,
      kind,
      programme: programme.code ?? "",
      creditCode: firm.creditCode,
      firm: firm.name,
      startedOn: iso(city.year, 9, 3),
      newThisYear: true,
      students,
      apprentices: kind === "dual" ? students : 0,
    });
  };
  row("order", "订单班", 1);
  if (dual) row("dual", "双元制试点班", 0);
}

function schoolForm({ book, random }: Filer, dual: boolean): void {
  const funds = random.whole(5, 40) * 10_000;
  const led = random.chance(0.3) ? 1 : 0;
  const cells: Readonly<Record<string, number>> = {
    dualPilotSchools: dual ? 1 : 0,
    visits: random.whole(4, 16),
    committees: random.whole(3, 8),
    fundsAgreed: funds,
    fundsReceived: Math.floor((funds * random.between(0.6, 0.95)) / 100) * 100,
    equipmentReceived: random.whole(0, 40) * 10_000,
    researchCentres: random.whole(0, 2),
    baseOutput: random.whole(0, 60) * 10_000,
    jointCourses: random.whole(2, 10),
    jointTextbooks: random.whole(0, 5),
    specialisedHours: Math.ceil(book.get("programmes.lessonHours") * 0.6),
    groupsLed: led,
    groupsJoined: led + random.whole(1, 2),
  };
  for (const [code, value] of Object.entries(cells)) book.set(`partnerships.${code}`, value);
}

function bureau(city: CityYear): void {
  const { meetings, delegations, groups, international } = city.scenario.phrasebook;
  const { book, random } = city.city;
  for (const { title, kind, hosts } of meetings)
    book.row("partnerships.meetings", {
      title,
      kind,
      heldOn: dateIn(random, city.year, 3, 11),
      place: city.city.node.name,
      hosts,
      schools: city.total("partnerships.meetingSchools") ?? city.schools.length,
      firms: city.total("partnerships.meetingFirms") ?? random.whole(15, 40),
      intents: random.whole(4, 12),
    });
  for (const { theme, places, month, day, departments, report } of delegations)
    book.row("partnerships.delegations", {
      theme,
      direction: "out",
      from: iso(city.year, month, day),
      to: later(iso(city.year, month, day), 2),
      places,
      abroad: false,
      departments,
      departmentCount: departments.split("、").length,
      people: random.whole(10, 18),
      report,
    });
  const number = city.total("partnerships.groupCount") ?? groups.length;
  groups.slice(0, number).forEach((name, at) =>
    book.row("partnerships.groups", {
      name,
      leader: city.schools[at % city.schools.length]!.node.name,
      leaderKind: "secondary",
      foundedOn: iso(city.year, 10, 12 + at),
      newThisYear: true,
      schools: random.whole(3, 8),
      firms: random.whole(6, 24),
      associations: 1,
      document: null,
    }),
  );
  for (const each of international) book.row("partnerships.international", { ...each, signedOn: each.state === "signed" ? iso(city.year, 6, 12) : null, students: null });
}
