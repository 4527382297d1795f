/**
 * Who was signed in a moment ago: a clerk who types sends a request for every cell, and asking for the session anew each
 * time is a third of the server's work. Whatever this process changes of accounts or sessions is forgotten at once; what
 * another process changes (the command line) moves a number in the store, which is looked at every two seconds.
 */
import type { SignedIn } from "../../app/accounts.ts";

/** How long an answer is believed, and how long the number is, in milliseconds. */
const believed = 300_000;
const numberBelieved = 2_000;
const most = 5_000;

export interface RecentSessions {
  /** Asks again where nothing is known or too old. @param key what names the session in full, its signature included. */
  of(key: string, ask: () => Promise<Asked | null>): Promise<SignedIn | null>;
  forget(): void;
}

export interface Asked {
  readonly signedIn: SignedIn;
  readonly expires: Date;
}

/** @param number moves whenever accounts or sessions change. @param now milliseconds of a clock that only runs forward. */
export function recentSessions(number: () => Promise<string>, now: () => number = () => performance.now()): RecentSessions {
  let known = new Map<string, { readonly signedIn: SignedIn; readonly until: number }>();
  let seen: string | null = null;
  let looked: { readonly at: number; readonly done: Promise<void> } | null = null;

  const look = async (): Promise<void> => {
    const found = await number();
    if (found !== seen) known = new Map();
    seen = found;
  };
  /** All who come while the number is asked wait for the same answer. */
  const upToDate = (): Promise<void> => {
    if (looked && now() - looked.at < numberBelieved) return looked.done;
    const done = look();
    const mine = { at: now(), done };
    looked = mine;
    done.catch(() => {
      if (looked === mine) looked = null;
    });
    return done;
  };

  return {
    of: async (key, ask) => {
      await upToDate();
      const found = known.get(key);
      if (found && found.until > now()) return found.signedIn;
      const asked = known;
      const answer = await ask();
      // Asked before something was forgotten: the answer may be older than the change.
      if (asked !== known) return answer?.signedIn ?? null;
      if (known.size >= most) known = new Map();
      if (answer) known.set(key, { signedIn: answer.signedIn, until: now() + Math.min(believed, answer.expires.getTime() - Date.now()) });
      else known.delete(key);
      return answer?.signedIn ?? null;
    },
    forget: () => {
      known = new Map();
    },
  };
}
