/** Invents contests and prizes, research, designations, policies and milestones. */
import { allot } from "../allot.ts";
import type { CityYear, Filer } from "../city.ts";
import { dateIn, iso } from "../dates.ts";
import { pilotSchools } from "../pilots.ts";

const categories = ["skills", "quality", "tradition", "civility"] as const;
const grades = ["first", "second", "third"] as const;
const usualPrizes = { skills: [1.6, 3, 4.2], quality: [1.4, 1.8, 1.6], tradition: [0.8, 1.7, 0.5], civility: [0.4, 0.9, 0.4] } as const;
const usualEvents = { skills: 28, quality: 18, tradition: 9, civility: 6 } as const;

export function fillQuality(city: CityYear): void {
  const pilots = pilotSchools(city, "quality.certificatePilotSchools");
  for (const school of city.schools) {
    school.book.set("quality.schoolEvents", school.random.whole(12, 30));
    school.book.set("quality.schoolEntrants", Math.floor(school.book.get("students.enrolled") * school.random.between(0.3, 0.6)));
    school.book.set("quality.certificatePilotSchools", pilots.has(school.code) ? 1 : 0);
    school.book.set("quality.inspections", school.random.whole(4, 10));
    designations(city, school, pilots.has(school.code));
  }
  contestEntries(city);
  cityContests(city);
  research(city);
  documents(city);
}

function contestEntries(city: CityYear): void {
  const { contests } = city.scenario.phrasebook;
  const prize = (category: (typeof categories)[number], grade: number | null, entries: readonly number[], level = "provincial"): void =>
    city.schools.forEach(({ book, random }, at) => {
      if (entries[at]! === 0) return;
      const { contest, events } = contests[category];
      const name = level === "national" ? contests.national : contest;
      book.row("quality.contestEntries", {
        level,
        category,
        contest: name,
        event: events[at % events.length]!,
        heldOn: dateIn(random, city.year, 3, 6),
        grade: grade === null ? null : grades[grade]!,
        entries: entries[at]!,
        entrants: entries[at]! * (category === "skills" ? 1 : 2),
        tutors: entries[at]!,
      });
    });
  for (const category of categories) {
    grades.forEach((grade, rank) =>
      prize(
        category,
        rank,
        city.perSchool(`quality.prizes#contestCategory=${category}|level=provincial|prizeGrade=${grade}`, (school) => usualPrizes[category][rank]! * school.size * school.random.between(0.6, 1.4)),
      ),
    );
    prize(
      category,
      null,
      city.perSchool(`quality.entries#${category}|unplaced`, (school) => 3 * school.size * school.random.between(0.6, 1.4)),
    );
  }
  const national = city.perSchool(
    "quality.prizes#level=national|prizeGrade=second",
    () => 0,
    city.schools.map(() => 1),
  );
  prize("skills", 1, national, "national");
}

function cityContests(city: CityYear): void {
  const { book, random } = city.city;
  const { cityEvents } = city.scenario.phrasebook;
  const events = categories.flatMap((category) => {
    const number = city.total(`quality.cityEvents#contestCategory=${category}`) ?? Math.min(cityEvents[category].length * 3, usualEvents[category]);
    return Array.from({ length: number }, (_, at) => ({ category, name: eventName(cityEvents[category], at) }));
  });
  const weights = events.map(() => random.between(0.7, 1.3));
  const entrants = allot(city.total("quality.cityEntrants") ?? events.length * 20, weights);
  const share = (key: string, part: number): number[] =>
    allot(
      city.total(key) ?? Math.floor(entrants.reduce((sum, count) => sum + count, 0) * part),
      entrants,
      entrants.map((count) => Math.ceil(count * (part + 0.06))),
    );
  const first = share("quality.cityFirst", 0.15);
  const second = share("quality.citySecond", 0.25);
  const third = allot(
    city.total("quality.cityThird") ?? Math.floor(entrants.reduce((sum, count) => sum + count, 0) * 0.3),
    entrants,
    entrants.map((count, at) => count - first[at]! - second[at]!),
  );
  const tutors = allot(city.total("quality.cityTutors") ?? Math.floor(entrants.reduce((sum, count) => sum + count, 0) * 0.45), entrants);
  const open = city.total("quality.cityAllParticipation") ?? 4;
  const venues = city.schools.slice(0, 6).map((school) => school.node.name);
  events.forEach(({ category, name }, at) =>
    book.row("quality.cityContests", {
      event: name,
      category,
      allParticipation: at < open,
      venue: venues[at % venues.length]!,
      heldOn: dateIn(random, city.year, 4, 6),
      entrants: entrants[at]!,
      first: first[at]!,
      second: second[at]!,
      third: third[at]!,
      tutors: tutors[at]!,
    }),
  );
  book.set("quality.participatingUnits", city.schools.length + 2);
  book.set("quality.organisingAwards", city.total("quality.organisingAwards") ?? random.whole(4, 8));
  book.set("quality.hostedContests", 1);
}

