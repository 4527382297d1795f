/**
 * Who may do what, as sentences. The server asks before every request; whoever may not even see the
 * organisation is told that there is no such thing (404), whoever sees but may not act is refused (403).
 */
import type { Actor, Role } from "./actor.ts";

/** What a request is about, seen from the actor. */
export interface Place {
  /** The organisation named by the request; the actor's own where it names none. */
  readonly organisation: string;
  /** It lies in the actor's subtree (the actor's own organisation included). */
  readonly within: boolean;
}

type Sentence = (actor: Actor, place: Place) => boolean;

const is = (actor: Actor, ...roles: readonly Role[]): boolean => roles.includes(actor.role);
const own: Sentence = (actor, place) => place.organisation === actor.organisation;
const below: Sentence = (actor, place) => place.within && place.organisation !== actor.organisation;

export const policies = {
  /** Everyone with an account. */
  signedIn: () => true,
  /** An organisation's figures, returns and reports are read by those above it and by its own people. */
  view: (_actor, place) => place.within,
  /** A return is filled by the clerks and heads of department of its own organisation. */
  fill: (actor, place) => own(actor, place) && is(actor, "clerk", "departmentHead"),
  /** Evidence is attached by those who fill and by whoever signs: the stamped statement is theirs too. */
  attach: (actor, place) => own(actor, place) && is(actor, "clerk", "departmentHead", "head", "leader"),
  /** A ledger is confirmed by a head of department of its own organisation. */
  confirm: (actor, place) => own(actor, place) && is(actor, "departmentHead"),
  /** A return is signed by the head of its own organisation; the city's own by its leader. */
  sign: (actor, place) => own(actor, place) && is(actor, "head", "leader"),
  /** A return is reviewed by those above its organisation; the city's own by its leader. */
  review: (actor, place) =>
    (below(actor, place) && is(actor, "reviewer", "editor")) || (own(actor, place) && is(actor, "editor", "leader")),
  /** The queue of returns below an organisation is seen by those who review there; each return in it has its own reviewer. */
  seeQueue: (actor, place) => place.within && is(actor, "reviewer", "editor", "leader"),
  /** Returns are locked, and corrections after the lock decided, by the city. */
  lock: (actor, place) => place.within && is(actor, "editor", "leader"),
  /** A correction is asked for by the organisation's own people or by those who review it. */
  requestCorrection: (actor, place) =>
    (own(actor, place) && is(actor, "clerk", "departmentHead", "head")) || (place.within && is(actor, "reviewer", "editor")),
  /** Remarks are made by everyone who fills, signs or reviews. */
  comment: (actor, place) => place.within && !is(actor, "reader", "administrator"),
  /** The season is watched and urged on by those who review it. */
  oversee: (actor, place) => place.within && is(actor, "reviewer", "editor", "leader", "administrator"),
  /** Accounts, organisations, cycles and backups are kept by the administrator, within the own subtree. */
  administer: (actor, place) => place.within && is(actor, "administrator"),
  /** Earlier years and other offices' exports are brought in by those who fill, or by the administrator. */
  importData: (actor, place) => (own(actor, place) && is(actor, "clerk", "departmentHead")) || (place.within && is(actor, "administrator")),
} satisfies Readonly<Record<string, Sentence>>;

export type Policy = keyof typeof policies;
