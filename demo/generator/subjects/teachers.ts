/** Invents teachers: last year's and those who came less those who left, by kind, education, title and age. */
import type { CityYear, Filer } from "../city.ts";
import { dateIn, iso } from "../dates.ts";

export function fillTeachers(city: CityYear): void {
  const ways = ["assessment", "examination"] as const;
  const first = !city.schools.every((school) => school.before);
  const base = first ? city.perSchool("teachers.fullTime", (school) => school.book.get("students.enrolled") / school.random.between(14, 16.5)) : city.schools.map((school) => school.before!.get("teachers.fullTime"));
  const hiredSubject = ways.map((way) => city.perSchool(`teachers.hired#inflowWay=${way}|teacherKind=subject`, (school, at) => base[at]! * school.random.between(0.008, 0.014)));
  const hiredCommon = city.perSchool("teachers.hired#inflowWay=examination|teacherKind=common", (_, at) => base[at]! * 0.008);
  const departedSubject = city.perSchool("teachers.departed#teacherKind=subject", (school, at) => base[at]! * school.random.between(0.01, 0.02));
  const departedCommon = city.perSchool("teachers.departed#teacherKind=common", (school, at) => base[at]! * school.random.between(0.01, 0.02));
  const fullTime = first ? base : base.map((before, at) => before + hiredSubject[0]![at]! + hiredSubject[1]![at]! + hiredCommon[at]! - departedSubject[at]! - departedCommon[at]!);
  const toCommon = city.perSchool("teachers.movedToCommon", (school, at) => base[at]! * school.random.between(0.002, 0.006));
  const toSubject = city.perSchool("teachers.movedToSubject", (school) => school.random.whole(0, 2));
  const subject = first
    ? city.perSchool("teachers.subject", (school, at) => fullTime[at]! * school.random.between(0.5, 0.6), fullTime)
    : city.schools.map((school, at) => school.before!.get("teachers.subject") + hiredSubject[0]![at]! + hiredSubject[1]![at]! - departedSubject[at]! + toSubject[at]! - toCommon[at]!);
  const double = city.perSchool("teachers.doubleQualified", (school, at) => subject[at]! * school.random.between(0.55, 0.72), subject);
  const partTime = city.perSchool("teachers.enterprisePartTime", (school, at) => subject[at]! * school.random.between(0.08, 0.16));
  const masters = city.perSchool("teachers.masters", (school, at) => fullTime[at]! * school.random.between(0.07, 0.12), fullTime);
  const bachelors = city.perSchool(
    "teachers.bachelorsOnly",
    (school, at) => fullTime[at]! * school.random.between(0.74, 0.8),
    fullTime.map((count, at) => count - masters[at]!),
  );
  const senior = city.perSchool("teachers.senior", (school, at) => fullTime[at]! * school.random.between(0.21, 0.27), fullTime);
  const others = city.perSchool("teachers.otherStaff", (school, at) => fullTime[at]! * school.random.between(0.09, 0.13));

  city.schools.forEach((school, at) => {
    const { book, random } = school;
    const count = fullTime[at]!;
    const staff = count + others[at]!;
    const isPrivate = school.node.attributes["办学性质"] === "民办";
    const established = Math.floor(staff * random.between(0.82, 0.95));
    book.set("teachers.staff", staff);
    book.set("teachers.establishment", isPrivate ? null : Math.ceil(established * random.between(1.02, 1.08)));
    book.set("teachers.established", isPrivate ? null : established);
    book.set("teachers.newPosts", isPrivate ? 0 : random.whole(0, 3));
    book.set("teachers.fullTime", count);
    book.set("teachers.female", Math.floor(count * random.between(0.5, 0.6)));
    book.set("teachers.common", count - subject[at]!);
    book.set("teachers.subject", subject[at]!);
    book.set("teachers.doubleQualified", double[at]!);
    book.set("teachers.enterprisePartTime", partTime[at]!);
    const doctors = Math.floor(masters[at]! * 0.02);
    const rest = count - masters[at]! - bachelors[at]!;
    const below = Math.floor(rest * 0.04);
    const education = { doctor: doctors, master: masters[at]! - doctors, bachelor: bachelors[at]!, college: rest - below, below };
    for (const [teacherEducation, value] of Object.entries(education)) book.set("teachers.byEducation", value, { teacherEducation });
    book.set("teachers.masterDegree", Math.min(count, masters[at]! + random.whole(2, 12)));
    const professors = Math.floor(senior[at]! * 0.02);
    const lower = count - senior[at]!;
    const intermediate = Math.floor(lower * 0.55);
    const junior = Math.floor(lower * 0.35);
    const titles = { professor: professors, senior: senior[at]! - professors, intermediate, junior, none: lower - intermediate - junior };
    for (const [teacherTitle, value] of Object.entries(titles)) book.set("teachers.byTitle", value, { teacherTitle });
    book.spread("teachers.byAge", count, (_, group) => [30, 36, 27, 7][group] ?? 0);
    book.set("teachers.programmeLeaders", random.whole(4, 14));
    book.set("teachers.specialGrade", random.chance(0.2) ? 1 : 0);
    book.set("teachers.counsellors", random.whole(1, 4));
    book.set("teachers.movedToSubject", toSubject[at]!);
    book.set("teachers.movedToCommon", toCommon[at]!);
    work(school, staff, count, partTime[at]!);
    flows(city, school, [hiredSubject[0]![at]!, hiredSubject[1]![at]!, hiredCommon[at]!], [departedSubject[at]!, departedCommon[at]!]);
  });
  special(city);
  training(city);
  bureau(city);
}

