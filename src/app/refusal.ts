/**
 * A refusal: what was asked cannot be done, with the reason in both languages. Use cases throw it for
 * requests (a wrong code, a state that does not allow it); problems inside data are returned instead.
 */

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

interface Parameters {
  "organisation-unknown": { code: string };
  "organisation-exists": { code: string };
  "organisation-parent-unknown": { code: string; parent: string };
  "organisation-cycle": { code: string };
  "organisation-table": { row: number; column: string; found: string; expected: string };
  "organisation-table-header": { missing: string; found: string };
  "cycle-unknown": { organisation: string; year: number };
  "cycle-exists": { organisation: string; year: number };
  "year-invalid": { found: string };
  "date-invalid": { field: string; found: string };
  "return-missing": { organisation: string; year: number };
  "return-state": { organisation: string; year: number; state: string; wanted: string };
  "reason-missing": Record<never, never>;
  "measure-unknown": { code: string };
  "organisation-files-nothing": { code: string };
  "outline-unknown": { code: string; known: string };
  "format-unknown": { found: string; known: string };
  "document-unreadable": { file: string; zh: string; en: string };
  "figure-unknown": { id: string };
  "document-missing": { file: string };
  "comments-need-docx": { file: string };
  "audit-needs-organisation": Record<never, never>;
  "audit-organisation-alone": Record<never, never>;
  "audit-year-unknown": { file: string };
  "audit-other-year": { file: string; found: number; wanted: number };
  "audit-other-organisation": { file: string; found: string; wanted: string };
  "account-exists": { username: string };
  "account-unknown": Record<never, never>;
  "demo-on-data": Record<never, never>;
  "too-heavy": Record<never, never>;
  "data-of-demo": Record<never, never>;
  "workbook-unreadable": { zh: string; en: string };
  "place-unknown": Record<never, never>;
  "account-own": Record<never, never>;
  "username-invalid": { found: string };
  "account-role": { role: string; kind: string };
  "account-ledger": { ledger: string; organisation: string };
  "account-ledgers-role": { role: string };
  "account-table-header": { missing: string; found: string };
  "email-exists": { email: string };
  "password-wrong": Record<never, never>;
  "password-same": Record<never, never>;
  "password-username": { username: string };
  "password-weak": Record<never, never>;
  "setup-token": Record<never, never>;
  "setup-done": Record<never, never>;
  "organisation-version": { code: string; from: string };
  "organisation-occupied": { name: string; below: readonly string[] };
  "organisation-own": Record<never, never>;
  "organisation-closed": { name: string; on: string };
  "city-code": { code: string };
  "organisation-parent-kind": { kind: string; parent: string };
  "backup-refused": { reason: string };
  "restore-filled": Record<never, never>;
  "backup-missing": { file: string };
  "backup-damaged": { file: string; found: Bilingual; expected: Bilingual };
  "backup-newer": { file: string; found: string; known: string };
  "earlier-organisation": { found: string; wanted: string };
  "earlier-year": { year: number };
  "mapping-unknown": Record<never, never>;
  "catalog-unknown": Record<never, never>;
  "port-invalid": { found: string };
  "slot-invalid": { slot: string };
  "comment-unknown": Record<never, never>;
  "correction-unknown": Record<never, never>;
  "correction-decided": Record<never, never>;
  "correction-empty": { label: string };
  "correction-content": { label: string; expected: string };
  "correction-stale": { label: string };
  "correction-unseen": Record<never, never>;
  "ledger-unknown": { ledger: string };
  "ledger-of-others": { ledger: string };
  "preview-unknown": Record<never, never>;
  "evidence-unknown": Record<never, never>;
  "evidence-large": { name: string; size: string; limit: string };
  "evidence-type": { name: string };
  "statement-type": { readonly name: string };
  "evidence-place": { place: string };
  "evidence-accepted": { name: string };
  "ledger-proofs": { ledger: string; count: number; first: string; firstEn: string };
}

