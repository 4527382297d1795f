/** Column widths: no figure is broken over two lines while the page has room. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Run, TableCell } from "../../core/reporting/report.ts";
import { columnShares, fittedRuns, type Table, widthInCharacters } from "./parts.ts";

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

  it("keeps the mark of coverage whole, and figure and mark on one line where the page has room for it", () => {
    const rows = table(
      ["指标", "单位", "2018年", "2019年", "较上年", "标准"],
      ["生均占地面积", "平方米/生", "38.1", "36.3（9/10所）", "减少1.8", "≥33，3/4所达标"],
      ["教学仪器设备值", "万元", "21702.20", "18329.54（9/10所）", "减少3372.66", "—"],
    );
    const shares = columnShares(rows);
    expect(room(shares, 3)).toBeGreaterThanOrEqual(widthInCharacters("18329.54（9/10所）"));
    expect(room(shares, 2)).toBeGreaterThanOrEqual(widthInCharacters("2018年"));
    expect(fittedRuns(rows.rows[1]![3]!.runs, shares[3]!)).toEqual(rows.rows[1]![3]!.runs);
  });

  it("puts marks on a line of their own where the columns are too many", () => {
    const cells = ["10990（9/10所）", "4691（9/10所）", "2811（9/10所）", "699（9/10所）", "16（9/10所）"];
    const crowded = table(["学校", "在校生（人）", "招生数（人）", "毕业生数（人）", "专任教师（人）", "生师比（:1）"], ["合计", ...cells]);
    const shares = columnShares(crowded);
    for (const [at] of cells.entries()) expect(room(shares, at + 1)).toBeGreaterThanOrEqual(widthInCharacters("（9/10所）"));
    const runs: Run[] = [
      { kind: "figure", figure: "F001", text: "10990" },
      { kind: "text", text: "（9/10所）" },
    ];
    expect(fittedRuns(runs, 0.16)).toEqual([runs[0], { kind: "text", text: "\n（9/10所）" }]);
    expect(fittedRuns(runs, 0.3)).toEqual(runs);
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
