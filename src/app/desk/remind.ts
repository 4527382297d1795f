/** Reminding: a few words into everybody's application, by mail as well to those who have an address. */
import type { Accounts } from "../accounts.ts";
import { dayInChina } from "../day.ts";
import type { Mailer } from "../mailer.ts";
import type { StoreReader } from "../ports.ts";
import { handedIn, readBoard } from "./board.ts";
import type { Desk, ScopedStore } from "./desk.ts";
import { chineseDate, daysBetween } from "./words.ts";
import type { KnowledgeIndex } from "../../core/definition/knowledge.ts";

export interface ReminderRequest {
  readonly year: number;
  readonly organisations: readonly string[];
  readonly text: string;
  readonly mail: boolean;
}

export interface Reminded {
  readonly reminded: number;
  /** Mails that the server took. */
  readonly mailed: number;
  /** Why mails were not sent, in Chinese; null when all were, or none was asked for. */
  readonly mailProblem: string | null;
}

/** Who fills, confirms and signs is reminded by mail. */
const remindedRoles: readonly string[] = ["clerk", "departmentHead", "head"];

interface By {
  readonly actor: string;
  readonly name: string;
  readonly at: string;
}

export interface Reminding {
  readonly accounts: Pick<Accounts, "list">;
  /** Null where no mail server is set. */
  readonly mailer: Mailer | null;
  readonly newId: () => string;
}

/** Reminds organisations, each once. They must lie in the caller's subtree. */
export async function remind(
  store: Pick<ScopedStore, "transaction">,
  reminding: Reminding,
  { year, organisations, text, mail }: ReminderRequest,
  by: By,
): Promise<Reminded> {
  const codes = [...new Set(organisations)];
  await store.transaction(async (_, desk) => {
    await desk.reminders.add(codes.map((organisation) => ({ organisation, year, id: reminding.newId(), text, ...by })));
    await desk.acts.record(codes.map((organisation) => ({ organisation, year, act: "season.remind", detail: text, ...by })));
  });
  const sent = mail ? await mailTo(reminding, codes, `${year}年度数据填报提醒`, text) : { mailed: 0, mailProblem: null };
  return { reminded: codes.length, ...sent };
}

async function mailTo(
  { accounts, mailer }: Reminding,
  organisations: readonly string[],
  subject: string,
  text: string,
): Promise<{ mailed: number; mailProblem: string | null }> {
  if (!mailer) return { mailed: 0, mailProblem: "没有设置邮件服务器，只发了站内提醒" };
  const lines = (await Promise.all(organisations.map((code) => accounts.list(code)))).flat();
  const addresses = new Set(
    lines.flatMap((line) =>
      line.email !== null && !line.disabled && organisations.includes(line.organisation) && remindedRoles.includes(line.role)
        ? [line.email]
        : [],
    ),
  );
  if (addresses.size === 0) return { mailed: 0, mailProblem: "这些单位的账号都没有登记邮箱，只发了站内提醒" };
  let mailed = 0;
  let refused = "";
  for (const to of addresses) {
    try {
      await mailer.send({ to, subject, text });
      mailed += 1;
    } catch (error) {
      refused ||= error instanceof Error ? error.message : String(error);
    }
  }
  const failed = addresses.size - mailed;
  return { mailed, mailProblem: failed === 0 ? null : `${failed} 封邮件没有发出：${refused}` };
}

/** How the machine signs its reminders. */
export const machine = { actor: "zhibao", name: "系统" } as const;

/**
 * What a clock does once a day: reminds, within the subtree of `root`, those whose deadline is as many days ahead as
 * listed, and daily those who are late. Whoever was reminded by the machine that day already is left in peace.
 */
export async function remindByDeadline(
  store: ScopedStore,
  reminding: Reminding,
  index: KnowledgeIndex,
  {
    root,
    year,
    now,
    days,
    mail,
  }: { readonly root: string; readonly year: number; readonly now: string; readonly days: readonly number[]; readonly mail: boolean },
): Promise<Reminded> {
  const today = dayInChina(now);
  const due = await store.read((reader, desk) => dueForReminding(reader, desk, index, root, year, today, days));
  const total = { reminded: 0, mailed: 0, mailProblem: null as string | null };
  for (const [text, organisations] of due) {
    const done = await remind(store, reminding, { year, organisations, text, mail }, { ...machine, at: now });
    total.reminded += done.reminded;
    total.mailed += done.mailed;
    total.mailProblem ??= done.mailProblem;
  }
  return total;
}

/** Text → organisations. */
async function dueForReminding(
  reader: StoreReader,
  desk: Pick<Desk, "progress" | "reminders">,
  index: KnowledgeIndex,
  root: string,
  year: number,
  today: string,
  days: readonly number[],
): Promise<Map<string, string[]>> {
  const { rows } = await readBoard(reader, desk, index, { root, year, today });
  // The day in China begins at 16:00 UTC of the day before.
  const already = await desk.reminders.remindedSince(machine.actor, new Date(Date.parse(today) - 8 * 3_600_000).toISOString());
  const found = new Map<string, string[]>();
  for (const { organisation, state, deadline } of rows) {
    if (deadline === null || handedIn.has(state) || already.has(organisation)) continue;
    const ahead = daysBetween(today, deadline);
    if (ahead >= 0 && !days.includes(ahead)) continue;
    const left =
      ahead < 0 ? `已逾期 ${-ahead} 天，请尽快报送。` : ahead === 0 ? "今天截止，请抓紧报送。" : `还有 ${ahead} 天，请按时报送。`;
    const text = `${year}年度数据填报 ${chineseDate(deadline, today)}截止，${left}`;
    found.set(text, [...(found.get(text) ?? []), organisation]);
  }
  return found;
}
