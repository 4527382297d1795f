/** Names of schools and other bodies as a text writes them, cut free from the words before them. */
import type { Document, Span } from "../document.ts";
import { insideTitle, prose } from "./prose.ts";

export interface Named {
  readonly name: string;
  /** 校区 of an 学院 is the last suffix. */
  readonly suffix: string;
  readonly first: Span;
  readonly count: number;
}

/** Longer suffixes first. */
const suffixes = [
  "职业技术教育中心",
  "职业教育中心",
  "中等专业学校",
  "职教中心",
  "职业中专",
  "研究院",
  "委员会",
  "分院",
  "分校",
  "校区",
  "学校",
  "学院",
  "大学",
  "中专",
  "技校",
  "职高",
  "职院",
  "集团",
] as const;

const suffix = new RegExp(suffixes.join("|"), "gu");

/** Words that stand before a name and are no part of it; the name begins behind the last of them. */
const before =
  /(?:我[市省县区州校]|全[市省县区州国]|以及|其中|包括|分别|对接|组建|成立|参加|参与|选派|组织|依托|支持|引导|指导|促成|举行|举办|推动|推进|协商|确定|遴选|选择|开展|联合|通过|保留|申报|完成|发挥|邀请|来自|位于|成为|更名|升格|纳入|创建|建成|牵头|合作|共建|联办|协同|协助|帮扶|支援|走访|考察|调研|新建|扩建|改建|委托|授予|批准|同意|认定|评为|荣获|获得|以来|现有|共有|拥有|设立|设在|加入|安排|鼓励|督促|负责|所属|直属|下属|还有|如|与|[和及在由向的了将把被从赴至是含对等各该跟为有让使给即达])(?!平职|田职|县职|洲)/gu;

/** A name must say more than what kind of school it is. */
const generic =
  /^(?:中等|高等|职业|技术|教育|专业|技工|技师|高级|中职|高职|中高职|院校|示范|重点|骨干|普通|公办|民办|民营|国办|省属|市属|县属|市直|省直|县直|本科|大专|专科|应用|型|试点|其他|其它|有关|相关|合作|优质|特色|初级|高中|初中|中小|小学|中学|对口|产教|融合|校企|职教|两所|多所|所|个|[一二三四五六七八九十\d]|县级|市级|省级|国家级|国家|县|市|区|省|全日制|改革|发展|先进|高水平|独立|专门|成员|龙头|牵头|大型|不同|每个|农村|城市|当地|本地|区域|地方|开放|电视|广播|老年|社区|家长|农民|新型|名牌|知名|综合|成人|职工|干部|函授|民族|女子|夜|独立|设置|各类|学|校|院)+$/u;

export function organisationNames(document: Document): Named[] {
  const found = new Map<string, { name: string; suffix: string; first: Span; count: number }>();
  for (const passage of prose(document))
    for (const match of passage.text.matchAll(suffix)) {
      const end = match.index + match[0].length;
      if (passage.text.startsWith("学校", end) || passage.text.startsWith("学院", end)) continue;
      const name = nameBefore(passage.text, match.index, end);
      if (name === null) continue;
      const start = passage.start + end - name.length;
      if (insideTitle(document.text, start)) continue;
      const known = found.get(name);
      if (known) known.count++;
      else if (found.size < 3000) found.set(name, { name, suffix: match[0], first: { start, end: passage.start + end }, count: 1 });
    }
  return [...found.values()];
}

function nameBefore(text: string, at: number, end: number): string | null {
  const reach = /[\u3400-\u9fff]*$/u.exec(text.slice(Math.max(0, at - 18), at))?.[0] ?? "";
  let from = 0;
  for (const match of reach.matchAll(before)) from = match.index + match[0].length;
  const stem = reach.slice(from);
  if (stem.length < 2 || generic.test(stem)) return null;
  // 校区 and 分院 are named after their school.
  const name = stem + text.slice(at, end);
  if (/(?:校区|分院|分校)$/u.test(name) && !/(?:学院|学校|大学|中专|中心)/u.test(stem)) return null;
  return name;
}
