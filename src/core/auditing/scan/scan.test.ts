/** Every numeral is found once, as what it can mean or as none with the reason, in the forms in which reports write them. */
import { describe, expect, it } from "vitest";
import { exact } from "../../quantity/exact.ts";
import { contains } from "../../quantity/interval.ts";
import { toSignificant } from "../../quantity/rounding.ts";
import type { Quantity } from "../quantity.ts";
import { scanQuantities } from "./scan.ts";

/** "12000 人次 number somewhatAbove": value, unit, kind and hedge. */
const shown = ({ value, unit, kind, hedge }: Quantity): string => [toSignificant(value), unit || "-", kind, hedge ?? "exact"].join(" ");
const read = (text: string): string[] => scanQuantities(text).quantities.map(shown);

describe("numbers", () => {
  it.each([
    ["在校生1941人", "1941 人 number exact"],
    ["在校生１９４１人", "1941 人 number exact"],
    ["就业率９５．５％", "95.5 % share exact"],
    ["在校生12,345人", "12345 人 number exact"],
    ["投入1,234,567.50元", "1234567.5 元 number exact"],
    ["占地12 345.6平方米", "12345.6 平方米 number exact"],
    ["毕业生208名", "208 人 number exact"],
    ["培训3800人（次）", "3800 人次 number exact"],
    ["使用面积620㎡", "620 平方米 number exact"],
    ["生均设备值0.85万元", "8500 元 number exact"],
    ["投入1.2亿元", "120000000 元 number exact"],
    ["投入 3 万元", "30000 元 number exact"],
    ["投入3千万元", "30000000 元 number exact"],
    ["图书3.5百册", "350 册 number exact"],
    ["带宽1000Mbps", "1000 Mbps number exact"],
    ["开学8小时后", "8 小时 number exact"],
    ["增减\n-3\n", "-3 - number exact"],
    ["| -2.5% |", "-2.5 % share exact"],
    ["2018年2,052,115册", "2052115 册 number exact"],
    ["\n12 个专业", "12 个 number exact"],
    ["|−3.5|", "-3.5 - number exact"],
  ])("in digits: %j", (text, quantity) => {
    expect(read(text)).toEqual([quantity]);
  });

  it.each([
    ["投入一千二百元", "1200 元 number exact"],
    ["图书两万三册", "23000 册 number exact"],
    ["三万五千人", "35000 人 number exact"],
    ["一亿二千万元", "120000000 元 number exact"],
    ["一百零五人", "105 人 number exact"],
    ["教师廿五人", "25 人 number exact"],
    ["建成两所学校", "2 所 number exact"],
    ["新建三个实训室", "3 个 number exact"],
    ["一名教师", "1 人 number exact"],
    ["师生二百余人", "200 人 number somewhatAbove"],
    ["十余名教师", "10 人 number somewhatAbove"],
    ["二十几所", "20 所 number somewhatAbove"],
    ["十多万元", "100000 元 number somewhatAbove"],
    ["逾万人参加", "10000 人 number above"],
    ["近百家企业", "100 家 number nearlyBelow"],
  ])("in Chinese: %s", (text, quantity) => {
    expect(read(text)).toEqual([quantity]);
    expect(scanQuantities(text).quantities[0]?.chinese).toBe(true);
  });

  it.each([
    ["就业率95.6%", "95.6 % share exact"],
    ["就业率95.6％", "95.6 % share exact"],
    ["比例为3.2‰", "3.2 ‰ share exact"],
    ["提高1.5个百分点", "1.5 个百分点 points exact"],
    ["提高1.5百分点", "1.5 个百分点 points exact"],
    ["占三分之一", "33.3333333333 % share exact"],
    ["约三分之二学生", "66.6666666667 % share around"],
    ["百分之八十的学生", "80 % share exact"],
    ["百分之八十五点五", "85.5 % share exact"],
    ["占3/4", "75 % share exact"],
    ["三成学生", "30 % share exact"],
    ["七成五的学生", "75 % share exact"],
    ["八成以上", "80 % share atLeast"],
    ["生师比15：1", "15 :1 ratio exact"],
    ["生师比15.5∶1", "15.5 :1 ratio exact"],
    ["生师比为1:15", "15 :1 ratio exact"],
    ["是上年的2.5倍", "2.5 倍 times exact"],
    ["产值翻番", "2 番 times exact"],
    ["产值翻两番", "4 番 times exact"],
    ["每班5—8人", "6.5 人 range exact"],
    ["占60%～70%", "65 % range exact"],
    ["三至五年", "4 年 range exact"],
    ["投入5至8万元", "65000 元 range exact"],
  ])("that compare: %s", (text, quantity) => {
    expect(read(text)).toEqual([quantity]);
  });

  it("of a range lie within it", () => {
    const { interval } = scanQuantities("每班5—8人").quantities[0]!;
    expect(["4", "5", "8", "9"].map((value) => contains(interval, exact(value)))).toEqual([false, true, true, false]);
  });
});

