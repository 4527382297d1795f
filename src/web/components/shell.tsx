/** The frame around every page. */
import { Outlet } from "@tanstack/react-router";
import { Layout } from "antd";

export function Shell() {
  return (
    <Layout style={{ minHeight: "100vh" }}>
      <Layout.Content>
        <Outlet />
      </Layout.Content>
    </Layout>
  );
}
