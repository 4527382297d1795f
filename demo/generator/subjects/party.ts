/** Invents party building: branches and members, activities, awards. */
import type { CityYear, Filer } from "../city.ts";
import { dateIn } from "../dates.ts";

export function fillParty(city: CityYear): void {
  const { phrasebook } = city.scenario;
  for (const school of city.schools) {
    membership(school);
    const members = school.book.get("party.members");
    for (const { title, kind } of phrasebook.partyActivities) {
      const sessions = kind === "branchMeetings" ? school.random.whole(8, 12) : school.random.whole(1, 4);
      school.book.row("party.activities", { title, kind, heldOn: dateIn(school.random, city.year, 2, 11), sessions, personTimes: Math.max(sessions, Math.round(sessions * members * school.random.between(0.4, 0.8))) });
    }
    if (school.random.chance(0.5))
      school.book.row("party.honours", {
        name: school.random.pick(phrasebook.partyAwards),
        kind: "award",
        level: school.random.pick(["city", "county"]),
        object: "organisation",
        decidedOn: dateIn(school.random, city.year, 6, 7),
        number: 1,
      });
  }
  for (const { title, kind } of phrasebook.cityPartyActivities)
    city.city.book.row("party.activities", { title, kind, heldOn: dateIn(city.city.random, city.year, 4, 10), sessions: city.city.random.whole(1, 3), personTimes: city.city.random.whole(60, 300) });
}

function membership({ book, before, random }: Filer): void {
  const staff = book.get("teachers.staff");
  const staffMembers = before ? Math.min(staff, before.get("party.staffMembers") + random.whole(-1, 3)) : Math.round(staff * random.between(0.32, 0.44));
  const students = random.whole(0, 2);
  const retired = before ? before.get("party.retiredMembers") + random.whole(0, 1) : Math.round(staff * random.between(0.06, 0.12));
  const members = staffMembers + students + retired;
  const cells: Readonly<Record<string, number>> = {
    committees: 1,
    branches: Math.max(1, Math.round(members / 22)),
    members,
    staffMembers,
    studentMembers: students,
    retiredMembers: retired,
    admitted: random.whole(1, 4),
    activists: random.whole(3, 12),
    memberRecords: members,
    contactPoints: random.whole(3, 7),
    responsibilityLists: random.whole(2, 5),
    rules: random.whole(1, 4),
  };
  for (const [code, value] of Object.entries(cells)) book.set(`party.${code}`, value);
}
