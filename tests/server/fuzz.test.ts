/**
 * Requests made up from the served OpenAPI document, fitting and not, under every kind of account and under
 * none: without a session 401, never a server error, every error a problem of its own media type.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Fixture, openFixture, people } from "./fixture.ts";
import { bodyOf, type Call, callsOf, fitting, formOf, isOpen, misfitting, pathOf } from "./requests.ts";
import type { OpenApi } from "../../src/server/open-api.ts";

const codes = ["411000", "411081", "411000-01", "411000-09", "999999", "411000-99"];
let fixture: Fixture;
let calls: Call[];
beforeAll(async () => {
  fixture = await openFixture({ filed: ["411000-01", "411000-09"] });
  calls = callsOf((await (await fixture.app.request("/openapi.json")).json()) as OpenApi);
});
afterAll(() => fixture?.close());

interface Made {
  readonly path: string;
  readonly body: string | FormData | undefined;
}

const strangeParameter = fc.constantFrom("..", "%", "\u0000", "'", "x".repeat(3000), "-1", "无", "411000-01/..", "null");

function requestsOf(call: Call): fc.Arbitrary<Made> {
  const parameters = (call.operation.parameters ?? []) as { name: string; in: string; schema: object }[];
  const values = fc.record(
    Object.fromEntries(
      parameters.map(({ name, schema, in: where }) => [
        name,
        fc.oneof(
          {
            weight: 5,
            arbitrary:
              name === "id" ? fc.uuid() : name === "year" ? fc.constantFrom("2018", "2019", "2020") : fitting(schema, codes).map(String),
          },
          { weight: where === "path" && name === "organisation" ? 1 : 2, arbitrary: strangeParameter },
        ),
      ]),
    ),
  );
  const sent = bodyOf(call);
  const body = sent
    ? fc.oneof({ weight: 3, arbitrary: fitting(sent.schema, codes) }, { weight: 2, arbitrary: misfitting(sent.schema, codes) })
    : fc.constant(undefined);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom(...["PK\u0003\u0004", "<html>2019年", "%PDF-1.4"].map((text) => new TextEncoder().encode(text))),
  );
  return fc
    .tuple(values, body, bytes, fc.constantFrom("a.xlsx", "a.docx", "a.txt", "a.pdf", "../b", ""), fc.nat(20))
    .map(([given, content, file, name, raw]) => {
      const query = parameters.filter((each) => each.in === "query" && given[each.name] !== undefined && raw % 2 === 0);
      const search = query.map((each) => `${each.name}=${encodeURIComponent(wellFormed(String(given[each.name])))}`).join("&");
      const path = pathOf(call.template, Object.fromEntries(Object.entries(given).map(([key, value]) => [key, wellFormed(String(value))])));
      const form = sent?.kind === "form" && raw !== 1;
      return {
        path: search === "" ? path : `${path}?${search}`,
        body: !sent ? undefined : form ? formOf(content, new Uint8Array(file), name) : raw === 2 ? "{" : JSON.stringify(content),
      };
    });
}

const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, "?");

async function check(call: Call, who: string, made: Made, answer: { status: number; type: string }): Promise<void> {
  const told = `${who} ${call.method} ${made.path} ${typeof made.body === "string" ? made.body.slice(0, 300) : made.body ? "form" : ""}`;
  // "/api/returns/../../corrections" is no path of the contract: the page answers, which tests have not built.
  if (!new URL(made.path, "http://localhost").pathname.startsWith("/api/")) return;
  expect(answer.status, told).toBeLessThan(500);
  if (answer.status >= 400) expect(answer.type, told).toMatch(/^application\/problem\+json/);
}

describe("every operation", () => {
  it("asks for a session before it looks at anything", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...calls.filter((call) => !isOpen(call))).chain((call) => fc.tuple(fc.constant(call), requestsOf(call))),
        async ([call, made]) => {
          // ".." in a place of the path leads out of the interface.
          if (!new URL(made.path, "http://localhost").pathname.startsWith("/api/")) return;
          for (const cookie of [undefined, "zhibao.session_token=forged.signature"]) {
            const response = await fixture.app.request(made.path, {
              method: call.method,
              ...(cookie ? { headers: { cookie } } : {}),
              ...(made.body === undefined ? {} : { body: made.body }),
            });
            expect([response.status, response.headers.get("content-type")], `${call.method} ${made.path}`).toEqual([
              401,
              "application/problem+json; charset=utf-8",
            ]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("answers everybody without a server error", async () => {
    const wrong: string[] = [];
    for (const call of calls)
      await fc
        .assert(
          fc.asyncProperty(requestsOf(call), fc.constantFrom(...people.map((person) => person.username)), async (made, who) => {
            const send = fixture.as(who);
            const body = typeof made.body === "string" ? rawJson(made.body) : made.body;
            await check(call, who, made, await send(call.method, made.path, body));
          }),
          { numRuns: 14 },
        )
        .catch((error: unknown) =>
          wrong.push(`${call.method} ${call.template}: ${error instanceof Error ? error.message.slice(0, 900) : String(error)}`),
        );
    expect(wrong.join("\n\n")).toBe("");
  }, 300_000);

  it("answers whoever has no account as well, where anyone may ask", async () => {
    for (const call of calls.filter(isOpen))
      await fc.assert(
        fc.asyncProperty(requestsOf(call), async (made) => {
          const headers = { "content-type": "application/json" };
          const response = await fixture.app.request(made.path, {
            method: call.method,
            headers,
            ...(typeof made.body === "string" ? { body: made.body } : {}),
          });
          await check(call, "nobody", made, { status: response.status, type: response.headers.get("content-type") ?? "" });
        }),
        { numRuns: 30 },
      );
  });

  it.each(["/api/none", "/api/returns", "/api/%00", "/api/returns/411000-01/2019/none", "/api/../api/none", "/api/%E0%A4%A"])(
    "has no path %s",
    async (path) => {
      expect((await fixture.app.request(path)).status).toBe(401);
      const answer = await fixture.as("administrator")("GET", path);
      expect([answer.status, answer.type]).toEqual([404, "application/problem+json; charset=utf-8"]);
    },
  );
});

/** The fixture writes bodies as JSON itself; a text that is no JSON goes through as a wrong body. */
function rawJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
