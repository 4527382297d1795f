/** What a city's administrator does on the first day, step by step; gone as soon as all of it is done. */
import { useQuery } from "@tanstack/react-query";
import { Card, Steps } from "antd";
import { call } from "../../client.ts";
import { PathLink } from "../../components/path-link.tsx";
import { homeWords } from "../../messages/home.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { organisationsQuery } from "../administration/organisation-query.ts";

export function FirstSteps() {
  const say = useWords(homeWords);
  const marks = useMarks();
  const me = useMe();
  const nodes = useQuery(organisationsQuery()).data;
  const accounts = useQuery({ queryKey: ["accounts"], queryFn: () => call("GET /api/accounts", {}) }).data;
  if (!nodes || !accounts) return null;
  const count = (kind: string): number => nodes.filter((node) => node.kind === kind).length;
  const steps = [
    {
      to: "/admin/organisations",
      title: say("stepOrganisations"),
      hint: say("stepOrganisationsHint"),
      done: count("school") > 0 && say("stepOrganisationsDone", { counties: count("county"), schools: count("school") }),
    },
    {
      to: "/admin/accounts",
      title: say("stepAccounts"),
      hint: say("stepAccountsHint"),
      done: accounts.length > 1 && say("stepAccountsDone", { count: accounts.length }),
    },
    {
      to: "/admin/cycles",
      title: say("stepCycle"),
      hint: say("stepCycleHint"),
      done: me.cycles.length > 0 && say("stepCycleDone", { years: me.cycles.map((cycle) => cycle.year).join(marks.comma) }),
    },
  ];
  const first = steps.findIndex((step) => step.done === false);
  if (first < 0) return null;
  return (
    <Card size="small" title={say("firstSteps")} style={{ marginBottom: 16 }}>
      <Steps
        responsive
        items={steps.map(({ to, title, hint, done }, at) => ({
          title: <PathLink to={to}>{title}</PathLink>,
          content: done === false ? hint : done,
          status: done === false ? (at === first ? "process" : "wait") : "finish",
        }))}
      />
    </Card>
  );
}
