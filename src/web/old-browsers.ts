/**
 * Gives Chromium 90 (the kernel of 360, QQ and old Edge in offices) the built-in functions that newer
 * standards brought and that we, the engine and our libraries use. Building for Chromium 90 rewrites syntax
 * alone: a missing function would end a page when it is first called. Also gives plain-http pages
 * `crypto.randomUUID`, which browsers keep for secure contexts. Imported first by the page and by each worker.
 */

type Callback = (value: unknown, index: number, array: ArrayLike<unknown>) => unknown;

/** Defines what is missing, unseen by `for … in`. */
export function supply(target: object, functions: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(functions))
    if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

function at(this: ArrayLike<unknown> | string, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function findLastIndex(this: ArrayLike<unknown>, wanted: Callback, self?: unknown): number {
  for (let index = this.length - 1; index >= 0; index--) if (wanted.call(self, this[index], index, this)) return index;
  return -1;
}

function findLast(this: ArrayLike<unknown>, wanted: Callback, self?: unknown): unknown {
  return this[findLastIndex.call(this, wanted, self)];
}

const onLists = {
  at,
  findLast,
  findLastIndex,
};

const onArrays = {
  ...onLists,
  toSorted(this: unknown[], compare?: (left: unknown, right: unknown) => number) {
    return Array.from(this).sort(compare);
  },
  toReversed(this: unknown[]) {
    return Array.from(this).reverse();
  },
  toSpliced(this: unknown[], ...change: [number, number, ...unknown[]]) {
    const copy = Array.from(this);
    copy.splice(...change);
    return copy;
  },
  with(this: unknown[], index: number, value: unknown) {
    const place = index < 0 ? this.length + index : index;
    if (place < 0 || place >= this.length) throw new RangeError(`Invalid index : ${index}`);
    const copy = Array.from(this);
    copy[place] = value;
    return copy;
  },
};

const onNumberArrays = {
  ...onLists,
  toSorted(this: Uint8Array, compare?: (left: number, right: number) => number) {
    return this.slice().sort(compare);
  },
  toReversed(this: Uint8Array) {
    return this.slice().reverse();
  },
};

function groupInto<Key>(items: Iterable<unknown>, keyOf: (item: unknown, index: number) => Key): Map<Key, unknown[]> {
  const groups = new Map<Key, unknown[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** A random UUID of version 4 from `crypto.getRandomValues`, which plain-http pages have. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Copies plain data: objects, arrays, maps, sets, dates, bytes; functions are refused. Cycles are kept. */
export function cloneData(value: unknown, seen = new Map<unknown, unknown>()): unknown {
  if (typeof value === "function" || typeof value === "symbol") throw new TypeError("functions cannot be cloned");
  if (typeof value !== "object" || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  if (value instanceof Date) return new Date(value.getTime());
  if (value instanceof ArrayBuffer) return value.slice(0);
  if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
  if (value instanceof Map) {
    const copy = new Map<unknown, unknown>();
    seen.set(value, copy);
    for (const [key, each] of value) copy.set(cloneData(key, seen), cloneData(each, seen));
    return copy;
  }
  if (value instanceof Set) {
    const copy = new Set<unknown>();
    seen.set(value, copy);
    for (const each of value) copy.add(cloneData(each, seen));
    return copy;
  }
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  seen.set(value, copy);
  for (const [key, each] of Object.entries(value)) (copy as Record<string, unknown>)[key] = cloneData(each, seen);
  return copy;
}

function withResolvers<T>() {
  let resolve!: (value: T | PromiseLike<T>) => void;
  let reject!: (reason?: unknown) => void;
  const promise = new Promise<T>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

export function supplyAll(): void {
  supply(Array.prototype, onArrays);
  supply(Object.getPrototypeOf(Uint8Array.prototype) as object, onNumberArrays);
  supply(String.prototype, { at });
  supply(Object, {
    hasOwn: (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key),
    groupBy: (items: Iterable<unknown>, keyOf: (item: unknown, index: number) => PropertyKey) =>
      Object.assign(Object.create(null) as object, Object.fromEntries(groupInto(items, keyOf))),
  });
  supply(Map, { groupBy: groupInto });
  supply(Promise, { withResolvers });
  supply(globalThis, { structuredClone: (value: unknown) => cloneData(value) });
  if (typeof crypto !== "undefined") supply(crypto, { randomUUID: randomUuid });
  if (!("size" in URLSearchParams.prototype))
    Object.defineProperty(URLSearchParams.prototype, "size", {
      get(this: URLSearchParams) {
        return Array.from(this).length;
      },
      configurable: true,
    });
}

supplyAll();
