/** A browser of the benchmark, as light as can be: one connection kept open, one request at a time. */
import { Agent, request } from "node:http";

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    readonly url: URL,
    readonly cookie: string,
  ) {}

  ask(method: string, path: string, body?: unknown): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const start = performance.now();
      const sent = body === undefined ? undefined : JSON.stringify(body);
      const outgoing = request(
        {
          agent: this.#agent,
          host: this.url.hostname,
          port: this.url.port,
          method,
          path,
          headers: {
            cookie: this.cookie,
            ...(sent === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(sent) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString("utf8"),
              milliseconds: performance.now() - start,
            }),
          );
        },
      );
      outgoing.on("error", reject);
      outgoing.end(sent);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
