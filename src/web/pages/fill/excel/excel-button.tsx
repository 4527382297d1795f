/** Filling with Excel: the drawer with download, upload, every problem, and the changes before they are taken. */
import { FileExcelOutlined } from "@ant-design/icons";
import { Badge, Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { fillWords } from "../../../messages/fill.ts";
import { useWords } from "../../../messages/text.ts";
import { useUpload } from "./upload.ts";

const ExcelDrawer = lazy(async () => ({ default: (await import("./excel-drawer.tsx")).ExcelDrawer }));

interface ExcelButtonProps {
  readonly onJump: (ledger: string, cell: string | undefined) => void;
}

export function ExcelButton({ onJump }: ExcelButtonProps) {
  const say = useWords(fillWords);
  const [open, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const [{ reading }] = useUpload();
  return (
    <>
      <Badge count={reading?.problems.length ?? 0} size="small" color="#a8071a" title={say("excelLeft")}>
        <Button
          icon={<FileExcelOutlined />}
          onClick={() => {
            setWasOpen(true);
            setOpen(true);
          }}
        >
          {say("excel")}
        </Button>
      </Badge>
      {wasOpen && (
        <Suspense fallback={null}>
          <ExcelDrawer
            open={open}
            onClose={() => setOpen(false)}
            onJump={(ledger, cell) => {
              setOpen(false);
              onJump(ledger, cell);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
