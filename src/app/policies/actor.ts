/** Who acts in the web application: a person with one role at one organisation. */

export const roles = ["clerk", "departmentHead", "head", "reviewer", "editor", "leader", "administrator", "reader"] as const;
/**
 * clerk 科室填报人 · departmentHead 科室负责人 · head 单位负责人（签字）· reviewer 审核人 · editor 市级编辑 ·
 * leader 分管领导 · administrator 系统管理员 · reader 查阅者
 */
export type Role = (typeof roles)[number];

export interface Actor {
  readonly id: string;
  readonly username: string;
  /** Shown in histories: 王敏. */
  readonly name: string;
  readonly role: Role;
  /** Code of the organisation to which the person belongs: the person sees its subtree alone. */
  readonly organisation: string;
  /** Ledgers that a clerk or head of department answers for; null is all of the organisation's. */
  readonly ledgers: readonly string[] | null;
}
