/** Files from the server under a name that says what they are; what the server refuses is shown in its words. */
import { DownloadOutlined } from "@ant-design/icons";
import { App, Button, type ButtonProps } from "antd";
import { useState } from "react";
import { saveAs } from "./csv.ts";
import { useSayProblem } from "./problem.tsx";

export interface DownloadButtonProps extends Omit<ButtonProps, "onClick" | "loading"> {
  /** Fetches the file: () => call("GET …", …). */
  readonly fetchFile: () => Promise<Blob>;
  readonly fileName: string;
}

export function DownloadButton({ fetchFile, fileName, children, ...rest }: DownloadButtonProps) {
  const { message } = App.useApp();
  const sayProblem = useSayProblem();
  const [busy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    try {
      saveAs(await fetchFile(), fileName);
    } catch (error) {
      void message.error(sayProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined />} {...rest} loading={busy} onClick={() => void download()}>
      {children}
    </Button>
  );
}
