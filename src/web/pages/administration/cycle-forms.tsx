/** Opening a cycle, and changing its deadlines, title and date of issue. */
import { MinusCircleOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, App, Button, Flex, Form, InputNumber, Radio, Select } from "antd";
import { useEffect, useRef } from "react";
import type { Cycle } from "../../../core/model/cycle.ts";
import { catalogQuery } from "../../catalog-query.ts";
import { call } from "../../client.ts";
import { DayInput } from "../../components/day-input.tsx";
import { FormModal } from "../../components/form-modal.tsx";
import { cycleWords } from "../../messages/administration.ts";
import { useMarks, useWords } from "../../messages/text.ts";
import { useMe } from "../../session.ts";
import { organisationOptions, organisationsQuery, treeRows } from "./organisation-query.ts";

const refresh = [["cycles"], ["me"], ["tasks"], ["board"]];

interface Deadlines {
  readonly school: string;
  readonly county: string;
  readonly city: string;
}

interface OpenFields {
  readonly year: number;
  readonly titleYear: number;
  readonly period: "calendarYear" | "schoolYear";
  readonly deadlines: Deadlines;
  readonly outlines: { readonly city: string; readonly school: string };
}

export function OpenCycle({ newest, close }: { readonly newest: number | null; readonly close: () => void }) {
  const say = useWords(cycleWords);
  const me = useMe();
  const { message } = App.useApp();
  const catalog = useQuery(catalogQuery("current"));
  const outlines = (level: "city" | "school") =>
    (catalog.data?.outlines ?? [])
      .filter((outline) => outline.level === level)
      .map((outline) => ({ value: outline.code, label: outline.zh }));
  const year = newest === null ? yearAskedFor(me.today) : newest + 1;
  return (
    <FormModal<OpenFields, unknown>
      title={say("open")}
      okText={say("open")}
      width={600}
      initial={{
        year,
        titleYear: year,
        period: "calendarYear",
        deadlines: usualDeadlines(year),
        outlines: { city: "2016-city", school: "2016-school" },
      }}
      submit={(body) => call("POST /api/cycles", { body: { ...body, organisation: me.organisation } })}
      done={() => void message.success(say("opened"))}
      close={close}
      refresh={refresh}
    >
      <Flex gap={16}>
        <Form.Item name="year" label={say("year")} rules={[{ required: true }]} style={{ flex: 1 }}>
          <InputNumber min={2000} max={2099} style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="titleYear" label={say("titleYear")} extra={say("titleYearHint")} rules={[{ required: true }]} style={{ flex: 1 }}>
          <InputNumber min={2000} max={2099} style={{ width: "100%" }} />
        </Form.Item>
      </Flex>
      <Form.Item name="period" label={say("period")} rules={[{ required: true }]}>
        <Radio.Group options={(["calendarYear", "schoolYear"] as const).map((period) => ({ value: period, label: say(period) }))} />
      </Form.Item>
      <DeadlineFields />
      <Form.Item name={["outlines", "city"]} label={say("cityOutline")} rules={[{ required: true }]}>
        <Select options={outlines("city")} loading={catalog.isPending} />
      </Form.Item>
      <Form.Item name={["outlines", "school"]} label={say("schoolOutline")} rules={[{ required: true }]}>
        <Select options={outlines("school")} loading={catalog.isPending} />
      </Form.Item>
      <WhoWillFill />
    </FormModal>
  );
}

/** A year's figures are asked for from its last months on. */
export function yearAskedFor(today: string): number {
  const [year, month] = today.split("-").map(Number) as [number, number];
  return month >= 9 ? year : year - 1;
}

const usualDeadlines = (year: number): Deadlines => ({
  school: `${year + 1}-01-10`,
  county: `${year + 1}-01-20`,
  city: `${year + 1}-01-31`,
});

