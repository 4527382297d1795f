/** Words that every list says. */
import type { Words } from "./text.ts";

export const listWords = {
  search: { zh: "搜索", en: "Search" },
  export: { zh: "导出", en: "Export" },
  count: { zh: "共 {count} 条", en: "{count} in all" },
  shown: { zh: "显示 {shown} / {count} 条", en: "{shown} of {count} shown" },
  reading: { zh: "正在读取…", en: "Reading…" },
  nothingFound: { zh: "没有符合条件的内容，请换个词或清除筛选", en: "Nothing matches; try another word or clear the filters" },
  empty: { zh: "暂无内容", en: "Nothing here yet" },
  copy: { zh: "复制", en: "Copy" },
  copied: { zh: "已复制", en: "Copied" },
  notCopied: { zh: "浏览器不允许自动复制，请选中文字后按 Ctrl+C", en: "The browser does not allow it: select the text and press Ctrl+C" },
  save: { zh: "保存", en: "Save" },
  cancel: { zh: "取消", en: "Cancel" },
  close: { zh: "关闭", en: "Close" },
  confirm: { zh: "确定", en: "OK" },
  required: { zh: "必填", en: "Required" },
  saved: { zh: "已保存", en: "Saved" },
  more: { zh: "再显示 {count} 条", en: "Show {count} more" },
} as const satisfies Words;
