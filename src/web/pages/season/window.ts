/** Which rows or columns of a large table lie in sight: only those are drawn, the rest is empty space. */
import { type RefObject, useEffect, useState } from "react";

export interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** `count` items of `size` pixels each, seen from `start` over `length` pixels, with `spare` items on both sides. */
export function inSight(count: number, size: number, start: number, length: number, spare: number): Span {
  const from = Math.max(0, Math.min(count, Math.floor(start / size) - spare));
  return { from, to: Math.min(count, Math.max(from, Math.ceil((start + length) / size) + spare)) };
}

/** Follows the scrolling and the size of a box. */
export function useScroll(box: RefObject<HTMLElement | null>): { top: number; left: number; height: number; width: number } {
  const [scroll, setScroll] = useState({ top: 0, left: 0, height: 700, width: 1400 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() =>
        setScroll({ top: element.scrollTop, left: element.scrollLeft, height: element.clientHeight, width: element.clientWidth }),
      );
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [box]);
  return scroll;
}
