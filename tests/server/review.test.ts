/** Reviewing over HTTP: the queue, accepting, giving back to certain cells, remarks, locking; each refusal beside its allowed twin. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { QueueLine } from "../../src/app/desk/review-queue.ts";
import type { ReviewView } from "../../src/app/desk/review-view.ts";
import { projectFacts } from "../../src/core/formula/projection.ts";
import type { ReturnDocument, ReturnState } from "../../src/core/model/return.ts";
import { xuchangOrganisations } from "../../demo/xuchang/organisations.ts";
import { type Fixture, index, openFixture } from "./fixture.ts";

const [schoolA, schoolB, county, city] = ["411000-01", "411000-09", "411081", "411000"];
const [cellA, cellB] = ["form/teachers.staffing/teachers.staff", "form/teachers.staffing/teachers.fullTime"];

let fixture: Fixture;
const move = (organisation: string, from: ReturnState, to: ReturnState): Promise<void> =>
  fixture.store.transaction((writer) =>
    writer.changeState(organisation, 2019, from, to, { name: to, actor: "fixture", at: "2020-01-06T00:00:00.000Z", reason: "" }),
  );
const stateOf = async (organisation: string): Promise<string> => (await fixture.store.currentReturn(organisation, 2019))!.state;
const status = async (who: string, method: string, path: string, body?: unknown): Promise<number> =>
  (await fixture.as(who)(method, path, body)).status;
const queue = async (who: string, organisation: string, query = ""): Promise<QueueLine[]> =>
  (await fixture.as(who)("GET", `/api/review/${organisation}/2019${query}`)).json;

beforeAll(async () => {
  fixture = await openFixture({ filed: xuchangOrganisations.map(({ code }) => code) });
  for (const { code } of xuchangOrganisations) await move(code, "draft", "submitted");
});
afterAll(() => fixture?.close());

describe("the queue", () => {
  it("shows a county reviewer the schools of the county, the city's editor everything", async () => {
    expect((await queue("reviewer", county!)).map((line) => line.organisation)).toEqual([schoolB]);
    expect((await queue("editor", city!)).map((line) => line.organisation).toSorted()).toEqual(
      xuchangOrganisations.map(({ code }) => code).toSorted(),
    );
    expect((await queue("leader", city!)).map((line) => line.organisation)).toEqual([city]);
    expect(await status("reviewer", "GET", `/api/review/${city}/2019`)).toBe(404);
    expect(await status("clerk-b", "GET", `/api/review/${schoolB}/2019`)).toBe(403);
    expect(await queue("editor", city!, "?state=accepted")).toEqual([]);
  });

  it("puts first whose doubts move the city's figures most, and names the figure", async () => {
    const before = await queue("editor", city!);
    const quiet = before.findLast((line) => line.kind === "school")!;
    await refile(quiet.organisation, (document) => {
      const staffing = document.forms["teachers.staffing"]!;
      const staff = staffing["teachers.staff"]!;
      return {
        ...document,
        forms: {
          ...document.forms,
          "teachers.staffing": { ...staffing, "teachers.staff": { ...staff, value: String(Number(staff.value) * 20) } },
        },
      };
    });
    const [first] = await queue("editor", city!);
    expect(first).toMatchObject({ organisation: quiet.organisation, clean: false, reasons: expect.arrayContaining(["effect"]) });
    expect((await queue("editor", city!)).every((line) => line.clean === (line.reasons.length === 0))).toBe(true);
    expect(first!.effectText).toMatch(/^教职工 \+\d+\.\d%$/);
    expect(Number(first!.effect)).toBeGreaterThan(Number(before[0]!.effect));
  });
});

describe("a return opened for review", () => {
  it("shows findings, differences with last year, and quartiles of at least five peers", async () => {
    const view: ReviewView = (await fixture.as("reviewer")("GET", `/api/returns/${schoolB}/2019/review`)).json;
    expect(view).toMatchObject({ organisationName: "禹州市示例职业教育中心", state: "submitted", version: 1 });
    const staff = view.differences.find((each) => each.slot === cellA)!;
    expect(staff).toMatchObject({ label: "教职工", unit: "人", lastSubmission: null, peers: { count: 9, base: "hundredStudents" } });
    expect(staff.peers!.own).toMatch(/^\d{1,2}\.\d\d$/);
    expect(staff.lastYear).toMatch(/^\d+$/);
    const [finding] = view.findings;
    expect(view.differences.some((each) => each.findings.includes(0))).toBe(finding!.places.some((place) => place.cell !== undefined));
  });

  it("is seen by its own people without shares of the city's totals, and by nobody else", async () => {
    const own: ReviewView = (await fixture.as("clerk-b")("GET", `/api/returns/${schoolB}/2019/review`)).json;
    expect(own.differences.every((each) => each.effect === null)).toBe(true);
    expect(await status("clerk-a", "GET", `/api/returns/${schoolB}/2019/review`)).toBe(404);
  });

  it("compares with the last submission", async () => {
    await refile("411000-06", (document) => ({
      ...document,
      materials: [],
      forms: {
        ...document.forms,
        "teachers.staffing": {
          ...document.forms["teachers.staffing"],
          "teachers.staff": { ...document.forms["teachers.staffing"]!["teachers.staff"]!, value: "251" },
        },
      },
    }));
    const view: ReviewView = (await fixture.as("editor")("GET", "/api/returns/411000-06/2019/review")).json;
    const staff = view.differences.find((each) => each.slot === cellA)!;
    expect([staff.now, staff.lastSubmission]).toEqual(["251", expect.stringMatching(/^\d+$/)]);
    expect(view.versions.map(({ version, state }) => [version, state])).toEqual([
      [2, "submitted"],
      [1, "submitted"],
    ]);
  });
});

describe("accepting", () => {
  it("is for those above: not for its own people, another county, or whoever only reads", async () => {
    const accept = (who: string, organisation: string) => status(who, "POST", `/api/returns/${organisation}/2019/accept`);
    expect(await accept("head-b", schoolB!)).toBe(403);
    expect(await accept("reader", schoolB!)).toBe(403);
    expect(await accept("reviewer", schoolA!)).toBe(404);
    expect(await accept("reviewer", county!)).toBe(403);
    expect(await stateOf(schoolB!)).toBe("submitted");
    expect(await accept("reviewer", schoolB!)).toBe(204);
    expect(await stateOf(schoolB!)).toBe("accepted");
    expect(await accept("reviewer", schoolB!)).toBe(422);
    expect(await accept("editor", county!)).toBe(204);
    expect(await accept("leader", city!)).toBe(204);
  });

  it("in bulk takes clean ones and leaves the others with their reasons", async () => {
    const answer = await fixture.as("editor")("POST", `/api/review/${city}/2019/accept`, {
      organisations: ["411003", "411024", "411000-02", city, "419999"],
    });
    const { accepted, left } = answer.json as { accepted: string[]; left: { organisation: string; reason: string }[] };
    expect(accepted).toEqual(["411003", "411024"]);
    expect(left.map((each) => each.organisation)).toEqual(["411000-02", city, "419999"]);
    expect(left[0]!.reason).toContain("未说明的预警");
    expect(left[1]!.reason).toContain("已接收");
    // Its warnings are explained, every one of them, and nobody has read the explanations.
    const checks = ((await fixture.as("editor")("GET", "/api/returns/411000-02/2019/review")).json as ReviewView).findings;
    await refile("411000-02", (document) => ({
      ...document,
      explanations: Object.fromEntries(
        checks.map(({ check, members }) => [members === undefined ? check : `${check}#${members}`, "情况属实"]),
      ),
    }));
    const again = await fixture.as("editor")("POST", `/api/review/${city}/2019/accept`, { organisations: ["411000-02"] });
    expect(again.json).toMatchObject({ accepted: [], left: [{ reason: expect.stringContaining("已说明但还没有人看过的预警") }] });
    expect(await status("clerk-a", "POST", `/api/review/${schoolA}/2019/accept`, { organisations: [schoolA] })).toBe(403);
    const other = await fixture.as("reviewer")("POST", `/api/review/${county}/2019/accept`, { organisations: ["411025"] });
    expect(other.json).toMatchObject({ accepted: [], left: [{ organisation: "411025" }] });
    expect(await stateOf("411025")).toBe("submitted");
  });
});

describe("giving back", () => {
  const giveBack = (who: string, organisation: string, body: unknown) =>
    fixture.as(who)("POST", `/api/returns/${organisation}/2019/return`, body);

  it("opens only the cells named, each with its reason", async () => {
    const body = { reason: "教职工数与事业统计不符", cells: [{ slot: cellA, reason: "请核对" }] };
    expect((await giveBack("head-a", schoolA!, body)).status).toBe(403);
    expect((await giveBack("editor", schoolA!, { ...body, reason: "" })).status).toBe(400);
    const wrong = await giveBack("editor", schoolA!, { ...body, cells: [{ slot: "form/teachers.staffing/nothing", reason: "x" }] });
    expect(wrong.status).toBe(422);
    expect(wrong.json).toMatchObject({ detail: expect.stringContaining("form/teachers.staffing/nothing") });
    expect((await giveBack("editor", schoolA!, body)).status).toBe(204);
    const view = (await fixture.as("clerk-a")("GET", `/api/returns/${schoolA}/2019`)).json;
    expect(view).toMatchObject({
      state: "returned",
      requested: [{ slot: cellA, reason: "请核对" }],
      returnReason: "教职工数与事业统计不符",
    });
    const edit = (slot: string) => ({ id: randomUUID(), slot, base: 0, content: { status: "value", value: "230" } });
    const saved = await fixture.as("clerk-a")("POST", `/api/returns/${schoolA}/2019/edits`, { edits: [edit(cellA!), edit(cellB!)] });
    expect((saved.json as { results: { result: string }[] }).results.map((each) => each.result)).toEqual(["saved", "refused"]);
  });

  it("opens a whole register by its name, and everything when nothing is named", async () => {
    expect(
      (await giveBack("editor", "411000-03", { reason: "补报", cells: [{ slot: "none/students.publicity", reason: "补" }] })).status,
    ).toBe(204);
    expect((await giveBack("editor", "411000-04", { reason: "重新填报", cells: [] })).status).toBe(204);
    expect((await giveBack("editor", "411000-04", { reason: "重新填报", cells: [] })).status).toBe(422);
  });
});

describe("remarks", () => {
  const path = `/api/returns/${schoolB}/2019/comments`;
  it("are made in threads, once for each id, and resolved as a whole", async () => {
    const id = randomUUID();
    const remark = { id, slot: cellA, thread: null, text: "与工资册不一致？" };
    expect(await status("reader", "POST", path, remark)).toBe(403);
    expect(await status("clerk-a", "POST", path, remark)).toBe(404);
    expect(await status("reviewer", "POST", path, { ...remark, slot: "form/nothing/nothing" })).toBe(422);
    expect(await status("reviewer", "POST", path, remark)).toBe(200);
    expect(await status("reviewer", "POST", path, remark)).toBe(200);
    const answer = { id: randomUUID(), slot: cellA, thread: id, text: "工资册含临聘人员。" };
    expect(await status("clerk-b", "POST", path, { ...answer, thread: randomUUID() })).toBe(404);
    expect(await status("clerk-b", "POST", path, answer)).toBe(200);
    const list = async () => (await fixture.as("head-b")("GET", path)).json as { text: string; role: string; resolved: unknown }[];
    expect((await list()).map(({ text, role }) => [text, role])).toEqual([
      ["与工资册不一致？", "reviewer"],
      ["工资册含临聘人员。", "clerk"],
    ]);
    const open = async () =>
      ((await fixture.as("clerk-b")("GET", `/api/returns/${schoolB}/2019`)).json as { openComments: number }).openComments;
    expect(await open()).toBe(1);
    expect(await status("reviewer", "POST", `${path}/${randomUUID()}/resolve`)).toBe(404);
    expect(await status("reviewer", "POST", `${path}/not-an-id/resolve`)).toBe(404);
    expect(await status("reviewer", "POST", `${path}/${answer.id}/resolve`)).toBe(200);
    expect(await open()).toBe(0);
    expect((await list())[0]!.resolved).toMatchObject({ name: "示例·reviewer" });
  });
});

describe("a school that moved to another county", () => {
  it("is reviewed by its county of the year in question", async () => {
    const moved = xuchangOrganisations.find(({ code }) => code === schoolB)!;
    const [version] = moved.versions;
    await fixture.store.transaction((writer) =>
      writer.saveOrganisations(
        [
          {
            ...moved,
            versions: [
              { ...version!, to: "2019-09-01" },
              { ...version!, from: "2019-09-01", parent: "411082" },
            ],
          },
        ],
        { name: "org.move", actor: "fixture", at: "2020-01-07T00:00:00.000Z", reason: "" },
      ),
    );
    expect(await status("reviewer", "GET", `/api/returns/${schoolB}/2018/review`)).toBe(200);
    expect(await status("reviewer", "GET", `/api/returns/${schoolB}/2019/review`)).toBe(404);
    expect(await status("reviewer", "POST", `/api/returns/${schoolB}/2019/return`, { reason: "不再归本县", cells: [] })).toBe(404);
    expect(await queue("reviewer", county!, "?state=accepted")).toEqual([]);
    expect((await queue("editor", city!, "?state=accepted")).map((line) => line.organisation)).toContain(schoolB);
    const lines = async (who: string) =>
      ((await fixture.as(who)("GET", `/api/history?organisation=${schoolB}&year=2019`)).json as { lines: unknown[] }).lines.length;
    expect(await lines("reviewer")).toBe(0);
    expect(await lines("editor")).toBeGreaterThan(0);
  });
});

/** A next version of a return, handed in. */
async function refile(organisation: string, change: (document: ReturnDocument) => ReturnDocument): Promise<void> {
  await fixture.store.transaction(async (writer) => {
    const current = (await writer.currentReturn(organisation, 2019))!;
    const document = change(current.document);
    const act = { name: "submit", actor: "fixture", at: "2020-01-06T01:00:00.000Z", reason: "" };
    await writer.appendReturn({ document, state: "submitted", facts: projectFacts(index, document, current.version + 1) }, act);
  });
}
