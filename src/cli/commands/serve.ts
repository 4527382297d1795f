/** `serve`: the web application, until it is told to stop. */
import type { Command } from "commander";
import type { Environment } from "../environment.ts";
import { run } from "../session.ts";
import { refuse } from "../../app/refusal.ts";

interface ServeOptions {
  readonly port: string;
  readonly host: string;
  readonly demo?: boolean;
  readonly tls?: string;
  readonly stopWithParent?: boolean;
}

export function addServeCommand(program: Command, environment: Environment): void {
  program
    .command("serve")
    .description("网页应用：填报、签字、审核、阅读 / the web application")
    .option("--port <port>", "端口，0 为任意空闲端口", "8080")
    .option("--data <dir>", "数据目录，缺省 ./data；示例市缺省 ./out/season/data")
    .option("--host <host>", "监听地址；0.0.0.0 供局域网访问", "127.0.0.1")
    .option("--demo", "示例市：一个进行中的年报季与示例账号")
    .option("--tls <directory>", "含 cert.pem 与 key.pem 的目录，以 https 提供服务")
    .option("--stop-with-parent", "启动它的进程结束时随之停止（npm start 用；nohup、systemd 下不要用）")
    .action(
      run<ServeOptions>(environment, async (session, options) => {
        // This command's own --data has no default, for the demo's is another.
        const { data } = options as { readonly data?: string };
        const port = Number(options.port);
        if (!/^\d{1,5}$/.test(options.port) || port > 65_535) throw refuse("port-invalid", { found: options.port });
        const server = await environment.serve({
          data: data ?? (options.demo ? "./out/season/data" : "./data"),
          port,
          host: options.host,
          demo: options.demo === true,
          tls: options.tls ?? null,
          stopWithParent: options.stopWithParent === true,
          progress: session.progress,
        });
        for (const line of server.notices) environment.out(session.say(line));
        environment.out(`listening on ${server.url}`);
        await server.stopped;
      }),
    );
}
