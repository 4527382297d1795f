/** The 汇总表 on screen: elements down, organisations across; of thousands of cells those in sight are drawn. */
import { useRef } from "react";
import type { AnswerOf } from "../../client.ts";
import { withSeparators } from "../../figures.ts";
import { seasonWords } from "../../messages/season.ts";
import { stateWords } from "../../messages/states.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { inSight, useScroll } from "./window.ts";
import "./matrix.css";

export type Matrix = AnswerOf<"GET /api/season/{organisation}/{year}/matrix">;
export type MatrixRow = Matrix["rows"][number];

const rowHeight = 30;
const columnWidth = 112;
/** Pixels of the columns before the organisations', at least. */
const fixedWidth = 566;
/** Columns before the organisations': element, group, unit, total. */
const fixedColumns = 4;

export function MatrixGrid({
  organisations,
  rows,
}: {
  readonly organisations: Matrix["organisations"];
  readonly rows: readonly MatrixRow[];
}) {
  const say = useWords(seasonWords);
  const sayState = useWords(stateWords);
  const marks = useMarks();
  const box = useRef<HTMLDivElement>(null);
  const scroll = useScroll(box);
  const down = inSight(rows.length, rowHeight, scroll.top, scroll.height, 8);
  const across = inSight(organisations.length, columnWidth, Math.max(0, scroll.left - fixedWidth), scroll.width, 3);
  const shown = organisations.slice(across.from, across.to);
  const before = across.from * columnWidth;
  const after = (organisations.length - across.to) * columnWidth;
  const columns = fixedColumns + shown.length + (before > 0 ? 1 : 0) + (after > 0 ? 1 : 0);
  return (
    <div ref={box} className="matrix" tabIndex={0} role="region" aria-label={say("matrixTitle")}>
      <table aria-rowcount={rows.length + 1} aria-colcount={fixedColumns + organisations.length}>
        <thead>
          <tr>
            <th scope="col" className="matrix-element">
              {say("element")}
            </th>
            <th scope="col" className="matrix-members">
              {say("members")}
            </th>
            <th scope="col" className="matrix-unit">
              {say("unit")}
            </th>
            <th scope="col" className="matrix-value">
              {say("total")}
            </th>
            {before > 0 && <td aria-hidden style={{ minWidth: before, width: before }} />}
            {shown.map((each, at) => (
              <th
                key={each.code}
                scope="col"
                aria-colindex={fixedColumns + across.from + at + 1}
                className="matrix-value"
                title={`${each.name}${marks.open}${each.code}${marks.close} · ${sayState(each.state)}`}
              >
                <span>{each.name}</span>
                <small>{sayState(each.state)}</small>
              </th>
            ))}
            {after > 0 && <td aria-hidden style={{ minWidth: after, width: after }} />}
          </tr>
        </thead>
        <tbody>
          {down.from > 0 && <Space height={down.from * rowHeight} columns={columns} />}
          {rows.slice(down.from, down.to).map((row, at) => (
            <tr key={`${row.element}#${row.members}`} aria-rowindex={down.from + at + 2}>
              <th scope="row" className="matrix-element" title={row.zh}>
                {row.zh}
              </th>
              <td className="matrix-members" title={row.members}>
                {row.members}
              </td>
              <td className="matrix-unit">{row.unit}</td>
              <td className="matrix-value matrix-total">{row.total === null ? "—" : withSeparators(row.total)}</td>
              {before > 0 && <td aria-hidden />}
              {row.values.slice(across.from, across.to).map((value, column) => (
                <td
                  key={shown[column]!.code}
                  className={value === null ? "matrix-value matrix-missing" : "matrix-value"}
                  title={value === null ? say("missing") : undefined}
                >
                  {value === null ? "—" : withSeparators(value)}
                </td>
              ))}
              {after > 0 && <td aria-hidden />}
            </tr>
          ))}
          {down.to < rows.length && <Space height={(rows.length - down.to) * rowHeight} columns={columns} />}
        </tbody>
      </table>
    </div>
  );
}

function Space({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden className="matrix-space">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
