/** A port that is taken is told in one line, before anything is prepared. */
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { assertFree } from "../../src/server/serve.ts";

it("says that the port is taken, and lets a free one be", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  await expect(assertFree({ host: "127.0.0.1", port })).rejects.toThrow(new RegExp(`^端口 ${port} 已被占用.*--port$`));
  await new Promise((resolve) => other.close(resolve));
  await assertFree({ host: "127.0.0.1", port });
});
