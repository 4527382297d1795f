/** Every subject's filler, in an order in which each finds what it rests on. */
import type { SubjectFiller } from "./city.ts";
import { fillAttainment } from "./subjects/attainment.ts";
import { fillEmployment } from "./subjects/employment.ts";
import { fillFacilities } from "./subjects/facilities.ts";
import { fillFunding } from "./subjects/funding.ts";
import { fillImprovement } from "./subjects/improvement.ts";
import { fillInternships } from "./subjects/internships.ts";
import { fillParty } from "./subjects/party.ts";
import { fillPartnerships } from "./subjects/partnerships.ts";
import { fillProgrammes } from "./subjects/programmes.ts";
import { fillQuality } from "./subjects/quality.ts";
import { fillService } from "./subjects/service.ts";
import { fillStudents } from "./subjects/students.ts";
import { fillTeachers } from "./subjects/teachers.ts";

export const fillers: readonly SubjectFiller[] = [
  fillStudents,
  fillTeachers,
  fillFacilities,
  fillEmployment,
  fillProgrammes,
  fillQuality,
  fillAttainment,
  fillInternships,
  fillPartnerships,
  fillService,
  fillFunding,
  fillParty,
  fillImprovement,
];
