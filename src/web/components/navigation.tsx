/** The main menu: what each role works with, in the order of a season; entries whose pages do not exist are left out. */
import {
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  DatabaseOutlined,
  DisconnectOutlined,
  EditOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  FormOutlined,
  HistoryOutlined,
  HomeOutlined,
  ImportOutlined,
  ReadOutlined,
  ScheduleOutlined,
  SignatureOutlined,
  TableOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import { useLocation, useRouter } from "@tanstack/react-router";
import { Menu } from "antd";
import type { ComponentType } from "react";
import type { Role } from "../../app/policies/actor.ts";
import { menuWords } from "../messages/shell.ts";
import { useWords } from "../messages/text.ts";
import { useMe } from "../session.ts";
import { useYear } from "../year.ts";
import { PathLink } from "./path-link.tsx";

interface Entry {
  readonly word: keyof typeof menuWords;
  /** A route of the router; $year is the year that one works on. */
  readonly path: string;
  readonly icon: ComponentType;
  /** Absent: everyone. */
  readonly roles?: readonly Role[];
}
interface Group {
  readonly word: keyof typeof menuWords;
  readonly entries: readonly Entry[];
}

const fillers = ["clerk", "departmentHead"] as const;
const overseers = ["reviewer", "editor", "leader", "administrator"] as const;

export const menu: readonly (Entry | Group)[] = [
  { word: "home", path: "/", icon: HomeOutlined },
  {
    word: "work",
    entries: [
      { word: "fill", path: "/fill/$year", icon: FormOutlined, roles: [...fillers, "head"] },
      { word: "confirm", path: "/confirm/$year", icon: CheckSquareOutlined, roles: ["departmentHead"] },
      { word: "sign", path: "/sign/$year", icon: SignatureOutlined, roles: ["head", "leader"] },
      { word: "exports", path: "/admin/exports", icon: ImportOutlined, roles: fillers },
    ],
  },
  {
    word: "review",
    entries: [
      { word: "queue", path: "/review", icon: AuditOutlined, roles: ["reviewer", "editor", "leader"] },
      {
        word: "corrections",
        path: "/corrections",
        icon: EditOutlined,
        roles: ["clerk", "departmentHead", "head", "reviewer", "editor", "leader"],
      },
    ],
  },
  {
    word: "season",
    entries: [
      { word: "board", path: "/board/$year", icon: ScheduleOutlined, roles: overseers },
      { word: "matrix", path: "/matrix/$year", icon: TableOutlined, roles: [...overseers, "reader"] },
    ],
  },
  {
    word: "reading",
    entries: [
      { word: "report", path: "/report/$year", icon: FileTextOutlined },
      { word: "indicators", path: "/indicators/$year", icon: BarChartOutlined },
      { word: "audit", path: "/audit", icon: FileSearchOutlined },
      { word: "dictionary", path: "/dictionary", icon: ReadOutlined },
      { word: "history", path: "/history", icon: HistoryOutlined },
    ],
  },
  {
    word: "administration",
    entries: [
      { word: "organisations", path: "/admin/organisations", icon: ApartmentOutlined, roles: ["administrator"] },
      { word: "accounts", path: "/admin/accounts", icon: TeamOutlined, roles: ["administrator"] },
      { word: "cycles", path: "/admin/cycles", icon: CalendarOutlined, roles: ["administrator"] },
      { word: "breaks", path: "/admin/breaks", icon: DisconnectOutlined, roles: ["administrator"] },
      { word: "exports", path: "/admin/exports", icon: ImportOutlined, roles: ["administrator"] },
      { word: "keeping", path: "/admin/keeping", icon: DatabaseOutlined, roles: ["administrator"] },
    ],
  },
  { word: "guide", path: "/guide", icon: BookOutlined },
];

/** What a role finds in the menu, groups without entries left out. */
export function menuFor(role: Role, exists: (path: string) => boolean): readonly (Entry | Group)[] {
  const mine = (entry: Entry): boolean => exists(entry.path) && (entry.roles === undefined || entry.roles.includes(role));
  return menu.flatMap((item): (Entry | Group)[] => {
    if (!("entries" in item)) return mine(item) ? [item] : [];
    const entries = item.entries.filter(mine);
    return entries.length > 0 ? [{ ...item, entries }] : [];
  });
}

/** False for a page of administration that is in no menu of the role: its address was typed or came in a link. */
export function mayOpen(role: Role, pathname: string): boolean {
  if (!pathname.startsWith("/admin/")) return true;
  return menu.some((item) =>
    ("entries" in item ? item.entries : [item]).some((entry) => entry.path === pathname && (entry.roles?.includes(role) ?? true)),
  );
}

/** `opened` is told when an entry was chosen: the drawer closes. */
export function Navigation({ opened }: { readonly opened?: () => void }) {
  const say = useWords(menuWords);
  const me = useMe();
  const year = useYear();
  const { routesByPath } = useRouter();
  const { pathname } = useLocation();
  const items = menuFor(me.role, (path) => path in routesByPath);
  const toOf = (entry: Entry): string => entry.path.replace("$year", String(year));
  const entries = items.flatMap((item) => ("entries" in item ? item.entries : [item]));
  const current = entries
    .map(toOf)
    .filter((to) => pathname === to || (to !== "/" && pathname.startsWith(`${to}/`)))
    .toSorted((left, right) => right.length - left.length)[0];
  const itemOf = (entry: Entry) => ({
    key: toOf(entry),
    icon: <entry.icon />,
    label: <PathLink to={toOf(entry)}>{say(entry.word)}</PathLink>,
  });
  return (
    <Menu
      mode="inline"
      inlineIndent={16}
      selectedKeys={current === undefined ? [] : [current]}
      onClick={() => opened?.()}
      style={{ borderInlineEnd: 0 }}
      items={items.map((item) =>
        "entries" in item
          ? { type: "group" as const, key: item.word, label: say(item.word), children: item.entries.map(itemOf) }
          : itemOf(item),
      )}
    />
  );
}
