/** Typst for this process: its fonts load once (30 ms), and it reads only what is put before it in memory. */
import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { serifBold, serifRegular } from "../charts/fonts.ts";
import { printable } from "../layout/printable.ts";

const workspace = path.resolve("/zhibao-report");

let compiler: NodeCompiler | undefined;

/** The PDF of a template that reads `data` as the JSON file `name`. */
export function compilePdf(template: string, name: string, data: object): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [serifRegular, serifBold] }] });
  compiler.mapShadow(path.join(workspace, name), Buffer.from(JSON.stringify(data, printableValue)));
  try {
    const compiled = compiler.compile({ mainFileContent: template });
    const document = compiled.result;
    if (document === null) throw new Error(`Typst refused ${name}: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    return compiler.pdf(document);
  } finally {
    compiler.evictCache(1);
  }
}

/** Typst reads JSON strictly: half of a surrogate pair in one text would refuse the whole report. */
function printableValue(_key: string, value: unknown): unknown {
  return typeof value === "string" ? printable(value) : value;
}
