/** Calls the server by the contract's own keys: paths, queries, bodies and answers are typed by it, and nothing of it is bundled. */
import type { z } from "zod";
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
  ? Blob
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
  ) {
    super(zh);
  }
}

/** The server cannot be reached: offline, or stopped. */
export class Unreachable extends Error {}

/** Nobody is there who could answer: no connection, or a proxy before a server that is stopped. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof ServerProblem && isGateway(error.status));
}

const isGateway = (status: number): boolean => status >= 502 && status <= 504;

let sessionEnded: () => void = () => undefined;

/** The session ended under an open page. */
export function tellSessionEnded(): void {
  sessionEnded();
}

/** The frame asks for the password again when a session ends under an open page; gives the means to stop listening. */
export function whenSessionEnds(listener: () => void): () => void {
  sessionEnded = listener;
  return () => {
    sessionEnded = () => undefined;
  };
}

/** The address of an endpoint, for links that download. */
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

/** @throws ServerProblem for what the server refuses; Unreachable when it does not answer. */
export async function call<K extends keyof Contract>(key: K, request: Request<K>): Promise<AnswerOf<K>> {
  const response = await ask(key, request);
  if (response.status === 204) return undefined as AnswerOf<K>;
  const isJson = (response.headers.get("content-type") ?? "").startsWith("application/json");
  return (isJson ? await response.json() : await response.blob()) as AnswerOf<K>;
}

/** A read with its answer as it came, for keeping it: a text is stored without being walked through. @throws as `call` */
export async function callForText<K extends GetKey>(key: K, request: Request<K>): Promise<{ answer: AnswerOf<K>; text: string }> {
  const text = await (await ask(key, request)).text();
  return { answer: JSON.parse(text) as AnswerOf<K>, text };
}

async function ask<K extends keyof Contract>(key: K, request: Request<K>): Promise<Response> {
  const response = await send(key.slice(0, key.indexOf(" ")), address(key, request), request.body, request.upload, request.besides);
  if (response.status === 401 && key !== "GET /api/me") sessionEnded();
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function send(
  method: string,
  path: string,
  body: unknown,
  upload: File | undefined,
  besides: Readonly<Record<string, File | undefined>> | undefined,
): Promise<Response> {
  const init: RequestInit = { method, credentials: "same-origin" };
  if (upload) {
    const form = new FormData();
    form.set("file", upload);
    for (const [name, file] of Object.entries(besides ?? {})) if (file) form.set(name, file);
    for (const [name, value] of Object.entries((body ?? {}) as Record<string, string | undefined>))
      if (value !== undefined) form.set(name, value);
    init.body = form;
  } else if (body !== undefined) {
    init.headers = { "content-type": "application/json" };
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
  const body = (await response.json().catch(() => null)) as { detail?: string; detailEn?: string; fields?: ServerProblem["fields"] } | null;
  return new ServerProblem(
    response.status,
    body?.detail ?? `服务器答复 ${response.status}`,
    body?.detailEn ?? `the server answered ${response.status}`,
    body?.fields,
  );
}
