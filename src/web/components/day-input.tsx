/**
 * A day, chosen from a calendar in the page's language whatever the browser's is; its value is "2019-12-31", or "" for none.
 * Today is the server's day, by which deadlines are judged, and not what this computer's clock says.
 */
import { Button, DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { type CSSProperties, useState } from "react";
import { shellWords } from "../messages/shell.ts";
import { useWords } from "../messages/text.ts";
import { useMe } from "../session.ts";
import "./day-input.css";

/** As it is shown, and as people type it too; each is read once all of it is there. */
const typed = ["YYYY-MM-DD", "YYYY/MM/DD", "YYYY.MM.DD", "YYYYMMDD"];

interface DayInputProps {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (day: string) => void;
  /** A day must stand there: it can be changed, not emptied. */
  readonly needed?: boolean;
  readonly style?: CSSProperties;
  readonly "aria-label"?: string;
}

export function DayInput({ value, onChange, needed = false, style, ...rest }: DayInputProps) {
  const say = useWords(shellWords);
  const { today } = useMe();
  const [open, setOpen] = useState(false);
  const day = value ? dayjs(value, "YYYY-MM-DD") : null;
  return (
    <DatePicker
      {...rest}
      style={{ width: "100%", ...style }}
      format={typed}
      allowClear={!needed}
      value={day?.isValid() ? day : null}
      onChange={(next) => onChange?.(next ? next.format("YYYY-MM-DD") : "")}
      open={open}
      onOpenChange={setOpen}
      showNow={false}
      defaultPickerValue={dayjs(today, "YYYY-MM-DD")}
      classNames={{ popup: { root: "day-input-popup" } }}
      cellRender={(current, { originNode, type }) =>
        type === "date" && dayjs.isDayjs(current) && current.format("YYYY-MM-DD") === today ? (
          <div className="day-input-today">{originNode}</div>
        ) : (
          originNode
        )
      }
      renderExtraFooter={(mode) =>
        mode === "date" && (
          <Button
            type="link"
            size="small"
            block
            onClick={() => {
              onChange?.(today);
              setOpen(false);
            }}
          >
            {say("today")}
          </Button>
        )
      }
    />
  );
}
