/** One block of a form: a list with last year, change and the indicators that follow, or a matrix with totals. */
import { memo, type MouseEvent, useContext } from "react";
import type { Block, Position, SheetRow } from "../../../filling/layout.ts";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";
import { useFilling } from "../context.ts";
import { FormCell } from "./form-cell.tsx";
import { FormTotal, RowChange } from "./form-total.tsx";
import { LiveIndicators } from "./live-indicators.tsx";

interface FormBlockProps {
  readonly block: Block;
  readonly ledger: string;
  /** Element code → codes of the indicators shown in its row. */
  readonly indicators: ReadonlyMap<string, readonly string[]>;
  /** A definition is wanted: on hovering over an element's name. */
  readonly explain: (element: string | null, at: DOMRect | null) => void;
}

export const FormBlock = memo(function FormBlock({ block, ledger, indicators, explain }: FormBlockProps) {
  const say = useWords(fillWords);
  const { language } = useContext(LanguageContext);
  const session = useFilling();
  const isList = block.kind === "list";
  const title = block.element?.[language];
  const hover = (event: MouseEvent<HTMLElement>): void =>
    explain(event.currentTarget.dataset.element ?? null, event.currentTarget.getBoundingClientRect());
  const leave = (): void => explain(null, null);
  const below = block.element ? (indicators.get(block.element.code) ?? []) : [];
  return (
    <div className="sheet-block">
      {block.element && (
        <h2>
          <span className="sheet-label" data-element={block.element.code} onMouseEnter={hover} onMouseLeave={leave}>
            {title}
          </span>
          <span className="sheet-optional">
            {block.element.unit}
            {block.element.required ? "" : ` · ${say("optional")}`}
          </span>
          <span style={{ marginLeft: 16, fontWeight: 400 }}>
            <LiveIndicators codes={below} />
          </span>
        </h2>
      )}
      <table role="grid" aria-label={title ?? say("item")}>
        <thead>
          <tr>
            <th scope="col" style={{ minWidth: isList ? 190 : 150 }}>
              {block.element ? "" : say("item")}
              {!isList && session.hasLastYear && <span className="sheet-optional">{say("smallPrint")}</span>}
            </th>
            {block.columns.map((column) => (
              <th
                key={column.zh}
                scope="col"
                className="number"
                style={isList ? { width: 150 } : { width: `${62 / block.columns.length}%` }}
              >
                {column[language]}
              </th>
            ))}
            {isList && !block.element && (
              <th scope="col" className="short">
                {say("unit")}
              </th>
            )}
            {isList && session.hasLastYear && (
              <>
                <th scope="col" className="number short">
                  {say("lastYear")}
                </th>
                <th scope="col" className="number short">
                  {say("change")}
                </th>
              </>
            )}
            {isList && !block.element && <th scope="col">{say("indicator")}</th>}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            <Row key={at} row={row} number={block.from + at} block={block} ledger={ledger} codes={indicators} hover={hover} leave={leave} />
          ))}
        </tbody>
      </table>
    </div>
  );
});

interface RowProps {
  readonly row: SheetRow;
  readonly number: number;
  readonly block: Block;
  readonly ledger: string;
  readonly codes: ReadonlyMap<string, readonly string[]>;
  readonly hover: (event: MouseEvent<HTMLElement>) => void;
  readonly leave: () => void;
}

function Row({ row, number, block, ledger, codes, hover, leave }: RowProps) {
  const say = useWords(fillWords);
  const { language } = useContext(LanguageContext);
  const session = useFilling();
  const { element } = row.positions[0]!;
  const isList = block.kind === "list";
  const isElement = block.element === null;
  const own = isElement ? (codes.get(element.code) ?? []) : [];
  return (
    <tr className={row.isTotal ? "total" : ""}>
      <th scope="row">
        {isElement ? (
          <span className="sheet-label" data-element={element.code} onMouseEnter={hover} onMouseLeave={leave}>
            {row.label[language]}
          </span>
        ) : (
          row.label[language]
        )}
        {isElement && (!isList || !element.required) && (
          <span className="sheet-optional">
            {isList ? "" : element.unit}
            {element.required ? "" : ` ${say("optional")}`}
          </span>
        )}
        {!isList && own.length > 0 && (
          <div>
            <LiveIndicators codes={own} />
          </div>
        )}
      </th>
      {row.positions.map((position, column) => (
        <Cell
          key={column}
          position={position}
          row={number}
          column={column}
          ledger={ledger}
          tall={!isList}
          label={labelOf(row, block, column, language)}
        />
      ))}
      {isList && isElement && <td className="words muted">{element.unit}</td>}
      {isList && session.hasLastYear && <RowChange ledger={ledger} keys={keysOf(row.positions[0]!)} />}
      {isList && isElement && (
        <td className="words">
          <LiveIndicators codes={own} />
        </td>
      )}
    </tr>
  );
}

function Cell({ position, ...rest }: { position: Position; row: number; column: number; ledger: string; tall: boolean; label: string }) {
  return position.kind === "input" ? <FormCell position={position} {...rest} /> : <FormTotal position={position} {...rest} />;
}

const keyLists = new WeakMap<Position, readonly string[]>();

function keysOf(position: Position): readonly string[] {
  let keys = keyLists.get(position);
  if (!keys) keyLists.set(position, (keys = position.kind === "total" ? position.of : [position.key]));
  return keys;
}

/** 在校生，一年级，女（人）: what a screen reader says of a cell. */
function labelOf(row: SheetRow, block: Block, column: number, language: "zh" | "en"): string {
  const { element } = row.positions[0]!;
  const names = [block.element?.[language], row.label[language], block.columns.length > 1 ? block.columns[column]?.[language] : undefined];
  return `${names.filter((name) => name !== undefined && name !== "").join("，")}（${element.unit}）`;
}
