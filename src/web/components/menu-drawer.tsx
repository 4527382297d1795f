/** The main menu on narrow screens: it comes in from the left and goes when an entry is chosen. */
import { Drawer } from "antd";
import { shellWords } from "../messages/shell.ts";
import { useWords } from "../messages/text.ts";
import { Navigation } from "./navigation.tsx";

export function MenuDrawer({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const say = useWords(shellWords);
  return (
    <Drawer placement="left" size={264} open={open} onClose={close} title={say("product")} styles={{ body: { padding: 0 } }}>
      <nav aria-label={say("navigation")}>
        <Navigation opened={close} />
      </nav>
    </Drawer>
  );
}
