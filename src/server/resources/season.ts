/** The season over HTTP: what is due for whom, the board, urging and reminding, the 汇总表. */
import { randomUUID } from "node:crypto";
import { loadWorkspace } from "../../app/dataset.ts";
import { dayInChina } from "../../app/day.ts";
import { type Board, readBoard } from "../../app/desk/board.ts";
import { faultTasks } from "../../app/desk/faulty-ledgers.ts";
import { remind } from "../../app/desk/remind.ts";
import { byUrgency, tasksOf } from "../../app/desk/tasks.ts";
import { boardSheets, urgingText } from "../../app/desk/urging.ts";
import type { ScopedStore } from "../../app/desk/desk.ts";
import { matrixParts, matrixSheets } from "../../app/matrix.ts";
import { stateNames } from "../../app/returns.ts";
import type { seasonEndpoints } from "../contract/season.ts";
import type { Handlers } from "../handler.ts";
import { notFound } from "../problem.ts";
import { validated } from "../validated.ts";
import type { World } from "../world.ts";
import { uuid } from "./params.ts";
import { placeOf } from "./place-of.ts";
import { shelfFor } from "./shelf-for.ts";

/** Reminders shown to a person: older ones are in the history. */
const shownReminders = 50;
const statesInWords = { none: "未填报", ...stateNames };

export const seasonResources: Handlers<typeof seasonEndpoints> = {
  "GET /api/season/{year}/tasks": async (call) => {
    const { world, actor, store, params } = call;
    const when = { year: Number(params.year), today: dayInChina(world.clock.now()) };
    const stamp = await store.read((_, desk) => desk.progress.stamp(actor.organisation, when.year));
    return validated(call, [when, stamp], async () => {
      const tasks = await store.read((reader, desk) => tasksOf(reader, desk, world.index, actor, when));
      return byUrgency([...(await faultTasks(store, world, actor, when)), ...tasks]);
    });
  },
  "GET /api/season/{organisation}/{year}/board": async (call) => {
    const place = placeOf(call.params);
    const stamp = await call.store.read((_, desk) => desk.progress.stamp(place.organisation, place.year));
    return validated(call, [place, dayInChina(call.world.clock.now()), stamp], async () => {
      const { ledgers, rows } = await boardOf(call);
      return {
        ledgers: ledgers.map(({ code, zh }) => ({ code, zh })),
        rows: rows.map(({ organisation, name, kind, parent, state, deadline, late, at, ledgers: cells }) => ({
          organisation,
          name,
          kind,
          parent,
          state,
          deadline,
          late,
          at,
          ledgers: { ...cells },
        })),
      };
    });
  },
  "GET /api/season/{organisation}/{year}/board.xlsx": async (call) => {
    const sheets = boardSheets(await boardOf(call), statesInWords, dayInChina(call.world.clock.now()));
    return { name: `进度表-${call.params.organisation}-${call.params.year}.xlsx`, bytes: await call.world.spreadsheets.writeTable(sheets) };
  },
  "GET /api/season/{organisation}/{year}/urging": async (call) => {
    const board = await boardOf(call);
    const name = board.rows.find((row) => row.organisation === call.params.organisation)?.name ?? "";
    const { text, organisations } = urgingText(board, name, dayInChina(call.world.clock.now()));
    return { text, organisations: [...organisations] };
  },
  "POST /api/season/{organisation}/{year}/reminders": async ({ world, actor, store, params, body, act }) => {
    const { organisation, year } = placeOf(params);
    for (const code of body.organisations) if (!(await world.store.stands(code, organisation, year))) throw notFound();
    const by = { actor: actor.username, name: actor.name, at: act("season.remind").at };
    return remind(store, { accounts: world.accounts, mailer: world.mailer, newId: randomUUID }, { year, ...body }, by);
  },
  "GET /api/reminders": async ({ actor, store }) => {
    const reminders = await store.read((_, desk) => desk.reminders.to(actor.organisation, shownReminders));
    return reminders.map(({ id, organisation, year, text, name, at, readBy }) => ({
      id,
      organisation,
      year,
      text,
      name,
      at,
      read: readBy.includes(actor.username),
    }));
  },
  "POST /api/reminders/{id}/read": async ({ actor, store, params }) => {
    const found = await store.transaction((_, desk) => desk.reminders.markRead(actor.organisation, uuid(params.id), actor.username));
    if (!found) throw notFound();
  },
  "GET /api/season/{organisation}/{year}/matrix": async (call) => {
    const { world, actor, store, params, query } = call;
    const { organisation, year } = placeOf(params);
    return store.read(async (reader, desk) =>
      validated(call, [organisation, year, query, await desk.progress.stamp(organisation, year)], async () => {
        const { evaluator } = await loadWorkspace(
          reader,
          world.index,
          organisation,
          year,
          query.acceptedOnly === "true",
          shelfFor(world, actor),
        );
        const parts = matrixParts(evaluator, organisation, year, query.subject);
        const nodes = [...new Map(parts.flatMap((part) => part.reporters).map((node) => [node.code, node])).values()];
        const states = new Map((await reader.returnStates(organisation, year)).map((head) => [head.organisation, head.state]));
        return {
          organisations: nodes.map((node) => ({
            code: node.code,
            name: node.shortName ?? node.name,
            state: states.get(node.code) ?? ("none" as const),
          })),
          rows: parts.flatMap(({ reporters, rows }) => {
            const at = new Map(reporters.map((node, position) => [node.code, position]));
            return rows.map((row) => ({ ...row, values: nodes.map((node) => row.values[at.get(node.code) ?? -1] ?? null) }));
          }),
        };
      }),
    );
  },
  "GET /api/season/{organisation}/{year}/matrix.xlsx": async ({ world, actor, store, params }) => {
    const { organisation, year } = placeOf(params);
    const { evaluator, cycle } = await store.read((reader) =>
      loadWorkspace(reader, world.index, organisation, year, false, shelfFor(world, actor)),
    );
    const bytes = await world.spreadsheets.writeTable(matrixSheets(evaluator, organisation, year, cycle.sample));
    return { name: `汇总表-${organisation}-${year}.xlsx`, bytes };
  },
};

interface PlaceCall {
  readonly world: World;
  readonly store: ScopedStore;
  readonly params: { readonly organisation: string; readonly year: string };
}

function boardOf({ world, store, params }: PlaceCall): Promise<Board> {
  const { organisation: root, year } = placeOf(params);
  return store.read((reader, desk) => readBoard(reader, desk, world.index, { root, year, today: dayInChina(world.clock.now()) }));
}
