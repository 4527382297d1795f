/** What Chromium 90 is given must do what newer browsers do by themselves. */
import { expect, it } from "vitest";
import { cloneData, randomUuid, supply, supplyAll } from "./old-browsers.ts";

type Methods = Record<string, (...options: unknown[]) => unknown>;

/** Takes the machine's own functions away, supplies ours, runs, and puts its own back. */
function without<T>(target: object, names: readonly string[], work: () => T): T {
  const own = names.map((name) => [name, Object.getOwnPropertyDescriptor(target, name)] as const);
  for (const [name] of own) Reflect.deleteProperty(target, name);
  try {
    supplyAll();
    return work();
  } finally {
    for (const [name, descriptor] of own) if (descriptor) Object.defineProperty(target, name, descriptor);
  }
}

it.each([
  ["at", [-1]],
  ["at", [7]],
  ["findLast", [(each: unknown) => Number(each) < 3]],
  ["findLastIndex", [(each: unknown) => Number(each) > 9]],
  ["toSorted", []],
  ["toSorted", [(left: number, right: number) => right - left]],
  ["toReversed", []],
  ["toSpliced", [1, 1, 8, 9]],
  ["with", [-1, 5]],
] as const)("supplies arrays with %s", (name, options) => {
  const list = [3, 1, 2];
  const expected = (list as unknown as Methods)[name]!(...options);
  const found = without(Array.prototype, [name], () => (list as unknown as Methods)[name]!(...options));
  expect(found).toEqual(expected);
  expect(list).toEqual([3, 1, 2]);
});

it("supplies Object.hasOwn, strings' at and the number of query parameters", () => {
  expect(without(Object, ["hasOwn"], () => [Object.hasOwn({ a: 1 }, "a"), Object.hasOwn({}, "toString")])).toEqual([true, false]);
  expect(without(String.prototype, ["at"], () => "质报".at(-1))).toBe("报");
  expect(without(URLSearchParams.prototype, ["size"], () => new URLSearchParams("a=1&b=2").size)).toBe(2);
});

it("leaves what a browser has", () => {
  const own = Array.prototype.at;
  supplyAll();
  expect(Array.prototype.at).toBe(own);
  const target = { a: 1 };
  supply(target, { a: 2, b: 3 });
  expect({ ...target, b: Reflect.get(target, "b") }).toEqual({ a: 1, b: 3 });
});

it("clones data deeply, cycles too, and makes identifiers of version 4", () => {
  const value: Record<string, unknown> = { list: [1, { two: 2 }], map: new Map([["a", new Set([1])]]), day: new Date(0), nothing: null };
  value.self = value;
  const copy = cloneData(value) as Record<string, unknown>;
  expect(copy).toEqual(value);
  expect(copy.list).not.toBe(value.list);
  expect(copy.self).toBe(copy);
  expect(() => cloneData(() => 1)).toThrow(TypeError);
  expect(randomUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(Array.from({ length: 100 }, randomUuid)).size).toBe(100);
});
