/**
 * With the policies switched off, row-level security alone still holds: whatever is asked, of whatever
 * organisation, nobody reads a word of others, and nobody changes a row of theirs.
 */
import fc from "fast-check";
import { unzipSync } from "fflate";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/server/app.ts";
import type { OpenApi } from "../../src/server/open-api.ts";
import { type Fixture, openFixture } from "./fixture.ts";
import { seat } from "./positions.ts";
import { bodyOf, callsOf, fitting, formOf, isOpen, pathOf } from "./requests.ts";
import { hide, idOf, numberOf, rowsOf, secretOf } from "./secrets.ts";

const secretive = ["411000", "411081", "411000-02", "411000-09"];
let fixture: Fixture;
let open: Hono;
let contract: OpenApi;
beforeAll(async () => {
  fixture = await openFixture({ filed: ["411000-01"] });
  await seat(fixture);
  for (const organisation of secretive) await hide(fixture.store, organisation);
  open = createApp(fixture.world, { policies: "off" });
  contract = (await (await open.request("/openapi.json")).json()) as OpenApi;
});
afterAll(() => fixture?.close());

/** Text of an answer: files that are packages are opened. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join("\n");
}

describe("row-level security alone", () => {
  it.each([
    ["clerk.411000-01", secretive],
    ["administrator.411000-01", secretive],
    ["editor.411081", ["411000", "411000-02"]],
    ["administrator.411081", ["411000", "411000-02"]],
  ])(
    "keeps what is others' from %s",
    async (username, foreign) => {
      const before = await rowsOf(fixture.store, foreign);
      const words = foreign.flatMap((organisation) => [secretOf(organisation), numberOf(organisation)]);
      const send = fixture.as(username, open);
      const accounts = new Map((await fixture.world.accounts.list(null)).map((line) => [line.organisation, line.id]));
      let reached = 0;
      const leaks: string[] = [];
      for (const call of callsOf(contract)) {
        if (isOpen(call) || call.template === "/api/me/password") continue;
        for (const organisation of call.template.includes("{organisation}") || call.template.includes("{id}") || bodyOf(call)
          ? foreign
          : foreign.slice(0, 1)) {
          const id = call.template.startsWith("/api/accounts") ? accounts.get(organisation)! : idOf(organisation);
          const path = pathOf(call.template, { organisation, id });
          const sent = bodyOf(call);
          const [made] = sent ? fc.sample(fitting(sent.schema, [organisation]), { numRuns: 1, seed: 7 }) : [];
          // Whoever confirms again what is previewed, or names an id, names that of the others.
          const body = typeof made === "object" && made !== null && "preview" in made ? { preview: id } : made;
          const answer = await send(
            call.method,
            path,
            !sent ? undefined : sent.kind === "json" ? body : formOf(body, new TextEncoder().encode("编号,名称\n1,甲"), "a.csv"),
          );
          expect(answer.status, `${call.method} ${path}`).toBeLessThan(500);
          if (answer.status < 300) reached += 1;
          const text = textOf(answer.bytes);
          for (const word of words) if (text.includes(word)) leaks.push(`${call.method} ${path}: ${word}`);
        }
      }
      expect(leaks).toEqual([]);
      expect(await rowsOf(fixture.store, foreign)).toEqual(before);
      expect(reached).toBeGreaterThan(10);
    },
    300_000,
  );

  it("is no wall of paper: those above read the words", async () => {
    const comments = await fixture.as("editor")("GET", "/api/returns/411000-09/2019/comments");
    expect(JSON.stringify(comments.json)).toContain(secretOf("411000-09"));
    const view = await fixture.as("reviewer")("GET", "/api/returns/411000-09/2019");
    expect(JSON.stringify(view.json)).toContain(secretOf("411000-09"));
  });
});
