import { expect, it } from "vitest";
import { excludeArabic } from "./arabic-exclusions.ts";

/** What is read at the first digit of the words: the reason to leave it out, and as far as it goes. */
function read(words: string): string | null {
  const found = excludeArabic(words, words.search(/\d/), false);
  return found && `${found.why}: ${words.slice(found.start, found.end)}`;
}

it.each([
  ["在2019-2020学年里", "years: 2019-2020学年"],
  ["在2018、2019年里", "years: 2018、2019年"],
  ["在2019年9月10日", "date: 2019年9月10日"],
  ["在2019 年", "date: 2019 年"],
  ["在2019.12", "date: 2019.12"],
  ["在2019 级", "year: 2019"],
  ["在2019财年", "year: 2019"],
  ["在9 月份", "date: 9 月份"],
  ["在10日", "date: 10日"],
  ["在9:30前", "time of day: 9:30"],
  ["在9时30分", "time of day: 9时30分"],
  ["【3、设备】", "list number: 3、"],
  ["5.3  12个乡镇学校", "list number: 5.3"],
  ["教学楼305教室", "number of a document or place: 305"],
  ["的1+X证书", "name of a scheme: 1+X"],
  ["的3+2学制", "name of a scheme: 3+2"],
  ["的985工程", "name of a programme: 985"],
  ["的985211高校", "name of a programme: 985"],
  ["的985、211高校", "name of a programme: 985"],
  ["的8·18大会", null],
  ["的8·18晚会", "name of a programme: 8·18"],
  ["到21世纪", "date: 21世纪"],
  ["拨400-123-4567", "telephone number: 400-123-4567"],
  ["拨13800000000", "telephone number: 13800000000"],
  ["拨0371-1234567", "telephone number: 0371-1234567"],
  ["的0012", "code: 0012"],
  ["的1.2.3", "code: 1.2.3"],
  ["的1234567890123", "code: 1234567890123"],
  ["的1234号", "number of a document or place: 1234号"],
  ["的9年级", "grade: 9年级"],
  ["的5G网", "name of a technology: 5G"],
  ["的12A楼", "code: 12A"],
  ["有12345人", null],
  ["有 98.26%", null],
  ["有0.5亩", null],
  ["达2019人", null],
])("reads %s as %s", (words, why) => {
  expect(read(words)).toBe(why);
});
