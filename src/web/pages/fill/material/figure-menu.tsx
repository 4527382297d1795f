/** The menu from which a figure is put into a passage: by subject, found by name, other name or code, with what it is today. */
import { FunctionOutlined } from "@ant-design/icons";
import { Flex, type RefSelectProps, Select } from "antd";
import { type Ref, useContext } from "react";
import { fillWords } from "../../../messages/fill.ts";
import { LanguageContext, useWords } from "../../../messages/text.ts";
import { useFigureOptions } from "./figure-options.ts";
import { useValues } from "./passage-figures.ts";

interface FigureMenuProps {
  readonly ref: Ref<RefSelectProps>;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onChoose: (code: string) => void;
  /** Left by Escape, without a choice. */
  readonly onLeave: () => void;
}

export function FigureMenu({ ref, open, onOpen, onChoose, onLeave }: FigureMenuProps) {
  const say = useWords(fillWords);
  const { language } = useContext(LanguageContext);
  const figures = useFigureOptions(language);
  const values = useValues(open ? figures.flatMap((group) => group.options.map((each) => each.value)).join("\n") : "");
  return (
    <Select
      ref={ref}
      aria-label={say("insertFigure")}
      placeholder={
        <>
          <FunctionOutlined /> {say("insertFigure")}
        </>
      }
      style={{ width: 280 }}
      popupMatchSelectWidth={420}
      notFoundContent={say("noSuchFigure")}
      showSearch={{ optionFilterProp: "search" }}
      open={open}
      onOpenChange={onOpen}
      onInputKeyDown={(event) => {
        if (event.key !== "Escape") return;
        onOpen(false);
        onLeave();
      }}
      value={null}
      options={figures}
      optionRender={({ value, label }) => (
        <Flex justify="space-between" gap={12}>
          <span className="figure-option">{label}</span>
          <span className="muted">{values.get(String(value)) ?? ""}</span>
        </Flex>
      )}
      onChange={(code: string | null) => code !== null && onChoose(code)}
    />
  );
}
