/** The look: Ant Design in a sober blue, dense enough for 1366×768, with the fonts that offices have. */
import type { ThemeConfig } from "antd";

export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#1f5fbf",
    borderRadius: 4,
    fontSize: 14,
    fontFamily: '"Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif',
  },
  components: { Table: { cellPaddingBlock: 8, cellPaddingInline: 10 }, Layout: { headerHeight: 48 } },
};
