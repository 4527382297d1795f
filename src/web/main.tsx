/** Starts the web application. */
import "./old-browsers.ts";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { StrictMode, useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { ServerProblem } from "./client.ts";
import { type Language, LanguageContext } from "./messages/text.ts";
import { popupContainer } from "./popups.ts";
import { createAppRouter } from "./routes.tsx";
import { theme } from "./theme.ts";
import "./base.css";

const queries = new QueryClient({
  // What the browser thinks of the connection counts for nothing here: every request is tried, and what it finds is shown.
  defaultOptions: {
    queries: {
      networkMode: "always",
      retry: (count, error) => !(error instanceof ServerProblem) && count < 2,
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
    },
    mutations: { networkMode: "always" },
  },
});
const router = createAppRouter(queries);

function Root() {
  const [language, setLanguage] = useState<Language>(localStorage.getItem("language") === "en" ? "en" : "zh");
  const context = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        localStorage.setItem("language", next);
        setLanguage(next);
      },
    }),
    [language],
  );
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  return (
    <LanguageContext value={context}>
      <ConfigProvider
        locale={language === "zh" ? zhCN : enUS}
        theme={theme}
        button={{ autoInsertSpace: false }}
        getPopupContainer={popupContainer}
      >
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ConfigProvider>
    </LanguageContext>
  );
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);
