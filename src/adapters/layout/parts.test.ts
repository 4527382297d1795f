/** Column widths: no figure is broken over two lines while the page has room. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableCell } from "../../core/reporting/report.ts";
import { columnShares, type Table, widthInCharacters } from "./parts.ts";

const row = (...cells: string[]): TableCell[] => cells.map((text) => ({ runs: [{ kind: "text", text }], align: "left" }));
const table = (header: string[], ...rows: string[][]): Table => ({
  kind: "table",
  number: "1",
  title: "教师队伍主要指标",
  header: [row(...header)],
  rows: rows.map((cells) => row(...cells)),
});
/** Characters of 五号 that a column holds between its margins. */
const room = (shares: readonly number[], column: number): number => (shares[column] ?? 0) * 42 - 0.76;

describe("columnShares", () => {
  it("keeps numbers and short cells whole beside long labels and remarks", () => {
    const shares = columnShares(
      table(
        ["指标", "单位", "2018年", "2019年", "较上年", "标准"],
        ["“双师型”教师占专业课教师比例", "%", "63.2", "75.7", "提高12.5个百分点", "≥30，10/10所达标"],
        ["教学仪器设备值", "万元", "21702.20", "22686.20", "增加984.00", "—"],
      ),
    );
    for (const [column, cell] of [...["单位", "2018年", "22686.20", "增加984.00"].entries()].map(([at, text]) => [at + 1, text] as const))
      expect(room(shares, column)).toBeGreaterThanOrEqual(widthInCharacters(cell));
  });

  it("gives the whole width and something to every column, whatever the cells", () => {
    const cells = fc.array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(cells, fc.array(cells, { maxLength: 4 }), (header, rows) => {
        const shares = columnShares(table(header, ...rows));
        expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...shares)).toBeGreaterThan(0.01);
      }),
    );
  });
});
