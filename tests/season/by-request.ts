/** The other schools, and the city's own return, filed by their own people over the endpoints that the pages use. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { departmentOf, headOf, password, type Person, year } from "./people.ts";
import { explanationsOf } from "../server/explanations.ts";

const folder = fileURLToPath(new URL(`../../demo/${year}/`, import.meta.url));

type Ask = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

/** Signs in, changes an initial password; the answer asks as this person. @throws Error with what the server said. */
async function signedIn(origin: string, { username }: Pick<Person, "username">, initial?: string): Promise<Ask> {
  let cookie = "";
  const ask: Ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { origin, cookie, ...(body === undefined || isForm ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const cookies = answer.headers.getSetCookie().map((each) => each.split(";", 1)[0]!);
    if (cookies.length > 0) cookie = cookies.join("; ");
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${username}: ${method} ${path} → ${answer.status} ${text.slice(0, 500)}`);
    return (text === "" ? null : JSON.parse(text)) as Answer;
  };
  await ask("POST", "/api/auth/sign-in/username", { username, password: initial ?? password });
  if (initial !== undefined) await ask("POST", "/api/me/password", { current: initial, next: password });
  return ask;
}

interface Finding {
  readonly check: string;
  readonly members?: string;
  readonly tier: string;
  readonly explanation: string | null;
}

/** Uploads the workbook, explains what warns, confirms every ledger, signs. */
export async function fileByRequest(origin: string, organisation: string, initial: ReadonlyMap<string, string>): Promise<void> {
  const one = `/api/returns/${organisation}/${year}`;
  const person = departmentOf(organisation);
  const department = await signedIn(origin, person, initial.get(person.username));
  const name = readdirSync(folder).find(
    (each) => each.startsWith(`${organisation}-`) && (organisation.includes("-") || !/^\d{6}-\d/.test(each)),
  )!;
  const form = new FormData();
  form.append("file", new File([readFileSync(`${folder}${name}`)], name));
  const { preview } = await department<{ preview: string }>("POST", `${one}/workbook`, form);
  await department("POST", `${one}/workbook/apply`, { preview });
  const { findings } = await department<{ findings: readonly Finding[] }>("GET", `${one}/findings`);
  const edits = explanationsOf(findings);
  if (edits.length > 0) await department("POST", `${one}/edits`, { edits });
  const { ledgers } = await department<{ ledgers: readonly string[] }>("GET", one);
  for (const ledger of ledgers) await department("POST", `${one}/ledgers/${ledger}/confirm`);
  const signer = headOf(organisation);
  const head = await signedIn(origin, signer, organisation.includes("-") ? initial.get(signer.username) : undefined);
  const { hash } = await head<{ hash: string }>("GET", `${one}/summary`);
  const outcome = await head<{ submitted: boolean }>("POST", `${one}/sign`, { password, hash });
  if (!outcome.submitted) throw new Error(`${organisation}: ${JSON.stringify(outcome).slice(0, 800)}`);
}
