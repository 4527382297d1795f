/** Two small cities for the store's tests: in 2019 school S2 moves from county K1 to K2. */
import { sql } from "kysely";
import { storeKnowledge } from "../../src/adapters/postgres/knowledge.ts";
import type { PostgresStore } from "../../src/adapters/postgres/store.ts";
import type { Act, StoredReturn, StoreWriter } from "../../src/app/ports.ts";
import { fixtureIndex } from "../../src/core/formula/fixture.ts";
import { projectFacts } from "../../src/core/formula/projection.ts";
import type { Cycle } from "../../src/core/model/cycle.ts";
import type { Organisation } from "../../src/core/model/organisation.ts";
import type { FormCell, RegisterRow, ReturnDocument, ReturnState } from "../../src/core/model/return.ts";

export const knowledge = storeKnowledge(fixtureIndex, "catalog-1");

export const act = (name: string, reason = ""): Act => ({ name, actor: "tester", at: "2020-01-02T03:04:05.678Z", reason });

const standing = (code: string, kind: Organisation["kind"], parent: string | null): Organisation => ({
  code,
  kind,
  versions: [{ from: "2000-01-01", to: null, name: `${code} 名称`, parent, attributes: { 隶属: "市直" } }],
});

export const organisations: readonly Organisation[] = [
  standing("C", "city", null),
  standing("K1", "county", "C"),
  standing("K2", "county", "C"),
  standing("S1", "school", "K1"),
  {
    code: "S2",
    kind: "school",
    versions: [
      { from: "2000-01-01", to: "2019-01-01", name: "二校", parent: "K1", attributes: {} },
      { from: "2019-01-01", to: null, name: "二校", parent: "K2", attributes: {} },
    ],
  },
  { ...standing("S3", "school", "C"), mergedInto: "S1" },
  standing("D", "city", null),
  standing("D1", "school", "D"),
];

export const cycle = (organisation: string, year: number): Cycle => ({
  organisation,
  year,
  titleYear: year,
  dataPeriod: { kind: "calendarYear", start: `${year}-01-01`, end: `${year}-12-31` },
  issuedOn: null,
  deadlines: { school: `${year}-12-15` },
  outlines: { city: "2016-city", school: "2016-school" },
  catalog: "catalog-1",
  sample: true,
});

/** Cells as {"t.staff": "12"}: "" is missing, "—" not applicable. Firms as credit codes. */
export function filing(
  organisation: string,
  year: number,
  cells: Readonly<Record<string, string>>,
  firms?: readonly string[],
): ReturnDocument {
  const origin = (cell: string) => ({ file: `${organisation}.xlsx`, sheet: "表", cell });
  const form = Object.fromEntries(
    Object.entries(cells).map(([key, text], at): [string, FormCell] => {
      const status = text === "" ? "missing" : text === "—" ? "notApplicable" : "value";
      return [key, { status, value: status === "value" ? text : null, origin: origin(`C${at + 3}`) }];
    }),
  );
  const rows = firms?.map((credit, at): RegisterRow => ({
    id: `${organisation}-${credit}`,
    values: { credit, level: null, hours: "1.5" },
    origin: origin(`A${at + 5}`),
  }));
  return {
    organisation,
    year,
    catalog: "catalog-1",
    forms: { "t.form": form },
    registers: rows ? { "t.firms": rows } : {},
    materials: [],
    explanations: {},
  };
}

/** What the import does: looks, projects, appends. */
export async function file(
  writer: StoreWriter,
  document: ReturnDocument,
  state: ReturnState = "draft",
  reason = "",
): Promise<StoredReturn> {
  const current = await writer.currentReturn(document.organisation, document.year);
  const version = (current?.version ?? 0) + 1;
  return writer.appendReturn({ document, state, facts: projectFacts(fixtureIndex, document, version) }, act("import", reason));
}

/** Empties the store as no command can. */
export async function wipe(store: PostgresStore): Promise<void> {
  await sql`drop schema zhibao cascade`.execute(store.database);
  await store.migrate();
}

/** The organisations, cycles of 2018 and 2019, and a first filing of everybody in both years. */
export async function foundCities(store: PostgresStore): Promise<void> {
  await store.transaction(async (writer) => {
    await writer.saveOrganisations(organisations, act("org.import"));
    for (const root of ["C", "D"]) for (const year of [2018, 2019]) await writer.saveCycle(cycle(root, year), act("cycle.open"));
  });
  let staff = 10;
  for (const year of [2018, 2019])
    for (const code of ["S1", "S2", "S3", "D1"])
      await store.transaction((writer) =>
        file(
          writer,
          filing(
            code,
            year,
            { "t.staff": String((staff += 1)), "t.teachers": "", "t.students#gender=female": "5.50", "t.students#gender=male": "—" },
            ["firm1", code],
          ),
        ),
      );
}
