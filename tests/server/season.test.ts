/** The season as its people see it: tasks, board, urging, reminders by application and mail, the 汇总表. */
import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { smtpMailer } from "../../src/adapters/mail/smtp-mailer.ts";
import { remindByDeadline } from "../../src/app/desk/remind.ts";
import { reminderTimes } from "../../src/main/scheduled-reminders.ts";
import { type Fixture, index, openFixture, year } from "./fixture.ts";

// Deadlines of the fixture: schools 15 December, counties 5 January, the city 20 January.
const now = "2019-12-17T02:00:00.000Z";
let fixture: Fixture;
let sink: Sink;

beforeAll(async () => {
  sink = await openSink();
  const mailer = smtpMailer({ url: `smtp://127.0.0.1:${sink.port}`, from: "zhibao@example.cn" });
  fixture = await openFixture({ filed: ["411000-09", "411000-03"], now, mailer });
});
afterAll(async () => {
  await fixture.close();
  await sink.close();
});

interface Row {
  readonly organisation: string;
  readonly state: string;
  readonly late: boolean;
  readonly deadline: string;
  readonly ledgers: Readonly<Record<string, { state: string; filled: number; of: number }>>;
}

const boardRows = async (who: string, root: string): Promise<Row[]> =>
  ((await fixture.as(who)("GET", `/api/season/${root}/${year}/board`)).json as { rows: Row[] }).rows;
const rowOf = async (organisation: string): Promise<Row> =>
  (await boardRows("editor", "411000")).find((row) => row.organisation === organisation)!;
const edit = (slot: string, content: unknown, base = 0) => ({ id: crypto.randomUUID(), slot, base, content });
const save = (who: string, org: string, edits: unknown[]) => fixture.as(who)("POST", `/api/returns/${org}/${year}/edits`, { edits });
interface TaskLine {
  readonly kind: string;
  readonly text: string;
  readonly to: string;
  readonly late: boolean;
  readonly ledger: string | null;
}
const tasks = async (who: string): Promise<TaskLine[]> => (await fixture.as(who)("GET", `/api/season/${year}/tasks`)).json;

it("counts cells of versions and of edits laid over them alike", async () => {
  const ledger = "students.cohort";
  expect((await rowOf("411000-09")).ledgers[ledger]).toEqual({ state: "filled", filled: 3, of: 3 });
  expect((await rowOf("411000-01")).ledgers[ledger]).toEqual({ state: "none", filled: 0, of: 3 });
  expect((await rowOf("411000-01")).state).toBe("none");
  await save("clerk-a", "411000-01", [edit(`form/${ledger}/students.graduated`, { status: "value", value: "100" })]);
  const started = await rowOf("411000-01");
  expect(started.ledgers[ledger]).toEqual({ state: "started", filled: 1, of: 3 });
  expect(started.state).toBe("draft");
  await save("clerk-b", "411000-09", [edit(`form/${ledger}/students.graduated`, { status: "missing", value: null })]);
  expect((await rowOf("411000-09")).ledgers[ledger]).toEqual({ state: "started", filled: 2, of: 3 });
});

it("counts rows of registers, those added, taken out and said to be none", async () => {
  const before = (await rowOf("411000-09")).ledgers["teachers.inflow"]!;
  expect(before.state).toBe("filled");
  await save("clerk-b", "411000-09", [edit("row/teachers.inflow/new-1", { values: {} })]);
  expect((await rowOf("411000-09")).ledgers["teachers.inflow"]!.filled).toBe(before.filled + 1);
  await save("clerk-a", "411000-01", [edit("none/teachers.inflow", true)]);
  expect((await rowOf("411000-01")).ledgers["teachers.inflow"]).toEqual({ state: "filled", filled: 0, of: 0 });
});

it("puts the late first and shows each only what lies below", async () => {
  const rows = await boardRows("editor", "411000");
  expect(rows).toHaveLength(16);
  expect(rows.slice(0, 10).every((row) => row.late && row.deadline === "2019-12-15")).toBe(true);
  expect(rows.slice(10).some((row) => row.late)).toBe(false);
  expect((await boardRows("reviewer", "411081")).map((row) => row.organisation).toSorted()).toEqual(["411000-09", "411081"]);
  expect((await fixture.as("reviewer")("GET", `/api/season/411000/${year}/board`)).status).toBe(404);
  expect((await fixture.as("clerk-a")("GET", `/api/season/411000-01/${year}/board`)).status).toBe(403);
});

