/** A day, chosen from a calendar in the page's language whatever the browser's is; its value is "2019-12-31", or "" for none. */
import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import type { CSSProperties } from "react";

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
  const day = value ? dayjs(value, "YYYY-MM-DD") : null;
  return (
    <DatePicker
      {...rest}
      style={{ width: "100%", ...style }}
      format="YYYY-MM-DD"
      allowClear={!needed}
      value={day?.isValid() ? day : null}
      onChange={(next) => onChange?.(next ? next.format("YYYY-MM-DD") : "")}
    />
  );
}
