/** The whole contract, in the order in which OpenAPI lists it. */
import { accountEndpoints } from "./accounts.ts";
import { evidenceEndpoints } from "./evidence.ts";
import { keepingEndpoints } from "./keeping.ts";
import { organisationEndpoints } from "./organisations.ts";
import { readingEndpoints } from "./reading.ts";
import { returnEndpoints } from "./returns.ts";
import { reviewEndpoints } from "./review.ts";
import { seasonEndpoints } from "./season.ts";

export const groups = [
  { tag: "账号", endpoints: accountEndpoints },
  { tag: "机构与年度", endpoints: organisationEndpoints },
  { tag: "年报季", endpoints: seasonEndpoints },
  { tag: "填报", endpoints: returnEndpoints },
  { tag: "佐证", endpoints: evidenceEndpoints },
  { tag: "审核", endpoints: reviewEndpoints },
  { tag: "阅读与审核报告", endpoints: readingEndpoints },
  { tag: "留存", endpoints: keepingEndpoints },
] as const;

export type Contract = typeof accountEndpoints &
  typeof organisationEndpoints &
  typeof seasonEndpoints &
  typeof returnEndpoints &
  typeof evidenceEndpoints &
  typeof reviewEndpoints &
  typeof readingEndpoints &
  typeof keepingEndpoints;
