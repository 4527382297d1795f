/** A button that takes one file from the person's machine. */
import { UploadOutlined } from "@ant-design/icons";
import { Button, type ButtonProps } from "antd";
import { useRef } from "react";

export interface UploadButtonProps extends Omit<ButtonProps, "onClick"> {
  /** Endings offered by the file dialog: ".xlsx". */
  readonly accept: string;
  readonly take: (file: File) => void;
}

export function UploadButton({ accept, take, children, ...rest }: UploadButtonProps) {
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
          if (file) take(file);
        }}
      />
      <Button icon={<UploadOutlined />} {...rest} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
