/** Initial passwords, shown once: to copy, or to save and hand out. */
import { CopyOutlined, DownloadOutlined } from "@ant-design/icons";
import { Alert, App, Button, Flex, Table } from "antd";
import { Dialog } from "../../components/dialog.tsx";
import { copyText } from "../../components/clipboard.ts";
import { saveCsv } from "../../components/csv.ts";
import { accountsWords } from "../../messages/accounts.ts";
import { listWords } from "../../messages/lists.ts";
import { useWords } from "../../messages/text.ts";
import type { Issued } from "./account-forms.tsx";

export function IssuedPasswords({ issued, close }: { readonly issued: readonly Issued[]; readonly close: () => void }) {
  const say = useWords(accountsWords);
  const sayList = useWords(listWords);
  const { message } = App.useApp();
  const header = [say("organisation"), say("name"), say("username"), say("password")];
  const lines = issued.map((each) => [each.organisation, each.name, each.username, each.password]);
  const copy = async (): Promise<void> => {
    if (await copyText(lines.map((line) => line.join("\t")).join("\n"))) void message.success(sayList("copied"));
    else void message.warning(sayList("notCopied"));
  };
  return (
    <Dialog
      open
      width={640}
      title={say("oneTime")}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={close}>
          {say("kept")}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={say("oneTimeHint")} style={{ marginBottom: 12 }} />
      <Table<Issued>
        size="small"
        rowKey="username"
        dataSource={[...issued]}
        pagination={false}
        scroll={{ y: 320 }}
        columns={[
          { title: say("organisation"), dataIndex: "organisation" },
          { title: say("name"), dataIndex: "name" },
          { title: say("username"), dataIndex: "username" },
          {
            title: say("password"),
            dataIndex: "password",
            render: (password: string) => <code style={{ userSelect: "all" }}>{password}</code>,
          },
        ]}
      />
      <Flex gap={8} style={{ marginTop: 12 }}>
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {say("copyAll")}
        </Button>
        <Button icon={<DownloadOutlined />} onClick={() => saveCsv(header, lines, say("oneTime"))}>
          {say("saveAll")}
        </Button>
      </Flex>
    </Dialog>
  );
}
