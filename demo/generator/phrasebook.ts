/** The words of an invented city: every name and text that a generated return carries, so that two cities share none. */

export interface CaseText {
  readonly theme: string;
  readonly title: string;
  readonly text: string;
  readonly level: "province" | "city" | "none";
}

export interface MaterialText {
  /** Chapter and section title of the outline, e.g. "质量保证". */
  readonly section: string;
  readonly title: string;
  readonly text: string;
}

export interface ProblemText {
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly cause: string;
  readonly measure: string;
  readonly detail: string;
  readonly owner: string;
}

interface Named {
  readonly title: string;
  readonly kind: string;
}

type Category = "skills" | "quality" | "tradition" | "civility";

export interface Phrasebook {
  readonly provincialBody: string;
  readonly cityPublicity: readonly (Named & { readonly participants: number })[];
  readonly schoolPublicity: readonly Named[];
  readonly teacherTrainings: Readonly<Record<"national" | "provincial" | "city", string>>;
  readonly talentProgramme: string;
  readonly classTeacherContests: readonly { readonly name: string; readonly level: string; readonly hosted: boolean }[];
  readonly practiceBases: readonly { readonly name: string; readonly group: string }[];
  readonly contests: Readonly<Record<Category, { readonly contest: string; readonly events: readonly string[] }>> & { readonly national: string };
  readonly cityEvents: Readonly<Record<Category, readonly string[]>>;
  readonly researchTitles: readonly string[];
  readonly designations: readonly (Named & { readonly level: string })[];
  readonly policies: readonly (Named & { readonly topic: string; readonly state: string; readonly body: string })[];
  readonly countyPolicy: string;
  readonly milestones: readonly (Named & { readonly month: number; readonly day: number; readonly bodies: string; readonly result: string })[];
  readonly meetings: readonly (Named & { readonly hosts: string })[];
  readonly delegations: readonly { readonly theme: string; readonly places: string; readonly month: number; readonly day: number; readonly departments: string; readonly report: string }[];
  readonly groups: readonly string[];
  readonly international: readonly { readonly chineseParty: string; readonly foreignParty: string; readonly country: string; readonly kind: string; readonly subject: string; readonly state: string }[];
  readonly cityMoralActivities: readonly Named[];
  readonly schoolMoralActivities: readonly Named[];
  /** Names of training classes by kind of training. */
  readonly trainings: Readonly<Record<"poorLabour" | "twoPost" | "newFarmer" | "other", readonly { readonly name: string; readonly target: string }[]>>;
  readonly occupations: readonly string[];
  readonly technicalProjects: readonly { readonly name: string; readonly kind: string }[];
  readonly villages: readonly string[];
  readonly firms: readonly string[];
  readonly schoolProjects: readonly { readonly name: string; readonly kind: string }[];
  readonly cityProjects: readonly { readonly name: string; readonly kind: string; readonly state: string }[];
  readonly partyActivities: readonly Named[];
  readonly cityPartyActivities: readonly Named[];
  readonly schoolCareerEvents: readonly Named[];
  readonly cityCareerEvents: readonly Named[];
  /** Programmes to choose from: code and name of the national catalogue, group and sector. */
  readonly programmes: readonly { readonly code: string; readonly name: string; readonly group: string; readonly sector: string; readonly pillar: boolean; readonly certificate?: string }[];
  readonly colleges: readonly string[];
  readonly partyAwards: readonly string[];
  readonly cityCases: readonly CaseText[];
  readonly schoolCases: readonly CaseText[];
  readonly cityMaterials: readonly MaterialText[];
  readonly schoolMaterials: readonly MaterialText[];
  readonly cityProblems: readonly ProblemText[];
  readonly countyProblems: readonly ProblemText[];
  readonly schoolProblems: readonly ProblemText[];
}
