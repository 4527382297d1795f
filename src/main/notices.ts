/** What whoever starts the server should know: the first administrator's link, and that others can read along without TLS. */
import { networkInterfaces } from "node:os";

export interface Notice {
  readonly zh: string;
  readonly en: string;
}

/** @param token of the one-time link; null where there are accounts. */
export function noticesOf(given: {
  readonly host: string;
  readonly url: string;
  readonly secure: boolean;
  readonly token: string | null;
}): Notice[] {
  const { host, url, secure, token } = given;
  const everywhere = host === "0.0.0.0" || host === "::";
  const local = everywhere ? url.replace(/\/\/(0\.0\.0\.0|\[::\])/, "//localhost") : url;
  const loopback = ["127.0.0.1", "localhost", "::1"].includes(host);
  const notices: Notice[] = [];
  if (token !== null)
    notices.push({
      zh: `还没有账号。请打开下面的链接建立首位管理员（用过即废；重新启动会换新的）：\n${local}/setup?token=${token}`,
      en: `There is no account yet. Open this link to make the first administrator (it works once):\n${local}/setup?token=${token}`,
    });
  if (everywhere) {
    const addresses = lanAddresses().map((address) => url.replace(/\/\/(0\.0\.0\.0|\[::\])/, `//${address}`));
    if (addresses.length > 0)
      notices.push({ zh: `局域网内可用的地址：${addresses.join("  ")}`, en: `Reachable in the local network at: ${addresses.join("  ")}` });
  }
  if (!loopback && !secure)
    notices.push({
      zh: "提示：没有用 --tls，密码与数据在网上明文传输，离线填报也不可用；见 docs/certificates.md",
      en: "Note: without --tls passwords and data travel in the clear, and filling offline does not work; see docs/certificates.md",
    });
  return notices;
}

function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => each.family === "IPv4" && !each.internal)
    .map((each) => each.address);
}
