/** Acts in words, as the history prints them. */

const names: Readonly<Record<string, string>> = {
  init: "建立城市",
  "org.import": "导入机构",
  "cycle.open": "开启年度",
  import: "导入填报",
  file: "网上填报存为版本",
  edit: "修改填报，撤回整单确认",
  workbook: "上传 Excel 填报",
  confirm: "科室确认台账",
  withdraw: "撤回台账确认",
  confirmed: "各科室全部确认",
  sign: "负责人签字",
  submit: "报送",
  "evidence.attach": "上传佐证",
  "evidence.withdraw": "撤下佐证",
  accept: "接收",
  return: "退回",
  lock: "锁定",
  "comment.add": "批注",
  "comment.answer": "回复批注",
  "comment.resolve": "批注已解决",
  "correction.request": "申请更正",
  "correction.grant": "准予更正",
  "correction.refuse": "驳回更正",
};

/** The act in words; its code where it has none. */
export function actText(act: string): string {
  return names[act] ?? act;
}
