/** Listens: HTTP or TLS, and stops cleanly, letting requests under way finish. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";

export interface Listening {
  readonly url: string;
  /** Takes no more requests, waits for those under way, at most `seconds`. */
  stop(seconds?: number): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** 0 chooses a free port. */
  readonly port: number;
  readonly tls: { readonly key: string; readonly cert: string } | null;
}

/** Says so before anything is prepared. @throws Error in one line when the port is taken or may not be used. */
export function assertFree({ host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): Error {
  return new Error(
    error.code === "EADDRINUSE"
      ? `端口 ${port} 已被占用，请用 --port 换一个 / port ${port} is taken, choose another with --port`
      : `不能监听 ${host}:${port}：${error.message}`,
  );
}

/**
 * A connection that rests is kept so long (milliseconds): pages ask every few seconds, and whoever closes first must be the
 * browser or the proxy (a minute is usual there), for a request on a connection that is being closed is lost.
 */
const keepAliveTimeout = 75_000;

/**
 * Connections that may wait to be taken (the system may allow fewer). Of Node's 511 an office that comes to work, each browser
 * with six, has more at one moment; the system drops the others without a word, and each browser tries again after 1, 3, 7 s.
 */
const backlog = 4096;

const peerHeader = "x-zhibao-peer";

/**
 * What a client says of its own address is not believed: the limit of sign-ins counts by the peer. Written over what
 * came, before anybody reads it, for a new Request with other headers costs as much as all else that HTTP does here.
 */
function tellPeer(incoming: Pick<IncomingMessage, "rawHeaders" | "headers" | "socket">): void {
  const peer = incoming.socket.remoteAddress ?? "unknown";
  const raw = incoming.rawHeaders;
  for (let at = raw.length - 2; at >= 0; at -= 2) if (raw[at]!.toLowerCase() === peerHeader) raw.splice(at, 2);
  raw.push(peerHeader, peer);
  incoming.headers[peerHeader] = peer;
}

/** @throws Error in one line when the port is taken or may not be used. */
export function listenOn(app: Hono, { host, port, tls }: ListenOptions): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = createAdaptorServer({
      fetch: (request, environment) => {
        tellPeer(environment.incoming);
        return app.fetch(request, environment);
      },
      // By it requests without a Host header are understood.
      hostname: host,
      ...(tls ? { createServer: createHttps } : {}),
      serverOptions: { ...tls, keepAliveTimeout },
    });
    server.listen({ host, port, backlog }, () => {
      const { port: chosen } = server.address() as AddressInfo;
      resolve({ url: `${tls ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${chosen}`, stop });
    });
    server.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)));
    // A browser opens connections beforehand: those that ask nothing are not waited for.
    const open = new Set<Socket>();
    const busy = new Set<Socket>();
    let stopping = false;
    for (const event of ["connection", "secureConnection"] as const)
      server.on(event, (socket: Socket) => {
        open.add(socket);
        socket.once("close", () => open.delete(socket));
      });
    server.on("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
      busy.add(socket);
      response.once("close", () => {
        busy.delete(socket);
        if (stopping) socket.end();
      });
    });
    const stop = (seconds = 10): Promise<void> =>
      new Promise((done) => {
        const force = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), seconds * 1000);
        server.close(() => {
          clearTimeout(force);
          done();
        });
        stopping = true;
        for (const socket of open) if (!busy.has(socket) && !(tls && !("encrypted" in socket))) socket.destroy();
      });
  });
}
