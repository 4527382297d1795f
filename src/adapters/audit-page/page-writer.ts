/** The audit's page as a port. */
import type { AuditWriter } from "../../app/ports.ts";
import { auditPage } from "./audit-page.ts";

export const auditPageWriter: AuditWriter = {
  format: "html",
  write: async ({ document, result, language }) => new TextEncoder().encode(auditPage(document, result, language)),
};