describe("digits", () => {
  it.each([
    ["在校生1941人", "1941"],
    ["在校生１９４１名", "１９４１"],
    ["投入12,345.6元", "12,345.6"],
    ["将近2000人", "2000"],
    ["约50人左右", "50"],
    ["就业率不低于95.6%", "95.6"],
    ["提高1.5个百分点", "1.5"],
    ["生师比15：1", "15：1"],
    ["每班5—8人", "5—8"],
    ["占三分之一", "三分之一"],
    ["建成两所学校", "两"],
  ])("stand without hedge and unit: %s", (text, digits) => {
    const [quantity] = scanQuantities(text).quantities;
    expect(text.slice(quantity!.digits.start, quantity!.digits.end)).toBe(digits);
  });
});

describe("hedges", () => {
  it.each([
    ["近2000人", "2000 人 number nearlyBelow", "近2000人"],
    ["将近2000人", "2000 人 number nearlyBelow", "将近2000人"],
    ["接近2000人", "2000 人 number nearlyBelow", "接近2000人"],
    ["2000余人", "2000 人 number somewhatAbove", "2000余人"],
    ["2000多人", "2000 人 number somewhatAbove", "2000多人"],
    ["1.2万余人次", "12000 人次 number somewhatAbove", "1.2万余人次"],
    ["15余万元", "150000 元 number somewhatAbove", "15余万元"],
    ["50人左右", "50 人 number around", "50人左右"],
    ["50人上下", "50 人 number around", "50人上下"],
    ["约50人", "50 人 number around", "约50人"],
    ["大约50人", "50 人 number around", "大约50人"],
    ["50人以上", "50 人 number atLeast", "50人以上"],
    ["50人及以上", "50 人 number atLeast", "50人及以上"],
    ["至少5人", "5 人 number atLeast", "至少5人"],
    ["不少于5人", "5 人 number atLeast", "不少于5人"],
    ["不低于95%", "95 % share atLeast", "不低于95%"],
    ["超过95%", "95 % share above", "超过95%"],
    ["超95%", "95 % share above", "超95%"],
    ["逾10000人", "10000 人 number above", "逾10000人"],
    ["突破10000人", "10000 人 number above", "突破10000人"],
    ["不超过10人", "10 人 number atMost", "不超过10人"],
    ["10人以内", "10 人 number atMost", "10人以内"],
    ["10人及以下", "10 人 number atMost", "10人及以下"],
    ["不足10人", "10 人 number below", "不足10人"],
    ["不到10人", "10 人 number below", "不到10人"],
    ["10人以下", "10 人 number below", "10人以下"],
  ])("belong to the number: %s", (text, quantity, printed) => {
    expect(read(text)).toEqual([quantity]);
    expect(scanQuantities(`共有${text}。`).quantities[0]?.text).toBe(printed);
  });

  it.each(["附近50人", "签约50人", "节约50元", "最近50人"])("are no ends of other words: %s", (text) => {
    expect(scanQuantities(text).quantities[0]?.hedge).toBe(null);
  });

  it.each([
    ["数十人", "10", "99"],
    ["数百家企业", "100", "999"],
    ["上千人", "1000", "9999"],
    ["几十名教师", "10", "99"],
    ["上万人次", "10000", "99999"],
  ])("that give no number allow all of its size: %s", (text, low, high) => {
    const { interval } = scanQuantities(text).quantities[0]!;
    expect([contains(interval, exact(low)), contains(interval, exact(high)), contains(interval, exact(1))]).toEqual([true, true, false]);
  });
});

