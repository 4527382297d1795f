/** Elements with no text for a reader. */
export const silentElements: ReadonlySet<string> = new Set([
  "w:tcPr",
  "w:tblPr",
  "w:tblGrid",
  "w:sectPr",
  "w:rPrChange",
  "w:pPrChange",
  "w:rt",
  "w:tblPrEx",
  "w:delInstrText",
  "w:annotationRef",
  "m:ctrlPr",
]);
