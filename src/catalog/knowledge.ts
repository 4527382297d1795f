/** The whole catalog in report order: subjects, dimensions, standards and outlines, as one plain value. */
import { assemble, type Knowledge } from "../core/definition/knowledge.ts";
import { casesDimensions } from "./dimensions-cases.ts";
import { employmentDimensions } from "./dimensions-employment.ts";
import { facilitiesDimensions } from "./dimensions-facilities.ts";
import { fundingDimensions } from "./dimensions-funding.ts";
import { improvementDimensions } from "./dimensions-improvement.ts";
import { partyDimensions } from "./dimensions-party.ts";
import { programmesDimensions } from "./dimensions-programmes.ts";
import { serviceDimensions } from "./dimensions-service.ts";
import { studentsDimensions } from "./dimensions-students.ts";
import { teachersDimensions } from "./dimensions-teachers.ts";
import { generalDimensions } from "./dimensions.ts";
import { attainment } from "./subjects/attainment.ts";
import { cases } from "./subjects/cases.ts";
import { employment } from "./subjects/employment.ts";
import { facilities } from "./subjects/facilities.ts";
import { funding } from "./subjects/funding.ts";
import { improvement } from "./subjects/improvement.ts";
import { party } from "./subjects/party.ts";
import { programmes } from "./subjects/programmes.ts";
import { service } from "./subjects/service.ts";
import { students } from "./subjects/students.ts";
import { teachers } from "./subjects/teachers.ts";

export const knowledge: Knowledge = assemble({
  dimensions: [
    ...generalDimensions,
    ...studentsDimensions,
    ...facilitiesDimensions,
    ...teachersDimensions,
    ...employmentDimensions,
    ...programmesDimensions,
    ...serviceDimensions,
    ...fundingDimensions,
    ...casesDimensions,
    ...partyDimensions,
    ...improvementDimensions,
  ],
  subjects: [students, facilities, teachers, attainment, employment, programmes, service, funding, cases, party, improvement],
  standards: [],
  outlines: [],
});
