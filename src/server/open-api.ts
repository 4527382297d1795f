/** Writes OpenAPI 3.1 from the contract: nothing about the interface is written twice. */
import { z } from "zod";
import { personHeader } from "../app/policies/believed-person.ts";
import { groups } from "./contract/contract.ts";
import type { Endpoint, Key } from "./contract/endpoint.ts";

interface Json {
  readonly [name: string]: unknown;
}

export interface OpenApi extends Json {
  readonly openapi: "3.1.0";
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Operation extends Json {
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: Readonly<Record<string, Json>>;
}

/** @param secure served over TLS, where the session's cookie has another name */
export function openApi(version: string, secure = false): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const { tag, endpoints } of groups)
    for (const [key, endpoint] of Object.entries(endpoints) as [Key, Endpoint][]) {
      const [method = "", path = ""] = key.split(" ", 2);
      (paths[path] ??= {})[method.toLowerCase()] = operation(tag, path, endpoint);
    }
  return {
    openapi: "3.1.0",
    info: {
      title: "质报 zhibao",
      version,
      description: "中等职业教育质量年度报告：填报、审核、计算、撰写与审核。登录：POST /api/auth/sign-in/username。",
    },
    tags: groups.map(({ tag }) => ({ name: tag })),
    paths,
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: `${secure ? "__Secure-" : ""}zhibao.session_token` } },
      schemas: { Problem: problem },
    },
  };
}

const problem: Json = {
  type: "object",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    detailEn: { type: "string" },
    code: {
      type: "string",
      description: "拒绝的缘由，供程序分辨，如 cycle-unknown；other-person：zhibao-user 所指的人已不是当前登录人，请求没有执行",
    },
    fields: { type: "array", items: { type: "object", properties: { path: { type: "string" }, message: { type: "string" } } } },
  },
};

function operation(tag: string, path: string, endpoint: Endpoint): Operation {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const parameters = [
    ...names.map((name) => ({ name, in: "path", required: true, schema: pathSchema(name) })),
    ...queryParameters(endpoint),
    ...(endpoint.policy === "anyone" ? [] : [believedPerson]),
    ...(endpoint.validated ? [known] : []),
  ];
  const refusals = endpoint.policy === "anyone" ? ["400"] : ["400", "401", "403", "404", "409", "422"];
  return {
    summary: endpoint.summary,
    tags: [tag],
    ...(endpoint.policy === "anyone" ? { security: [] } : { security: [{ session: [] }], description: `权限：${endpoint.policy}` }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.body || endpoint.upload ? { requestBody: requestBody(endpoint) } : {}),
    responses: {
      ...success(endpoint),
      ...Object.fromEntries(
        refusals.map((status) => [
          status,
          { description: "问题", content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
        ]),
      ),
    },
  };
}

const believedPerson: Json = {
  name: personHeader,
  in: "header",
  required: false,
  description: "网页以为的登录人（GET /api/me 的 id）；与实际登录人不同时答 401，code 为 other-person，什么也不做。程序可以不带。",
  schema: { type: "string" },
};

function pathSchema(name: string): Json {
  if (name === "organisation") return { type: "string", pattern: "^\\d{6}(-\\d{2,})?$" };
  if (name === "year") return { type: "string", pattern: "^(19|20)\\d{2}$" };
  if (name === "id") return { type: "string", format: "uuid" };
  return { type: "string" };
}

function queryParameters(endpoint: Endpoint): Json[] {
  if (!endpoint.query) return [];
  const schema = json(endpoint.query, "input") as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, each]) => ({
    name,
    in: "query",
    required: schema.required?.includes(name) ?? false,
    schema: each,
  }));
}

function requestBody(endpoint: Endpoint): Json {
  const fields = endpoint.body ? json(endpoint.body, "input") : { type: "object", properties: {} };
  if (!endpoint.upload) return { required: true, content: { "application/json": { schema: fields } } };
  const { properties = {}, required = [] } = fields as { properties?: Json; required?: string[] };
  const schema = {
    type: "object",
    properties: { file: { type: "string", format: "binary" }, ...properties },
    required: ["file", ...required],
  };
  return { required: true, content: { "multipart/form-data": { schema } } };
}

const known: Json = {
  name: "if-none-match",
  in: "header",
  required: false,
  description: "上次答复的 ETag（弱验证）：其间没有变化时答 304，不带内容",
  schema: { type: "string" },
};

function success({ response, validated }: Endpoint): Readonly<Record<string, Json>> {
  if (response === null) return { "204": { description: "已完成" } };
  if ("file" in response && typeof response.file === "string")
    return { "200": { description: "文件", content: { [response.file]: { schema: { type: "string", format: "binary" } } } } };
  const content = { "application/json": { schema: json(response as z.ZodType, "output") } };
  if (!validated) return { "200": { description: "成功", content } };
  const headers = { ETag: { description: "弱验证；只供本人，不供缓存（Cache-Control: private, no-store）", schema: { type: "string" } } };
  return { "200": { description: "成功", headers, content }, "304": { description: "自上次答复以来没有变化", headers } };
}

function json(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
