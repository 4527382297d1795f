/**
 * The little XML that reading and editing workbook parts needs: attributes and entities. Parts are
 * scanned as text, because building a tree of every cell is what makes other readers slow.
 */

/** The attribute `name` in a start tag's text, decoded; null when absent. */
export function attribute(tag: string, name: string): string | null {
  for (const quote of ['"', "'"]) {
    const marker = `${name}=${quote}`;
    for (let at = tag.indexOf(marker); at >= 0; at = tag.indexOf(marker, at + 1)) {
      if (at > 0 && !/\s/.test(tag[at - 1]!)) continue;
      const start = at + marker.length;
      return decodeXml(tag.slice(start, tag.indexOf(quote, start)));
    }
  }
  return null;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const code = name[1] === "x" || name[1] === "X" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** Text of a cell: entities, then the _x000D_ escapes that Excel writes for control characters. */
export function decodeCellText(text: string): string {
  const decoded = decodeXml(text);
  return decoded.includes("_x")
    ? decoded.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : decoded;
}

/** A part's text without the prefix that some writers put before every element of the main namespace. */
export function unprefixed(xml: string, root: string): string {
  const prefix = new RegExp(`<([\\w.-]+):${root}[\\s>]`).exec(xml.slice(0, 2000))?.[1];
  return prefix ? xml.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</").replace(`xmlns:${prefix}=`, "xmlns=") : xml;
}

/** All `<name …>` start tags, as text. */
export function startTags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}(?=[\\s/>])[^>]*>`, "g")) ?? [];
}
