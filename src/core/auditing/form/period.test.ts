/** Years without 年, years to come told as past, words of another time; plans, titles and ranges stay silent. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../catalog/knowledge.ts";
import { KnowledgeIndex } from "../../definition/knowledge.ts";
import { contextOf, documentOf } from "./fixture.ts";
import type { FormCheck } from "./form-context.ts";
import { period } from "./period.ts";
import { stale } from "./stale.ts";

const index = new KnowledgeIndex(knowledge);
const head = "云川市中等职业教育质量年度报告\n（2021年度）\n2021年，全市努力办学。\n";
const run = (check: FormCheck, text: string, year: number | null = 2021) => {
  const document = documentOf(head + text);
  return check(document, contextOf(index, document, year)).map(({ spans }) => spans[0]!.text);
};

describe("period", () => {
  it.each([
    ["2018以来，全市新建学校两所。", "2018以来"],
    ["截至2021底，全市有学校八所。", "2021底"],
    ["2020全市招生九千人。", "2020全市"],
    ["2023年，全市共有在校生二万人参加了社会实践活动。", "2023年"],
  ])("finds the year in %s", (text, span) => {
    expect(run(period, text)).toEqual([span]);
  });

  it.each([
    "2018年以来，新建两所；2019-2020学年度稳步发展，2018—2020年累计投入。",
    "落实《云川市职业教育发展规划（2021—2025年）》和《2023年行动方案》。",
    "到2025年，全市建成高水平学校三所，力争2023年全部达标。",
    "依据豫教〔2018〕12号文件，按照GB2018底线要求。",
    "2022年1月，全市召开总结大会并对各校办学情况作了通报表彰。",
    "2022年2月20日",
    "2020初中毕业生升学率提高。",
  ])("leaves alone: %s", (text) => {
    expect(run(period, text)).toEqual([]);
  });
});

describe("stale words", () => {
  it.each([
    ["今年以来，各校扩大招生。", ["今年以来"]],
    ["今年9月，考察团赴外地学习。", ["今年9月"]],
    ["目前，实施意见正待下发正式文件。", ["正待下发正式文件"]],
    ["现已完成培训两千人次。", ["现已"]],
    ["明年将扩大试点。", ["明年将"]],
    ["本月启动评估。", ["本月"]],
  ])("finds %s", (text, spans) => {
    expect(run(stale, text)).toEqual(spans);
  });

  it("leaves plans, titles of documents, 基本月薪 and 发现已 alone", () => {
    expect(run(stale, "印发《今年重点工作要点》，基本月薪提高，检查发现已整改，去年与上年相比。")).toEqual([]);
    expect(run(stale, "九、主要问题和改进措施\n明年将继续加大投入。")).toEqual([]);
  });

  it("asks for 岗位实习 from 2022 on, once", () => {
    expect(run(stale, "顶岗实习规范，顶岗实习有序。", 2022)).toEqual(["顶岗实习"]);
    expect(run(stale, "执行《职业学校学生顶岗实习管理规定》。", 2022)).toEqual([]);
    expect(run(stale, "顶岗实习规范。", 2021)).toEqual([]);
  });

  it.each(["今年", "2018以来", "《今年", "2023年", "2023"])(
    "stays linear on a megabyte of %s",
    (piece) => {
      const document = documentOf(head + piece.repeat(Math.floor(1_000_000 / piece.length)));
      const context = contextOf(index, documentOf(head), 2021);
      const begun = process.cpuUsage().user / 1000;
      for (const check of [period, stale]) check(document, context);
      expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(20_000);
    },
    60_000,
  );
});
