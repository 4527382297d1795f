/** SHA-256 over canonical JSON: the identity of a document, a catalog, a publication. */
import { createHash } from "node:crypto";
import { canonicalJson } from "../../app/canonical.ts";

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

export function contentHash(value: unknown): string {
  return sha256(canonicalJson(value));
}
