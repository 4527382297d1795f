/** Judging, confirming and signing a return over HTTP, and its 填报确认表. */
import { confirmLedger, confirmLedgers, type LedgerAnswer, signReturn, withdrawConfirmation } from "../../app/desk/sign-return.ts";
import { statementOf } from "../../app/desk/statement.ts";
import { examine, findingsBesideOthers, summariseReturn } from "../../app/desk/summarise-return.ts";
import { Refusal } from "../../app/refusal.ts";
import type { returnEndpoints } from "../contract/returns.ts";
import type { Handlers } from "../handler.ts";
import { placeOf } from "./place-of.ts";

type Group = Pick<
  typeof returnEndpoints,
  | "GET /api/returns/{organisation}/{year}/findings"
  | "GET /api/returns/{organisation}/{year}/summary"
  | "GET /api/returns/{organisation}/{year}/statement.pdf"
  | "POST /api/returns/{organisation}/{year}/ledgers/{ledger}/confirm"
  | "POST /api/returns/{organisation}/{year}/confirm"
  | "DELETE /api/returns/{organisation}/{year}/ledgers/{ledger}/confirm"
  | "POST /api/returns/{organisation}/{year}/sign"
>;

function resultOf({ ledger, refused }: LedgerAnswer) {
  if (!refused) return { ledger, result: "confirmed" as const };
  const message =
    refused instanceof Refusal
      ? { zh: refused.zh, en: refused.en }
      : { zh: refused.message, en: "the ledger was edited while it was checked; look at it again" };
  return { ledger, result: "refused" as const, message };
}

export const signingResources: Handlers<Group> = {
  "GET /api/returns/{organisation}/{year}/findings": async ({ world, store, params, query }) => {
    if (query.of === "others") return { findings: [...(await findingsBesideOthers(store, world, placeOf(params)))] };
    const { findings } = await examine(store, world, placeOf(params));
    return { findings: [...findings] };
  },
  "GET /api/returns/{organisation}/{year}/summary": async ({ world, store, params }) => {
    const { unconfirmed, proofs, warnings, changes, ...rest } = await summariseReturn(store, world, placeOf(params));
    return { ...rest, unconfirmed: [...unconfirmed], proofs: [...proofs], warnings: [...warnings], changes: [...changes] };
  },
  "GET /api/returns/{organisation}/{year}/statement.pdf": async ({ world, store, params }) => {
    const statement = await statementOf(store, world, placeOf(params), world.clock.now());
    const bytes = await world.statements.write(statement);
    return { name: `${statement.organisationName}${statement.year}年度填报确认表.pdf`, bytes };
  },
  "POST /api/returns/{organisation}/{year}/ledgers/{ledger}/confirm": async ({ world, actor, store, params, act }) =>
    confirmLedger(store, world, actor, placeOf(params), params.ledger, act("confirm")),
  "POST /api/returns/{organisation}/{year}/confirm": async ({ world, actor, store, params, body, act }) => {
    const { confirmations, answers } = await confirmLedgers(store, world, actor, placeOf(params), body.ledgers, act("confirm"));
    return { confirmations, results: answers.map(resultOf) };
  },
  "DELETE /api/returns/{organisation}/{year}/ledgers/{ledger}/confirm": async ({ world, actor, store, params, act }) =>
    withdrawConfirmation(store, world, actor, placeOf(params), params.ledger, act("withdraw")),
  "POST /api/returns/{organisation}/{year}/sign": async ({ world, actor, store, params, body, act }) => {
    const outcome = await signReturn(store, world, actor, placeOf(params), body, act("sign"));
    return { ...outcome, blocking: [...outcome.blocking], unconfirmed: [...outcome.unconfirmed] };
  },
};
