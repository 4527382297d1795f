/** Long tables draw what is seen first and grow while one scrolls down; paper gets all of it. */
import { type ReactNode, useEffect, useRef, useState } from "react";

const [first, step] = [80, 160];

/** `sentinel` stands after the table. */
export function useGrowing<Item>(items: readonly Item[]): { readonly shown: readonly Item[]; readonly sentinel: ReactNode } {
  const [limit, setLimit] = useState(first);
  const end = useRef<HTMLDivElement>(null);
  const isWhole = limit >= items.length;
  useEffect(() => {
    const box = end.current;
    if (!box || isWhole) return undefined;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setLimit((old) => old + step), {
      rootMargin: "1200px 0px",
    });
    observer.observe(box);
    const all = (): void => setLimit(Infinity);
    window.addEventListener("beforeprint", all);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", all);
    };
  }, [isWhole, limit]);
  return { shown: isWhole ? items : items.slice(0, limit), sentinel: <div ref={end} /> };
}
