/** Acts in words, as the history prints them. */

const names: Readonly<Record<string, string>> = {
  init: "建立城市",
  "org.import": "导入机构",
  "organisation.create": "新建机构",
  "organisation.change": "机构变更",
  "organisation.close": "撤销机构",
  "organisation.merge": "并入其他机构",
  "cycle.open": "开启年度",
  "cycle.change": "修改年度",
  break: "口径变化",
  "season.remind": "提醒",
  import: "导入填报",
  edit: "填写",
  "return.edit": "填写",
  workbook: "采纳 Excel",
  "evidence.attach": "附佐证",
  "evidence.withdraw": "撤回佐证",
  confirm: "科室确认",
  "ledger.confirm": "科室确认",
  withdraw: "撤回确认",
  "return.confirmed": "科室全部确认",
  sign: "签字",
  "return.sign": "签字",
  submit: "报送",
  "return.submit": "报送",
  accept: "接收",
  return: "退回",
  lock: "锁定",
  "comment.add": "批注",
  "comment.answer": "回复批注",
  "comment.resolve": "批注已解决",
  "correction.request": "申请更正",
  "correction.grant": "准予更正",
  "correction.refuse": "驳回更正",
  "account.create": "新建账号",
  "account.change": "修改账号",
  "account.password": "重设密码",
  "account.ownPassword": "修改密码",
  "account.sessions": "结束会话",
  "store.backup": "备份",
  "store.restore": "恢复备份",
};

/** The act in words; its code where it has none. */
export function actText(act: string): string {
  return names[act] ?? act;
}
