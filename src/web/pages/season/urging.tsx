/** Urging: the text that names who owes what, to copy into a chat group or to send as reminders. */
import { CopyOutlined, SendOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, App, Button, Checkbox, Flex, Form, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { call } from "../../client.ts";
import { copyText } from "../../components/clipboard.ts";
import { ProblemView, useSayProblem } from "../../components/problem.tsx";
import { listWords } from "../../messages/lists.ts";
import { seasonWords } from "../../messages/season.ts";
import { useWords } from "../../messages/text.ts";
import type { BoardRow } from "./board-counts.ts";

export interface UrgingProps {
  readonly organisation: string;
  readonly year: number;
  readonly rows: readonly BoardRow[];
  readonly close: () => void;
}

export function Urging({ organisation, year, rows, close }: UrgingProps) {
  const say = useWords(seasonWords);
  const params = { organisation, year };
  const urging = useQuery({
    queryKey: ["urging", organisation, year],
    queryFn: () => call("GET /api/season/{organisation}/{year}/urging", { params }),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog open title={say("urgeTitle")} onCancel={close} footer={null} width={680}>
      {urging.isPending && <Skeleton active />}
      {urging.error && <ProblemView error={urging.error} retry={() => void urging.refetch()} />}
      {urging.data &&
        (urging.data.organisations.length === 0 ? (
          <Alert type="success" showIcon title={say("urgeNobody")} />
        ) : (
          <UrgingForm organisation={organisation} year={year} rows={rows} close={close} start={urging.data} />
        ))}
    </Dialog>
  );
}

interface UrgingFormProps extends UrgingProps {
  readonly start: { readonly text: string; readonly organisations: readonly string[] };
}

function UrgingForm({ organisation, year, rows, start, close }: UrgingFormProps) {
  const say = useWords(seasonWords);
  const sayList = useWords(listWords);
  const sayProblem = useSayProblem();
  const { message } = App.useApp();
  const [text, setText] = useState(start.text);
  const [chosen, setChosen] = useState<readonly string[]>(start.organisations);
  const [mail, setMail] = useState(false);
  const names = new Map(rows.map((row) => [row.organisation, row.name]));
  const remind = useMutation({
    mutationFn: () =>
      call("POST /api/season/{organisation}/{year}/reminders", {
        params: { organisation, year },
        body: { organisations: [...chosen], text: text.slice(0, 2000), mail },
      }),
    onSuccess: ({ reminded, mailed, mailProblem }) => {
      void message.success(mailed > 0 ? say("remindedMailed", { count: reminded, mailed }) : say("reminded", { count: reminded }));
      if (mailProblem === null) close();
      else void message.warning(say("mailProblem", { problem: mailProblem }), 10);
    },
  });
  const copy = async (): Promise<void> => {
    if (await copyText(text)) void message.success(sayList("copied"));
    else void message.warning(sayList("notCopied"));
  };
  return (
    <Form layout="vertical">
      <Form.Item label={say("urgeText")} htmlFor="urging-text">
        <Input.TextArea
          id="urging-text"
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoSize={{ minRows: 6, maxRows: 14 }}
          maxLength={2000}
          showCount
        />
      </Form.Item>
      <Form.Item label={say("remindWhom")} htmlFor="urging-whom">
        <Select
          id="urging-whom"
          mode="multiple"
          value={[...chosen]}
          onChange={(codes: string[]) => setChosen(codes)}
          options={start.organisations.map((code) => ({ value: code, label: names.get(code) ?? code }))}
          showSearch={{ optionFilterProp: "label" }}
          maxTagCount={12}
        />
      </Form.Item>
      {remind.error && <Alert type="error" showIcon title={sayProblem(remind.error)} style={{ marginBottom: 12 }} />}
      <Flex wrap gap={12} align="center">
        <Button type="primary" icon={<CopyOutlined />} onClick={() => void copy()}>
          {say("copy")}
        </Button>
        <Button
          icon={<SendOutlined />}
          loading={remind.isPending}
          disabled={chosen.length === 0 || text.trim().length < 2}
          onClick={() => remind.mutate()}
        >
          {say("remind")}
        </Button>
        <Checkbox checked={mail} onChange={(event) => setMail(event.target.checked)}>
          {say("mailToo")}
        </Checkbox>
      </Flex>
    </Form>
  );
}
