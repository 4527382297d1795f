/** The port of accounts: who is signed in, and the accounts that an administrator keeps. Passwords never leave it. */
import type { Actor, Role } from "./policies/actor.ts";

export interface SignedIn extends Actor {
  /** The password was given by somebody else: it has to be changed first. */
  readonly mustChangePassword: boolean;
  readonly session: string;
}

export interface AccountLine {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly ledgers: readonly string[] | null;
  readonly email: string | null;
  readonly disabled: boolean;
  readonly lockedUntil: string | null;
  readonly lastSignIn: string | null;
}

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly ledgers: readonly string[] | null;
  readonly email: string | null;
  readonly password: string;
  readonly mustChangePassword: boolean;
}

export type AccountChange = Partial<Omit<NewAccount, "username" | "password" | "mustChangePassword">> & { readonly disabled?: boolean };

export interface Accounts {
  /** Whether `password` is that of the account, counting failures like a sign-in. */
  confirms(accountId: string, password: string): Promise<boolean>;
  /** Whether any account exists. */
  any(): Promise<boolean>;
  /** Accounts of an organisation's subtree as things stand, by organisation and user name; null: of all. */
  list(organisation: string | null): Promise<AccountLine[]>;
  find(id: string): Promise<AccountLine | null>;
  /** @throws Refusal "account-exists" for a user name that is taken. */
  create(account: NewAccount): Promise<AccountLine>;
  /** All of them or none. @throws Refusal "account-exists" for a user name that is taken. */
  createAll(accounts: readonly NewAccount[]): Promise<AccountLine[]>;
  /** Those of the user names that are taken. */
  taken(usernames: readonly string[]): Promise<ReadonlySet<string>>;
  /** A password to hand on: changed at the first sign-in. */
  oneTimePassword(): string;
  update(id: string, change: AccountChange): Promise<AccountLine>;
  /** Sets a password and ends all sessions but `keep`. */
  setPassword(id: string, password: string, mustChange: boolean, keep?: string): Promise<void>;
  endSessions(id: string): Promise<void>;
  endAllSessions(): Promise<void>;
}

/** The one-time link by which the first administrator comes in. */
export interface Setup {
  /** Makes a token, replacing any earlier; its text exists in the answer alone. */
  issue(): Promise<string>;
  /** Runs `work` and uses the token up with it. @throws Refusal "setup-token" when it is wrong or used. */
  redeem<T>(token: string, work: () => Promise<T>): Promise<T>;
}
