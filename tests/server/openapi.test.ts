/** The served OpenAPI document: of the form that 3.1 asks for, complete, and shown on a page. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { groups } from "../../src/server/contract/contract.ts";
import type { OpenApi } from "../../src/server/open-api.ts";
import { pathPattern } from "../../src/server/mount.ts";
import { type Fixture, openFixture } from "./fixture.ts";
import { callsOf, isOpen } from "./requests.ts";

let fixture: Fixture;
let contract: OpenApi;
beforeAll(async () => {
  fixture = await openFixture();
  contract = (await (await fixture.app.request("/openapi.json")).json()) as OpenApi;
});
afterAll(() => fixture?.close());

const everything = (value: unknown): Record<string, unknown>[] =>
  typeof value !== "object" || value === null ? [] : [value as Record<string, unknown>, ...Object.values(value).flatMap(everything)];

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

describe("the OpenAPI document", () => {
  it("is of version 3.1, with title, version, and an answer for every operation", () => {
    expect(contract).toMatchObject({ openapi: "3.1.0", info: { title: expect.any(String), version: expect.any(String) } });
    for (const { operation } of callsOf(contract)) {
      expect(operation.summary).not.toBe("");
      expect(Object.keys(operation.responses).some((status) => status.startsWith("2"))).toBe(true);
      for (const [status, answer] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[2-5]\d\d$/);
        expect(answer.description).toEqual(expect.any(String));
      }
    }
  });

  it("lists what the contract lists, and the server answers all of it", () => {
    const listed = groups.flatMap(({ endpoints }) => Object.keys(endpoints));
    expect(
      callsOf(contract)
        .map(({ method, template }) => `${method} ${template}`)
        .toSorted(),
    ).toEqual(listed.toSorted());
    const mounted = new Set(fixture.app.routes.map((route) => `${route.method} ${route.path}`));
    const missing = callsOf(contract).filter(({ method, template }) => !mounted.has(`${method} ${pathPattern(template)}`));
    expect(missing.map(({ method, template }) => `${method} ${template}`)).toEqual([]);
  });

  it("has no reference that leads nowhere", () => {
    const references = everything(contract).flatMap((each) => (typeof each.$ref === "string" ? [each.$ref] : []));
    expect(references.length).toBeGreaterThan(0);
    for (const reference of new Set(references)) {
      expect(reference).toMatch(/^#\//);
      const found = reference
        .slice(2)
        .split("/")
        .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], contract);
      expect(found, reference).toBeDefined();
    }
  });

  it("declares every parameter of its paths, and none twice", () => {
    for (const { template, operation } of callsOf(contract)) {
      const parameters = (operation.parameters ?? []) as { name: string; in: string; required: boolean; schema: object }[];
      const inPath = parameters.filter((each) => each.in === "path");
      expect(inPath.map((each) => each.name).toSorted()).toEqual([...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted());
      expect(inPath.every((each) => each.required)).toBe(true);
      expect(new Set(parameters.map((each) => `${each.in} ${each.name}`)).size).toBe(parameters.length);
      expect(parameters.every((each) => typeof each.schema === "object")).toBe(true);
    }
  });

  it("uses only types that JSON Schema has, and secures all but what anyone may ask", () => {
    const known = ["string", "number", "integer", "boolean", "object", "array", "null"];
    for (const { type, pattern } of everything(Object.values(contract.paths))) {
      if (typeof type === "string") expect(known).toContain(type);
      if (typeof pattern === "string") expect(() => new RegExp(pattern, "u")).not.toThrow();
    }
    const anyone = groups.flatMap(({ endpoints }) =>
      Object.entries(endpoints)
        .filter(([, each]) => each.policy === "anyone")
        .map(([key]) => key),
    );
    expect(
      callsOf(contract)
        .filter(isOpen)
        .map(({ method, template }) => `${method} ${template}`)
        .toSorted(),
    ).toEqual(anyone.toSorted());
  });

  it("stands on a page, operation by operation, without anything from elsewhere", async () => {
    const response = await fixture.app.request("/docs");
    const html = await response.text();
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html; charset=UTF-8"]);
    for (const { template, operation } of callsOf(contract)) {
      expect(html.includes(`<code>${template}</code>`), template).toBe(true);
      expect(html.includes(escaped(operation.summary)), operation.summary).toBe(true);
    }
    expect(/(src|href)="https?:/.test(html)).toBe(false);
  });
});
