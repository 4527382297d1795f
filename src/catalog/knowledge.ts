/** The whole catalog in report order: subjects, dimensions, standards and outlines, as one plain value. */
import { assemble, type Knowledge } from "../core/definition/knowledge.ts";
import { casesDimensions } from "./dimensions-cases.ts";
import { employmentDimensions } from "./dimensions-employment.ts";
import { facilitiesDimensions } from "./dimensions-facilities.ts";
import { fundingDimensions } from "./dimensions-funding.ts";
import { improvementDimensions } from "./dimensions-improvement.ts";
import { internshipsDimensions } from "./dimensions-internships.ts";
import { partnershipsDimensions } from "./dimensions-partnerships.ts";
import { partyDimensions } from "./dimensions-party.ts";
import { programmesDimensions } from "./dimensions-programmes.ts";
import { qualityDimensions } from "./dimensions-quality.ts";
import { serviceDimensions } from "./dimensions-service.ts";
import { studentsDimensions } from "./dimensions-students.ts";
import { teachersDimensions } from "./dimensions-teachers.ts";
import { generalDimensions } from "./dimensions.ts";
import { city2016 } from "./outlines/2016-city/outline.ts";
import { school2016 } from "./outlines/2016-school/outline.ts";
import { conditions2022 } from "./standards/conditions-2022.ts";
import { demonstration2014 } from "./standards/demonstration-2014.ts";
import { establishment2010 } from "./standards/establishment-2010.ts";
import { attainment } from "./subjects/attainment.ts";
import { cases } from "./subjects/cases.ts";
import { employment } from "./subjects/employment.ts";
import { facilities } from "./subjects/facilities.ts";
import { funding } from "./subjects/funding.ts";
import { improvement } from "./subjects/improvement.ts";
import { internships } from "./subjects/internships.ts";
import { partnerships } from "./subjects/partnerships.ts";
import { party } from "./subjects/party.ts";
import { programmes } from "./subjects/programmes.ts";
import { quality } from "./subjects/quality.ts";
import { service } from "./subjects/service.ts";
import { standards } from "./subjects/standards.ts";
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
    ...qualityDimensions,
    ...partnershipsDimensions,
    ...internshipsDimensions,
    ...serviceDimensions,
    ...fundingDimensions,
    ...casesDimensions,
    ...partyDimensions,
    ...improvementDimensions,
  ],
  subjects: [students, facilities, teachers, attainment, employment, programmes, quality, partnerships, internships, service, funding, cases, party, improvement, standards],
  standards: [establishment2010, conditions2022, demonstration2014],
  outlines: [city2016, school2016],
});
