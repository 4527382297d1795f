/** Calls the server by the contract's own keys: paths, queries, bodies and answers are typed by it, and nothing of it is bundled. */
import type { z } from "zod";
import { otherPerson, personHeader } from "../app/policies/believed-person.ts";
import type { Contract } from "../server/contract/contract.ts";
import type { FileResponse, ParameterNames } from "../server/contract/endpoint.ts";
import { connection } from "./offline/connection.ts";

type PathOf<K> = K extends `${string} ${infer Path}` ? Path : never;
type ParamsOf<K> =
  ParameterNames<PathOf<K>> extends never
    ? { readonly params?: undefined }
    : { readonly params: Readonly<Record<ParameterNames<PathOf<K>>, string | number>> };
type QueryOf<E> = E extends { query: infer Q extends z.ZodType } ? { readonly query?: z.input<Q> } : { readonly query?: undefined };
type BodyOf<E> = E extends { body: infer B extends z.ZodType } ? { readonly body: z.input<B> } : { readonly body?: undefined };
type UploadOf<E> = E extends { upload: true } ? { readonly upload: File } : { readonly upload?: undefined };
type BesidesOf<E> = E extends { besides: readonly (infer Field extends string)[] }
  ? { readonly besides?: Readonly<Partial<Record<Field, File>>> }
  : { readonly besides?: undefined };
export type Request<K extends keyof Contract> = ParamsOf<K> &
  QueryOf<Contract[K]> &
  BodyOf<Contract[K]> &
  UploadOf<Contract[K]> &
  BesidesOf<Contract[K]>;
export type AnswerOf<K extends keyof Contract> = Contract[K]["response"] extends FileResponse
  ? File
  : Contract[K]["response"] extends z.ZodType
    ? z.output<Contract[K]["response"]>
    : void;

export type GetKey = Extract<keyof Contract, `GET ${string}`>;

/** What the server refused, in its own words. */
export class ServerProblem extends Error {
  constructor(
    readonly status: number,
    readonly zh: string,
    readonly en: string,
    readonly fields: readonly { readonly path: string; readonly message: string }[] = [],
    readonly code: string | null = null,
  ) {
    super(zh);
  }

  /** Somebody else signed in meanwhile, in another window of this browser: nothing was done. */
  get isOfAnother(): boolean {
    return this.code === otherPerson;
  }
}

/** The server cannot be reached: offline, or stopped. */
export class Unreachable extends Error {}

/** Nobody is there who could answer: no connection, or a proxy before a server that is stopped. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof ServerProblem && isGateway(error.status));
}

const isGateway = (status: number): boolean => status >= 502 && status <= 504;

let believed: string | null = null;

/** For whom this window speaks from now on (an account's id); null until it is known. The server does nothing for it when another is signed in. */
export function speakFor(person: string | null): void {
  believed = person;
  if (person === null) remembered.clear();
}

/** Answers with a weak validator, by person and address: sent again they are not worked out again. In this window's memory alone. */
const remembered = new Map<string, { readonly etag: string; readonly text: string }>();
const mostRemembered = 24;

export const spokenFor = (): string | null => believed;

/** What happened to the session of an open page: it ended, or another person signed in in another window of this browser. */
export type SessionLoss = "ended" | "other";

let sessionEnded: (loss: SessionLoss) => void = () => undefined;

/** The session ended under an open page. */
export function tellSessionEnded(loss: SessionLoss = "ended"): void {
  sessionEnded(loss);
}

/** The frame asks for the password again when a session ends under an open page; gives the means to stop listening. */
export function whenSessionEnds(listener: (loss: SessionLoss) => void): () => void {
  sessionEnded = listener;
  return () => {
    sessionEnded = () => undefined;
  };
}