/** Title and deadlines follow the year as long as nobody chose them; who will be asked is told before it happens. */
function WhoWillFill() {
  const say = useWords(cycleWords);
  const marks = useMarks();
  const me = useMe();
  const form = Form.useFormInstance<OpenFields>();
  const year = Form.useWatch("year", form);
  const period = Form.useWatch("period", form);
  const deadlines = Form.useWatch("deadlines", form);
  const isYear = typeof year === "number" && year >= 2000 && year <= 2099;
  const proposedFor = useRef(year);
  useEffect(() => {
    const before = proposedFor.current;
    if (!isYear || before === year) return;
    proposedFor.current = year;
    if (before === undefined) return;
    const follow = (name: "titleYear" | ["deadlines", keyof Deadlines], proposed: unknown, next: unknown): void => {
      if (form.getFieldValue(name) === proposed) form.setFieldValue(name, next);
    };
    follow("titleYear", before, year);
    for (const level of ["school", "county", "city"] as const)
      follow(["deadlines", level], usualDeadlines(before)[level], usualDeadlines(year)[level]);
  }, [form, year, isYear]);
  const end = `${year}-${period === "schoolYear" ? "08-31" : "12-31"}`;
  const nodes = useQuery({ ...organisationsQuery(end), enabled: isYear });
  const rows = treeRows(nodes.data ?? [], me.organisation);
  const count = (kind: string): number => rows.filter((row) => row.kind === kind).length;
  const past = (["school", "county", "city"] as const).filter((level) => deadlines?.[level] && deadlines[level] < me.today);
  return (
    <>
      {nodes.data && (
        <Alert
          type={count("school") === 0 ? "warning" : "info"}
          showIcon
          title={say(count("school") === 0 ? "nobodyFills" : "willFill", { day: end, counties: count("county"), schools: count("school") })}
        />
      )}
      {past.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 8 }}
          title={say("pastDeadlines", { levels: past.map((level) => say(level)).join(marks.comma) })}
        />
      )}
    </>
  );
}

interface ChangeFields {
  readonly titleYear: number;
  readonly issuedOn?: string;
  readonly deadlines: Partial<Deadlines>;
  readonly extensions?: readonly { readonly organisation: string; readonly day: string }[];
}

export function ChangeCycle({ cycle, close }: { readonly cycle: Cycle; readonly close: () => void }) {
  const say = useWords(cycleWords);
  const marks = useMarks();
  const me = useMe();
  const nodes = useQuery(organisationsQuery(cycle.dataPeriod.end));
  const options = organisationOptions(treeRows(nodes.data ?? [], me.organisation));
  return (
    <FormModal<ChangeFields, unknown>
      title={`${say("title")} ${cycle.year}${marks.colon}${say("change")}`}
      width={600}
      initial={{
        titleYear: cycle.titleYear,
        issuedOn: cycle.issuedOn ?? "",
        deadlines: cycle.deadlines,
        extensions: Object.entries(cycle.extensions ?? {}).map(([organisation, day]) => ({ organisation, day })),
      }}
      submit={({ titleYear, issuedOn, deadlines, extensions = [] }) =>
        call("PATCH /api/cycles/{organisation}/{year}", {
          params: { organisation: cycle.organisation, year: cycle.year },
          body: {
            titleYear,
            issuedOn: issuedOn ? issuedOn : null,
            deadlines: Object.fromEntries(Object.entries(deadlines).filter(([, day]) => Boolean(day))),
            extensions: Object.fromEntries(extensions.map((each) => [each.organisation, each.day])),
          },
        })
      }
      close={close}
      refresh={refresh}
    >
      <Flex gap={16}>
        <Form.Item name="titleYear" label={say("titleYear")} rules={[{ required: true }]} style={{ flex: 1 }}>
          <InputNumber min={2000} max={2099} style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="issuedOn" label={say("issuedOn")} style={{ flex: 1 }}>
          <DayInput />
        </Form.Item>
      </Flex>
      <DeadlineFields optional />
      <Form.Item label={say("extensions")} extra={say("extensionsHint")}>
        <Form.List name="extensions">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <Flex key={key} gap={8} align="baseline">
                  <Form.Item name={[name, "organisation"]} rules={[{ required: true }]} style={{ flex: 1, marginBottom: 8 }}>
                    <Select aria-label={say("organisation")} showSearch={{ optionFilterProp: "label" }} options={options} />
                  </Form.Item>
                  <Form.Item name={[name, "day"]} rules={[{ required: true }]} style={{ marginBottom: 8 }}>
                    <DayInput aria-label={say("deadlines")} />
                  </Form.Item>
                  <Button type="text" icon={<MinusCircleOutlined />} aria-label="−" onClick={() => remove(name)} />
                </Flex>
              ))}
              <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={() => add()}>
                {say("addExtension")}
              </Button>
            </>
          )}
        </Form.List>
      </Form.Item>
    </FormModal>
  );
}

function DeadlineFields({ optional = false }: { readonly optional?: boolean }) {
  const say = useWords(cycleWords);
  return (
    <Flex gap={16} align="end">
      {(["school", "county", "city"] as const).map((level) => (
        <Form.Item
          key={level}
          name={["deadlines", level]}
          label={`${say("deadlines")} · ${say(level)}`}
          rules={[{ required: !optional }]}
          style={{ flex: 1 }}
        >
          <DayInput />
        </Form.Item>
      ))}
    </Flex>
  );
}
