/** What each role finds in the menu. */
import { expect, it } from "vitest";
import { roles } from "../../app/policies/actor.ts";
import { mayOpen, menuFor } from "./navigation.tsx";

const everywhere = (): boolean => true;
const paths = (...options: Parameters<typeof menuFor>): string[] =>
  menuFor(...options).flatMap((item) => ("entries" in item ? item.entries.map((entry) => entry.path) : [item.path]));

it("gives a clerk filling and reading, no reviewing, no administration", () => {
  expect(paths("clerk", everywhere)).toEqual([
    "/",
    "/fill/$year",
    "/admin/exports",
    "/corrections",
    "/report/$year",
    "/indicators/$year",
    "/audit",
    "/dictionary",
    "/history",
    "/guide",
  ]);
});

it("gives the administrator the board and everything to be kept, no filling", () => {
  const found = paths("administrator", everywhere);
  expect(found.filter((path) => path.startsWith("/admin/"))).toHaveLength(6);
  expect(found).toContain("/board/$year");
  expect(found).not.toContain("/fill/$year");
});

it("names no page twice for any role, and leaves out pages and groups that do not exist", () => {
  for (const role of roles) {
    const found = paths(role, everywhere);
    expect(new Set(found).size).toBe(found.length);
    expect(menuFor(role, (path) => path === "/").map((item) => item.word)).toEqual(["home"]);
  }
});

it("opens pages of administration to the roles that have them in their menu", () => {
  expect([mayOpen("administrator", "/admin/keeping"), mayOpen("clerk", "/admin/keeping")]).toEqual([true, false]);
  expect([mayOpen("clerk", "/admin/exports"), mayOpen("head", "/admin/exports")]).toEqual([true, false]);
  expect(mayOpen("reader", "/fill/2019/students.enrolment")).toBe(true);
});
