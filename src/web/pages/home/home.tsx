/** The start page: the day's work of whoever is signed in, and beside it what that role wants to see at a glance. */
import { Alert, Card } from "antd";
import { type ComponentType, lazy, Suspense } from "react";
import type { Role } from "../../../app/policies/actor.ts";
import { Page } from "../../components/page.tsx";
import { homeWords } from "../../messages/home.ts";
import { useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { daysUntil } from "../../times.ts";
import { useCycle } from "../../year.ts";
import { CompletenessCard } from "./completeness.tsx";
import { FiguresCard } from "./figures.tsx";
import { QueueCard } from "./queue.tsx";
import { ReturnCard } from "./return.tsx";
import { SystemCard } from "./system.tsx";
import { Tasks } from "./tasks.tsx";
import "./home.css";

/** Loaded for a city's administrator alone. */
const FirstSteps = lazy(async () => ({ default: (await import("./first-steps.tsx")).FirstSteps }));

const glances: Readonly<Record<Role, readonly ComponentType[]>> = {
  clerk: [ReturnCard],
  departmentHead: [ReturnCard],
  head: [ReturnCard, FiguresCard],
  reviewer: [QueueCard, CompletenessCard],
  editor: [CompletenessCard, QueueCard, FiguresCard],
  leader: [CompletenessCard, FiguresCard],
  administrator: [SystemCard, CompletenessCard],
  reader: [FiguresCard],
};

export function Home() {
  const say = useWords(homeWords);
  const me = useMe();
  const cycle = useCycle();
  const startsCity = me.role === "administrator" && me.organisationKind === "city";
  const left = cycle?.deadline ? daysUntil(cycle.deadline, me.today) : null;
  // Of an earlier year nobody needs to hear that its deadline is past.
  const isNewest = cycle?.year === me.cycles[0]?.year;
  const due =
    cycle?.deadline && left !== null
      ? `${say("due", { year: cycle.year, day: cycle.deadline })}${left > 0 ? say("daysLeft", { days: left }) : left === 0 ? say("dueToday") : isNewest ? say("daysLate", { days: -left }) : ""}`
      : "";
  return (
    <Page title={say("title")} subtitle={`${say("greeting", { name: me.name, today: me.today })}${due}`}>
      {startsCity && (
        <Suspense fallback={null}>
          <FirstSteps />
        </Suspense>
      )}
      {cycle === undefined ? (
        !startsCity && (
          <Card>
            <Alert type="info" showIcon title={say("noCycle")} description={say("noCycleHint")} />
          </Card>
        )
      ) : (
        <div className="home">
          <Tasks />
          <div className="home-glance">
            {glances[me.role].map((Glance, at) => (
              <Glance key={at} />
            ))}
          </div>
        </div>
      )}
    </Page>
  );
}
