/** Words of the person's own account. */
import type { Words } from "./text.ts";

export const accountWords = {
  title: { zh: "我的账号", en: "My account" },
  initialTitle: { zh: "请先修改初始密码", en: "Change the initial password first" },
  initialHint: {
    zh: "初始密码由管理员发放，别人可能看到过。改成只有您知道的密码后，才能开始使用。",
    en: "The administrator handed out the initial password, others may have seen it. Choose one that only you know before you go on.",
  },
  name: { zh: "姓名", en: "Name" },
  role: { zh: "角色", en: "Role" },
  organisation: { zh: "单位", en: "Organisation" },
  ledgers: { zh: "负责的台账", en: "Ledgers" },
  allLedgers: { zh: "本单位全部台账", en: "All ledgers of the organisation" },
  ledgerCount: { zh: "{count} 本", en: "{count}" },
  change: { zh: "修改密码", en: "Change password" },
  current: { zh: "现在的密码", en: "Current password" },
  next: { zh: "新密码", en: "New password" },
  repeat: { zh: "再输一次新密码", en: "New password again" },
  rule: {
    zh: "至少 10 个字符，不含用户名；可以是一句好记的话",
    en: "At least 10 characters, without the user name; a phrase that is easy to remember will do",
  },
  again: { zh: "再输一次密码", en: "Password again" },
  length: { zh: "密码要 10 到 128 个字符", en: "10 to 128 characters" },
  differs: { zh: "两次输入不一样", en: "The two do not match" },
  same: { zh: "新密码不能与现在的一样", en: "The new password must differ from the current one" },
  changed: { zh: "密码已修改；您在别处的登录都已失效", en: "Password changed; your other sessions have ended" },
} as const satisfies Words;