it("tells each role its own day's work", async () => {
  const clerk = await tasks("students-a");
  expect(clerk).toEqual([
    expect.objectContaining({ kind: "fill", ledger: "students.enrolment", to: `/fill/${year}/students.enrolment`, late: true }),
  ]);
  const department = await tasks("department-b");
  expect(department.find((task) => task.kind === "confirm")).toMatchObject({ to: `/confirm/${year}` });
  expect(department.find((task) => task.kind === "fill")?.text).toBe("学生规模 · 毕业届别情况表：已填 2/3");
  expect((await tasks("head-a"))[0]).toMatchObject({ kind: "sign", to: `/sign/${year}` });
  const urge = (await tasks("editor")).find((task) => task.kind === "urge");
  expect(urge).toMatchObject({ to: `/board/${year}`, late: true });
  expect(urge?.text).toContain("10 个单位逾期未报");
  expect((await tasks("reader")).map((task) => task.kind)).toEqual(["read"]);
});

it("names a ledger that contradicts itself to those who answer for it, until it is put right", async () => {
  const ledger = "facilities.campus";
  const faults = async (who: string) => (await tasks(who)).filter((task) => task.kind === "correct");
  const write = async (area: string, value: string, base: number): Promise<number> => {
    const { json } = await save("clerk-a", "411000-01", [edit(`form/${ledger}/facilities.${area}`, { status: "value", value }, base)]);
    const [result] = (json as { results: { result: string; revision: number }[] }).results;
    expect(result!.result).toBe("saved");
    return result!.revision;
  };
  await write("buildingArea", "5000", 0);
  expect(await faults("clerk-a")).toEqual([]);
  const revision = await write("teachingArea", "6000", 0);
  const [first, ...others] = await faults("clerk-a");
  expect(others).toEqual([]);
  expect(first).toMatchObject({ ledger, to: `/fill/${year}/${ledger}`, late: true });
  expect(first!.text).toMatch(/：1 处硬错，改正后才能报送。/);
  expect((await tasks("clerk-a"))[0]!.kind).toBe("correct");
  expect(await faults("students-a")).toEqual([]);
  await write("teachingArea", "4000", revision);
  expect(await faults("clerk-a")).toEqual([]);
});

it("writes a text that names who owes what, by deadline", async () => {
  const { text, organisations } = (await fixture.as("editor")("GET", `/api/season/411000/${year}/urging`)).json as {
    text: string;
    organisations: string[];
  };
  expect(organisations).toHaveLength(16);
  expect(text).toContain("■ 12月15日截止（已逾期 2 天）");
  expect(text).toContain("清潩河科技职业学校：尚未填报");
  expect(text).toMatch(/禹州市示例职业教育中心：已填 \d+\/\d+ 本，缺毕业届别情况表/);
  expect(text.indexOf("12月15日")).toBeLessThan(text.indexOf("2020年1月5日"));
});

it("exports the board and those who have not filed", async () => {
  const { bytes } = await fixture.as("editor")("GET", `/api/season/411000/${year}/board.xlsx`);
  const table = await fixture.world.spreadsheets.readTable(bytes);
  expect(table[1]!.slice(0, 4)).toEqual(["代码", "单位", "上级", "状态"]);
  expect(table).toHaveLength(18);
});