describe("what is no quantity", () => {
  it.each([
    ["2019年", "2019年", "date"],
    ["2019年12月31日", "2019年12月31日", "date"],
    ["2019.12.31", "2019.12.31", "date"],
    ["2019-12-31", "2019-12-31", "date"],
    ["12月31日", "12月31日", "date"],
    ["二〇一九年", "二〇一九年", "date"],
    ["三月份", "三月", "date"],
    ["20世纪", "20世纪", "date"],
    ["2018—2019学年", "2018—2019", "years"],
    ["2019-2020学年度", "2019-2020学年", "years"],
    ["2018、2019年", "2018、2019", "years"],
    ["2019级学生", "2019", "year"],
    ["上午8:30，", "8:30", "time of day"],
    ["8点30分", "8点30分", "time of day"],
    ["教职成〔2016〕2号", "2016〕2号", "document number"],
    ["教职成[2016]2号", "2016]2号", "document number"],
    ["第3名", "3", "ordinal"],
    ["第三名", "三", "ordinal"],
    ["第1-3周", "1-3", "ordinal"],
    ["每百名学生", "百", "base of a rate"],
    ["每10万人口", "10万", "base of a rate"],
    ["每100名学生", "100", "base of a rate"],
    ["1.加强管理", "1.", "list number"],
    ["1、加强管理", "1、", "list number"],
    ["（1）加强管理", "1", "list number"],
    ["3.2 教学改革", "3.2", "list number"],
    ["1 学校情况", "1 ", "list number"],
    ["1.1 学生规模", "1.1", "list number"],
    ["近两年", "两年", "span of time"],
    ["一年之间", "一年", "span of time"],
    ["包括：一类为骨干", "一类", "list ordinal"],
    ["55,55061,185人", "55,55061,185", "two values"],
    ["一、基本情况", "一", "list number"],
    ["（一）学校概况", "一", "list number"],
    ["一是加强管理", "一", "list ordinal"],
    ["1+X证书", "1+X", "name of a scheme"],
    ["“3+2”培养", "3+2", "name of a scheme"],
    ["985工程", "985", "name of a programme"],
    ["5G网络", "5G", "name of a technology"],
    ["“四个意识”", "四", "fixed expression"],
    ["“十三五”期间", "十三五", "fixed expression"],
    ["十三五规划", "十三五", "name of a plan period"],
    ["百年大计", "百年", "fixed expression"],
    ["一校一策", "一校一策", "fixed expression"],
    ["见https://a.cn/2019/12345.html?x=1", "https://a.cn/2019/12345.html?x=1", "address"],
    ["a12345@163.com", "a12345@163.com", "address"],
    ["咨询0374-1234567", "0374-1234567", "telephone number"],
    ["手机13912345678", "13912345678", "telephone number"],
    ["服务400-123-4567", "400-123-4567", "telephone number"],
    ["专业代码：710201", "710201", "code"],
    ["邮编461000", "461000", "code"],
    ["ISO9001", "9001", "code"],
    ["GB/T 19001-2016", "19001-2016", "code"],
    ["B12教室", "12", "code"],
    ["编为007", "007", "code"],
    ["九年一贯制", "九年一贯制", "grade or name"],
    ["双一流", "一流", "grade or name"],
    ["获二等奖", "二等奖", "grade or name"],
    ["三年级学生", "三年级", "grade or name"],
    ["3年级学生", "3年级", "grade"],
    ["五四青年节", "五四", "name of a day"],
    ["一批学校", "一", "part of a word"],
    ["进一步提高", "一", "part of a word"],
    ["统一管理", "一", "part of a word"],
    ["一系列举措", "一系列", "part of a word"],
    ["表1所示", "1", "reference"],
    ["如图3-1所示", "3-1", "reference"],
    ["见附件2", "2", "reference"],
    ["表 4.1 学生情况", "4.1", "reference"],
    ["在校生[1]", "1", "footnote mark"],
  ])("%s: %s is a %s", (text, part, why) => {
    const { quantities, notQuantities } = scanQuantities(text);
    expect(quantities).toEqual([]);
    expect(notQuantities.map((each) => [each.text, each.why])).toEqual([[part, why]]);
  });

  it.each([
    ["一等奖3项", "3 项 number exact"],
    ["报表3张", "3 张 number exact"],
    ["图书3万册", "30000 册 number exact"],
    ["第3名学生带动5人", "5 人 number exact"],
    ["在校生[1]100人", "100 人 number exact"],
    ["2019年招生300人", "300 人 number exact"],
    ["电话3部", "3 部 number exact"],
  ])("stands beside what is one: %s", (text, quantity) => {
    expect(read(text)).toEqual([quantity]);
  });
});
