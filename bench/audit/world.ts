/** A world: facts of one body for this year and last, consistent by construction, from which every sentence of a report is drawn. */
import { type Exact, exact, fraction } from "../../src/core/quantity/exact.ts";
import type { Words } from "./phrases/words.ts";
import type { Random } from "./random.ts";

export type Level = "city" | "school" | "province";

export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly synonyms: readonly string[];
  readonly unit: string;
  /** Hundredths of 万元 for money; whole things otherwise. */
  readonly now: number;
  readonly before: number;
  readonly money: boolean;
}

/** A whole and parts that make it up completely. */
export interface Partition {
  readonly whole: string;
  readonly parts: readonly string[];
}

export interface World {
  readonly level: Level;
  readonly year: number;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly partitions: readonly Partition[];
  /** Part and base of shares that a report would print. */
  readonly shares: readonly (readonly [string, string])[];
  /** Name of a rate, its numerator and denominator. */
  readonly rates: readonly (readonly [string, string, string])[];
  /** Name of a per-head value, its unit, its total. */
  readonly perHead: readonly (readonly [string, string, string])[];
  /** Other bases that a hurried writer might name. */
  readonly siblings: Readonly<Record<string, readonly string[]>>;
}

export function valueOf(fact: Fact, when: "now" | "before"): Exact {
  return fact.money ? fraction(BigInt(fact[when]) * 100n, 1n) : exact(fact[when]);
}

const cities = ["临澧市", "云溪市", "安河市", "宁川市", "清源市", "海陵市", "江阳市", "柳塘市", "平岭市", "文昌市"];
const provinces = ["东岭省", "南江省", "西河省", "北原省"];
const trades = ["工业", "旅游", "财经", "交通", "农林", "卫生", "信息", "建筑"];

interface Values {
  readonly now: number;
  readonly before: number;
}

