/** Ids in paths. */
import { z } from "zod";
import { notFound } from "../problem.ts";

const uuidText = z.uuid();

/** @throws Problem 404 for what cannot be the id of anything. */
export function uuid(text: string): string {
  if (!uuidText.safeParse(text).success) throw notFound();
  return text.toLowerCase();
}
