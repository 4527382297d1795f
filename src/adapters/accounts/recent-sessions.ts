/**
 * Who was signed in a moment ago: a clerk who types sends a request for every cell, and asking the store twice for
 * each is a quarter of its work. Whatever this process changes of accounts or sessions empties it at once; what another
 * process changes (the command line) is seen within seconds.
 */
import type { SignedIn } from "../../app/accounts.ts";

/** How long an answer is believed, in milliseconds. */
const believed = 5_000;
const most = 2_000;

export interface RecentSessions {
  /** Asks again where nothing is known or too old. @param key what names the session in full, its signature included. */
  of(key: string, ask: () => Promise<SignedIn | null>): Promise<SignedIn | null>;
  forget(): void;
}

export function recentSessions(now: () => number = () => performance.now()): RecentSessions {
  let known = new Map<string, { readonly signedIn: SignedIn; readonly until: number }>();
  return {
    of: async (key, ask) => {
      const found = known.get(key);
      if (found && found.until > now()) return found.signedIn;
      const asked = known;
      const signedIn = await ask();
      // Asked before something was forgotten: the answer may be older than the change.
      if (asked !== known) return signedIn;
      if (known.size >= most) known = new Map();
      if (signedIn) known.set(key, { signedIn, until: now() + believed });
      else known.delete(key);
      return signedIn;
    },
    forget: () => {
      known = new Map();
    },
  };
}
