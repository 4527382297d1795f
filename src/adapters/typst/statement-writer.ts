/** Writes the 填报确认表 as PDF. */
import type { Statement, StatementWriter } from "../../app/desk/statement.ts";
import { chinaTime } from "../../app/desk/china-time.ts";
import { breakable } from "./breakable.ts";
import { compilePdf } from "./compiler.ts";
import { statementTemplate } from "./statement-template.ts";

export function statementWriter(): StatementWriter {
  return { write: (statement) => Promise.resolve(compilePdf(statementTemplate, "statement.json", statementData(statement))) };
}

function statementData(statement: Statement): object {
  const { signature, state, version, hash, warnings } = statement;
  return {
    ...statement,
    title: "中等职业教育质量年度报告数据填报确认表",
    stateText: version === null ? state : `${state}（第 ${version} 版）`,
    shortHash: hash.slice(0, 12),
    hash: breakable(hash),
    warnings: warnings.map(({ message, explanation }) => ({ message: breakable(message), explanation: breakable(explanation) })),
    signed: signature ? `${signature.name} 已于 ${chinaTime(signature.at)} 在系统中签字。` : "",
  };
}
