/** Words of the frame: sign-in, navigation, what every page says. */
import type { Words } from "./text.ts";

export const shellWords = {
  product: { zh: "质报", en: "Zhibao" },
  purpose: { zh: "中等职业教育质量年度报告：填报、审核、撰写、发布", en: "Annual quality reports of secondary vocational education" },
  username: { zh: "用户名", en: "User name" },
  password: { zh: "密码", en: "Password" },
  signIn: { zh: "登录", en: "Sign in" },
  signOut: { zh: "退出", en: "Sign out" },
  demoAccounts: { zh: "示例账号（点一下即登录）", en: "Demo accounts (click to sign in)" },
  unreachable: { zh: "连不上服务器，请检查网络", en: "The server cannot be reached" },
  loading: { zh: "正在打开…", en: "Opening…" },
} as const satisfies Words;
