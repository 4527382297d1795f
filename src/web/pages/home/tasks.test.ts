/** The order of the day's work. */
import { expect, it } from "vitest";
import { inOrder, type Task } from "./tasks.tsx";

const task = (text: string, due: string | null, late = false): Task => ({
  kind: "fill",
  organisation: "411000-01",
  organisationName: "莲城中专",
  year: 2019,
  ledger: null,
  text,
  en: text,
  due,
  late,
  to: "/fill/2019",
});

it("puts late work first, then what is due soonest, what has no day last", () => {
  const tasks = [
    task("no day", null),
    task("March", "2020-03-01"),
    task("late", "2020-01-01", true),
    task("February", "2020-02-01"),
    task("no day either", null),
  ];
  expect(inOrder(tasks).map((each) => each.text)).toEqual(["late", "February", "March", "no day", "no day either"]);
});
