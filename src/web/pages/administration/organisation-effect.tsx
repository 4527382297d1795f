/** What a merge, a closing or a move from a chosen day does to each year that was opened, said before it is done. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { Alert, Form } from "antd";
import { call } from "../../client.ts";
import { organisationWords } from "../../messages/administration.ts";
import { stateWords } from "../../messages/states.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { boardQuery } from "../season/board-query.ts";
import type { Row } from "./organisation-query.ts";
import { yearsFrom } from "./years-from.ts";

interface ChangeEffectProps {
  readonly row: Row;
  readonly rows: readonly Row[];
  readonly what: "merge" | "close" | "change";
}

export function ChangeEffect({ row, rows, what }: ChangeEffectProps) {
  const say = useWords(organisationWords);
  const sayState = useWords(stateWords);
  const marks = useMarks();
  const me = useMe();
  const form = Form.useFormInstance();
  const day: string = Form.useWatch(what === "change" ? "from" : "on", form) ?? "";
  const to: string = Form.useWatch(what === "merge" ? "into" : "parent", form) ?? "";
  const cycles = useQuery({ queryKey: ["cycles"], queryFn: () => call("GET /api/cycles", {}) });
  const accounts = useQuery({ queryKey: ["accounts"], queryFn: () => call("GET /api/accounts", {}) });
  const { touched, kept } = yearsFrom(cycles.data ?? [], day);
  const boards = useQueries({ queries: touched.map((year) => boardQuery(me.organisation, year)) });
  if (day === "" || !cycles.data) return null;
  const nameOf = (code: string): string => rows.find((each) => each.code === code)?.name ?? code;
  const isMove = what === "change" && to !== row.parent && to !== "";
  const staff = (accounts.data ?? []).filter((each) => each.organisation === row.code && !each.disabled).length;
  const below = rows.filter((each) => each.parent === row.code).length;
  const lines = touched.map((year, at) => {
    if (what === "change") return say(isMove ? "effectMove" : "effectChange", { year, name: row.name, to: nameOf(to) });
    const state = boards[at]?.data?.rows.find((each) => each.organisation === row.code)?.state ?? "none";
    return state === "none"
      ? say("effectGone", { year, name: row.name })
      : say("effectGoneFiled", { year, name: row.name, state: sayState(state) });
  });
  if (touched.length === 0) lines.push(say("effectNoYear"));
  if (kept.length > 0) lines.push(say("effectKept", { years: kept.join(marks.comma) }));
  if (what === "merge" && to !== "") lines.push(say("effectHeir", { name: row.name, to: nameOf(to) }));
  if (what === "merge" && to !== "" && below > 0) lines.push(say("effectBelow", { count: below, to: nameOf(to) }));
  if (what !== "change" && staff > 0) lines.push(say("effectAccounts", { count: staff }));
  return (
    <Alert
      type={what === "change" || touched.length === 0 ? "info" : "warning"}
      style={{ marginBottom: 16 }}
      title={say("effect")}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  );
}
