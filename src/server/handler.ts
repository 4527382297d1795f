/** What a resource is: for each endpoint of its contract one function from the request's parts to the answer's body. */
import type { z } from "zod";
import type { SignedIn } from "../app/accounts.ts";
import type { ScopedStore } from "../app/desk/desk.ts";
import type { Act } from "../app/ports.ts";
import type { Endpoint, Endpoints, FileResponse, Key, ParameterNames } from "./contract/endpoint.ts";
import type { World } from "./world.ts";

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Upload extends SentFile {
  /** Files that came in the endpoint's other fields. */
  readonly besides: Readonly<Record<string, SentFile>>;
}

/** A file as an answer. */
export interface FileBody {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Instead of the contract's type, where content decides it. */
  readonly type?: string;
}

type PathOf<K extends Key> = K extends `${string} ${infer Path}` ? Path : never;
type QueryOf<E extends Endpoint> = E["query"] extends z.ZodType ? z.output<E["query"]> : Record<never, never>;
type BodyOf<E extends Endpoint> = E["body"] extends z.ZodType ? z.output<E["body"]> : undefined;
export type Answer<E extends Endpoint> = E["response"] extends FileResponse
  ? FileBody
  : E["response"] extends z.ZodType
    ? z.input<E["response"]>
    : void;

export interface Call<K extends Key, E extends Endpoint> {
  readonly world: World;
  readonly params: Readonly<Record<ParameterNames<PathOf<K>>, string>>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly upload: E["upload"] extends true ? Upload : undefined;
  readonly actor: E["policy"] extends "anyone" ? SignedIn | null : SignedIn;
  /** The store behind the walls of the actor's organisation. */
  readonly store: E["policy"] extends "anyone" ? null : ScopedStore;
  /** An act of the signed-in person, now. */
  readonly act: (name: string, reason?: string) => Act;
  readonly headers: Headers;
}

export type Handlers<Group extends Endpoints> = {
  readonly [K in keyof Group & Key]: (call: Call<K, Group[K]>) => Promise<Answer<Group[K]> | Response>;
};
