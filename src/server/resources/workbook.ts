/** Workbooks over HTTP: the template, an upload as a preview, taking it, and the same workbook with notes. */
import { applyWorkbook, commentWorkbook, previewWorkbook, writeReturnTemplate } from "../../app/desk/workbook-edits.ts";
import type { returnEndpoints } from "../contract/returns.ts";
import type { Handlers } from "../handler.ts";
import { placeOf } from "./place-of.ts";

type Group = Pick<
  typeof returnEndpoints,
  | "GET /api/returns/{organisation}/{year}/template.xlsx"
  | "POST /api/returns/{organisation}/{year}/workbook"
  | "POST /api/returns/{organisation}/{year}/workbook/apply"
  | "POST /api/returns/{organisation}/{year}/workbook/comments.xlsx"
>;

export const workbookResources: Handlers<Group> = {
  "GET /api/returns/{organisation}/{year}/template.xlsx": async ({ world, store, params }) =>
    writeReturnTemplate(store, world, placeOf(params)),
  "POST /api/returns/{organisation}/{year}/workbook": async ({ world, actor, store, params, upload, act }) => {
    const id = crypto.randomUUID();
    const { problems, edits, preview } = await previewWorkbook(store, world, actor, placeOf(params), upload, id, act("workbook"));
    return {
      problems: [...problems],
      edits: edits && edits.map(({ origin, ...edit }) => ({ ...edit, origin: origin ?? { file: upload.name, sheet: "", cell: "" } })),
      preview,
    };
  },
  "POST /api/returns/{organisation}/{year}/workbook/apply": async ({ world, actor, store, params, body, act }) =>
    applyWorkbook(store, world, actor, placeOf(params), body.preview, act("workbook")),
  "POST /api/returns/{organisation}/{year}/workbook/comments.xlsx": async ({ world, store, params, upload }) =>
    commentWorkbook(store, world, placeOf(params), upload),
};
