/**
 * Finishes the package that the docx library wrote: adds the custom XML part with the traces and the
 * font table with fall-backs, and makes the bytes the same for the same report (fixed dates, fixed order).
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { fontTable } from "./fonts.ts";
import { tracesNamespace } from "./traces-part.ts";

/** The earliest time that a zip entry can bear. */
const zipTime = new Date(1980, 0, 1);
const documentTime = "2000-01-01T00:00:00.000Z";
const itemId = "{7A686962-616F-4669-8775-726573000001}";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function finishPackage(written: Uint8Array, traces: string): Uint8Array {
  const parts = unzipSync(written);
  const edit = (name: string, change: (xml: string) => string): void => {
    const part = parts[name];
    if (!part) throw new Error(`the docx library wrote no ${name}`);
    parts[name] = strToU8(change(strFromU8(part)));
  };
  edit("docProps/core.xml", (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${documentTime}`));
  edit("[Content_Types].xml", (xml) =>
    xml.replace(
      "</Types>",
      '<Override PartName="/customXml/itemProps9.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>',
    ),
  );
  edit("word/_rels/document.xml.rels", (xml) =>
    xml.replace(
      "</Relationships>",
      `<Relationship Id="rIdTraces" Type="${relationships}/customXml" Target="../customXml/item9.xml"/></Relationships>`,
    ),
  );
  parts["word/fontTable.xml"] = strToU8(fontTable());
  parts["customXml/item9.xml"] = strToU8(traces);
  parts["customXml/itemProps9.xml"] = strToU8(
    `${declaration}<ds:datastoreItem ds:itemID="${itemId}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${tracesNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  parts["customXml/_rels/item9.xml.rels"] = strToU8(
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/customXmlProps" Target="itemProps9.xml"/></Relationships>`,
  );
  return zipSync(ordered(parts), { mtime: zipTime });
}

/** [Content_Types].xml first, as readers expect, the others by name; pictures are compressed already. */
function ordered(parts: Readonly<Record<string, Uint8Array>>): Zippable {
  const names = Object.keys(parts).sort((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1));
  return Object.fromEntries(names.map((name) => [name, [parts[name] ?? new Uint8Array(), { level: name.endsWith(".png") ? 0 : 4 }]]));
}

function rank(name: string): number {
  return name === "[Content_Types].xml" ? 0 : name === "_rels/.rels" ? 1 : 2;
}
