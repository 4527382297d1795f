/**
 * Files from the server, asked for in the name of the person who has the page open: a plain link would fetch them as whoever
 * is signed in by now. What the server refuses is shown in its words.
 */
import { DownloadOutlined } from "@ant-design/icons";
import { App, Button, type ButtonProps } from "antd";
import { useState } from "react";
import { saveAs } from "./csv.ts";
import { useSayProblem } from "./problem.tsx";

/** Fetches the file: () => call("GET …", …). */
export type FetchFile = () => Promise<File>;

/** `save` takes the file under its own name, or under another one. */
export function useDownload(): { readonly busy: boolean; readonly save: (fetchFile: FetchFile, name?: string) => Promise<void> } {
  const { message } = App.useApp();
  const sayProblem = useSayProblem();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    save: async (fetchFile, name) => {
      setBusy(true);
      try {
        const file = await fetchFile();
        saveAs(file, name ?? file.name);
      } catch (error) {
        void message.error(sayProblem(error));
      } finally {
        setBusy(false);
      }
    },
  };
}

export interface DownloadButtonProps extends Omit<ButtonProps, "onClick" | "loading"> {
  readonly fetchFile: FetchFile;
  /** Left out: the server's name of it. */
  readonly fileName?: string;
}

export function DownloadButton({ fetchFile, fileName, children, ...rest }: DownloadButtonProps) {
  const { busy, save } = useDownload();
  return (
    <Button icon={<DownloadOutlined />} {...rest} loading={busy} onClick={() => void save(fetchFile, fileName)}>
      {children}
    </Button>
  );
}

/** The same within a text or a table, looking like a link. */
export function DownloadLink(props: DownloadButtonProps) {
  return <DownloadButton type="link" size="small" icon={null} className="download-link" {...props} />;
}