export function createWorld(random: Random, level: Level, words: Words): World {
  const year = random.whole(2017, 2023);
  const values: Record<string, Values> = {};
  const moved = (now: number): Values => ({ now, before: Math.max(1, Math.round(now * (1 - random.between(-0.09, 0.14)))) });
  /** Parts of the whole by weight, each year for itself. */
  const split = (whole: string, weights: Readonly<Record<string, number>>): void => {
    const keys = Object.keys(weights);
    const { now, before } = values[whole]!;
    for (const when of ["now", "before"] as const) {
      const whole = when === "now" ? now : before;
      const drawn = keys.map((key) => weights[key]! * random.between(0.88, 1.12));
      const sum = drawn.reduce((left, right) => left + right);
      let rest = whole;
      keys.forEach((key, index) => {
        const left = keys.length - 1 - index;
        const size = left === 0 ? rest : Math.min(rest - left, Math.max(1, Math.round((whole * drawn[index]!) / sum)));
        rest -= size;
        values[key] = when === "now" ? { now: size, before: 0 } : { now: values[key]!.now, before: size };
      });
    }
  };
  const part = (key: string, of: string, low: number, high: number): void => {
    const { now, before } = values[of]!;
    values[key] = {
      now: Math.min(now, Math.round(now * random.between(low, high))),
      before: Math.min(before, Math.round(before * random.between(low, high))),
    };
  };
  const sizes = { school: [1800, 6200], city: [16_000, 62_000], province: [320_000, 910_000] } as const;
  const [least, most] = sizes[level];
  values.students = moved(random.whole(least, most));
  part("staff", "students", 0.075, 0.085);
  split("staff", { teachers: 85, managers: 6, assistants: 5, workers: 4 });
  split("teachers", { vocational: 59, basic: 33, instructors: 8 });
  split("teachers", { senior: 26, middle: 41, junior: 33 });
  split("teachers", { masters: 14, bachelors: 80, others: 6 });
  part("double", "vocational", 0.55, 0.78);
  split("students", { first: 35, second: 33, third: 32 });
  split("students", { boys: 54, girls: 46 });
  split("students", { rural: 71, urban: 29 });
  part("entrants", "students", 0.33, 0.37);
  split("entrants", { fresh: 82, earlier: 11, social: 7 });
  values.planned = { now: Math.round(values.entrants!.now * random.between(0.9, 1.06)), before: values.entrants!.before };
  part("graduates", "students", 0.26, 0.31);
  part("placed", "graduates", 0.95, 0.985);
  values.unplaced = {
    now: values.graduates!.now - values.placed!.now,
    before: Math.max(0, values.graduates!.before - values.placed!.before),
  };
  split("placed", { hired: 39, promoted: 61 });
  part("matched", "hired", 0.72, 0.88);
  part("certified", "graduates", 0.8, 0.93);
  part("tested", "students", 0.93, 0.99);
  part("passed", "tested", 0.9, 0.97);
  if (level !== "school") {
    values.schools = moved(level === "city" ? random.whole(9, 30) : random.whole(180, 420));
    split("schools", { publicSchools: 70, privateSchools: 30 });
    // The same thing of another population: no second value of one fact.
    split("teachers", { upperTeachers: 45, lowerTeachers: 55 });
    split("students", { upperStudents: 44, lowerStudents: 56 });
  }
  values.awards = moved(random.whole(60, 320));
  split("awards", { firstPrize: 20, secondPrize: 33, thirdPrize: 47 });
  const hundredths = random.chance(0.5);
  const money = (low: number, high: number): Values => {
    const { now, before } = moved(Math.round(values.students!.now * random.between(low, high)));
    return hundredths
      ? { now: now * 100 + random.whole(1, 99), before: before * 100 + random.whole(1, 99) }
      : { now: now * 100, before: before * 100 };
  };
  values.funds = money(0.6, 1.4);
  const fundUnit = hundredths ? 1 : 100;
  values.funds = { now: values.funds.now / fundUnit, before: values.funds.before / fundUnit };
  split("funds", { central: 22, provincial: 33, local: 45 });
  for (const key of ["funds", "central", "provincial", "local"])
    values[key] = { now: values[key]!.now * fundUnit, before: values[key]!.before * fundUnit };
  values.equipment = money(0.42, 0.9);
  values.trained = moved(Math.round(values.students.now * random.between(0.5, 1.8)));
  split("trained", { employees: 46, farmers: 38, veterans: 16 });
  values.partners = moved(level === "school" ? random.whole(24, 90) : level === "city" ? random.whole(110, 460) : random.whole(2100, 5200));
  split("partners", { inside: 64, outside: 36 });
  values.books = moved(Math.round(values.students.now * random.between(31, 46)));
  values.stations = moved(Math.round(values.students.now * random.between(0.5, 0.9)));
  values.floor = moved(Math.round(values.students.now * random.between(20.5, 29)));
  const person = random.pick(["人", "人", "名"]);
  const moneyKeys = new Set(["funds", "central", "provincial", "local", "equipment"]);
  const facts = new Map(
    Object.entries(values).map(([key, { now, before }]) => {
      const [label, unit, ...synonyms] = words.things[key]!;
      return [key, { key, label, synonyms, unit: unit === "人" ? person : unit, now, before, money: moneyKeys.has(key) }] as const;
    }),
  );
  const partitions: Partition[] = [
    { whole: "staff", parts: ["teachers", "managers", "assistants", "workers"] },
    { whole: "teachers", parts: ["vocational", "basic", "instructors"] },
    { whole: "teachers", parts: ["senior", "middle", "junior"] },
    { whole: "teachers", parts: ["masters", "bachelors", "others"] },
    { whole: "students", parts: ["first", "second", "third"] },
    { whole: "students", parts: ["boys", "girls"] },
    { whole: "students", parts: ["rural", "urban"] },
    { whole: "entrants", parts: ["fresh", "earlier", "social"] },
    { whole: "placed", parts: ["hired", "promoted"] },
    { whole: "graduates", parts: ["hired", "promoted", "unplaced"] },
    { whole: "awards", parts: ["firstPrize", "secondPrize", "thirdPrize"] },
    { whole: "funds", parts: ["central", "provincial", "local"] },
    { whole: "trained", parts: ["employees", "farmers", "veterans"] },
    { whole: "partners", parts: ["inside", "outside"] },
    ...(level === "school"
      ? []
      : [
          { whole: "schools", parts: ["publicSchools", "privateSchools"] },
          { whole: "teachers", parts: ["upperTeachers", "lowerTeachers"] },
          { whole: "students", parts: ["upperStudents", "lowerStudents"] },
        ]),
  ];
  const city = random.pick(cities);
  return {
    level,
    year,
    name: level === "city" ? city : level === "province" ? random.pick(provinces) : `${city}${random.pick(trades)}职业学校`,
    scopes: words.scopes[level],
    facts,
    partitions,
    shares: [
      ["double", "vocational"],
      ["vocational", "teachers"],
      ["masters", "teachers"],
      ["bachelors", "teachers"],
      ["senior", "teachers"],
      ["teachers", "staff"],
      ["girls", "students"],
      ["rural", "students"],
      ["fresh", "entrants"],
      ["promoted", "placed"],
      ["employees", "trained"],
      ["local", "funds"],
      ["inside", "partners"],
    ],
    rates: [
      [words.rates.placed, "placed", "graduates"],
      [words.rates.matched, "matched", "hired"],
      [words.rates.certified, "certified", "graduates"],
      [words.rates.passed, "passed", "tested"],
    ],
    perHead: [
      [words.perHead.books, "册", "books"],
      [words.perHead.equipment, "元", "equipment"],
      [words.perHead.floor, "平方米", "floor"],
      [words.perHead.stations, "个", "stations"],
    ],
    siblings: {
      vocational: ["teachers", "staff", "basic"],
      teachers: ["vocational", "staff"],
      staff: ["teachers"],
      students: ["entrants", "graduates"],
      entrants: ["students"],
      placed: ["graduates", "hired"],
      graduates: ["placed", "students"],
      trained: ["students"],
    },
  };
}