/** The address of an endpoint. No link leads there: what a browser asks by itself names nobody (`personHeader`). */
export function address<K extends keyof Contract>(key: K, request: ParamsOf<K> & QueryOf<Contract[K]>): string {
  const path = key.slice(key.indexOf(" ") + 1).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = (request.params as Readonly<Record<string, string | number>> | undefined)?.[name];
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

/**
 * @param person for whom it is asked, where that is not whom the window speaks for: an account's id, or null for whoever is signed in
 * @throws ServerProblem for what the server refuses; Unreachable when it does not answer.
 */
export async function call<K extends keyof Contract>(key: K, request: Request<K>, person = believed): Promise<AnswerOf<K>> {
  const answer = await ask(key, request, person);
  if (typeof answer === "string") return JSON.parse(answer) as AnswerOf<K>;
  return answer as AnswerOf<K>;
}

/** A read with its answer as it came, for keeping it: a text is stored without being walked through. @throws as `call` */
export async function callForText<K extends GetKey>(
  key: K,
  request: Request<K>,
  person = believed,
): Promise<{ answer: AnswerOf<K>; text: string }> {
  const text = (await ask(key, request, person)) as string;
  return { answer: JSON.parse(text) as AnswerOf<K>, text };
}

/** The answer's text where it is JSON, a file under the name that the server gives it, or undefined for none. */
async function ask<K extends keyof Contract>(key: K, request: Request<K>, person: string | null): Promise<string | File | undefined> {
  const method = key.slice(0, key.indexOf(" "));
  const path = address(key, request);
  const name = `${person} ${path}`;
  const known = method === "GET" && person !== null ? remembered.get(name) : undefined;
  const response = await send(method, path, request, { ...personNamed(person), ...(known ? { "if-none-match": known.etag } : {}) });
  if (known && response.status === 304) return known.text;
  if (response.status === 204) return undefined;
  if (response.ok) {
    if (!(response.headers.get("content-type") ?? "").startsWith("application/json")) return fileOf(response);
    const text = await response.text();
    const etag = response.headers.get("etag");
    if (method === "GET" && person !== null && etag?.startsWith("W/")) remember(name, etag, text);
    return text;
  }
  const problem = await problemOf(response);
  if (problem.isOfAnother) sessionEnded("other");
  else if (response.status === 401 && key !== "GET /api/me") sessionEnded("ended");
  throw problem;
}

async function fileOf(response: Response): Promise<File> {
  const [, name = "file"] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "") ?? [];
  const content = await response.blob();
  return new File([content], decodeURIComponent(name), { type: content.type });
}

function remember(name: string, etag: string, text: string): void {
  remembered.delete(name);
  remembered.set(name, { etag, text });
  for (const oldest of remembered.keys()) if (remembered.size > mostRemembered) remembered.delete(oldest);
}

/** The header that names for whom a request is made. */
export const personNamed = (person: string | null): Record<string, string> => (person === null ? {} : { [personHeader]: person });

interface Sent {
  readonly body?: unknown;
  readonly upload?: File | undefined;
  readonly besides?: Readonly<Record<string, File | undefined>> | undefined;
}

async function send(method: string, path: string, { body, upload, besides }: Sent, headers: Record<string, string>): Promise<Response> {
  const init: RequestInit = { method, credentials: "same-origin", headers };
  if (upload) {
    const form = new FormData();
    form.set("file", upload);
    for (const [name, file] of Object.entries(besides ?? {})) if (file) form.set(name, file);
    for (const [name, value] of Object.entries((body ?? {}) as Record<string, string | undefined>))
      if (value !== undefined) form.set(name, value);
    init.body = form;
  } else if (body !== undefined) {
    init.headers = { ...headers, "content-type": "application/json" };
    init.body = JSON.stringify(body);
  }
  try {
    const response = await fetch(path, init);
    if (isGateway(response.status)) connection.missed();
    else connection.answered();
    return response;
  } catch (error) {
    connection.missed();
    throw new Unreachable("the server does not answer", { cause: error });
  }
}

export async function problemOf(response: Response): Promise<ServerProblem> {
  const body = (await response.json().catch(() => null)) as {
    detail?: string;
    detailEn?: string;
    fields?: ServerProblem["fields"];
    code?: string;
  } | null;
  return new ServerProblem(
    response.status,
    body?.detail ?? `服务器答复 ${response.status}`,
    body?.detailEn ?? `the server answered ${response.status}`,
    body?.fields,
    body?.code,
  );
}