export type RefusalCode = keyof Parameters;

const wording: { [Code in RefusalCode]: (details: Parameters[Code]) => { zh: string; en: string } } = {
  "organisation-unknown": ({ code }) => ({ zh: `没有代码为 ${code} 的机构`, en: `no organisation has the code ${code}` }),
  "organisation-exists": ({ code }) => ({ zh: `机构 ${code} 已存在`, en: `organisation ${code} exists already` }),
  "organisation-parent-unknown": ({ code, parent }) => ({
    zh: `机构 ${code} 的上级 ${parent} 不存在`,
    en: `organisation ${code} names an unknown parent ${parent}`,
  }),
  "organisation-cycle": ({ code }) => ({ zh: `机构 ${code} 的上级关系成环`, en: `organisation ${code} is its own ancestor` }),
  "organisation-table": ({ row, column, found, expected }) => ({
    zh: `机构表第 ${row} 行“${column}”：填的是“${found}”，应为${expected}`,
    en: `organisations, row ${row}, column ${column}: found "${found}", expected ${expected}`,
  }),
  "organisation-table-header": ({ missing, found }) => ({
    zh: `机构表缺少列“${missing}”；表头为：${found}`,
    en: `organisations: the column ${missing} is absent; the header is: ${found}`,
  }),
  "cycle-unknown": ({ organisation, year }) => ({
    zh: `${organisation} 没有开启 ${year} 年度`,
    en: `no cycle of ${year} is open for ${organisation}`,
  }),
  "cycle-exists": ({ organisation, year }) => ({
    zh: `${organisation} 的 ${year} 年度已开启`,
    en: `the cycle of ${year} is open already for ${organisation}`,
  }),
  "year-invalid": ({ found }) => ({
    zh: `年度“${found}”无效，应为四位数字，如 2019`,
    en: `"${found}" is not a year; expected four digits such as 2019`,
  }),
  "date-invalid": ({ field, found }) => ({
    zh: `${field}“${found}”不是日期，应为 2020-02-21 这样的格式`,
    en: `${field}: "${found}" is not a date; expected the form 2020-02-21`,
  }),
  "return-missing": ({ organisation, year }) => ({
    zh: `${organisation} 尚未报送 ${year} 年度数据`,
    en: `${organisation} has filed nothing for ${year}`,
  }),
  "return-state": ({ organisation, year, state, wanted }) => ({
    zh: `${organisation} 的 ${year} 年度填报状态为“${state}”，此操作要求“${wanted}”`,
    en: `the return of ${organisation} for ${year} is in state ${state}; this needs ${wanted}`,
  }),
  "reason-missing": () => ({ zh: "退回必须写明理由（--reason）", en: "returning needs a reason (--reason)" }),
  "measure-unknown": ({ code }) => ({ zh: `指标目录中没有“${code}”`, en: `the catalog has no measure ${code}` }),
  "organisation-files-nothing": ({ code }) => ({ zh: `机构 ${code} 不承担填报任务`, en: `organisation ${code} owes no return` }),
  "outline-unknown": ({ code, known }) => ({ zh: `没有大纲“${code}”；可用：${known}`, en: `no outline ${code}; known: ${known}` }),
  "figure-unknown": ({ id }) => ({ zh: `报告中没有编号为 ${id} 的数字`, en: `the report has no figure ${id}` }),
  "document-unreadable": ({ file, zh, en }) => ({ zh: `${file}：${zh}`, en: `${file}: ${en}` }),
  "document-missing": ({ file }) => ({ zh: `${file}：没有这个文件，或不可读取`, en: `${file}: no such file, or it cannot be read` }),
  "comments-need-docx": ({ file }) => ({
    zh: `${file}：只有 .docx 能加批注；其他格式请用 --format html`,
    en: `${file}: comments can be put into a .docx only; use --format html for others`,
  }),
  "audit-needs-organisation": () => ({
    zh: "--with-data 需要同时用 --org 指明机构",
    en: "--with-data needs --org with the organisation's code",
  }),
  "audit-organisation-alone": () => ({ zh: "--org 只与 --with-data 同用", en: "--org goes with --with-data only" }),
  "audit-year-unknown": ({ file }) => ({
    zh: `${file}：标题没有年度，请用 --year 指明与哪一年的数据核对`,
    en: `${file}: the title names no year; say with --year which year's data to compare with`,
  }),
  "audit-other-year": ({ file, found, wanted }) => ({
    zh: `${file}：标题是${found}年的报告，不能与${wanted}年的数据核对`,
    en: `${file}: the title is of ${found}; it cannot be compared with the data of ${wanted}`,
  }),
  "audit-other-organisation": ({ file, found, wanted }) => ({
    zh: `${file}：标题是“${found}”的报告，不能与${wanted}的数据核对`,
    en: `${file}: the title names ${found}; it cannot be compared with the data of ${wanted}`,
  }),
  "account-exists": ({ username }) => ({ zh: `用户名 ${username} 已被使用`, en: `the user name ${username} is taken` }),
  "slot-invalid": ({ slot }) => ({ zh: `填报中没有“${slot}”这个位置`, en: `a return has no place ${slot}` }),
  "comment-unknown": () => ({ zh: "没有这条批注", en: "no such remark" }),
  "correction-unknown": () => ({ zh: "没有这个更正申请", en: "no such correction" }),
  "correction-decided": () => ({ zh: "这个更正申请已有决定", en: "the correction was decided already" }),
  "correction-empty": ({ label }) => ({ zh: `${label}：更正后与现在相同`, en: `${label}: the correction changes nothing` }),
  "correction-content": ({ label, expected }) => ({ zh: `${label}：更正后的内容应为${expected}`, en: `${label}: expected ${expected}` }),
  "correction-stale": ({ label }) => ({
    zh: `${label}：申请之后此处已改动，请驳回并重新申请`,
    en: `${label} was changed after the request; refuse it and ask again`,
  }),
  "correction-unseen": () => ({
    zh: "数据已变，或尚未查看影响：请先查看更正对公布数字的影响再准予",
    en: "look at what the correction changes before granting it; the data may have changed since",
  }),
  "email-exists": ({ email }) => ({ zh: `邮箱 ${email} 已被其他账号使用`, en: `the address ${email} belongs to another account` }),
  "username-invalid": ({ found }) => ({
    zh: `用户名“${found}”无效，应为 3–40 位字母、数字、点、横线`,
    en: `"${found}" is no user name; expected 3–40 letters, digits, dots, dashes`,
  }),
  "workbook-unreadable": ({ zh, en }) => ({ zh, en }),
  "place-unknown": () => ({ zh: "没有找到，或不在您的管辖范围", en: "not found, or not within your organisation" }),
  "account-own": () => ({
    zh: "不能停用自己的账号，也不能改自己的角色或单位；请另一位管理员来做",
    en: "you cannot disable yourself or change your own role or organisation; ask another administrator",
  }),
  "account-role": ({ role, kind }) => ({ zh: `${kind}不设“${role}”`, en: `there is no ${role} at a ${kind}` }),
  "account-ledger": ({ ledger, organisation }) => ({
    zh: `${organisation} 不填报台账“${ledger}”，不能分给其账号`,
    en: `${organisation} does not owe the ledger ${ledger}; its accounts cannot be given it`,
  }),
  "account-ledgers-role": ({ role }) => ({
    zh: `“${role}”不分台账；只有填报人与科室负责人按台账分工`,
    en: `a ${role} has no ledgers; only clerks and heads of department have`,
  }),
  "account-table-header": ({ missing, found }) => ({
    zh: `账号表缺少列“${missing}”；表头为：${found}`,
    en: `accounts: the column ${missing} is absent; the header is: ${found}`,
  }),
  "password-wrong": () => ({ zh: "密码不对", en: "the password is wrong" }),
  "password-same": () => ({ zh: "新密码不能与现在的一样", en: "the new password must differ from the current one" }),
  "password-username": ({ username }) => ({
    zh: `密码里不能有用户名“${username}”`,
    en: `the password may not contain the user name "${username}"`,
  }),
  "password-weak": () => ({ zh: "密码至少要有四种不同的字符", en: "the password needs at least four different characters" }),
  "setup-token": () => ({
    zh: "链接无效或已用过；请在服务器上重新启动质报，用新打印的链接",
    en: "the link is wrong or used; start zhibao again and use the link that it prints",
  }),
  "setup-done": () => ({ zh: "已有账号，请登录", en: "there are accounts already; sign in" }),
  "organisation-version": ({ code, from }) => ({
    zh: `${code} 在 ${from} 或其后已有变动；新的变动须在其后，或与最后一次同日（即更正）`,
    en: `${code} has a later version than ${from}; a new one must follow it, or begin on the same day to correct it`,
  }),
  "organisation-occupied": ({ name, below }) => ({
    zh: `${name}在该日期还有 ${below.length} 个下级：${firstOf(below, "、", "等")}。请先改隶属、合并或撤销它们`,
    en: `${below.length} still stand below ${name} on that day: ${firstOf(below, ", ", " and others")}; move, merge or close them first`,
  }),
  "organisation-own": () => ({ zh: "本机构由上级撤销或合并", en: "your own organisation is closed or merged by those above it" }),
  "organisation-closed": ({ name, on }) => ({
    zh: `${name}在 ${on} 已撤销或尚未设立`,
    en: `${name} does not stand on ${on}`,
  }),
  "city-code": ({ code }) => ({
    zh: `“${code}”不是地级市的行政区划代码：应为六位数字，末两位是 00，如许昌市 411000`,
    en: `"${code}" is no code of a city: six digits of GB/T 2260 that end in 00, as 411000`,
  }),
  "organisation-parent-kind": ({ kind, parent }) => ({
    zh: `${kind}不能隶属于 ${parent}`,
    en: `a ${kind} cannot stand below ${parent}`,
  }),
  "backup-refused": ({ reason }) => ({ zh: `未恢复，现有数据未动：${reason}`, en: `not restored, nothing was touched: ${reason}` }),
  "restore-filled": () => ({
    zh: "只能恢复到空库，这里已有数据，没有动它。请用 --data 指定一个新的文件夹；要替换现有数据，请在网页的“备份与核对”里恢复",
    en: "a backup is restored into an empty store, and this one holds data, which were left alone. Name a new folder with --data; to replace what is there, restore on the page “Backup and checks”",
  }),
  "backup-missing": ({ file }) => ({ zh: `没有文件 ${file}`, en: `no file ${file}` }),
  "backup-damaged": ({ file, found, expected }) => ({
    zh: `备份文件 ${file} 不完整或已损坏：${found.zh}；应为${expected.zh}。没有恢复，现有数据未动`,
    en: `the backup ${file} is incomplete or damaged: found ${found.en}; expected ${expected.en}. Nothing was restored or touched`,
  }),
  "backup-newer": ({ file, found, known }) => ({
    zh: `备份文件 ${file} 来自其他版本的库结构（${found}），本程序只到 ${known}，请升级本程序。没有恢复，现有数据未动`,
    en: `the backup ${file} is of another schema (${found}); this program knows those up to ${known}: upgrade it. Nothing was restored or touched`,
  }),
  "earlier-organisation": ({ found, wanted }) => ({
    zh: `工作簿是 ${found} 的，应为 ${wanted} 的`,
    en: `the workbook is of ${found}; expected ${wanted}`,
  }),
  "earlier-year": ({ year }) => ({
    zh: `${year} 年度正在填报，请在填报页上传；这里只导入往年`,
    en: `${year} is being filled: upload it there; here earlier years are brought in`,
  }),
  "mapping-unknown": () => ({ zh: "没有这个列对应关系", en: "no such mapping" }),
  "catalog-unknown": () => ({ zh: "没有这个版本的指标目录", en: "no catalog of this hash" }),
  "port-invalid": ({ found }) => ({ zh: `端口“${found}”无效，应为 0–65535`, en: `"${found}" is no port; expected 0–65535` }),
  "too-heavy": () => ({
    zh: "这个文件太大或太复杂，处理中断；请拆分后再试",
    en: "this file is too large or too intricate to be worked on; try it in parts",
  }),
  "demo-on-data": () => ({
    zh: "这个数据目录里已有实际数据，不能作示例市；请去掉 --demo，或用 --data 另指一个空目录",
    en: "this data folder holds real data and cannot be the demo; leave out --demo, or name an empty folder with --data",
  }),
  "data-of-demo": () => ({
    zh: "这个数据目录是示例市的（其账号的密码是公开的）；请加 --demo，或用 --data 另指一个目录",
    en: "this data folder is the demo's, whose passwords everybody knows; add --demo, or name another folder with --data",
  }),
  "account-unknown": () => ({ zh: "没有这个账号", en: "no such account" }),
  "ledger-unknown": ({ ledger }) => ({
    zh: `本单位在本年度不填台账“${ledger}”`,
    en: `this organisation owes no ledger "${ledger}" in this year`,
  }),
  "ledger-of-others": ({ ledger }) => ({ zh: `“${ledger}”不在您负责的台账内`, en: `"${ledger}" is not among your ledgers` }),
  "evidence-unknown": () => ({ zh: "没有这份佐证，或已撤下", en: "there is no such evidence, or it was withdrawn" }),
  "evidence-large": ({ name, size, limit }) => ({
    zh: `${name} 有 ${size}，至多 ${limit}`,
    en: `${name} has ${size}, at most ${limit} are taken`,
  }),
  "evidence-type": ({ name }) => ({
    zh: `${name} 按内容看不是 PDF、PNG、JPEG 或不含宏的 .xlsx，不能作为佐证`,
    en: `${name} is by its content no PDF, PNG, JPEG or .xlsx without macros`,
  }),
  "statement-type": ({ name }) => ({
    zh: `${name} 不是扫描件或照片：确认表请传 PDF、PNG、JPEG`,
    en: `${name} is no scan or photograph: of the statement PDF, PNG and JPEG are taken`,
  }),
  "evidence-place": ({ place }) => ({
    zh: `“${place}”不是本单位的台账、填报项或 statement（填报确认表）`,
    en: `"${place}" is no ledger or slot of this organisation, nor "statement"`,
  }),
  "evidence-accepted": ({ name }) => ({
    zh: `填报已接收，${name} 是接收的依据，不能撤下`,
    en: `the return was accepted on ${name}; it cannot be withdrawn`,
  }),
  "preview-unknown": () => ({ zh: "没有这份预览，请重新上传工作簿", en: "there is no such preview; upload the workbook again" }),
  "ledger-proofs": ({ ledger, count, first, firstEn }) => ({
    zh: `“${ledger}”有 ${count} 处硬错，改正之后才能确认：${first}`,
    en: `"${ledger}" has ${count} proofs to be repaired first: ${firstEn}`,
  }),
  "format-unknown": ({ found, known }) => ({ zh: `不支持格式“${found}”；可用：${known}`, en: `no format ${found}; known: ${known}` }),
};

/** The first three of a list, and that there are more. */
const firstOf = (list: readonly string[], between: string, more: string): string =>
  list.slice(0, 3).join(between) + (list.length > 3 ? more : "");

export class Refusal extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(
    readonly code: RefusalCode,
    zh: string,
    en: string,
  ) {
    super(zh);
    this.zh = zh;
    this.en = en;
  }
}

export function refuse<Code extends RefusalCode>(code: Code, details: Parameters[Code]): Refusal {
  const { zh, en } = wording[code](details);
  return new Refusal(code, zh, en);
}
