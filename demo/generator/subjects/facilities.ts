/** Invents facilities: campus, equipment and books that follow from last year, workstations, informatisation, bases. */
import type { CityYear, Filer } from "../city.ts";
import { iso } from "../dates.ts";

export function fillFacilities(city: CityYear): void {
  const students = city.schools.map((school) => school.book.get("students.enrolled"));
  stock(city, "equipment", "equipmentValue", (at) => students[at]! * 7600, 0.05, 1000);
  stock(city, "books", "books", (at) => students[at]! * 28, 0.03, 1);
  const stations = city.perSchool("facilities.workstations", (school, at) => students[at]! * school.random.between(0.5, 0.7));
  city.schools.forEach((school, at) => {
    campus(school, students[at]!);
    const { book, random } = school;
    book.set("facilities.fixedAssets", Math.round((book.get("facilities.equipmentValue") * 3.2) / 1000) * 1000);
    book.set("facilities.practiceEquipmentValue", Math.floor((book.get("facilities.equipmentValue") * random.between(0.55, 0.65)) / 100) * 100);
    book.set("facilities.practiceEquipmentAdded", Math.floor((book.get("facilities.equipmentAdded") * random.between(0.5, 0.7)) / 100) * 100);
    book.set("facilities.firmEquipmentValue", random.whole(0, 30) * 10_000);
    book.set("facilities.workstations", stations[at]!);
    library(school, students[at]!);
    informatisation(school, students[at]!);
    bases(city, school, stations[at]!);
  });
}

/** Opening from last year, additions and disposals, closing as their sum. `grain` is the smallest step. */
function stock(city: CityYear, stem: string, closing: string, first: (at: number) => number, growth: number, grain: number): void {
  const before = city.schools.every((school) => school.before);
  const grains = (key: string, draw: (school: Filer, at: number) => number): number[] => {
    const total = city.total(key);
    const drawn = city.schools.map((school, at) => Math.max(0, Math.round(draw(school, at) / grain)));
    if (total === undefined) return drawn.map((value) => value * grain);
    return city.perSchool(key, (_, at) => drawn[at]!).map((value) => value);
  };
  const opening = before ? city.schools.map((school) => school.before!.get(`facilities.${closing}`)) : grains(`facilities.${stem}Opening`, (_, at) => first(at));
  const added = grains(`facilities.${stem}Added`, (school, at) => opening[at]! * growth * school.random.between(0.7, 1.3));
  const disposed = grains(`facilities.${stem}Disposed`, (_, at) => opening[at]! * 0.004);
  city.schools.forEach(({ book }, at) => {
    book.set(`facilities.${stem}Opening`, opening[at]!);
    book.set(`facilities.${stem}Added`, added[at]!);
    book.set(`facilities.${stem}Disposed`, disposed[at]!);
    book.set(`facilities.${closing}`, opening[at]! + added[at]! - disposed[at]!);
  });
}

function campus({ book, before, random }: Filer, students: number): void {
  const kept = (code: string, first: () => number): number => before?.get(`facilities.${code}`) ?? Math.round(first());
  const buildings = kept("buildingArea", () => Math.max(students * random.between(21, 26), 24_500));
  book.set(
    "facilities.landArea",
    kept("landArea", () => Math.max(students * random.between(34, 42), 41_000)),
  );
  book.set("facilities.buildingArea", buildings);
  book.set("facilities.teachingArea", Math.floor(buildings * 0.45));
  book.set("facilities.practiceArea", Math.floor(buildings * 0.22));
  book.set("facilities.dormitoryArea", Math.floor(buildings * 0.24));
  book.set("facilities.campusCapacity", Math.ceil((students * 1.06) / 50) * 50);
  book.set("facilities.trackLength", random.pick([200, 300, 400]));
  book.set("facilities.counsellingRooms", random.whole(1, 3));
  book.set("facilities.seats", Math.ceil(students * 1.05));
}

function library({ book, random }: Filer, students: number): void {
  book.set("facilities.electronicBooks", Math.round(students * random.between(8, 20)));
  book.set("facilities.periodicals", random.whole(82, 160));
  book.set("facilities.studentReadingSeats", Math.ceil(students * random.between(0.1, 0.13)));
  book.set("facilities.teacherReadingSeats", Math.ceil(book.get("teachers.fullTime") * random.between(0.2, 0.3)));
  book.set("facilities.electronicSeats", Math.ceil(students * 0.02));
}

function informatisation({ book, before, random }: Filer, students: number): void {
  book.set("facilities.computers", Math.max(before?.get("facilities.computers") ?? 0, Math.round(students * random.between(0.16, 0.22))));
  book.set("facilities.bandwidth", random.pick([200, 500, 1000]));
  book.set("facilities.backbone", random.pick([1000, 10_000]));
  book.set("facilities.networkPoints", random.whole(600, 2000));
  book.set("facilities.multimediaRooms", Math.ceil(students / 45));
  book.set("facilities.digitalResources", random.whole(800, 6000));
  book.set("facilities.virtualBases", random.whole(0, 2));
  book.set("facilities.informationSystems", random.whole(4, 12));
}

function bases(city: CityYear, { book, random, node }: Filer, stations: number): void {
  const { practiceBases, firms } = city.scenario.phrasebook;
  const name = node.shortName ?? node.name;
  random.sample(practiceBases, 3).forEach((base, at) => {
    const inside = at < 2;
    book.row("facilities.bases", {
      name: inside ? `${name}${base.name}` : `${name}校外${base.name}`,
      place: inside ? "inside" : "outside",
      group: base.group,
      firm: inside ? null : random.pick(firms),
      area: random.whole(4, 20) * 100,
      stations: Math.max(10, Math.floor(stations * random.between(0.05, 0.15))),
      openedOn: iso(city.year - random.whole(1, 5), 9, 1),
    });
  });
}
