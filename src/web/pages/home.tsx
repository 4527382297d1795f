/** The day's work of whoever is signed in. */
import { useMe } from "../session.ts";

export function Home() {
  const me = useMe();
  return <h1>{me.organisationName}</h1>;
}
