/** Turns a chart's SVG into PNG for Word files; text becomes outlines first (see outlines.ts), so no machine's fonts matter. */
import { renderAsync } from "@resvg/resvg-js";
import type { ChartDrawing } from "./chart-svg.ts";
import { serifRegular } from "./fonts.ts";
import { glyphFont } from "./outlines.ts";
import { encodePng } from "./png.ts";

/** Pixels for each px of the drawing: 192 per inch is enough for office printers. */
const zoom = 2;

export async function chartPng(drawing: ChartDrawing): Promise<Uint8Array> {
  const image = await renderAsync(outlineText(drawing.svg), {
    font: { loadSystemFonts: false },
    background: "#ffffff",
    fitTo: { mode: "zoom", value: zoom },
  });
  return encodePng(image.pixels, image.width, image.height);
}

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

/** Replaces the `<text>` elements that echarts writes by paths of their glyphs. */
export function outlineText(svg: string): string {
  return svg.replace(/<text ([^>]*)>([^<]*)<\/text>/g, (_, attributes: string, content: string) => {
    const attribute = (name: string): string | undefined => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const text = content.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
    const size = Number(/font-size:([\d.]+)px/.exec(attributes)?.[1] ?? 12);
    const font = glyphFont(serifRegular);
    const width = (font.width(text) / font.unitsPerEm) * size;
    const anchor = attribute("text-anchor");
    const left = Number(attribute("x") ?? 0) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    // Digits and Chinese characters stand about 0.75 em high on the baseline: their middle is the "central" line.
    const baseline = Number(attribute("y") ?? 0) + (attribute("dominant-baseline") === "central" ? size * 0.37 : 0);
    const path = font.path(text, left, baseline, size);
    const kept = ["transform", "fill", "stroke", "stroke-width", "paint-order", "stroke-linejoin", "stroke-miterlimit"].flatMap((name) =>
      attribute(name) === undefined ? [] : [`${name}="${attribute(name)}"`],
    );
    return `<path d="${path}" ${kept.join(" ")}/>`;
  });
}