function eventName(names: readonly string[], at: number): string {
  const round = Math.floor(at / names.length);
  return `${names[at % names.length]}${round === 0 ? "" : ["（学生组）", "（团体组）", "（综合组）", "（展演组）"][round - 1]}`;
}

function research(city: CityYear): void {
  const { researchTitles } = city.scenario.phrasebook;
  const approved = city.perSchool("quality.researchApproved#level=provincial", (school) => school.random.whole(0, 2));
  const closed = city.perSchool("quality.researchClosed#level=provincial", (school) => school.random.whole(0, 2));
  city.schools.forEach(({ book, random, node }, at) => {
    const name = node.shortName ?? node.name;
    const row = (position: number, isClosed: boolean): void =>
      book.row("quality.research", {
        title: `${researchTitles[(position + at) % researchTitles.length]}——以${name}为例${isClosed ? `（${city.year - 1}年立项）` : ""}${position > 0 ? `（之${position + 1}）` : ""}`,
        level: "provincial",
        kind: random.pick(["reform", "science"]),
        approvedOn: iso(isClosed ? city.year - 1 : city.year, 3, 12),
        approvedThisYear: !isClosed,
        state: isClosed ? "closed" : "running",
        closedOn: isClosed ? iso(city.year, 11, 8) : null,
        closedThisYear: isClosed,
        funds: random.whole(1, 4) * 5000,
      });
    for (let position = 0; position < approved[at]!; position += 1) row(position, false);
    for (let position = 0; position < closed[at]!; position += 1) row(position, true);
  });
}

function designations(city: CityYear, { book, random, node }: Filer, isPilot: boolean): void {
  const { designations: names, provincialBody } = city.scenario.phrasebook;
  const name = node.shortName ?? node.name;
  for (const { title, kind, level } of random.sample(names, 2)) {
    const thisYear = random.chance(0.4);
    book.row("quality.designations", {
      name: `${name}${title}`,
      kind,
      body: level === "provincial" ? provincialBody : `${city.city.node.name}教育局`,
      level,
      grantedOn: iso(thisYear ? city.year : city.year - 1, 9, 5),
      expiresOn: iso(city.year + 3, 9, 4),
      newThisYear: thisYear,
    });
  }
  if (isPilot) book.row("quality.designations", { name: `${name}1+X证书制度试点`, kind: "onePlusX", body: "教育部", level: "national", grantedOn: iso(city.year, 6, 18), newThisYear: true });
}

function documents(city: CityYear): void {
  const { policies, countyPolicy, milestones } = city.scenario.phrasebook;
  const policy = (filer: Filer, title: string, kind: string, topic: string, state: string, body: string): void =>
    filer.book.row("quality.policies", {
      title,
      kind,
      topic,
      body,
      state,
      document: state === "issued" ? `${filer.node.name.slice(0, 1)}教〔${city.year}〕${filer.random.whole(10, 99)}号` : null,
      issuedOn: state === "issued" ? dateIn(filer.random, city.year, 2, 11) : null,
      thisYear: true,
    });
  for (const each of policies) policy(city.city, each.title, each.kind, each.topic, each.state, each.body);
  for (const county of city.counties) policy(county, `${county.node.name}${countyPolicy}`, "notice", "enrolment", "issued", `${county.node.name}教育局`);
  for (const each of milestones) city.city.book.row("quality.milestones", { title: each.title, kind: each.kind, heldOn: iso(city.year, each.month, each.day), bodies: each.bodies, result: each.result });
}
