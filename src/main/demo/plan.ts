/** How far each organisation of the demo city is on the demo's morning: who is done, who waits, who is late. */
import type { CycleRequest } from "../../app/cycles.ts";
import type { Unfinished } from "./unfinished.ts";

/** Deadlines around the demo's morning, 8 January 2020: that of schools has just passed. */
export const demoCycles: readonly (Pick<CycleRequest, "year" | "issuedOn" | "deadlines" | "extensions"> & { readonly opened: string })[] = [
  {
    year: 2018,
    opened: "2018-12-10T01:30:00.000Z",
    issuedOn: "2019-02-20",
    deadlines: { school: "2019-01-07", county: "2019-01-11", city: "2019-01-21" },
  },
  {
    year: 2019,
    opened: "2019-12-09T01:30:00.000Z",
    deadlines: { school: "2020-01-06", county: "2020-01-10", city: "2020-01-20" },
    // One school asked for more time, one has its return back to repair.
    extensions: { "411000-01": "2020-01-10", "411000-02": "2020-01-10" },
  },
];

/** Filed and accepted, in time. */
export const accepted: readonly string[] = ["411000-03", "411000-04", "411000-08", "411000-10", "411003"];
/** Filed, waiting for their reviewers. */
export const submitted: readonly string[] = ["411000-06", "411000-09", "411024"];

/** Filed, looked at and given back to certain cells. */
export const returned = {
  organisation: "411000-02",
  reason: "两处数字与上年相差过大，请核对后重新报送；其余已审，无需改动。",
  cells: [
    {
      slot: "form/facilities.library/facilities.electronicBooks",
      reason: "电子图书是上年的十倍，是否多填了一个零？请按图书馆系统导出数核对。",
    },
    { slot: "form/attainment.life/attainment.volunteerHours", reason: "志愿服务时长人均 150 小时，偏高。请附学生处汇总表，或改正。" },
  ],
  remarks: [
    {
      slot: "form/facilities.library/facilities.electronicBooks",
      text: "图书馆说新购了一个数据库，但合同里写的是 7 万册左右。麻烦再看一下。",
    },
    {
      slot: "form/teachers.staffing/teachers.movedToCommon",
      text: "转任公共基础课教师 27 人，与去年口径一致吗？（不影响本次退回，请顺便答复）",
    },
  ],
} as const;

/** The school at which most demo accounts work: in the middle of filling. */
export const filling = {
  organisation: "411000-01",
  confirmed: ["students.intakeForm", "facilities.campus", "facilities.library", "party.membership", "employment.destinations"],
} as const;

/** Nothing filed although the day has passed (411000-05), or hardly begun (411000-07); counties and the city under way. */
export const plans: Readonly<Record<string, Unfinished | null>> = {
  "411000-01": {
    forms: {
      "students.enrolment": "all",
      "students.intakeForm": "all",
      "students.cohort": "all",
      "facilities.campus": "all",
      "facilities.equipment": 5,
      "facilities.library": "all",
      "facilities.informatisation": 3,
      "teachers.staffing": "all",
      "teachers.work": 3,
      "attainment.tests": 6,
      "attainment.certificates": "all",
      "attainment.aid": 4,
      "employment.destinations": "all",
      "employment.jobs": 9,
      "programmes.courses": 5,
      "party.membership": "all",
    },
    registers: {
      "programmes.register": "all",
      "teachers.inflow": "all",
      "partnerships.firms": 4,
      "students.publicity": 1,
      "quality.contestEntries": 6,
    },
    materials: 1,
    slips: {
      // Digits in the wrong order (174): the reasons no longer add up to those who left.
      "students.enrolment": { "students.leftByReason#leaveReason=transfer": "147" },
    },
  },
  "411000-02": {
    slips: {
      "facilities.library": { "facilities.electronicBooks": "695530" },
      "attainment.life": { "attainment.volunteerHours": "182000" },
    },
  },
  "411000-05": null,
  "411000-07": { forms: { "students.intakeForm": "all", "students.enrolment": 9 }, registers: {}, materials: 0 },
  "411025": { forms: { "students.yearbook": "all" }, registers: { "quality.policies": 0 }, materials: 0 },
  "411081": { forms: { "students.yearbook": "all", "funding.government": 2 }, registers: { "partnerships.meetings": "all" }, materials: 0 },
  "411082": null,
  "411000": {
    forms: { "students.taskForm": "all", "students.yearbook": "all", "funding.government": "all", "improvement.capacity": "all" },
    registers: {
      "quality.cityContests": 40,
      "quality.policies": "all",
      "quality.milestones": "all",
      "partnerships.groups": "all",
      "teachers.talent": "all",
    },
    materials: 3,
  },
};
