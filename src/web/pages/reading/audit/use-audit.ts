/** One audit at a time in a worker of its own; a new order ends the one before. */
import { useEffect, useState } from "react";
import type { Document } from "../../../../core/auditing/document.ts";
import type { AuditResult, Bilingual } from "../../../../core/auditing/finding.ts";
import type { AuditNews, AuditOrder } from "./audit-protocol.ts";

export type AuditState =
  | { readonly kind: "idle" }
  | { readonly kind: "working"; readonly stage: "reading" | "auditing" }
  | { readonly kind: "done"; readonly document: Document; readonly result: AuditResult }
  | { readonly kind: "unreadable"; readonly file: string; readonly message: Bilingual }
  | { readonly kind: "broken"; readonly message: string };

export function useAudit(file: File | null, prior: File | null, year: number | null): AuditState {
  const [state, setState] = useState<AuditState>({ kind: "idle" });
  useEffect(() => {
    if (!file) {
      setState({ kind: "idle" });
      return undefined;
    }
    setState({ kind: "working", stage: "reading" });
    const worker = new Worker(new URL("./audit-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", (event: MessageEvent<AuditNews | null>) => {
      const news = event.data;
      if (news?.kind === "stage") setState({ kind: "working", stage: news.stage });
      else if (news?.kind === "done" || news?.kind === "unreadable" || news?.kind === "broken") {
        setState(news);
        worker.terminate();
      }
    });
    worker.addEventListener("error", (event) => setState({ kind: "broken", message: event.message ?? "" }));
    const send = async (): Promise<void> => {
      const [bytes, before] = await Promise.all([file.arrayBuffer(), prior?.arrayBuffer()]);
      const order: AuditOrder = {
        kind: "audit",
        file: { name: file.name, bytes },
        prior: prior && before ? { name: prior.name, bytes: before } : null,
        year,
        pdfFolder: new URL("/pdf/", location.href).href,
      };
      worker.postMessage(order, [bytes, ...(before ? [before] : [])]);
    };
    send().catch((error: unknown) => setState({ kind: "broken", message: error instanceof Error ? error.message : String(error) }));
    return () => worker.terminate();
  }, [file, prior, year]);
  return state;
}
