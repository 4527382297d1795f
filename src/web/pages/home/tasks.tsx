/** What is to be done by whoever is signed in: late things first, each a link to where it is done. */
import { useQuery } from "@tanstack/react-query";
import { Card, Input, Skeleton, Tag } from "antd";
import { useContext, useState } from "react";
import type { AnswerOf } from "../../client.ts";
import { PathLink } from "../../components/path-link.tsx";
import { ProblemView } from "../../components/problem.tsx";
import { homeWords } from "../../messages/home.ts";
import { LanguageContext, useMarks, useWords } from "../../messages/text.ts";
import { readOrKept } from "../../offline/reads.ts";
import { useMe } from "../../session.ts";
import { daysUntil } from "../../times.ts";
import { useYear } from "../../year.ts";

export type Task = AnswerOf<"GET /api/season/{year}/tasks">[number];

const colours: Readonly<Record<Task["kind"], string>> = {
  fill: "blue",
  confirm: "cyan",
  sign: "purple",
  answer: "orange",
  repair: "red",
  correct: "red",
  review: "geekblue",
  decide: "magenta",
  urge: "volcano",
  read: "default",
};

/** Late ones first, then by the day they are due, those without a day last; else as the server gave them. */
export function inOrder(tasks: readonly Task[]): Task[] {
  const day = (task: Task): string => task.due ?? "9999";
  return tasks.toSorted(
    (left, right) => Number(right.late) - Number(left.late) || (day(left) < day(right) ? -1 : day(left) > day(right) ? 1 : 0),
  );
}

export function Tasks() {
  const say = useWords(homeWords);
  const marks = useMarks();
  const year = useYear();
  const me = useMe();
  const [search, setSearch] = useState("");
  const tasks = useQuery({
    queryKey: ["tasks", year],
    queryFn: async () => (await readOrKept(me.id, "GET /api/season/{year}/tasks", { params: { year } })).answer,
    refetchInterval: 60_000,
  });
  const { language } = useContext(LanguageContext);
  const textOf = (task: Task): string => (language === "zh" ? task.text : task.en);
  const all = inOrder(tasks.data ?? []);
  const found = all.filter((task) =>
    `${textOf(task)} ${task.organisationName} ${say(task.kind)}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const late = all.filter((task) => task.late).length;
  return (
    <Card
      size="small"
      className="home-tasks"
      title={
        <>
          {say("tasks")}
          {all.length > 0 && `${marks.open}${all.length}${marks.close}`}
          {late > 0 && (
            <Tag color="red" style={{ marginInlineStart: 8 }}>
              {say("lateOnly")} {late}
            </Tag>
          )}
        </>
      }
      extra={
        all.length > 5 && (
          <Input
            allowClear
            size="small"
            placeholder={say("searchTasks")}
            aria-label={say("searchTasks")}
            style={{ width: 160 }}
            onChange={(event) => setSearch(event.target.value)}
          />
        )
      }
    >
      {tasks.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {tasks.error && !tasks.data && <ProblemView error={tasks.error} retry={() => void tasks.refetch()} />}
      {tasks.data && all.length === 0 && (
        <div className="home-nothing">
          <strong>{say("noTasks")}</strong>
          <p>{say("noTasksHint")}</p>
        </div>
      )}
      <ul>
        {found.map((task, at) => (
          <li key={`${task.kind}/${task.organisation}/${task.ledger ?? ""}/${at}`}>
            <PathLink to={task.to} className="home-task">
              <Tag color={colours[task.kind]} className="home-task-kind">
                {say(task.kind)}
              </Tag>
              <span className="home-task-text">
                <span>{textOf(task)}</span>
                {task.organisation !== me.organisation && !textOf(task).includes(task.organisationName) && (
                  <small>{task.organisationName}</small>
                )}
              </span>
              {task.progress && task.progress.of > 0 && (
                <progress
                  value={task.progress.done}
                  max={task.progress.of}
                  aria-label={say("progress", { done: task.progress.done, of: task.progress.of })}
                />
              )}
              {task.due !== null && (
                <span className={task.late ? "home-task-due home-task-late" : "home-task-due"}>
                  {task.late ? say("late", { days: Math.max(1, -daysUntil(task.due, me.today)) }) : say("dueOn", { day: task.due })}
                </span>
              )}
            </PathLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
