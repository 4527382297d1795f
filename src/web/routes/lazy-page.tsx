/** Pages load when they are opened. Without a connection a page that was never loaded says so in its place: the router would else reload the window, and lose the page that is open. */
import { lazyRouteComponent } from "@tanstack/react-router";
import { type ComponentType, useCallback, useEffect, useState } from "react";
import { Unreachable } from "../client.ts";
import { ProblemView } from "../components/problem.tsx";

export function lazyPage<Name extends string>(importer: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name) {
  return lazyRouteComponent(async (): Promise<Record<string, ComponentType>> => {
    const load = async (): Promise<ComponentType> => (await importer())[name];
    try {
      return { page: await load() };
    } catch (error) {
      // The server is there and the script is not: a newer release took its place, and reloading is right.
      if (await isThere()) throw error;
      return { page: () => <Later load={load} /> };
    }
  }, "page");
}

async function isThere(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

function Later({ load }: { readonly load: () => Promise<ComponentType> }) {
  const [Loaded, setLoaded] = useState<ComponentType | null>(null);
  const again = useCallback((): void => {
    load().then(
      (page) => setLoaded(() => page),
      () => undefined,
    );
  }, [load]);
  useEffect(() => {
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [again]);
  return Loaded ? <Loaded /> : <ProblemView error={new Unreachable("this page was never loaded")} retry={again} />;
}
