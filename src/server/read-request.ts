/** Reads what came with a request and checks it against the contract: every wrong field is named. */
import type { z } from "zod";
import type { Endpoint } from "./contract/endpoint.ts";
import { Problem } from "./problem.ts";
import type { SentFile, Upload } from "./handler.ts";

/** Largest JSON body taken, in bytes; uploads have their own. */
const jsonLimit = 8 * 1024 * 1024;
const uploadLimit = 64 * 1024 * 1024;

/** What no text of the store can hold: NUL and halves of surrogate pairs. */
export const unstorable = /[\0\p{Surrogate}]/u;

export async function readBody(request: Request, endpoint: Endpoint): Promise<{ body: unknown; upload: Upload | undefined }> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > (endpoint.upload ? uploadLimit : jsonLimit)) throw tooLarge();
  if (endpoint.upload) return readForm(request, endpoint);
  if (!endpoint.body) return { body: undefined, upload: undefined };
  const text = await request.text();
  if (text.length > jsonLimit) throw tooLarge();
  let json: unknown;
  try {
    json = JSON.parse(text === "" ? "null" : text);
  } catch {
    throw new Problem(400, "请求内容不是合法的 JSON", "the body is not valid JSON");
  }
  if (text.includes("\\u")) assertStorable(json, "body");
  return { body: parseWith(endpoint.body, json, "body"), upload: undefined };
}

async function readForm(request: Request, endpoint: Endpoint): Promise<{ body: unknown; upload: Upload }> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new Problem(400, "应以 multipart/form-data 上传文件，字段名 file", "expected multipart/form-data with the field file");
  }
  const file = form.get("file");
  if (file === null || typeof file === "string")
    throw new Problem(400, "没有收到文件：字段 file 为空", "no file came: the field file is empty", [
      { path: "file", message: "缺少文件" },
    ]);
  if (file.size > uploadLimit) throw tooLarge();
  const besides: Record<string, SentFile> = {};
  for (const field of endpoint.besides ?? []) {
    const other = form.get(field);
    if (other === null || typeof other === "string") continue;
    if (other.size > uploadLimit) throw tooLarge();
    besides[field] = await sentFile(other);
  }
  const fields = Object.fromEntries([...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  assertStorable(fields, "body");
  return {
    body: endpoint.body ? parseWith(endpoint.body, fields, "body") : undefined,
    upload: { ...(await sentFile(file)), besides },
  };
}

async function sentFile(file: File): Promise<SentFile> {
  return { name: file.name.replaceAll(/[\0\p{Surrogate}]/gu, "�").slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) };
}

const tooLarge = (): Problem =>
  new Problem(413, "内容过大：文件至多 64 MB，其余至多 8 MB", "too large: files up to 64 MB, other bodies up to 8 MB");

/** @throws Problem 400 that names the first text with a character that cannot be kept. */
function assertStorable(value: unknown, path: string): void {
  if (typeof value === "string" && unstorable.test(value))
    throw new Problem(
      400,
      `${path}：含有不能保存的字符（空字符或不完整的字符）`,
      `${path}: has characters that cannot be kept (NUL or half a character)`,
      [{ path, message: "含有不能保存的字符" }],
    );
  if (typeof value === "object" && value !== null)
    for (const [name, each] of Object.entries(value)) {
      assertStorable(name, `${path}.${name.slice(0, 40)}`);
      assertStorable(each, `${path}.${name}`);
    }
}

/** @throws Problem 400 that names each wrong field. */
export function parseWith<T extends z.ZodType>(schema: T, value: unknown, where: string): z.output<T> {
  if (where === "query") assertStorable(value, where);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ path: [where, ...issue.path.map(String)].join("."), message: issue.message }));
  const first = fields[0];
  throw new Problem(400, `${first?.path}：${first?.message}`, `${first?.path}: ${first?.message}`, fields);
}
