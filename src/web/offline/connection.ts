/** Whether the server answers, and since when what the page shows was kept on this computer: one state for the whole window. */

export interface Connection {
  /** The last request was answered. */
  readonly reachable: boolean;
  /** The oldest kept answer that the page shows; null when everything came from the server. */
  readonly keptAt: Date | null;
}

let state: Connection = { reachable: true, keptAt: null };
const listeners = new Set<() => void>();

function become(next: Connection): void {
  if (next.reachable === state.reachable && next.keptAt === state.keptAt) return;
  state = next;
  for (const listener of listeners) listener();
}

export const connection = {
  get current(): Connection {
    return state;
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  answered(): void {
    become({ ...state, reachable: true });
  },
  missed(): void {
    become({ ...state, reachable: false });
  },
  /** Something kept is shown instead of the server's answer. */
  showsKept(at: Date): void {
    become({ reachable: false, keptAt: state.keptAt !== null && state.keptAt < at ? state.keptAt : at });
  },
  /** Everything was read from the server again. */
  showsFresh(): void {
    become({ ...state, keptAt: null });
  },
};
