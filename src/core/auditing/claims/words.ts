/** The words that say what a number is doing in its clause: comparing, changing, sharing, planning; and the words that name nothing. */
import { changeWords } from "../../language/change-verb.ts";
import { remembered } from "../remembered.ts";

const alternatives = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join("|");

const filler = "(?:了|约|近|达|达到|到|为|幅度为|幅度达|幅度|共|将近|大约|超过|超|逾|了近|了约)*";
/** A verb of change that ends right before the number. */
export const changeBefore = new RegExp(`(${alternatives(changeWords)})(?:的?(?:比例|幅度|人数|数量))?${filler}\\s?$`);
/** 增至, 提高到 …: the number behind is the new level, no change. */
export const changedTo = new RegExp(
  "(?:增加|增长|提高|提升|上升|攀升|扩大|减少|降低|下降|下滑|回落|缩减|压减|压缩|增|升|降|减|扩|涨|拓展|扩展|扩充|发展|壮大|充实|调整|上涨|恢复|变|改|缩小|缩)(?:到了?|至|为|成)(?:目前的?|现在的?|今年的?|本年的?|当年的?|现有的?|(?:19|20)\\d\\d年(?:底|末|度)?的?)?(?:约|近)?\\s?$",
);
/** 由上年的, 从2018年的 …: the number behind is the old level. */
export const changedFrom =
  /(?:^|[，,；;。（(]|[^自\d])(?:由|自(?![然主治筹学贡有动营考愿费助建身行由])(?=[^，。；]{0,8}$)|从(?!业|事|教|严|紧|中|属))(?:原来的?|原先的?|最初的?|上一?年度?的?|去年的?|(?:19|20)\d\d年(?:底|末|初|度)?的?|上学年的?|期初的?|年初的?|同期的?)?[^，。；由从]{0,12}?$/;

const when =
  "(?:上一?年度?|去年|前一?年度?|(?:19|20)\\d\\d(?:年(?:度)?|届)|上一?学年度?|(?:19|20)\\d\\d[-—－](?:19|20)?\\d\\d学年|往年|上届|同期|上期|期初|年初|昨年|“十三五”末|“十二五”末)";
/** 较上年, 比2018年同期, 与去年相比, 同比 … */
export const comparison = new RegExp(
  `(?:(?:较|比|与|同|相比于?|相较于?|对比|和)${when}(?:的)?(?:同期|底|末|年底|年末)?(?:数|水平|情况)?(?:相比|相比较|比较|比)?|同比|环比|较之${when}?|与之相比)`,
);
export const priorWord = /(?:^|[^比较与同和])(?:上一?年度?|去年|前一?年度?|上一?学年度?|上年同期|去年同期)/;

/** 相差77人, 变动幅度为5.4%: how far apart, whichever is the larger. */
export const apart = /(?:相差|差额为?|差距为?|净?变[动化](?:幅度|额|量|率)?(?:为|达到?)?)(?:约|近)?$/;
/** 1923名→1844名. */
export const arrow = /^\s*(?:→|➔|⇒|->|—>)\s*/;

/** Words of time that stand for the value of that time: 上年末, 基期, 2018年的规模. */
const earlierTime =
  "(?:上一?个?年度?|去年|前一?年度?|上一?学年度?|昨年|上[届期]|基期|期初|年初|(?:19|20)\\d\\d(?:[-—－](?:19|20)?\\d\\d)?(?:学年|[年届])度?)(?:末|底|年[末底]|同期|时)?";
const amountWord = "(?:的)?(?:同口径|可比口径)?(?:的)?(?:数据|数值|基数|数|水平|规模|存量|总量|总数)?";
/** A clause that names nothing but an earlier time, and the value that it had. */
export const earlierAlone = new RegExp(`^\\s*(?:而|其)?${earlierTime}${amountWord}(?:[则仅只也])?(?:为|是|有|达到?|的|：|:)?$`);
/** 较之2018年的, 对照上年, 比上年累计支出: the value behind is that which is compared with. */
export const comparedWith = new RegExp(
  `^\\s*(?:比|较之?|与|同|和|在|以|对照|对比|相比于?|相较于?|高于|低于|超过|多于|少于|不及)${earlierTime}${amountWord}(?:(?!相比)[\\u4e00-\\u9fff“”]){0,20}?(?:[（(]|为|是|的)?$`,
);
/** 奖牌数比2023年的, 学习人数较上年: what is named is compared with the value behind; a verb of change must follow that. */
export const namedComparedWith = new RegExp(
  `^(.*[\\u4e00-\\u9fff”）)]{2})(?:比|较之?|与|同|和|相较于?|相比于?)${earlierTime}${amountWord}$`,
);
export const movesBehind =
  /^\s*(?:相比|相较|比较)?[，,]?\s*(?:有所|略有|稍有|分别|已|又|净|实际|大幅|大大|小幅|明显|显著)*(?:增|减|提[高升]|上升|下[降滑]|升|降|多|少|扩|缩|涨|跌|回落|翻)/;
/** 在校生上年末, 在校生本年: the time behind a name is no part of it. */
const timeBehind = new RegExp(`(?<=.{2})(?:${earlierTime}|本年度?|今年|这一年度|本期|年[末底]|目前|现在|如今)${amountWord}$`);

export const planned =
  /(?:计划|规划|目标|任务|拟|力争|争取|预计|下达|预期|指标数|应当|应(?![届用急征聘对])|需要?|将需|须|必须|将(?:达|新|建|投|培|招|安|为|有|在)|达到.{0,6}规模|设立|名额|编制数|额定|核定|(?<!公共|基金|经营|综合|财政|部门)预算|估算)/;
export const ruled =
  /(?:不低于|不少于|不得低于|不得少于|不超过|不得超过|不高于|不得高于|至少|要求|标准|规定|确保|按照?|原则上|合格线|底线|下限|上限|比例控制|应达到|应不|定额|达标线|以.{1,8}(?:为主|为限))/;

/** Words in front of a label that name nothing. */
/** Openings that begin another word: 在校生, 现代学徒制, 共青团, 到账, 继续教育, 计划. */
const guards: Readonly<Record<string, string>> = {
  在: "校籍册岗职编读建",
  现: "代场行",
  共: "青享建同",
  到: "账位岗校",
  计: "划算",
  有: "效",
  其: "他它余",
  以: "上下内外前后及来",
  以上: "",
  按: "摩",
  据: "点",
  本年度: "",
  另: "类",
  实: "习训施际体践操验名",
  招收: "",
  评出: "",
  为: "",
  即: "将",
  主要: "",
  继续: "教",
  达: "标",
  已: "",
  全部: "",
  组织: "奖",
  仅: "",
  通过: "率",
  培养: "方人质基模",
  覆盖: "率面",
  选择: "",
  参加: "",
  和: "谐",
  与: "",
  于: "",
  又: "",
  获得: "",
  实现: "",
  建立: "",
  完成: "率",
  录取: "率分",
  包含: "",
  投入: "使",
  取得: "",
  落实: "率",
  除: "尘法雪虫草",
};

const opening = new RegExp(
  `^(?:${guarded(
    "其中 其中： 其 同时 此外 另外 另 目前 现 现在 现已 全年 当年 本年 本年度 这一年度 今年 如今 年内 年末 年底 期末 截至 截止 到 至 底 学年 据统计 经统计 根据统计 统计数据显示 按照 按 以 对照 据 据此计算 回顾全年 如前所述 前文所述 综上 前述 上述 以上 本年度 上年末 上年 上一年度 去年 总计 合计 共计 累计 一共 共 计 已 已经 全部 全体 各 各类 各级 各级各类 所有 我们 还 又 并 并且 且 也 和 与 及 以及 的 了 在 于 为 是 有 既有 也有 还有 内有 另有 共有 现有 拥有 具有 设有 建有 开设 设置 建成 配有 配备 具备 完成 实现 获得 荣获 取得 招收 实际 实 招聘 录取 组织 开展 举办 承办 参加 选派 引进 聘请 聘用 培养 培训了 遴选 评出 建立 签订 签约 投入 争取 安排 落实 达到 达 包括 含 不含 包含 涵盖 覆盖 涉及 分别 主要 全面 继续 积极 成功 顺利 先后 陆续 共同 其余 剩余 属于 来自 选择 通过 是指 即 仅 只 约 近 超过 ： : 一是 二是 三是 四是 五是 六是 但 但是 而 则 （ \\( ） \\) 、 ， , ； 。 = ＝ \\+ ＋ 年度 该 除 除以 除了 每年 如果 并有 均 都 “ ”",
  )})+`,
);

function guarded(words: string): string {
  return words
    .split(" ")
    .sort((a, b) => b.length - a.length)
    .map((word) => (guards[word] ? `${word}(?![${guards[word]}])` : word))
    .join("|");
}
/** Words between a label and its number. */
const closing = new RegExp(
  `(?:${alternatives(
    "共计 共有 总计 合计 累计 一共 总共 共 计 现有 拥有 具有 设有 建有 有 为 是 达到了 达到 达 完成 实现 分别 各 (?<![校生师人班户场亩平])均 约 近 将近 大约 超过 超 逾 不足 已 已达 已有 仅 仅有 只有 占 的 了 在 到 至 突破 高达 稳定在 保持在 维持在 控制在 分别为 分别是 分别有 分别达到 依次为 依次是 累计达 累计达到 总数为 总数达 总数达到 人数为 人数达 ： : 获得 获 荣获 取得 于 等 过 就 即 又 还 也 一是 增至 升至 降至 以上 － - — = ＝ 聘请 聘请了 招收 录取 建立 建成 评出 立项 含 包括 包含 其中 建立了 组建 组建了 签订 签订了 ，".split(
      " ",
    ),
  )})+$`,
);

/** Words in front of a label that say whose it is, and count as no part of it. */
export const scopeWords =
  /^(?:全市各中职学校|全市所有中职学校|(?:全[市省县区国校州盟旗]|[我本][市省县区校州盟旗]|该[校市])(?:范围内?|域内)?|市域内|市域|[市省]内(?!就业|生源|升学|招生|企业|合作)|[本该]地区|学校|学院|各中职学校|各校|各学校)(?:的)?/;
const neutral =
  /^(?:中等职业教育|中等职业学校|中职学校|中职教育|中职院校|职业学校|职业院校|中职|学历|全日制|在册|独立设置|现有|学校|总(?!值)|全部|年度|公办和民办)+/;

export interface CleanLabel {
  readonly text: string;
  readonly start: number;
  readonly scope: string;
}

/** Strips what names nothing from both ends of `words`, which begin at `offset` in the text. */
export function cleanLabel(words: string, offset: number): CleanLabel {
  let start = 0;
  let text = words;
  let scope = "";
  for (let round = 0; round < 8; round += 1) {
    const before = text.length;
    // A number of a list, or a date.
    const marked = /^\s*[[〔【\d①-⑳—–•●◆■截]/.test(text);
    const mark = (marked && /^\s*(?:[[〔【]\d{1,3}[\]〕】]|(?:\d{1,2}[.．、]|[①-⑳]|[—–•●◆■]+)(?!\d)\s*)/.exec(text)?.[0]) || "";
    text = text.slice(mark.length);
    start += mark.length;
    const date =
      (marked &&
        /^\s*(?:截[至止]到?)?\s*(?:(?:19|20)\d\d\s?(?:[-—–]\s?(?:19|20)?\d\d)?\s?(?:年度|学年度?|年|届)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|初|度)?|\d{1,2}月(?:份|底|末|\d{1,2}日)?)(?:来|以来|，)?/.exec(
          text,
        )?.[0]) ||
      "";
    text = text.slice(date.length);
    start += date.length;
    const opened = (opening.exec(text) ?? /^\s+/.exec(text))?.[0] ?? "";
    text = text.slice(opened.length);
    start += opened.length;
    const scoped = scopeWords.exec(text)?.[0] ?? "";
    if (scoped && scoped.length < text.length) {
      scope ||= scoped.replace(/的$/, "").replace(/(?:范围内?|域内)$/, "");
      text = text.slice(scoped.length);
      start += scoped.length;
    }
    if (text.length === before) break;
  }
  text = text.replace(/\s*(?:[[〔【]\d{1,3}[\]〕】])?\s*$/, "");
  for (let round = 0; round < 4; round += 1) {
    const closed = closing.exec(text)?.[0] ?? "";
    if (!closed) break;
    text = text.slice(0, text.length - closed.length).replace(/\s+$/, "");
  }
  text = text.replace(timeBehind, "");
  if (text.includes("”") && !text.includes("“") && words[start - 1] === "“") return { text: `“${text}`, start: offset + start - 1, scope };
  return { text, start: offset + start, scope };
}

/** The label without quotes, brackets, counting suffixes and words that every label of a report could have. */
export const labelKey = remembered((label) => {
  const bare = label.replace(/[“”‘’"'「」《》\s]/g, "").replace(/（[^（）]*）|\([^()]*\)/g, "");
  const short = bare.replace(neutral, "").replace(/^(?:一共|总共|共计|合计|目前|现|拥|设|共)?有(?=.{2})/, "");
  const core = (short === "" ? bare : short).replace(
    /(?<=.{2})的?(?:总人数|总数量|总数|总量|总额|总规模|规模|总计|人数|数量|数目|总值|数|量)$/,
    "",
  );
  return core === "" ? bare : core;
});

/** 集团 of 平均每个集团有…: what each of is meant; undefined where the words name none. */
export function namedHeads(words: string): string | undefined {
  return /每[个家所座间]([\u4e00-\u9fff]{2,6}?)(?:有|拥有|约|为|的|平均|开|设|接|$)/.exec(words)?.[1];
}
