/** Files other than code which the bundler takes in. */
declare module "*.css";
/** pdf.js's own worker: imported, it runs where it was imported. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
