/**
 * Whose report of which year a document is. Tied with the figures of another city or year every number
 * would differ, which says nothing: that is refused with one line.
 */
import type { Document } from "../core/auditing/document.ts";
import { titleOf } from "../core/auditing/title.ts";
import type { Cycle } from "../core/model/cycle.ts";
import { treeAt } from "../core/model/organisation.ts";
import { findCycle } from "./cycles.ts";
import { findOrganisation } from "./organisations.ts";
import type { StoreReader } from "./ports.ts";
import { refuse } from "./refusal.ts";

const longestName = 24;
/** What kind of words a title must have before its names are believed. */
const reportWords = /报告|年报/;
/** A place or school by its ending; the words before it must be more than a kind of school. */
const body = /^[^，。、（(\d\s]{2,20}?(?:[省市县区州盟]|学校|学院|中专|职教中心|教育中心)/;
const kindsOfBody = /^(?:[全我本各所]|市直|民办|公办|中等(?:职业|专业)|中职|职业|技工)/;
const yearAhead = /^(?:[（(]?(?:19|20)\d\d(?:[-—–－~](?:19|20)?\d\d)?(?:年度?|学年度?)[）)]?|\s)+/;

/**
 * The cycle that the document reports: of `year`, else of the year in its title.
 * @throws Refusal for an unknown organisation or cycle, a title without a year, and a report of another body or year.
 */
export async function reportedCycle(reader: StoreReader, document: Document, organisation: string, year?: number): Promise<Cycle> {
  await findOrganisation(reader, organisation);
  const title = titleOf(document);
  const { file } = document;
  const inTitle = title.certain ? title.year : null;
  if (year === undefined && inTitle === null) throw refuse("audit-year-unknown", { file });
  const titled = (await reader.cycles()).find((each) => each.titleYear === inTitle)?.year;
  const cycle = await findCycle(reader, organisation, year ?? titled ?? inTitle!);
  if (inTitle !== null && inTitle !== cycle.titleYear && inTitle !== cycle.year)
    throw refuse("audit-other-year", { file, found: inTitle, wanted: cycle.titleYear });
  const { nodes } = treeAt(await reader.organisations(), cycle.dataPeriod.end);
  const own = nodes.get(organisation);
  const names = [...nodes.values()].flatMap((node) => namesOf(node).map((name) => ({ name, code: node.code })));
  const words = wholeTitle(document.text, title.text);
  const other = own && reportWords.test(words) ? otherBody(words, namesOf(own), names, organisation) : null;
  if (other !== null) throw refuse("audit-other-organisation", { file, found: other, wanted: own!.name });
  return cycle;
}

/** On a cover the body stands on a line of its own above the title. */
function wholeTitle(text: string, title: string): string {
  const above = text
    .slice(0, Math.max(0, text.indexOf(title)))
    .trimEnd()
    .split("\n")
    .at(-1)!
    .trim();
  return above.length <= longestName && !/[，。；：]/.test(above) ? `${above}${title}` : title;
}

function namesOf(node: { readonly name: string; readonly shortName?: string }): string[] {
  return node.shortName ? [node.name, node.shortName] : [node.name];
}

/** The body that the title names, when it is not `organisation`; null where it is, or where the title names none. */
function otherBody(
  title: string,
  own: readonly string[],
  names: readonly { readonly name: string; readonly code: string }[],
  organisation: string,
): string | null {
  const named = names.filter(({ name }) => title.includes(name)).sort((left, right) => right.name.length - left.name.length);
  const [longest] = named;
  if (
    longest &&
    longest.code !== organisation &&
    !named.some((each) => each.code === organisation && each.name.length === longest.name.length)
  )
    return longest.name;
  const ownName = own.find((name) => title.includes(name));
  const rest = ownName === undefined ? title : title.slice(title.indexOf(ownName) + ownName.length);
  const words = body.exec(rest.replace(yearAhead, ""))?.[0];
  return words === undefined || kindsOfBody.test(words) ? null : words;
}
