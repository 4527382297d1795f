/** Whether the page is on its way to paper: tables then stand in one piece, with their head on every sheet. */
import type { TableProps } from "antd";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The paper is drawn as soon as the listener returns.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}

/** What a table needs whose head stays in sight below the bar and which scrolls sideways where it is wider than `x`; on paper neither. */
export function stickyUnless(printing: boolean, x: number | string): Pick<TableProps, "sticky" | "scroll"> {
  return printing ? {} : { sticky: { offsetHeader: 48 }, scroll: { x } };
}
