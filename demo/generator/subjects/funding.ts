/** Invents money: the surcharge and appropriations of governments, a school's income and spending, capital projects. */
import type { CityYear, Filer } from "../city.ts";
import { iso } from "../dates.ts";

const levels = ["central", "province", "city", "county"] as const;

export function fillFunding(city: CityYear): void {
  for (const government of [city.city, ...city.counties]) governmentCells(government, government === city.city);
  for (const school of city.schools) {
    schoolCells(school);
    projects(city, school, school.random.sample(city.scenario.phrasebook.schoolProjects, 1));
  }
  projects(city, city.city, city.scenario.phrasebook.cityProjects);
}

function governmentCells({ book, before, random }: Filer, isCity: boolean): void {
  const grown = (element: string, first: number): number => Math.round((before ? before.get(element) * random.between(1.01, 1.08) : first) / 10_000) * 10_000;
  const levied = grown("funding.surchargeLevied", (isCity ? 160 : 45) * 1_000_000 * random.between(0.8, 1.2));
  book.set("funding.surchargeLevied", levied);
  book.set("funding.surchargeVocational", Math.ceil((levied * random.between(0.302, 0.33)) / 10_000) * 10_000);
  const education = grown("funding.educationExpenditure", (isCity ? 2100 : 950) * 1_000_000 * random.between(0.8, 1.2));
  const vocational = Math.round((education * random.between(0.07, 0.1)) / 10_000) * 10_000;
  book.set("funding.educationExpenditure", education);
  book.set("funding.vocationalExpenditure", vocational);
  book.set("funding.vocationalSpecial", Math.round((vocational * random.between(0.1, 0.2)) / 10_000) * 10_000);
}

function schoolCells(school: Filer): void {
  const { book, before, random, node } = school;
  const students = book.get("students.enrolled");
  const isPrivate = node.attributes["办学性质"] === "民办";
  const perStudent = before ? Math.round((before.get("funding.appropriation") / Math.max(1, before.get("students.enrolled"))) * random.between(1.0, 1.06)) : Math.round(random.between(11_500, 12_800) * (isPrivate ? 0.25 : 1));
  const appropriation = Math.round((students * perStudent) / 1000) * 1000;
  const isCountySchool = node.attributes["隶属"] === "县区";
  const weights = { central: 0.12, province: 0.18, city: isCountySchool ? 0.1 : 0.7, county: isCountySchool ? 0.6 : 0 };
  const parts = levels.slice(0, 3).map((level) => Math.floor((appropriation * weights[level]) / 1000) * 1000);
  levels.forEach((level, at) => book.set("funding.appropriation", at < 3 ? parts[at]! : appropriation - parts.reduce((sum, part) => sum + part, 0), { fundingLevel: level }));
  const other = Math.round((students * random.between(900, 1500) * (isPrivate ? 7 : 1)) / 1000) * 1000;
  const expenditure = Math.round(((appropriation + other) * random.between(0.93, 0.99)) / 1000) * 1000;
  const part = (share: number): number => Math.round((expenditure * share) / 100) * 100;
  const internship = part(0.006);
  const liabilities = before ? Math.round((before.get("funding.liabilities") * 0.9) / 1000) * 1000 : Math.round(random.between(0, 4)) * 1_000_000;
  const cells: Readonly<Record<string, number>> = {
    otherIncome: other,
    budgetExpenditure: Math.round((Math.min(appropriation, expenditure) * 0.9) / 1000) * 1000,
    expenditure,
    publicExpenditure: part(random.between(0.2, 0.25)),
    dailyTeaching: part(random.between(0.08, 0.1)),
    teacherTraining: part(random.between(0.011, 0.014)),
    teachingReform: part(random.between(0.004, 0.007)),
    research: part(random.between(0.002, 0.004)),
    internship,
    internshipInsurance: Math.round((internship * 0.2) / 100) * 100,
    partTimePay: book.get("teachers.enterprisePartTime") * random.whole(90, 130) * 100,
    liabilities,
    loans: Math.round((liabilities * 0.4) / 1000) * 1000,
  };
  for (const [code, value] of Object.entries(cells)) book.set(`funding.${code}`, value);
}

function projects(city: CityYear, filer: Filer, chosen: readonly { readonly name: string; readonly kind: string; readonly state?: string }[]): void {
  const { random, book } = filer;
  for (const { name, kind, state } of chosen) {
    const budget = random.whole(filer === city.city ? 30 : 4, filer === city.city ? 90 : 20) * 1_000_000;
    const completed = (state ?? random.pick(["running", "completed"])) === "completed";
    const paid = completed ? budget : Math.round((budget * random.between(0.4, 0.8)) / 10_000) * 10_000;
    book.row("funding.projects", {
      name: filer === city.city ? name : `${filer.node.shortName ?? filer.node.name}${name}`,
      kind,
      state: completed ? "completed" : "running",
      startedOn: iso(city.year - 1, 9, 10),
      completedOn: completed ? iso(city.year, 11, 20) : null,
      budget,
      paidThisYear: Math.round((paid * random.between(0.5, 0.8)) / 10_000) * 10_000,
      paid,
      progress: completed ? 100 : random.whole(45, 85),
      fundSource: "财政资金",
    });
  }
}
