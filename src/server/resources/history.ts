/** The history: searched, filtered, exported; scoped by the walls of the reader's organisation. */
import type { ScopedStore } from "../../app/desk/desk.ts";
import { searchHistory } from "../../app/desk/search-history.ts";
import type { keepingEndpoints } from "../contract/keeping.ts";
import type { Handlers } from "../handler.ts";
import type { World } from "../world.ts";

type HistoryKey = Extract<keyof typeof keepingEndpoints, `GET /api/history${string}`>;

const usual = 50;
type Query = Parameters<typeof searchHistory>[2];

/** Whoever acted may be named to whoever sees the act, also above the own organisation. */
async function search({ world, store }: { world: World; store: ScopedStore }, query: Query, limit: number) {
  const people = new Map((await world.accounts.list(null)).map(({ username, name }) => [username, name]));
  return searchHistory(store, people, query, limit);
}

/** A workbook of more lines is of no use to anybody. */
const mostExported = 50_000;

export const historyResources: Pick<Handlers<typeof keepingEndpoints>, HistoryKey> = {
  "GET /api/history": async (call) =>
    search(call, call.query, call.query.limit === undefined ? usual : Math.max(1, Number(call.query.limit))),
  "GET /api/history.xlsx": async (call) => {
    const { lines } = await search(call, call.query, mostExported);
    const text = (value: string) => ({ text: value, numeric: false });
    const bytes = await call.world.spreadsheets.writeTable([
      {
        name: "操作历史",
        header: [["时间", "单位代码", "单位", "年度", "事项", "经办人", "内容", "理由", "记录哈希"]],
        rows: lines.map((line) => [
          text(chinaTime(line.at)),
          text(line.organisation),
          text(line.organisationName),
          text(line.year === null ? "" : String(line.year)),
          text(line.actText.zh),
          text(line.byCommand ? `命令行（${line.name}）` : line.name),
          text(line.detail),
          text(line.reason),
          text(line.hash ?? ""),
        ]),
        frozenColumns: 0,
      },
    ]);
    return { name: "操作历史.xlsx", bytes };
  },
};

/** 2020-01-06 14:20:05, in China's time. */
function chinaTime(at: string): string {
  const shifted = new Date(Date.parse(at) + 8 * 60 * 60 * 1000);
  return Number.isNaN(shifted.valueOf()) ? at : shifted.toISOString().slice(0, 19).replace("T", " ");
}
