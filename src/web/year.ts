/** The year that one works on: the one in the page's address, else the one chosen last in this window, else the newest. */
import { useParams } from "@tanstack/react-router";
import { type Me, useMe } from "./session.ts";

const key = "zhibao.year";

export function chosenYear(me: Pick<Me, "cycles" | "today">, inPath: string | undefined): number {
  if (inPath !== undefined && /^(19|20)\d{2}$/.test(inPath)) return Number(inPath);
  const last = Number(sessionStorage.getItem(key));
  if (me.cycles.some((cycle) => cycle.year === last)) return last;
  return me.cycles[0]?.year ?? Number(me.today.slice(0, 4)) - 1;
}

export function rememberYear(year: number): void {
  sessionStorage.setItem(key, String(year));
}

export function useYear(): number {
  const { year } = useParams({ strict: false }) as { readonly year?: string };
  return chosenYear(useMe(), year);
}

/** The cycle of the year that one works on; undefined when none was opened for it. */
export function useCycle(): Me["cycles"][number] | undefined {
  const year = useYear();
  return useMe().cycles.find((cycle) => cycle.year === year);
}
