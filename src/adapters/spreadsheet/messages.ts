/**
 * Everything an import can have to say about a workbook: code → parameters → wording in both languages and
 * what was expected. A code without wording does not compile; codes are never reused.
 */

import type { Code, Parameters } from "./remark.ts";

interface Wording<P> {
  readonly severity: "refusal" | "note";
  readonly zh: (parameters: P, found: string) => string;
  readonly en: (parameters: P, found: string) => string;
  readonly expected: (parameters: P) => string;
}

const constant =
  (text: string): (() => string) =>
  () =>
    text;

function refusal<P>(zh: (p: P, found: string) => string, en: (p: P, found: string) => string, expected: string | ((p: P) => string)): Wording<P> {
  return { severity: "refusal", zh, en, expected: typeof expected === "string" ? constant(expected) : expected };
}

function note<P>(zh: (p: P, found: string) => string, en: (p: P, found: string) => string, expected: string | ((p: P) => string) = ""): Wording<P> {
  return { severity: "note", zh, en, expected: typeof expected === "string" ? constant(expected) : expected };
}

export const wordings: { readonly [C in Code]: Wording<Parameters[C]> } = {
  "no-workbook": refusal(
    () => "这不是 .xlsx 工作簿，请用 Excel 或 WPS 另存为“Excel 工作簿（*.xlsx）”",
    () => "this is no .xlsx workbook; save it as Excel Workbook (*.xlsx)",
    ".xlsx 工作簿",
  ),
  "old-format": refusal(
    () => "这是旧格式（.xls、.et 或二进制）工作簿，请另存为“Excel 工作簿（*.xlsx）”",
    () => "this is a workbook in an old or binary format (.xls, .et, .xlsb); save it as Excel Workbook (*.xlsx)",
    ".xlsx 工作簿",
  ),
  encrypted: refusal(
    () => "工作簿设有打开密码，请取消密码后再报送",
    () => "the workbook is encrypted; remove its password first",
    "不加密的 .xlsx 工作簿",
  ),
  broken: refusal(
    () => "工作簿已损坏或不完整，无法读取",
    () => "the workbook is damaged or incomplete",
    "完整的 .xlsx 工作簿",
  ),
  "too-large": refusal(
    () => "工作簿过大（展开后超过限额），不予读取",
    () => "the workbook is too large once unpacked",
    "由本系统模板填写的工作簿",
  ),
  "identity-missing": refusal(
    () => "看不出是哪个机构、哪个年度的填报工作簿：隐藏的标识表和填报说明都不在了，请用系统生成的模板填写",
    () => "neither the hidden identity sheet nor the front sheet says whose workbook this is and for which year",
    "本系统生成的填报工作簿",
  ),
  "identity-conflict": refusal(
    ({ hidden, visible }) => `填报说明写的是 ${visible}，工作簿却是为 ${hidden} 生成的：不要借用别的机构或年度的模板`,
    ({ hidden, visible }) => `the front sheet says ${visible}, but the workbook was made for ${hidden}`,
    ({ hidden }) => hidden,
  ),
  "organisation-invalid": refusal(
    ({ organisation }) => `“${organisation}”不是机构代码`,
    ({ organisation }) => `"${organisation}" is no organisation code`,
    "如 411000 或 411000-01",
  ),
  "year-invalid": refusal(
    ({ year }) => `“${year}”不是年度`,
    ({ year }) => `"${year}" is no year`,
    "四位数的年度",
  ),
  "identity-from-front": note(
    () => "隐藏的标识表不在了，机构和年度按填报说明识别",
    () => "the hidden identity sheet is gone: organisation and year were taken from the front sheet",
  ),
  "catalog-differs": note(
    () => "工作簿由另一版指标目录生成，已按现行目录核对",
    () => "the workbook was made with another version of the catalog; it was read by the present one",
  ),

  "unknown-sheet": refusal(
    () => "这张表不属于模板，里面却有数据：请并入对应的表，或删去这张表",
    () => "this sheet is not part of the template, yet it holds data",
    "模板中的表",
  ),
  "duplicate-sheet": refusal(
    ({ ledger, other }) => `与“${other}”是同一张台账（${ledger}），不知以哪张为准`,
    ({ ledger, other }) => `this sheet and "${other}" are the same ledger (${ledger})`,
    "每张台账只有一张表",
  ),
  "sheet-renamed": note(
    ({ ledger }) => `表名改过，按标识识别为“${ledger}”`,
    ({ ledger }) => `renamed sheet, recognised as "${ledger}"`,
    ({ ledger }) => ledger,
  ),
  "ledger-not-owed": refusal(
    ({ ledger }) => `“${ledger}”不由本机构填报`,
    ({ ledger }) => `"${ledger}" is not filled by this kind of organisation`,
    "本机构应填的表",
  ),
  "ledger-not-in-force": refusal(
    ({ ledger, year }) => `“${ledger}”在 ${year} 年度不填报`,
    ({ ledger, year }) => `"${ledger}" is not filled in ${year}`,
    "本年度应填的表",
  ),
  "ledger-blank": note(
    ({ ledger }) => `“${ledger}”一格未填，视为本次不报这张表`,
    ({ ledger }) => `"${ledger}" is blank and is taken as not filed`,
  ),
  "none-not-stated": note(
    ({ ledger }) => `“${ledger}”没有数据行，也没有注明“本年度无”，视为本次不报这张表`,
    ({ ledger }) => `"${ledger}" has no row and does not say that there were none; it is taken as not filed`,
    "数据行，或注明“本年度无”",
  ),
  "none-but-rows": refusal(
    ({ ledger, rows }) => `“${ledger}”注明“本年度无”，下面却有 ${rows} 行`,
    ({ ledger, rows }) => `"${ledger}" says there were none, yet it has ${rows} rows`,
    "“有，见下表”，或删去各行",
  ),
  "sheet-unreadable": refusal(
    ({ ledger }) => `“${ledger}”的表头找不到了，无法识别各列`,
    ({ ledger }) => `the header of "${ledger}" cannot be found`,
    "模板的表头",
  ),

  "unknown-element": refusal(
    ({ element }) => `指标目录中没有数据项“${element}”`,
    ({ element }) => `the catalog has no element "${element}"`,
    "目录中的数据项",
  ),
  "unknown-member": refusal(
    ({ member }) => `指标目录中没有分组“${member}”`,
    ({ member }) => `the catalog has no member "${member}"`,
    "目录中的分组",
  ),
  "unknown-row": refusal(
    ({ label }) => `“${label}”这一行不在模板里，里面却有数字`,
    ({ label }) => `row "${label}" is not part of the template, yet it holds numbers`,
    "模板中的行",
  ),
  "unknown-column": refusal(
    ({ label }) => `“${label}”这一列不在模板里，里面却有内容`,
    ({ label }) => `column "${label}" is not part of the template, yet it holds data`,
    "模板中的列",
  ),
  "ambiguous-label": refusal(
    ({ label }) => `“${label}”可以是多个数据项，无法判断是哪一个`,
    ({ label }) => `"${label}" may be several elements`,
    "模板中的名称",
  ),
  "duplicate-cell": refusal(
    ({ label, other }) => `“${label}”填了两处，另一处在 ${other}`,
    ({ label, other }) => `"${label}" is filled twice, also in ${other}`,
    "只填一处",
  ),
  "duplicate-column": refusal(
    ({ label, other }) => `“${label}”有两列，另一列在 ${other}`,
    ({ label, other }) => `column "${label}" occurs twice, also in ${other}`,
    "只有一列",
  ),
  "column-missing": refusal(
    ({ label }) => `缺少必填列“${label}”`,
    ({ label }) => `required column "${label}" is missing`,
    ({ label }) => label,
  ),
  "optional-column-missing": note(
    ({ label }) => `没有“${label}”列，按未填处理`,
    ({ label }) => `there is no column "${label}"; it is taken as blank`,
  ),
  "cells-absent": note(
    ({ count, labels }) => `有 ${count} 个填报格不在表中，按缺失处理：${labels}`,
    ({ count, labels }) => `${count} cells are gone from the sheet and count as missing: ${labels}`,
  ),
  "merged-cells": refusal(
    () => "填报格被合并，合并掉的格的内容已经看不见",
    () => "input cells are merged, which hides what the others hold",
    "取消合并，每格单独填写",
  ),
  moved: note(
    ({ count, was }) => `有 ${count} 个填报格不在模板原来的位置（第一个原在 ${was}），已按标识识别`,
    ({ count, was }) => `${count} cells have moved (the first was at ${was}); they were recognised`,
  ),
  "column-moved": note(
    ({ label, was }) => `“${label}”列挪动过（原在 ${was} 列），已识别`,
    ({ label, was }) => `column "${label}" has moved (was ${was}); recognised`,
  ),
  "row-renamed": note(
    ({ label, original }) => `行名“${label}”改过，按标识识别为“${original}”`,
    ({ label, original }) => `renamed row "${label}", recognised as "${original}"`,
    ({ original }) => original,
  ),
  "column-renamed": note(
    ({ label, original }) => `列名“${label}”识别为“${original}”`,
    ({ label, original }) => `column "${label}" recognised as "${original}"`,
    ({ original }) => original,
  ),
  "stray-cell": note(
    (_, found) => `“${found}”不在填报格内，未读取`,
    (_, found) => `"${found}" stands outside the input cells and was not read`,
  ),
  "total-row": refusal(
    () => "台账中不要加合计行：合计由系统计算，加了会重复计数",
    () => "no total rows in a register: totals are computed, a typed one would count twice",
    "删去合计行",
  ),

  "not-a-number": refusal(
    ({ label }, found) => `“${label}”应填数字，填的是“${found}”`,
    ({ label }, found) => `"${label}" wants a number, found "${found}"`,
    "数字；没有填 0，不适用填 —，不清楚留空",
  ),
  approximate: refusal(
    ({ label }, found) => `“${label}”应填准确数，填的是约数“${found}”`,
    ({ label }, found) => `"${label}" wants an exact number, found "${found}"`,
    "准确的数字",
  ),
  "percent-for-count": refusal(
    ({ label, unit }, found) => `“${label}”应填数量（${unit}），填的是百分比“${found}”`,
    ({ label, unit }, found) => `"${label}" wants a count (${unit}), found the percentage "${found}"`,
    ({ unit }) => `数量（${unit}）`,
  ),
  "percent-cell": note(
    ({ label, value }) => `“${label}”按百分比格式读作 ${value}%`,
    ({ label, value }) => `"${label}" was read as ${value}%`,
  ),
  "date-for-number": refusal(
    ({ label }, found) => `“${label}”应填数字，单元格里却是日期“${found}”（Excel 可能把数字自动变成了日期）`,
    ({ label }, found) => `"${label}" wants a number, the cell holds the date "${found}"`,
    "数字，单元格格式为数值",
  ),
  "negative-count": refusal(
    ({ label }, found) => `“${label}”不能是负数，填的是 ${found}`,
    ({ label }, found) => `"${label}" cannot be negative, found ${found}`,
    ({ unit }) => `不小于 0 的整数（${unit}）`,
  ),
  "fractional-count": refusal(
    ({ label, unit }, found) => `“${label}”的单位是${unit}，应为整数，填的是 ${found}`,
    ({ label, unit }, found) => `"${label}" counts whole ${unit}, found ${found}`,
    ({ unit }) => `整数（${unit}）`,
  ),
  "too-many-decimals": refusal(
    ({ label, decimals }, found) => `“${label}”最多保留 ${decimals} 位小数，填的是 ${found}`,
    ({ label, decimals }, found) => `"${label}" takes at most ${decimals} decimals, found ${found}`,
    ({ decimals }) => `至多 ${decimals} 位小数`,
  ),
  "number-too-large": refusal(
    ({ label }, found) => `“${label}”的数字过大：${found}`,
    ({ label }, found) => `"${label}" is impossibly large: ${found}`,
    "15 位以内的数字",
  ),
  "unit-mismatch": refusal(
    ({ label, unit, suffix }) => `“${label}”的单位是${unit}，填的单位“${suffix}”换算不了`,
    ({ label, unit, suffix }) => `"${label}" is in ${unit}; "${suffix}" cannot be converted`,
    ({ unit }) => `以${unit}为单位的数字`,
  ),
  "unit-suffix": note(
    ({ label, suffix }) => `“${label}”去掉了数字后的单位“${suffix}”`,
    ({ label, suffix }) => `the unit "${suffix}" behind the number of "${label}" was dropped`,
    "只填数字",
  ),
  "unit-converted": note(
    ({ label, unit, value }, found) => `“${label}”由“${found}”换算为 ${value}${unit}`,
    ({ label, unit, value }, found) => `"${label}" was converted from "${found}" to ${value} ${unit}`,
    ({ unit }) => `以${unit}为单位的数字`,
  ),
  "formula-without-value": refusal(
    ({ label }) => `“${label}”里是公式，文件中却没有存下计算结果：请打开工作簿重新计算后保存，或直接填数字`,
    ({ label }) => `"${label}" holds a formula without a stored result: recalculate and save, or type the number`,
    "数值，或有计算结果的公式",
  ),
  "error-value": refusal(
    ({ label }, found) => `“${label}”里是错误值 ${found}`,
    ({ label }, found) => `"${label}" holds the error ${found}`,
    "数值",
  ),
  "required-blank": refusal(
    ({ label }) => `必填项“${label}”未填`,
    ({ label }) => `required "${label}" is blank`,
    ({ label }) => label,
  ),
  "unknown-choice": refusal(
    ({ label }, found) => `“${label}”没有“${found}”这个选项`,
    ({ label }, found) => `"${label}" has no choice "${found}"`,
    ({ choices }) => choices,
  ),
  "choice-alias": note(
    ({ label, member }, found) => `“${label}”的“${found}”识别为“${member}”`,
    ({ label, member }, found) => `"${found}" in "${label}" was read as "${member}"`,
    ({ member }) => member,
  ),
  "not-boolean": refusal(
    ({ label }, found) => `“${label}”应填“是”或“否”，填的是“${found}”`,
    ({ label }, found) => `"${label}" wants 是 or 否, found "${found}"`,
    "是 / 否",
  ),
  "boolean-spelling": note(
    ({ label, value }, found) => `“${label}”的“${found}”识别为“${value}”`,
    ({ label, value }, found) => `"${found}" in "${label}" was read as "${value}"`,
    "是 / 否",
  ),
  "not-a-date": refusal(
    ({ label }, found) => `“${label}”应填日期，填的是“${found}”`,
    ({ label }, found) => `"${label}" wants a date, found "${found}"`,
    "日期，如 2019-05-06",
  ),
  "impossible-date": refusal(
    ({ label }, found) => `“${label}”的日期不存在：${found}`,
    ({ label }, found) => `"${label}" holds a date that cannot be: ${found}`,
    "日期，如 2019-05-06",
  ),
  "incomplete-date": refusal(
    ({ label }, found) => `“${label}”的日期要写到日：${found}`,
    ({ label }, found) => `"${label}" wants a day as well: ${found}`,
    "日期，如 2019-05-06",
  ),
  "date-spelling": note(
    ({ label, value }, found) => `“${label}”的“${found}”识别为 ${value}`,
    ({ label, value }, found) => `"${found}" in "${label}" was read as ${value}`,
    "日期，如 2019-05-06",
  ),
  "pattern-mismatch": refusal(
    ({ label, note: rule }, found) => `“${label}”的格式不对：“${found}”${rule === "" ? "" : `（${rule}）`}`,
    ({ label }, found) => `"${found}" does not have the form of "${label}"`,
    ({ label, note: rule }) => (rule === "" ? `符合格式的${label}` : rule),
  ),
  "text-too-long": refusal(
    ({ label, length, most }) => `“${label}”有 ${length} 字，最多 ${most} 字`,
    ({ label, length, most }) => `"${label}" has ${length} characters, at most ${most} are allowed`,
    ({ most }) => `至多 ${most} 字`,
  ),
  "duplicate-row": refusal(
    ({ key, other }) => `与 ${other} 重复：${key}`,
    ({ key, other }) => `the same as ${other}: ${key}`,
    "每行只填一次",
  ),
  "unknown-section": refusal(
    (_, found) => `编写大纲中没有“${found}”这一章节`,
    (_, found) => `the outline has no section "${found}"`,
    "编写大纲中的章节，或“案例”",
  ),
};
