/** Passwords that an administrator hands on: easy to read out over the telephone, and changed at the first sign-in. */
import { randomInt } from "node:crypto";

/** No 0/o, 1/l/i. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** Three groups of four: about 59 bits. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group()].join("-");
}
