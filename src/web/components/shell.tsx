/** The frame around every page: menu, year, person, reminders, help; a drawer instead of the side menu on narrow screens. */
import { MenuOutlined } from "@ant-design/icons";
import { Outlet, useLocation } from "@tanstack/react-router";
import { App, Button, Grid, Layout, Spin } from "antd";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { shellWords } from "../messages/shell.ts";
import { useWords } from "../messages/text.ts";
import { useMe } from "../session.ts";
import { HeaderBar } from "./header-bar.tsx";
import { mayOpen, Navigation } from "./navigation.tsx";
import { PathLink } from "./path-link.tsx";
import { ForbiddenPage } from "./problem.tsx";
import { SessionGuard } from "./session-guard.tsx";
import { StandingNotices } from "./standing-notices.tsx";
import "./shell.css";

/** Loaded on narrow screens alone. */
const MenuDrawer = lazy(async () => ({ default: (await import("./menu-drawer.tsx")).MenuDrawer }));

export function Shell() {
  return (
    <App>
      <Frame />
    </App>
  );
}

/** After a page was turned and the focus lost with the old one, keys and screen readers go on at the new page's content. */
function useFocusOnTurn(pathname: string): void {
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (document.activeElement === null || document.activeElement === document.body)
      document.getElementById("content")?.focus({ preventScroll: true });
  }, [pathname]);
}

function Frame() {
  const say = useWords(shellWords);
  const wide = Grid.useBreakpoint().lg ?? window.innerWidth >= 992;
  const [open, setOpen] = useState(false);
  const me = useMe();
  const { pathname } = useLocation();
  useFocusOnTurn(pathname);
  return (
    <Layout className="shell">
      <a className="skip-link" href="#content">
        {say("skip")}
      </a>
      <Layout.Header className="shell-header">
        {!wide && <Button type="text" icon={<MenuOutlined />} aria-label={say("menu")} onClick={() => setOpen(true)} />}
        <PathLink to="/" className="shell-brand">
          {say("product")}
        </PathLink>
        <HeaderBar wide={wide} />
      </Layout.Header>
      <Layout hasSider={wide}>
        {wide ? (
          <Layout.Sider theme="light" width={184} className="shell-sider">
            <nav aria-label={say("navigation")}>
              <Navigation />
            </nav>
          </Layout.Sider>
        ) : (
          <Suspense fallback={null}>
            <MenuDrawer open={open} close={() => setOpen(false)} />
          </Suspense>
        )}
        <div className="shell-content">
          <StandingNotices />
          <main id="content" tabIndex={-1} key={pathname.split("/", 2).join("/")}>
            <Suspense fallback={<Spin description={say("loading")} style={{ display: "block", margin: "20vh auto" }} />}>
              {mayOpen(me.role, pathname) ? <Outlet /> : <ForbiddenPage />}
            </Suspense>
          </main>
        </div>
      </Layout>
      <SessionGuard />
    </Layout>
  );
}
