/** Whether organisations, cycles and breaks are as the history last says. */
import type { HistoryEntry } from "../../../app/ports.ts";
import { contentHash } from "../../system/hash.ts";
import type { Database } from "../tables.ts";
import type { Findings } from "./verify.ts";

export async function verifyTold(
  database: Database,
  organisation: string,
  history: readonly HistoryEntry[],
  findings: Findings,
): Promise<void> {
  const known = await database.selectFrom("organisations").selectAll().where("code", "=", organisation).executeTakeFirst();
  if (known) {
    findings.count("organisations");
    const { merged_into: mergedInto, ...rest } = known;
    const hash = contentHash(mergedInto === null ? rest : { ...rest, mergedInto });
    const last = history.findLast((entry) => entry.year === null);
    findings.expect(last?.content === hash, () => `机构 ${organisation}：与历史记录的内容不符`);
  }
  const said = new Set(history.filter((entry) => entry.version === null).map((entry) => entry.content));
  for (const { year, content } of await database.selectFrom("cycles").selectAll().where("organisation", "=", organisation).execute()) {
    findings.count("cycles");
    findings.expect(said.has(contentHash(content)), () => `年度 ${organisation} ${year}：与历史记录的内容不符`);
  }
  for (const entry of await database.selectFrom("breaks").selectAll().where("organisation", "=", organisation).execute()) {
    findings.count("breaks");
    findings.expect(said.has(contentHash(entry)), () => `口径变化 ${organisation} ${entry.measure} ${entry.year}：与历史记录的内容不符`);
  }
}
