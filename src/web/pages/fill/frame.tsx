/** Opens the return of a year once, for the list of ledgers and for each of them. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Outlet, useParams, useSearch } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useEffect, useState } from "react";
import { ProblemView } from "../../components/problem.tsx";
import { openReturn } from "../../filling/opening.ts";
import { FillingSession } from "../../filling/session.ts";
import { useMe } from "../../session.ts";
import { FillingContext } from "./context.ts";
import { noUpload, UploadContext, type WorkbookUpload } from "./excel/upload.ts";
import "./fill.css";

export function FillingFrame() {
  const me = useMe();
  const { year } = useParams({ from: "/shell/fill/$year" });
  const { organisation = me.organisation } = useSearch({ from: "/shell/fill/$year" });
  return <OpenReturn key={`${organisation}/${year}/${me.id}`} organisation={organisation} year={year} />;
}

function OpenReturn({ organisation, year }: { readonly organisation: string; readonly year: string }) {
  const me = useMe();
  const queries = useQueryClient();
  const [session, setSession] = useState<FillingSession | null>(null);
  const upload = useState<WorkbookUpload>(noUpload);
  const opened = useQuery({
    queryKey: ["filling", organisation, year, me.id],
    queryFn: () => openReturn(queries, me, organisation, year),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { data, refetch } = opened;
  const { id, name } = me;
  useEffect(() => {
    if (!data) return undefined;
    const next = new FillingSession({ ...data, user: { id, name } });
    next.onCatalog = () => void refetch();
    setSession(next);
    return () => {
      setSession(null);
      next.stop();
    };
  }, [data, refetch, id, name]);
  if (opened.error) return <ProblemView error={opened.error} retry={() => void opened.refetch()} />;
  if (!session) return <Skeleton active paragraph={{ rows: 12 }} style={{ padding: 24 }} />;
  return (
    <FillingContext value={session}>
      <UploadContext value={upload}>
        <Outlet />
      </UploadContext>
    </FillingContext>
  );
}
