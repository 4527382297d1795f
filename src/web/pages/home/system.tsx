/** What the administrator keeps: cycles, accounts, the last backup. */
import { useQuery } from "@tanstack/react-query";
import { call } from "../../client.ts";
import { PathLink } from "../../components/path-link.tsx";
import { homeWords } from "../../messages/home.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { localTime } from "../../times.ts";
import { lastBackupQuery } from "../administration/backup-query.ts";
import { Glance } from "./glance.tsx";

export function SystemCard() {
  const say = useWords(homeWords);
  const marks = useMarks();
  const me = useMe();
  const accounts = useQuery({ queryKey: ["accounts"], queryFn: () => call("GET /api/accounts", {}) });
  const backups = useQuery(lastBackupQuery);
  const list = accounts.data ?? [];
  const backup = backups.data;
  return (
    <Glance
      title={say("keeping")}
      query={accounts}
      more={{ to: "/admin/keeping", text: say("backUp") }}
      lines={[
        { name: say("cycles"), value: <PathLink to="/admin/cycles">{me.cycles.map((cycle) => cycle.year).join(marks.comma)}</PathLink> },
        {
          name: say("accountsCount"),
          value: (
            <PathLink to="/admin/accounts">
              {say("accountsText", {
                count: list.length,
                disabled: list.filter((each) => each.disabled).length,
                never: list.filter((each) => each.lastSignIn === null).length,
              })}
            </PathLink>
          ),
        },
        {
          name: say("lastBackup"),
          value: backup ? localTime(backup.at) : backups.isPending ? "…" : say("neverBackedUp"),
          alarming: backup === null,
        },
      ]}
    />
  );
}
