/** Invents what only people write: problems and measures, cases and section material; and the planning parameters. */
import type { CityYear, Filer } from "../city.ts";
import { iso } from "../dates.ts";
import type { CaseText, MaterialText, ProblemText } from "../phrasebook.ts";

export function fillImprovement(city: CityYear): void {
  const { phrasebook, sections } = city.scenario;
  const { city: bureau } = city;
  bureau.book.set("improvement.targetSize", city.total("improvement.targetSize") ?? bureau.before?.get("improvement.targetSize") ?? bureau.random.whole(30, 60) * 100);
  bureau.book.set("improvement.targetRatio", city.total("improvement.targetRatio") ?? 15);
  bureau.book.set("improvement.studyYears", 3);
  problems(city, bureau, phrasebook.cityProblems);
  for (const county of city.counties) problems(city, county, county.random.sample(phrasebook.countyProblems, 1));
  for (const school of city.schools) problems(city, school, school.random.sample(phrasebook.schoolProblems, 2));

  cases(city, bureau, phrasebook.cityCases);
  materials(bureau, phrasebook.cityMaterials, sections.city);
  city.schools.forEach((school, at) => {
    const own = phrasebook.schoolCases[at];
    if (own) {
      cases(city, school, [own]);
      bureau.book.row("cases.choice", { organisation: school.code, title: own.title, reason: null });
    }
    materials(
      school,
      phrasebook.schoolMaterials.filter((_, material) => material % city.schools.length === at),
      sections.school,
    );
  });
}

function problems(city: CityYear, { book, random }: Filer, texts: readonly ProblemText[]): void {
  for (const text of texts) {
    book.row("improvement.problems", { title: text.title, kind: text.kind, description: text.description, cause: text.cause, source: "selfReview", raisedIn: city.year, solved: false });
    const done = random.chance(0.3);
    book.row("improvement.measures", {
      title: text.measure,
      problem: text.title,
      owner: text.owner,
      startedOn: iso(city.year, 3, 1),
      dueOn: iso(city.year, 12, 20),
      state: done ? "done" : "running",
      doneOn: done ? iso(city.year, 11, 30) : null,
      evidence: done ? "工作总结与验收材料" : null,
      detail: text.detail,
    });
  }
}

function cases(city: CityYear, filer: Filer, texts: readonly CaseText[]): void {
  for (const { theme, title, text, level } of texts) {
    filer.book.row("cases.catalogue", {
      title,
      theme,
      author: filer.node.name,
      period: city.year,
      characters: Math.max(200, text.length),
      pictures: 0,
      level,
      body: level === "none" ? null : level === "province" ? "省级教育行政部门" : "市级教育行政部门",
    });
    filer.book.material("case", title, text, filer === city.city);
  }
}

/** @throws Error for a text whose section the outline lacks. */
function materials(filer: Filer, texts: readonly MaterialText[], sections: Readonly<Record<string, string>>): void {
  for (const { section, title, text } of texts) {
    const code = sections[section];
    if (!code) throw new Error(`the outline has no section ${section}`);
    filer.book.material(code, title, text);
  }
}