function work({ book, random }: Filer, staff: number, fullTime: number, partTime: number): void {
  book.set("teachers.weeklyHours", Math.round(fullTime * random.between(11, 13.5)));
  book.set("teachers.partTimeHours", partTime * random.whole(60, 110));
  const practising = Math.floor(fullTime * random.between(0.15, 0.25));
  book.set("teachers.practiceTeachers", practising);
  book.set("teachers.practiceDays", practising * random.whole(18, 32));
  const excellent = Math.floor(staff * 0.15);
  book.set("teachers.assessedExcellent", excellent);
  book.set("teachers.assessedPassed", staff - excellent);
  book.set("teachers.assessedFailed", 0);
}

function flows(city: CityYear, { book, random }: Filer, [assessed = 0, examined = 0, common = 0]: readonly number[], [subject = 0, others = 0]: readonly number[]): void {
  const arrivedOn = dateIn(random, city.year, 8, 9);
  const came = (way: string, kind: string, hired: number): void => {
    if (hired > 0) book.row("teachers.inflow", { batch: `${city.year}年教师招聘`, way, kind, arrivedOn, quota: hired + random.whole(0, 1), hired });
  };
  came("assessment", "subject", assessed);
  came("examination", "subject", examined);
  came("examination", "common", common);
  for (const [kind, number] of [
    ["subject", subject],
    ["common", others],
  ] as const) {
    const retired = Math.ceil(number * 0.7);
    if (retired > 0) book.row("teachers.outflow", { way: "retired", kind, number: retired });
    if (number > retired) book.row("teachers.outflow", { way: "transferred", kind, number: number - retired });
  }
}

function special(city: CityYear): void {
  const posts = city.perSchool("teachers.specialPosts", (school) => school.random.whole(0, 3));
  city.schools.forEach(({ book }, at) => {
    if (posts[at]! > 0) book.row("teachers.inflow", { batch: `${city.year}年特聘岗`, way: "special", kind: "subject", arrivedOn: iso(city.year, 9, 1), quota: posts[at]!, hired: posts[at]! });
  });
}

function training(city: CityYear): void {
  const programmes = [
    ["national", "backbone", 80],
    ["provincial", "backbone", 60],
    ["city", "youthPractice", 120],
  ] as const;
  for (const [level, kind, hours] of programmes) {
    const people = city.perSchool(`teachers.trainingPersonTimes#trainingLevel=${level}`, (school) => (school.book.get("teachers.fullTime") * (level === "city" ? 0.06 : 0.03)) / 1);
    city.schools.forEach(({ book, random }, at) => {
      if (people[at]! > 0)
        book.row("teachers.training", { title: city.scenario.phrasebook.teacherTrainings[level], kind, level, startedOn: dateIn(random, city.year, 6, 11), personTimes: people[at]!, hours, personHours: people[at]! * hours });
    });
  }
}

function bureau(city: CityYear): void {
  const { book, random } = city.city;
  const { talentProgramme, classTeacherContests } = city.scenario.phrasebook;
  const quotas = { head: 2, reserveHead: 10, classTeacher: 20, master: 30, young: 50 } as const;
  for (const [kind, quota] of Object.entries(quotas)) {
    const number = city.total("teachers.talentQuota") === undefined ? Math.max(1, Math.round(quota * random.between(0.5, 1.5))) : quota;
    book.row("teachers.talent", { programme: talentProgramme, class: kind, quota: number, chosen: number, years: 3 });
  }
  for (const { name, level, hosted } of classTeacherContests) {
    const entrants = level === "provincial" ? (city.total("teachers.contestEntrants#level=provincial") ?? random.whole(5, 10)) : random.whole(40, 80);
    const first = level === "provincial" ? Math.min(entrants, city.total("teachers.contestFirst#level=provincial") ?? Math.floor(entrants / 2)) : Math.floor(entrants * 0.15);
    const second = level === "provincial" ? Math.min(entrants - first, city.total("teachers.contestSecond#level=provincial") ?? 2) : Math.floor(entrants * 0.25);
    book.row("teachers.contests", { name, level, heldOn: dateIn(random, city.year, 5, 11), entrants, first, second, third: level === "provincial" ? 0 : Math.floor(entrants * 0.3), organisingAwards: level === "provincial" ? 2 : 0, hosted });
  }
}
