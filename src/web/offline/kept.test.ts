/** What is kept of answers is read by the release that kept it and by those whose answers have the same shape. */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { z } from "zod";
import { accountEndpoints } from "../../server/contract/accounts.ts";
import { returnEndpoints } from "../../server/contract/returns.ts";
import { seasonEndpoints } from "../../server/contract/season.ts";
import { shape } from "./kept.ts";

it("has another mark whenever the contract changes a kept answer", () => {
  const answers = [
    accountEndpoints["GET /api/me"].response,
    returnEndpoints["GET /api/returns/{organisation}/{year}"].response,
    returnEndpoints["GET /api/returns/{organisation}/{year}/earlier"].response,
    returnEndpoints["GET /api/returns/{organisation}/{year}/changes"].response,
    seasonEndpoints["GET /api/season/{year}/tasks"].response,
  ].map((response) => z.toJSONSchema(response, { unrepresentable: "any", io: "output" }));
  const expected = createHash("sha256").update(JSON.stringify(answers)).digest("hex").slice(0, 8);
  expect(shape, `write shape = "${expected}" into src/web/offline/kept.ts: browsers then drop what an older release kept`).toBe(expected);
});