it("reminds in the application and by mail, within the subtree alone", async () => {
  const [account] = (await fixture.world.accounts.list("411000-09")).filter((line) => line.username === "clerk-b");
  await fixture.world.accounts.update(account!.id, { email: "clerk-b@example.cn" });
  const body = { organisations: ["411000-09"], text: "请于本周五前报送。", mail: true };
  expect((await fixture.as("reviewer")("POST", `/api/season/411081/${year}/reminders`, body)).json).toEqual({
    reminded: 1,
    mailed: 1,
    mailProblem: null,
  });
  expect(sink.mails).toHaveLength(1);
  expect(sink.mails[0]).toContain("To: clerk-b@example.cn");
  const outside = { ...body, organisations: ["411000-01"] };
  expect((await fixture.as("reviewer")("POST", `/api/season/411081/${year}/reminders`, outside)).status).toBe(404);
  const [reminder] = (await fixture.as("head-b")("GET", "/api/reminders")).json as { id: string; text: string; read: boolean }[];
  expect(reminder).toMatchObject({ text: "请于本周五前报送。", read: false });
  expect((await fixture.as("clerk-a")("POST", `/api/reminders/${reminder!.id}/read`)).status).toBe(404);
  expect((await fixture.as("head-b")("POST", `/api/reminders/${reminder!.id}/read`)).status).toBe(204);
  expect((await fixture.as("head-b")("GET", "/api/reminders")).json).toMatchObject([{ read: true }]);
  expect((await fixture.as("clerk-b")("GET", "/api/reminders")).json).toMatchObject([{ read: false }]);
});

it("says why a mail was not sent, and reminds in the application nevertheless", async () => {
  sink.refuse = true;
  const body = { organisations: ["411000-09"], text: "再次提醒。", mail: true };
  expect((await fixture.as("reviewer")("POST", `/api/season/411081/${year}/reminders`, body)).json).toEqual({
    reminded: 1,
    mailed: 0,
    mailProblem: expect.stringMatching(/^1 封邮件没有发出：.*550/),
  });
});

it("reminds by the clock once a day, before the deadline and after it", async () => {
  const given = { root: "411000", year, now, days: [19], mail: false };
  const reminding = { accounts: fixture.world.accounts, mailer: null, newId: () => crypto.randomUUID() };
  const store = fixture.store.within({ organisation: "411000" });
  // Ten schools are late; counties have nineteen days left, the city thirty-four.
  expect((await remindByDeadline(store, reminding, index, given)).reminded).toBe(15);
  expect((await remindByDeadline(store, reminding, index, given)).reminded).toBe(0);
  const tomorrow = { ...given, now: "2019-12-18T02:00:00.000Z" };
  expect((await remindByDeadline(store, reminding, index, tomorrow)).reminded).toBe(10);
});

it("takes its times from the environment, and is off without", () => {
  expect(reminderTimes({})).toBeNull();
  expect(reminderTimes({ ZHIBAO_REMIND_AT: "08:30" })).toEqual({ pattern: "30 8 * * *", days: [7, 3, 1, 0] });
  expect(() => reminderTimes({ ZHIBAO_REMIND_AT: "25:00" })).toThrow("25:00");
  expect(() => reminderTimes({ ZHIBAO_REMIND_AT: "8:00", ZHIBAO_REMIND_DAYS: "a week" })).toThrow("a week");
});

it("shows the matrix on screen as it exports it", async () => {
  const path = `/api/season/411000/${year}/matrix`;
  const { organisations, rows } = (await fixture.as("editor")("GET", `${path}?subject=students`)).json as {
    organisations: { code: string; state: string }[];
    rows: { element: string; members: string; total: string | null; values: (string | null)[] }[];
  };
  const row = rows.find((each) => each.element === "students.applicants")!;
  const at = organisations.findIndex((each) => each.code === "411000-03");
  expect(row.values[at]).toMatch(/^\d+$/);
  expect(organisations[at]!.state).toBe("draft");
  expect((await fixture.as("editor")("GET", `${path}.xlsx`)).status).toBe(200);
});

interface Sink {
  readonly port: number;
  readonly mails: string[];
  refuse: boolean;
  close(): Promise<void>;
}

/** A mail server that keeps what it is given, as far as the protocol needs one. */
async function openSink(): Promise<Sink> {
  const mails: string[] = [];
  const server: Server = createServer((socket) => {
    let data: string | null = null;
    let pending = "";
    socket.write("220 sink\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      pending += chunk.toString("utf8");
      for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (data !== null) {
          if (line !== ".") data += `${line}\n`;
          else {
            mails.push(data);
            data = null;
            socket.write("250 kept\r\n");
          }
        } else if (/^DATA/i.test(line)) {
          data = "";
          socket.write("354 go on\r\n");
        } else if (/^RCPT/i.test(line) && opened.refuse) socket.write("550 no such mailbox\r\n");
        else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const opened: Sink = {
    port: (server.address() as AddressInfo).port,
    mails,
    refuse: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return opened;
}
