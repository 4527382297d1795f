/** Words of evidence beyond the sheet: the stamped statement, and what a reviewer sees of both. */
import type { Words } from "./text.ts";

export const evidenceWords = {
  statementTitle: { zh: "盖章的填报确认表", en: "Stamped statement" },
  statementHint: {
    zh: "打印确认表，签字盖章后扫描或拍照传回，随填报一起存档。",
    en: "Print the statement, have it signed and stamped, and upload a scan or photograph: it is filed with the return.",
  },
  statementNone: { zh: "还没有上传扫描件", en: "No scan yet" },
  statementPdf: { zh: "打印确认表（PDF）", en: "Print the statement (PDF)" },
  statementUpload: { zh: "上传扫描件", en: "Upload a scan" },
  withdraw: { zh: "撤下", en: "Withdraw" },
  withdrawNamed: { zh: "撤下 {name}", en: "Withdraw {name}" },
  withdrawSure: { zh: "撤下这份扫描件？历史中仍保留。", en: "Withdraw this scan? The history keeps it." },
  evidence: { zh: "佐证（{count}）", en: "Evidence ({count})" },
  evidenceTitle: { zh: "佐证材料", en: "Evidence" },
  evidenceNone: { zh: "对方没有附佐证材料", en: "No evidence was attached" },
  wholeLedger: { zh: "{ledger}（整本）", en: "{ledger} as a whole" },
  place: { zh: "附在", en: "Attached to" },
  file: { zh: "文件", en: "File" },
  by: { zh: "上传人", en: "By" },
  at: { zh: "时间", en: "When" },
} as const satisfies Words;
