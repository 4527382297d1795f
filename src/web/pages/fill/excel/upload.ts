/** The workbook handed in last, kept while one goes from ledger to ledger to mend what is listed. */
import { createContext, useContext } from "react";
import type { AnswerOf } from "../../../client.ts";

export type Reading = AnswerOf<"POST /api/returns/{organisation}/{year}/workbook">;

export interface WorkbookUpload {
  readonly file: File | null;
  readonly reading: Reading | null;
  /** After its changes were taken. */
  readonly outcome: { readonly saved: number; readonly conflicts: readonly string[] } | null;
}

export const noUpload: WorkbookUpload = { file: null, reading: null, outcome: null };

export const UploadContext = createContext<readonly [WorkbookUpload, (next: WorkbookUpload) => void] | null>(null);

export function useUpload(): readonly [WorkbookUpload, (next: WorkbookUpload) => void] {
  const upload = useContext(UploadContext);
  if (!upload) throw new Error("outside of a return that is being filled");
  return upload;
}
