/** Adds notes to a sheet's comments part and to the drawing that shows them, keeping those that are there. */
import { parseAddress } from "../xlsx/address.ts";
import { escapeXml } from "../../layout/xml-text.ts";
import { unprefixed } from "../xlsx/xml.ts";

const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const author = "质报";

export const emptyComments = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${mainNamespace}"><authors></authors><commentList></commentList></comments>`;

export const emptyDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';

/** The comments part with `notes` (address → text); a note on a cell that has one is added to its text. */
export function addNotes(part: string, notes: ReadonlyMap<string, string>): { readonly xml: string; readonly added: readonly string[] } {
  let xml = unprefixed(part, "comments").replace(/<(authors|commentList)\s*\/>/g, "<$1></$1>");
  const authors = /<authors>([\s\S]*?)<\/authors>/.exec(xml)?.[1] ?? "";
  const authorId = (authors.match(/<author[\s>/]/g) ?? []).length;
  xml = xml.replace("</authors>", `<author>${author}</author></authors>`);
  const added: string[] = [];
  let list = "";
  for (const [cell, text] of notes) {
    const existing = new RegExp(`(<comment\\b[^>]*\\bref="${cell}"[^>]*>[\\s\\S]*?)</text>`);
    if (existing.test(xml)) {
      xml = xml.replace(
        existing,
        (_, start: string) => `${start.replace(/<text>\s*(<t\b[^>]*>[\s\S]*?<\/t>)\s*$/, "<text><r>$1</r>")}${run(`\n${text}`)}</text>`,
      );
      continue;
    }
    added.push(cell);
    list += `<comment ref="${cell}" authorId="${authorId}"><text>${run(text)}</text></comment>`;
  }
  return { xml: xml.replace("</commentList>", () => `${list}</commentList>`), added };
}

function run(text: string): string {
  return `<r><rPr><sz val="9"/><color rgb="FF9C0006"/><rFont val="微软雅黑"/><charset val="134"/></rPr><t xml:space="preserve">${escapeXml(text)}</t></r>`;
}

/** The drawing with a hidden note shape for each cell. */
export function addShapes(vml: string, cells: readonly string[], texts: ReadonlyMap<string, string>): string {
  let next = 1 + Math.max(1024, ...[...vml.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1])));
  let shapes = "";
  for (const cell of cells) {
    const place = parseAddress(cell);
    if (!place) continue;
    const { row, column } = place;
    const lines = Math.min(14, 3 + Math.ceil((texts.get(cell)?.length ?? 0) / 20));
    shapes +=
      `<v:shape id="_x0000_s${next}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;width:240pt;height:${lines * 14}pt;z-index:${next};visibility:hidden" fillcolor="#ffe9e6" o:insetmode="auto">` +
      '<v:fill color2="#ffe9e6"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1},15,${row},2,${column + 4},15,${row + Math.ceil(lines * 0.75)},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
    next += 1;
  }
  return vml.replace(/<\/xml>\s*$/, () => `${shapes}</xml>`);
}
