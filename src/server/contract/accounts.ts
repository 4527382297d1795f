/** Who is signed in, the accounts that an administrator keeps, and the demo's accounts. */
import { z } from "zod";
import { roles } from "../../app/policies/actor.ts";
import { type Endpoints, instant, organisationCode, tableProblem } from "./endpoint.ts";

export const role = z.enum(roles);
const username = z.string().regex(/^[a-zA-Z0-9._-]{3,40}$/, "3–40 位字母、数字、点、横线");

export const me = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  role,
  organisation: organisationCode,
  organisationName: z.string(),
  organisationKind: z.enum(["nation", "province", "city", "county", "school"]),
  ledgers: z.array(z.string()).nullable(),
  mustChangePassword: z.boolean(),
  /** Cycles that cover the organisation, newest first. */
  cycles: z.array(
    z.object({
      root: organisationCode,
      year: z.number().int(),
      titleYear: z.number().int(),
      deadline: z.string().nullable(),
      catalog: z.string(),
      sample: z.boolean(),
    }),
  ),
  demo: z.boolean(),
  today: z.string(),
});

export const account = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  role,
  organisation: organisationCode,
  organisationName: z.string(),
  ledgers: z.array(z.string()).nullable(),
  email: z.string().nullable(),
  disabled: z.boolean(),
  lockedUntil: instant.nullable(),
  lastSignIn: instant.nullable(),
});

const accountFields = {
  username,
  name: z.string().min(1).max(40),
  role,
  organisation: organisationCode,
  ledgers: z.array(z.string()).nullable(),
  email: z.email().nullable(),
};

export const accountEndpoints = {
  "GET /api/demo/accounts": {
    summary: "示例账号（仅示例模式）",
    policy: "anyone",
    response: z.array(
      z.object({ username: z.string(), password: z.string(), role, org: organisationCode, name: z.string(), orgName: z.string() }),
    ),
  },
  "GET /api/setup": {
    summary: "是否尚未建立首位管理员",
    policy: "anyone",
    response: z.object({ open: z.boolean(), demo: z.boolean() }),
  },
  "POST /api/setup": {
    summary: "用启动时打印的一次性链接建立首位管理员及其所在市",
    policy: "anyone",
    body: z.object({
      token: z.string(),
      username,
      name: z.string().min(1).max(40),
      password: z.string().min(10).max(128),
      organisation: organisationCode,
      organisationName: z.string().min(2).max(60),
    }),
    response: z.object({ username: z.string() }),
  },
  "GET /api/me": { summary: "当前登录人", policy: "signedIn", response: me },
  "POST /api/me/password": {
    summary: "改自己的密码；其余会话随之失效",
    policy: "signedIn",
    body: z.object({ current: z.string(), next: z.string().min(10).max(128) }),
    response: null,
  },
  "GET /api/accounts": {
    summary: "账号（本级及下级）",
    policy: "administer",
    query: z.object({ search: z.string().optional() }),
    response: z.array(account),
  },
  "POST /api/accounts": {
    summary: "新建账号；返回一次性初始密码",
    policy: "administer",
    body: z.object(accountFields),
    response: z.object({ account, password: z.string() }),
  },
  "PATCH /api/accounts/{id}": {
    summary: "改账号：角色、单位、台账、停用",
    policy: "administer",
    body: z
      .object({ ...accountFields, disabled: z.boolean() })
      .omit({ username: true })
      .partial(),
    response: account,
  },
  "POST /api/accounts/{id}/password": {
    summary: "重设密码；返回一次性密码",
    policy: "administer",
    response: z.object({ password: z.string() }),
  },
  "DELETE /api/accounts/{id}/sessions": { summary: "使其全部会话失效", policy: "administer", response: null },
  "POST /api/accounts/import": {
    summary: "从 Excel 成批建立账号：整表成功或整表不动，逐行列出问题",
    policy: "administer",
    upload: true,
    response: z.object({
      created: z.array(z.object({ username: z.string(), name: z.string(), organisation: z.string(), password: z.string() })),
      problems: z.array(tableProblem),
    }),
  },
  "GET /api/accounts/template.xlsx": {
    summary: "账号导入表",
    policy: "administer",
    response: { file: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  },
} satisfies Endpoints;
