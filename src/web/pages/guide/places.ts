/** Which section of the guide explains which page: the help button of every page leads there. */

export const chapters = ["start", "clerk", "department-head", "head", "reviewer", "editor", "leader", "administrator"] as const;
export type Chapter = (typeof chapters)[number];

export interface Place {
  readonly chapter: Chapter;
  /** Anchor of a heading of the chapter. */
  readonly anchor: string;
}

const places: readonly (readonly [path: string, chapter: Chapter, anchor: string])[] = [
  ["/fill", "clerk", "填一本台账"],
  ["/admin/exports", "clerk", "导入其他系统数据"],
  ["/confirm", "department-head", "确认台账"],
  ["/sign", "head", "签字报送"],
  ["/review/", "reviewer", "审一份填报"],
  ["/review", "reviewer", "待审队列"],
  ["/corrections", "reviewer", "更正申请"],
  ["/board", "editor", "填报进度"],
  ["/matrix", "editor", "汇总表"],
  ["/report", "editor", "年度报告"],
  ["/audit", "editor", "报告核验"],
  ["/indicators", "leader", "看报告和指标"],
  ["/dictionary", "leader", "看报告和指标"],
  ["/history", "leader", "操作历史"],
  ["/admin/organisations", "administrator", "机构"],
  ["/admin/accounts", "administrator", "账号"],
  ["/admin/cycles", "administrator", "年度"],
  ["/admin/breaks", "administrator", "口径变化"],
  ["/admin/keeping", "administrator", "备份与核对"],
  ["/account", "start", "登录"],
  ["/reminders", "start", "页面上方"],
];

/** The section for a page's address; the start page's for pages without one of their own. */
export function placeOf(path: string): Place {
  const found = places.find(([start]) => path.startsWith(start));
  return found ? { chapter: found[1], anchor: found[2] } : { chapter: "start", anchor: "首页" };
}
