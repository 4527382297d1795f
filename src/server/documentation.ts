/** The contract as a page that people read and search: written from OpenAPI, without any file from elsewhere. */
import type { OpenApi, Operation } from "./open-api.ts";

export function documentationPage(contract: OpenApi): string {
  const byTag = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(contract.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const [tag = ""] = operation.tags;
      byTag.set(tag, [...(byTag.get(tag) ?? []), section(method, path, operation)]);
    }
  const body = [...byTag].map(([tag, sections]) => `<h2>${escape(tag)}</h2>${sections.join("")}`).join("");
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>质报 · 接口</title><style>${style}</style></head><body><header><h1>质报 · 接口</h1>
<p>OpenAPI 3.1：<a href="/openapi.json">/openapi.json</a>。登录：<code>POST /api/auth/sign-in/username</code>，内容 <code>{"username": …, "password": …}</code>，其后带会话 Cookie；错误一律为 <code>application/problem+json</code>。</p>
<input id="q" type="search" placeholder="查找接口" aria-label="查找接口"></header><main>${body}</main><script>${script}</script></body></html>`;
}

function section(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(
    (each) =>
      `<tr><td><code>${escape(String(each.name))}</code></td><td>${escape(String(each.in))}</td><td>${each.required ? "必填" : ""}</td><td><code>${escape(JSON.stringify(each.schema))}</code></td></tr>`,
  );
  return `<details data-text="${escape(`${method} ${path} ${operation.summary}`.toLowerCase())}"><summary><b class="${method}">${method.toUpperCase()}</b> <code>${escape(path)}</code> <span>${escape(operation.summary)}</span></summary>
<p>${escape(operation.description ?? "无需登录")}</p>
${parameters.length > 0 ? `<table><thead><tr><th>参数</th><th>位置</th><th></th><th>形式</th></tr></thead><tbody>${parameters.join("")}</tbody></table>` : ""}
${operation.requestBody ? `<h3>请求</h3><pre>${escape(JSON.stringify(operation.requestBody.content, null, 2))}</pre>` : ""}
<h3>答复</h3>${Object.entries(operation.responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([status, answer]) => `<pre>${status} ${escape(JSON.stringify(answer.content ?? answer.description, null, 2))}</pre>`)
    .join("")}</details>`;
}

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const style = `body{font:15px/1.6 "Noto Sans SC","Microsoft YaHei",sans-serif;max-width:1080px;margin:0 auto;padding:16px;color:#1f2328}
h1{font-size:22px}h2{font-size:17px;margin:28px 0 8px;border-bottom:1px solid #d0d7de}h3{font-size:14px;margin:10px 0 4px}
input{width:100%;padding:8px;font:inherit;border:1px solid #8c959f;border-radius:6px}
details{border:1px solid #d0d7de;border-radius:6px;margin:6px 0;padding:6px 12px}summary{cursor:pointer}summary span{color:#57606a;margin-left:8px}
b{display:inline-block;min-width:62px;font-size:12px}b.get{color:#0a58ca}b.post{color:#1a7f37}b.delete{color:#b42318}b.patch,b.put{color:#9a6700}
pre{background:#f6f8fa;padding:8px;overflow:auto;max-height:320px;font-size:12px}table{border-collapse:collapse;font-size:13px}td,th{border:1px solid #d0d7de;padding:2px 8px;text-align:left}`;

const script = `document.getElementById("q").addEventListener("input",function(e){var t=e.target.value.toLowerCase();document.querySelectorAll("details").forEach(function(d){d.hidden=d.dataset.text.indexOf(t)<0})})`;
