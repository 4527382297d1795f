/** Who plays the season, and the table with which the administrator makes their accounts. */
import type { Page } from "playwright-core";
import { xuchangOrganisations } from "../../demo/xuchang/organisations.ts";
import { excelSpreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import { type Stage } from "./stage.ts";

export const city = "411000";
export const year = 2019;
/** The school whose season is played by hand; it lies in the county whose reviewer reviews it. */
export const school = { code: "411000-09", name: "禹州" };
/** Of whose pages the clerk of {@link school} must see nothing. */
export const otherSchool = "411000-01";
const county = "411081";

export interface Person {
  readonly username: string;
  readonly role: "科室填报人" | "科室负责人" | "单位负责人" | "审核人" | "市级编辑" | "分管领导";
  readonly organisation: string;
}

/** The ten schools. */
export const schools: readonly string[] = xuchangOrganisations.filter(({ kind }) => kind === "school").map(({ code }) => code);

/** Those whose windows are opened. */
export const cast = {
  clerk: { username: "clerk", role: "科室填报人", organisation: school.code },
  colleague: { username: "colleague", role: "科室填报人", organisation: school.code },
  department: { username: "department", role: "科室负责人", organisation: school.code },
  head: { username: "head", role: "单位负责人", organisation: school.code },
  reviewer: { username: "reviewer", role: "审核人", organisation: county },
  editor: { username: "editor", role: "市级编辑", organisation: city },
  leader: { username: "leader", role: "分管领导", organisation: city },
} as const satisfies Record<string, Person>;

/** Who fills and confirms, and who signs, at an organisation that files by requests. */
export const departmentOf = (organisation: string): Person => ({
  username: `department.${organisation}`,
  role: "科室负责人",
  organisation,
});
export const headOf = (organisation: string): Person =>
  organisation === city ? cast.leader : { username: `head.${organisation}`, role: "单位负责人", organisation };

export const others: readonly string[] = [...schools.filter((code) => code !== school.code), city];

/** The table that the administrator uploads. */
export function accountsTable(): Promise<Uint8Array> {
  const everyone: readonly Person[] = [
    ...Object.values(cast),
    ...others.flatMap((code) => [departmentOf(code), ...(code === city ? [] : [headOf(code)])]),
  ];
  const text = (each: string) => ({ text: each, numeric: false });
  return excelSpreadsheets.writeTable([
    {
      name: "账号",
      header: [["用户名", "姓名", "角色", "单位代码", "台账", "邮箱"]],
      rows: everyone.map(({ username, role, organisation }) => [username, `示例·${role}`, role, organisation, "", ""].map(text)),
      frozenColumns: 0,
    },
  ]);
}

/** What everyone chooses instead of the initial password. */
export const password = "山高水长-莲城的荷花-2019";

/** Opens a window, types name and password, and changes an initial password when asked for it. */
export async function enter(stage: Stage, { username }: Pick<Person, "username">, initial?: string): Promise<Page> {
  const page = await stage.window(username);
  await page.goto(`${stage.origin}/`);
  await page.locator("#username").fill(username);
  await page.locator("#password").fill(initial ?? password);
  await page.keyboard.press("Enter");
  if (initial !== undefined) {
    await page.getByRole("heading", { name: "请先修改初始密码" }).waitFor();
    await page.locator("#current").fill(initial);
    await page.locator("#next").fill(password);
    await page.locator("#repeat").fill(password);
    await page.getByRole("button", { name: "修改密码" }).click();
  }
  await page.getByRole("heading", { name: "今天的工作" }).waitFor();
  return page;
}
