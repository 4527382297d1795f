/** The board itself: organisations down, ledgers across, one sign and colour per ledger; head and first columns stay in sight. */
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button, Tag, Tooltip } from "antd";
import { useContext, useState } from "react";
import { PathLink } from "../../components/path-link.tsx";
import { listWords } from "../../messages/lists.ts";
import { seasonWords, subjectWords } from "../../messages/season.ts";
import { ledgerStateWords, stateColours, stateWords } from "../../messages/states.ts";
import { LanguageContext, useMarks, useWords } from "../../messages/text.ts";
import { catalogQuery } from "../../reviewing/queries.ts";
import { type Board, type BoardRow, columnsOf, signs } from "./board-counts.ts";
import "./board.css";

const step = 100;

export interface BoardTableProps {
  readonly board: Board;
  /** Those of the board's rows that pass the filters. */
  readonly rows: readonly BoardRow[];
  readonly year: number;
  readonly mayReview: boolean;
}

export function BoardTable({ board, rows, year, mayReview }: BoardTableProps) {
  const say = useWords(seasonWords);
  const sayList = useWords(listWords);
  const { language } = useContext(LanguageContext);
  const sayState = useWords(stateWords);
  const sayLedgerState = useWords(ledgerStateWords);
  const marks = useMarks();
  const [limit, setLimit] = useState(step);
  const { ledgers, subjects } = columnsOf(board);
  const english = useQuery({ ...catalogQuery, enabled: language === "en" }).data;
  const nameOf = ({ code, zh }: Board["ledgers"][number]): string => english?.ledgers.find((each) => each.code === code)?.en ?? zh;
  const { routesByPath } = useRouter();
  const linked = mayReview && "/review/$organisation/$year" in routesByPath;
  const subjectName = (code: string): string => (code in subjectWords ? subjectWords[code as keyof typeof subjectWords][language] : code);
  return (
    <>
      <div className="board" tabIndex={0} role="region" aria-label={say("boardTitle")}>
        <table>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className="board-name">
                {say("organisation")}
              </th>
              <th scope="col" rowSpan={2} className="board-state">
                {say("returnState")}
              </th>
              {subjects.map((subject, at) => (
                <th
                  key={`${subject.code}${at}`}
                  scope="colgroup"
                  colSpan={subject.span}
                  className="board-subject"
                  title={subjectName(subject.code)}
                >
                  {subjectName(subject.code)}
                </th>
              ))}
            </tr>
            <tr>
              {ledgers.map((ledger) => (
                <th key={ledger.code} scope="col" className="board-ledger" title={nameOf(ledger)}>
                  <span>{nameOf(ledger)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((row) => (
              <tr key={row.organisation}>
                <th scope="row" className="board-name" title={`${row.name}${marks.open}${row.organisation}${marks.close}`}>
                  {linked && row.state !== "none" ? <PathLink to={`/review/${row.organisation}/${year}`}>{row.name}</PathLink> : row.name}
                </th>
                <td className="board-state">
                  <Tooltip title={`${say("deadline")}${marks.colon}${row.deadline ?? say("noDeadline")}`}>
                    <Tag color={stateColours[row.state]}>{sayState(row.state)}</Tag>
                    {row.late && <Tag color="red">{say("late")}</Tag>}
                  </Tooltip>
                </td>
                {ledgers.map((ledger) => {
                  const at = row.ledgers[ledger.code];
                  if (!at)
                    return (
                      <td
                        key={ledger.code}
                        className="board-cell board-not-owed"
                        title={`${row.name} · ${nameOf(ledger)}${marks.colon}${say("notOwed")}`}
                      />
                    );
                  const told = say("ledgerCell", {
                    organisation: row.name,
                    ledger: nameOf(ledger),
                    state: sayLedgerState(at.state),
                    filled: at.filled,
                    of: at.of,
                  });
                  return (
                    <td key={ledger.code} className={`board-cell board-${at.state}`} title={told}>
                      <span aria-hidden>{signs[at.state]}</span>
                      <span className="board-told">{`${sayLedgerState(at.state)} ${at.filled}/${at.of}`}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > limit && (
        <Button block style={{ marginTop: 8 }} onClick={() => setLimit(limit + step)}>
          {sayList("more", { count: Math.min(step, rows.length - limit) })}
        </Button>
      )}
      <Legend />
    </>
  );
}

function Legend() {
  const say = useWords(seasonWords);
  const sayLedgerState = useWords(ledgerStateWords);
  const marks = useMarks();
  return (
    <p className="board-legend">
      {say("legend")}
      {marks.colon}
      {(["none", "started", "filled", "confirmed", "returned"] as const).map((state) => (
        <span key={state}>
          <i className={`board-cell board-${state}`} aria-hidden>
            {signs[state]}
          </i>
          {sayLedgerState(state)}
        </span>
      ))}
      <span>
        <i className="board-cell board-not-owed" aria-hidden />
        {say("notOwed")}
      </span>
    </p>
  );
}
