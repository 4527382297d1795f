/** Acts in words, as the history prints them. */
import type { Bilingual } from "../refusal.ts";

const names: Readonly<Record<string, Bilingual>> = {
  "earlier.import": { zh: "导入往年填报", en: "Earlier year imported" },
  "earlier.accept": { zh: "往年填报按已公布接收", en: "Earlier year taken as published" },
  init: { zh: "建立城市", en: "City created" },
  "org.import": { zh: "导入机构", en: "Organisations imported" },
  "organisation.create": { zh: "新建机构", en: "Organisation created" },
  "organisation.change": { zh: "机构变更", en: "Organisation changed" },
  "organisation.close": { zh: "撤销机构", en: "Organisation closed" },
  "organisation.merge": { zh: "并入其他机构", en: "Organisation merged" },
  "cycle.open": { zh: "开启年度", en: "Cycle opened" },
  "cycle.change": { zh: "修改年度", en: "Cycle changed" },
  break: { zh: "口径变化", en: "Break in series" },
  "season.remind": { zh: "提醒", en: "Reminder" },
  import: { zh: "导入填报", en: "Return imported" },
  edit: { zh: "填写", en: "Filled in" },
  "return.edit": { zh: "填写", en: "Filled in" },
  workbook: { zh: "采纳 Excel", en: "Workbook taken over" },
  "evidence.attach": { zh: "附佐证", en: "Evidence attached" },
  "evidence.withdraw": { zh: "撤回佐证", en: "Evidence withdrawn" },
  confirm: { zh: "科室确认", en: "Ledger confirmed" },
  "ledger.confirm": { zh: "科室确认", en: "Ledger confirmed" },
  withdraw: { zh: "撤回确认", en: "Confirmation withdrawn" },
  "return.confirmed": { zh: "科室全部确认", en: "All ledgers confirmed" },
  sign: { zh: "签字", en: "Signed" },
  "return.sign": { zh: "签字", en: "Signed" },
  submit: { zh: "报送", en: "Submitted" },
  "return.submit": { zh: "报送", en: "Submitted" },
  accept: { zh: "接收", en: "Accepted" },
  return: { zh: "退回", en: "Given back" },
  lock: { zh: "锁定", en: "Locked" },
  "comment.add": { zh: "批注", en: "Remark" },
  "comment.answer": { zh: "回复批注", en: "Remark answered" },
  "comment.resolve": { zh: "批注已解决", en: "Remark resolved" },
  "correction.request": { zh: "申请更正", en: "Correction asked for" },
  "correction.grant": { zh: "准予更正", en: "Correction granted" },
  "correction.refuse": { zh: "驳回更正", en: "Correction refused" },
  "account.create": { zh: "新建账号", en: "Account created" },
  "account.change": { zh: "修改账号", en: "Account changed" },
  "account.password": { zh: "重设密码", en: "Password reset" },
  "account.ownPassword": { zh: "修改密码", en: "Password changed" },
  "account.sessions": { zh: "结束会话", en: "Sessions ended" },
  "store.backup": { zh: "备份", en: "Backup" },
  "store.restore": { zh: "恢复备份", en: "Backup restored" },
};

/** The act in words; its code where it has none. */
export function actText(act: string): Bilingual {
  return names[act] ?? { zh: act, en: act };
}
