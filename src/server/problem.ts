/** Errors on the wire: problem details (RFC 9457), in Chinese with an English twin, and never a stack trace. */
import { ConflictError } from "../app/ports.ts";
import { otherPerson } from "../app/policies/believed-person.ts";
import { Refusal } from "../app/refusal.ts";

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly detailEn: string;
  /** Tells refusals of one status apart for programs: the refusal's code, or "other-person". */
  readonly code?: string;
  /** Fields of the request that are wrong: where, what was found, what was expected. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
}

const titles: Readonly<Record<number, string>> = {
  400: "请求有误",
  401: "请先登录",
  403: "没有权限",
  404: "没有找到",
  409: "与他人的改动冲突",
  413: "文件过大",
  415: "文件类型不支持",
  422: "不能这样做",
  423: "账号已锁定",
  429: "请求过于频繁",
  500: "服务器内部错误",
};

/** Thrown by a resource to answer with a problem. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly zh: string,
    readonly en: string,
    readonly fields?: ProblemBody["fields"],
  ) {
    super(zh);
  }
}

export function problemResponse(status: number, zh: string, en: string, more: Pick<ProblemBody, "fields" | "code"> = {}): Response {
  const body: ProblemBody = {
    type: "about:blank",
    title: titles[status] ?? "错误",
    status,
    detail: zh,
    detailEn: en,
    ...more,
  };
  return new Response(JSON.stringify(body), { status, headers: problemHeaders });
}

const problemHeaders = { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" };

/** The page speaks for one person and the session is another's: nothing was read or written. */
export function otherPersonResponse(): Response {
  const body: ProblemBody = {
    type: "about:blank",
    title: "已换人登录",
    status: 401,
    detail: "这个浏览器里现在登录的是另一个人，这一页的请求没有执行",
    detailEn: "somebody else is signed in in this browser by now; the request was not carried out",
    code: otherPerson,
  };
  return new Response(JSON.stringify(body), { status: 401, headers: problemHeaders });
}

/** Refusals about things that are not there are 404, others 422; conflicts 409; anything else is our bug: 500. */
export function problemOf(error: unknown, onBug: (error: unknown) => void): Response {
  if (error instanceof Problem) return problemResponse(error.status, error.zh, error.en, error.fields ? { fields: error.fields } : {});
  if (error instanceof ConflictError)
    return problemResponse(409, error.message, "somebody else changed the same thing first; read it again");
  if (error instanceof Refusal) return problemResponse(statusOf(error.code), error.zh, error.en, { code: error.code });
  onBug(error);
  return problemResponse(500, "服务器内部错误，已记入日志", "internal error; it was logged");
}

function statusOf(code: string): number {
  if (code === "evidence-large") return 413;
  if (code === "evidence-type" || code === "statement-type") return 415;
  return /-(unknown|missing)$/.test(code) ? 404 : 422;
}

export const notFound = (): Problem => new Problem(404, "没有找到，或不在您的管辖范围", "not found, or not within your organisation");
export const forbidden = (): Problem => new Problem(403, "您的角色不能做这件事", "your role may not do this");
