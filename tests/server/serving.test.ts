/** The server as a process: it says where it is, answers over http and https, logs no person, and stops without cutting anybody off. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { request as httpsRequest } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Hono } from "hono";
import { createApp } from "../../src/server/app.ts";
import { listenOn } from "../../src/server/serve.ts";
import { noticesOf } from "../../src/main/notices.ts";
import { type Fixture, openFixture, password } from "./fixture.ts";

describe("listening", () => {
  it("lets a request under way finish, takes no new one, and ends idle connections", async () => {
    const app = new Hono();
    let started = (): void => undefined;
    const begun = new Promise<void>((resolve) => (started = resolve));
    app.get("/slow", async (context) => {
      started();
      await new Promise((resolve) => setTimeout(resolve, 700));
      return context.text("done");
    });
    app.get("/", (context) => context.text("here"));
    const listening = await listenOn(app, { host: "127.0.0.1", port: 0, tls: null });
    expect(await (await fetch(listening.url)).text()).toBe("here");
    const idle = connect(Number(new URL(listening.url).port), "127.0.0.1");
    await new Promise((resolve) => idle.once("connect", resolve));
    const slow = fetch(`${listening.url}/slow`).then((response) => response.text());
    await begun;
    const start = performance.now();
    const stopped = listening.stop(5);
    await expect(fetch(listening.url)).rejects.toThrow();
    expect(await slow).toBe("done");
    await stopped;
    expect(performance.now() - start).toBeLessThan(3_000);
    idle.destroy();
  });

  it("believes no client's word for its own address", async () => {
    const app = new Hono();
    app.all("/", async (context) => context.text(`${context.req.header("x-zhibao-peer")} ${await context.req.text()}`));
    const listening = await listenOn(app, { host: "127.0.0.1", port: 0, tls: null });
    const said = { headers: { "X-Zhibao-Peer": "192.0.2.1", "x-other": "a" } };
    expect(await (await fetch(listening.url, said)).text()).toBe("127.0.0.1 ");
    expect(await (await fetch(listening.url, { ...said, method: "POST", body: "b" })).text()).toBe("127.0.0.1 b");
    await listening.stop();
  });

  it("keeps a connection that rests longer than pages do between two looks", async () => {
    const app = new Hono();
    app.get("/", (context) => context.text("here"));
    const listening = await listenOn(app, { host: "127.0.0.1", port: 0, tls: null });
    const socket = connect(Number(new URL(listening.url).port), "127.0.0.1");
    const answered = (): Promise<string> => new Promise((resolve) => socket.once("data", (data) => resolve(data.toString())));
    for (const pause of [0, 6_500]) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      const answer = answered();
      socket.write("GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n");
      expect(await answer).toContain("200 OK");
    }
    socket.destroy();
    await listening.stop();
  }, 20_000);

  it("says in one line that a port is taken", async () => {
    const first = await listenOn(new Hono(), { host: "127.0.0.1", port: 0, tls: null });
    const port = Number(new URL(first.url).port);
    await expect(listenOn(new Hono(), { host: "127.0.0.1", port, tls: null })).rejects.toThrow(`端口 ${port} 已被占用`);
    await first.stop();
  });
});

describe("readiness and the log", () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await openFixture();
  });
  afterAll(() => fixture?.close().catch(() => undefined));

  it("logs what was asked, never who or what by name", async () => {
    const lines: string[] = [];
    const log = { info: (entry: object, message: string) => lines.push(JSON.stringify({ ...entry, message })), error: () => undefined };
    const app = createApp({ ...fixture.world, log });
    const send = fixture.as("clerk-a", app);
    await send("GET", "/api/returns/411000-01/2019");
    await send("GET", "/api/history?search=%E7%8E%8B%E6%95%8F");
    await send("GET", "/api/none/of-this");
    await app.request("/api/me");
    const { id } = (await send("GET", "/api/me")).json as { id: string };
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.find((each) => each.path === "/api/returns/{organisation}/{year}")).toMatchObject({
      method: "GET",
      status: 200,
      account: id,
      ms: expect.any(Number),
    });
    expect(entries.find((each) => each.status === 401)).toMatchObject({ account: null, path: "/api/me" });
    expect(lines.join("\n")).not.toMatch(/clerk-a|王敏|411000-01|of-this|fixture-password/);
  });

  it("is not ready once the store is gone, and is still alive", async () => {
    expect((await fixture.app.request("/readyz")).status).toBe(200);
    await fixture.store.close();
    const response = await fixture.app.request("/readyz");
    expect([response.status, response.headers.get("content-type")]).toEqual([503, "application/problem+json; charset=utf-8"]);
    expect((await fixture.app.request("/healthz")).status).toBe(200);
  });
});

describe("notices", () => {
  const given = { host: "127.0.0.1", url: "http://127.0.0.1:8080", secure: false, token: null };
  it("are none on loopback with accounts", () => expect(noticesOf(given)).toEqual([]));
  it("give the one-time link", () => expect(noticesOf({ ...given, token: "T" })[0]?.zh).toContain("http://127.0.0.1:8080/setup?token=T"));
  it("warn of plain http for others, and give an address that opens", () => {
    const told = noticesOf({ host: "0.0.0.0", url: "http://0.0.0.0:8080", secure: false, token: "T" })
      .map((each) => each.zh)
      .join("\n");
    expect(told).toContain("http://localhost:8080/setup?token=T");
    expect(told).toContain("明文");
    expect(
      noticesOf({ host: "0.0.0.0", url: "https://0.0.0.0:8080", secure: true, token: null })
        .map((each) => each.zh)
        .join(""),
    ).not.toContain("明文");
  });
});

describe("zhibao serve", () => {
  let home = "";
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "zhibao-serving-"));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it("answers over https, gives the first administrator's link, and ends with 0 on SIGTERM", async () => {
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-keyout",
        join(home, "key.pem"),
        "-out",
        join(home, "cert.pem"),
        ...subject,
      ],
      { stdio: "ignore" },
    );
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "src/main/zhibao.ts", "serve", "--port", "0", "--data", join(home, "data"), "--tls", home],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    try {
      const said = await saying(child, /listening on (https:\/\/\S+)/);
      const url = /listening on (\S+)/.exec(said)![1]!;
      const token = /\/setup\?token=(\S+)/.exec(said)![1]!;
      const body = { token, username: "first.one", name: "首位", password, organisation: "410500", organisationName: "示例市" };
      expect(await ask(`${url}/api/setup`, body)).toMatchObject({ status: 200 });
      const signedIn = await ask(`${url}/api/auth/sign-in/username`, { username: "first.one", password });
      expect([signedIn.status, signedIn.cookie]).toEqual([200, expect.stringMatching(/Secure/i)]);
      const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
    } finally {
      if (child.exitCode === null) child.kill("SIGKILL");
    }
  }, 240_000);
});

function saying(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = "";
    child.stdout!.on("data", (chunk: Buffer) => {
      told += chunk.toString();
      if (wanted.test(told)) resolve(told);
    });
    child.stderr!.on("data", (chunk: Buffer) => (told += chunk.toString()));
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${told}`)));
  });
}

function ask(url: string, body: object): Promise<{ status: number; cookie: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpsRequest(
      url,
      { method: "POST", headers: { "content-type": "application/json" }, rejectUnauthorized: false },
      (answer) => {
        answer.resume();
        answer.once("end", () => resolve({ status: answer.statusCode ?? 0, cookie: String(answer.headers["set-cookie"] ?? "") }));
      },
    );
    sent.once("error", reject);
    sent.end(JSON.stringify(body));
  });
}
