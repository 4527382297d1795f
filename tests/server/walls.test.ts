/**
 * Who reaches what: every role at every level, with every operation of the contract, for every organisation
 * of a small tree. Outside the subtree there is nothing (404); inside it the policies' sentences decide.
 */
import fc from "fast-check";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { policies } from "../../src/app/policies/policies.ts";
import type { Organisation } from "../../src/core/model/organisation.ts";
import { groups } from "../../src/server/contract/contract.ts";
import type { Endpoint } from "../../src/server/contract/endpoint.ts";
import { pathPattern } from "../../src/server/mount.ts";
import { type Fixture, openFixture } from "./fixture.ts";
import { elsewhere, everybody, positions, seat, stands } from "./positions.ts";
import { pathOf } from "./requests.ts";

let fixture: Fixture;
let organisations: Organisation[];
beforeAll(async () => {
  fixture = await openFixture({ filed: ["411000-01", "411000-09"] });
  await seat(fixture);
  organisations = await fixture.store.organisations();
});
afterAll(() => fixture?.close());

const operations = groups.flatMap(({ endpoints }) =>
  (Object.entries(endpoints) as [string, Endpoint][]).map(([key, endpoint]) => {
    const [method = "", template = ""] = key.split(" ", 2);
    return { method, template, policy: endpoint.policy };
  }),
);
const named = operations.filter(({ template }) => template.includes("{organisation}"));

const isMounted = (app: Hono, method: string, template: string): boolean =>
  app.routes.some((route) => route.method === method && route.path === pathPattern(template));

/** Without a body, so that what may be done is refused for its shape (400) and changes nothing. */
const ask = async (username: string, method: string, path: string) => fixture.as(username)(method, path);

describe("policies", () => {
  it("let nobody reach an organisation outside the own subtree, by any operation", async () => {
    let turn = 0;
    for (const position of positions)
      for (const organisation of [...positions, elsewhere]) {
        if (stands(organisations, organisation, position, 2019)) continue;
        for (const { method, template } of named) {
          // Roles take turns: which one asks makes no difference here, and the next test mixes them.
          const person = everybody.filter((each) => each.organisation === position)[turn++ % 8]!;
          const path = pathOf(template, { organisation });
          const answer = await ask(person.username, method, path);
          expect([answer.status, answer.type], `${person.username} ${method} ${path}`).toEqual([
            404,
            "application/problem+json; charset=utf-8",
          ]);
        }
      }
  }, 300_000);

  it("are what decides inside it", async () => {
    const some = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
    await fc.assert(
      fc.asyncProperty(
        some(everybody),
        some(operations),
        some([...positions, elsewhere]),
        some([2018, 2019]),
        async (person, operation, target, year) => {
          const { method, template, policy } = operation;
          if (policy === "anyone" || !isMounted(fixture.app, method, template)) return;
          const organisation = template.includes("{organisation}") ? target : person.organisation;
          const path = pathOf(template, { organisation, year: String(year) });
          const within = stands(organisations, organisation, person.organisation, template.includes("{year}") ? year : null);
          const { status } = await ask(person.username, method, path);
          const told = `${person.username} ${method} ${path}: ${status}`;
          expect(status, told).toBeLessThan(500);
          if (!within) {
            expect(status, told).toBe(404);
            return;
          }
          const actor = {
            id: "",
            username: person.username,
            name: "",
            role: person.role,
            organisation: person.organisation,
            ledgers: null,
          };
          if (policies[policy](actor, { organisation, within })) expect([401, 403].includes(status), told).toBe(false);
          else expect(status, told).toBe(403);
        },
      ),
      { numRuns: 500 },
    );
  }, 300_000);

  it("refuse beside what they allow: the same person, the same operation, another school", async () => {
    const pairs = named
      .filter(({ method, template }) => isMounted(fixture.app, method, template))
      .map((operation) => {
        const actor = (role: (typeof everybody)[number]["role"]) => ({
          id: "",
          username: "",
          name: "",
          role,
          organisation: "411000-01",
          ledgers: null,
        });
        const person = everybody.find(
          ({ role, organisation }) =>
            organisation === "411000-01" &&
            operation.policy !== "anyone" &&
            policies[operation.policy](actor(role), { organisation, within: true }),
        );
        return { ...operation, person };
      });
    expect(pairs.filter(({ person }) => person).length).toBeGreaterThan(20);
    for (const { method, template, person } of pairs) {
      if (!person) continue;
      const [allowed, denied] = await Promise.all(
        ["411000-01", "411000-09"].map((organisation) => ask(person.username, method, pathOf(template, { organisation }))),
      );
      const told = `${person.username} ${method} ${template}`;
      expect([401, 403].includes(allowed!.status), told).toBe(false);
      expect(denied!.status, told).toBe(404);
      expect(JSON.stringify(denied!.json), told).not.toContain("411000-09");
      // What is named besides organisation and year exists nowhere.
      if (template.replace("{organisation}", "").replace("{year}", "").includes("{") || template.startsWith("/api/cycles")) continue;
      expect(allowed!.status, told).not.toBe(404);
    }
  }, 120_000);
});
