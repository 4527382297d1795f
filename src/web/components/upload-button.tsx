/** A button that takes one file from the person's machine. */
import { UploadOutlined } from "@ant-design/icons";
import { App, Button, type ButtonProps } from "antd";
import { useRef } from "react";
import { shellWords } from "../messages/shell.ts";
import { useWords } from "../messages/text.ts";

export interface UploadButtonProps extends Omit<ButtonProps, "onClick"> {
  /** Endings offered by the file dialog: ".xlsx". */
  readonly accept: string;
  readonly take: (file: File) => void;
  /** Largest size in bytes; a larger file is named and not taken. */
  readonly limit?: number;
}

export function UploadButton({ accept, take, limit = Infinity, children, ...rest }: UploadButtonProps) {
  const say = useWords(shellWords);
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          // Emptied, so that the same file can be chosen again after it was repaired.
          event.target.value = "";
          if (file && file.size > limit) void message.error(say("tooLarge", { name: file.name, limit: limit / 1024 / 1024 }), 8);
          else if (file) take(file);
        }}
      />
      <Button icon={<UploadOutlined />} {...rest} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
