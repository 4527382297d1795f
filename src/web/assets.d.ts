/** Files other than code which the bundler takes in. */
declare module "*.css";
/** pdf.js's own worker: imported, it runs where it was imported. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";

interface ImportMeta {
  /** Of Vite: the files that match, by path; as texts or as addresses. */
  glob(
    pattern: string,
    options: { readonly query: "?raw" | "?url"; readonly import: "default"; readonly eager: true },
  ): Readonly<Record<string, string>>;
}
