/** The look: Ant Design in a sober blue, dense enough for 1366×768, with the fonts that offices have. */
import type { ThemeConfig } from "antd";

export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#1f5fbf",
    colorLink: "#1f5fbf",
    // Dark enough to be read on their own pale grounds: 4.5:1 and more.
    colorInfo: "#1f5fbf",
    colorSuccess: "#23701c",
    colorWarning: "#8f5200",
    colorError: "#b42318",
    colorInfoBg: "#e8f0fc",
    colorSuccessBg: "#eaf6e7",
    colorWarningBg: "#fff6df",
    colorErrorBg: "#fdeceb",
    colorWarningBorder: "#e8cf96",
    colorErrorBorder: "#f0b8b3",
    colorSuccessBorder: "#b4dcae",
    colorTextSecondary: "#4b5563",
    colorTextTertiary: "#596373",
    colorTextDescription: "#4b5563",
    colorTextPlaceholder: "#6b7280",
    // What grows or slides moves under the mouse: on slow office computers a click then ends beside what it began on.
    motion: false,
    borderRadius: 4,
    fontSize: 14,
    fontFamily: '"Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif',
  },
  components: {
    // Under the mouse a button must stay as readable as before.
    Button: { defaultHoverColor: "#1f5fbf", defaultHoverBorderColor: "#1f5fbf" },
    Table: { cellPaddingBlock: 8, cellPaddingInline: 10 },
    Layout: { headerHeight: 48 },
  },
};
