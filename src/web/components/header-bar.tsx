/** The right of the header: demo badge, organisation, year, reminders, help, language, the person. */
import { BellOutlined, LogoutOutlined, QuestionCircleOutlined, TranslationOutlined, UserOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation, useParams, useRouter } from "@tanstack/react-router";
import { App, Badge, Button, Dropdown, Tag, Tooltip, Typography } from "antd";
import { useContext } from "react";
import { call } from "../client.ts";
import { roleWords, shellWords } from "../messages/shell.ts";
import { LanguageContext, useMarks, useWords } from "../messages/text.ts";
import { meQuery, signOut, useMe } from "../session.ts";
import { rememberYear, useYear } from "../year.ts";

export const remindersQuery = { queryKey: ["reminders"], queryFn: () => call("GET /api/reminders", {}), staleTime: 60_000, retry: false };

export function HeaderBar({ wide }: { readonly wide: boolean }) {
  const say = useWords(shellWords);
  const sayRole = useWords(roleWords);
  const marks = useMarks();
  const me = useMe();
  const { language, choose } = useContext(LanguageContext);
  const router = useRouter();
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const reminders = useQuery(remindersQuery);
  const unread = reminders.data?.filter((each) => !each.read).length ?? 0;
  const has = (path: string): boolean => path in router.routesByPath;
  const { modal } = App.useApp();
  const leave = async (): Promise<void> => {
    const count = await (await import("../filling/drafts.ts")).countDrafts(me.id);
    const words = {
      title: say("unsavedTitle", { count }),
      content: say("unsavedHint"),
      okText: say("signOutAnyway"),
      cancelText: say("stay"),
    };
    if (count > 0 && !(await modal.confirm(words))) return;
    await signOut();
    await router.navigate({ to: "/sign-in", search: {} });
    queries.clear();
    queries.setQueryData(meQuery.queryKey, null);
  };
  const other = language === "zh" ? "en" : "zh";
  return (
    <>
      <Typography.Text ellipsis={{ tooltip: true }} strong className="shell-organisation">
        {me.organisationName}
      </Typography.Text>
      {me.demo && (
        <Tooltip title={say("demoHint")}>
          <Tag color="warning" style={{ margin: 0 }}>
            {say("demoBadge")}
          </Tag>
        </Tooltip>
      )}
      <span style={{ flex: 1 }} />
      <YearChooser />
      {has("/reminders") && (
        <Badge count={unread} size="small" offset={[-6, 6]}>
          <Button
            type="text"
            icon={<BellOutlined />}
            aria-label={unread > 0 ? say("unread", { count: unread }) : say("reminders")}
            onClick={() => router.history.push("/reminders")}
          />
        </Badge>
      )}
      {wide && has("/guide") && (
        <Tooltip title={say("help")}>
          <Button
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-label={say("help")}
            onClick={() => router.history.push(`/guide?place=${encodeURIComponent(pathname)}`)}
          />
        </Tooltip>
      )}
      {wide && (
        <Button type="text" icon={<TranslationOutlined />} lang={other === "en" ? "en" : "zh-CN"} onClick={() => choose(other)}>
          {say("language")}
        </Button>
      )}
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "who", disabled: true, label: `${me.name}${marks.open}${sayRole(me.role)}${marks.close}` },
            { type: "divider" },
            { key: "account", icon: <UserOutlined />, label: say("account") },
            ...(wide ? [] : [{ key: "language", icon: <TranslationOutlined />, label: say("language") }]),
            ...(!wide && has("/guide") ? [{ key: "guide", icon: <QuestionCircleOutlined />, label: say("help") }] : []),
            { key: "leave", icon: <LogoutOutlined />, label: say("signOut") },
          ],
          onClick: ({ key }) => {
            if (key === "leave") void leave();
            else if (key === "language") choose(other);
            else if (key === "guide") router.history.push(`/guide?place=${encodeURIComponent(pathname)}`);
            else router.history.push("/account");
          },
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={`${say("account")}${marks.colon}${me.name}`}>
          {wide ? me.name : null}
        </Button>
      </Dropdown>
    </>
  );
}

function YearChooser() {
  const say = useWords(shellWords);
  const me = useMe();
  const year = useYear();
  const router = useRouter();
  const { pathname, searchStr } = useLocation();
  const inPath = useParams({ strict: false }) as { readonly year?: string };
  if (me.cycles.length === 0) return <Typography.Text type="secondary">{say("noYear")}</Typography.Text>;
  const years = [...new Set([year, ...me.cycles.map((cycle) => cycle.year)])].toSorted((left, right) => right - left);
  return (
    <select
      className="shell-year"
      aria-label={say("year")}
      value={year}
      onChange={(event) => {
        const next = Number(event.target.value);
        rememberYear(next);
        if (inPath.year === undefined) void router.invalidate();
        else router.history.push(pathname.replace(`/${inPath.year}`, `/${next}`) + searchStr);
      }}
    >
      {years.map((each) => (
        <option key={each} value={each}>
          {say("yearItem", { year: each })}
        </option>
      ))}
    </select>
  );
}
