/** Makes a new comments part known to its package: its content type, and the document's relationship to it. */
import { relationshipsPart, type WordPackage } from "../../readers/docx/package.ts";
import { XmlTokens } from "../../readers/docx/xml-tokens.ts";

const contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const relationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const relationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "[Content_Types].xml";

type Changes = Map<string, string>;

export function addContentType(changes: Changes, word: WordPackage, part: string): void {
  const xml = word.xml(types) ?? '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>';
  if (attributes(xml, "Override", "PartName").includes(`/${part}`)) return;
  changes.set(types, appended(xml, `<Override PartName="/${part}" ContentType="${contentType}"/>`));
}

export function addRelationship(changes: Changes, word: WordPackage, part: string): void {
  const name = relationshipsPart(word.documentPart);
  const xml = word.xml(name) ?? `<Relationships xmlns="${relationshipsNamespace}"></Relationships>`;
  const taken = new Set(attributes(xml, "Relationship", "Id"));
  let id = "rIdZhibaoComments";
  for (let count = 2; taken.has(id); count += 1) id = `rIdZhibaoComments${count}`;
  changes.set(name, appended(xml, `<Relationship Id="${id}" Type="${relationshipType}" Target="/${part}"/>`));
}

function attributes(xml: string, element: string, attribute: string): string[] {
  const tokens = new XmlTokens(xml);
  const values: string[] = [];
  for (let token = tokens.next(); token !== "end"; token = tokens.next())
    if (token !== "text" && token !== "close" && tokens.name.replace(/^.*:/, "") === element)
      values.push(tokens.attribute(attribute) ?? "");
  return values;
}

/** `xml` with `element` as the last child of its root, which may be empty: <Types/>. */
function appended(xml: string, element: string): string {
  const prefix = /<([\w.-]+:)?(?:Types|Relationships)[\s>/]/.exec(xml)?.[1] ?? "";
  const own = element.replace("<", `<${prefix}`);
  const close = xml.lastIndexOf("</");
  if (close >= 0) return xml.slice(0, close) + own + xml.slice(close);
  const slash = xml.lastIndexOf("/>");
  const root = prefix + (element.startsWith("<Override") ? "Types" : "Relationships");
  return `${xml.slice(0, slash)}>${own}</${root}>`;
}
