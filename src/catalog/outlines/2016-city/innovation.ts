/** Chapter 七, 特色创新: the cases that people wrote and the city chose. */
import { paragraph, rows } from "../../../core/definition/narrative.ts";
import type { OutlineChapter } from "../../../core/definition/outline.ts";
import { isIn } from "../../../core/definition/row.ts";

export const innovation: OutlineChapter = {
  code: "innovation",
  title: "特色创新",
  sections: [
    {
      code: "innovation.cases",
      title: "典型案例",
      required: ["cases.submitted"],
      blocks: [
        paragraph(
          "{year}年，各单位报送典型案例{cases.submitted}[，按主题分，{list cases.submitted by caseTheme}][；市级以上入选{cases.recognised}，其中{list cases.recognised by caseLevel}]。",
          "入选省级以上的案例有",
          rows("cases.catalogue", { where: isIn("level", "national", "province"), most: 6 }, "{.organisation}《{.title}》（{.level}）"),
          "。",
        ),
        { kind: "cases" },
        { kind: "material", section: "innovation.cases" },
      ],
    },
  ],
};
