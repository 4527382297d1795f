/** A dialog that fits into the window: what is too long scrolls between its title and its buttons, which stay in sight. */
import { Modal, type ModalProps } from "antd";

export function Dialog(props: ModalProps) {
  return (
    <Modal
      style={{ top: 32 }}
      styles={{
        body: { maxHeight: `calc(100vh - ${props.footer === null ? 112 : 168}px)`, marginInline: -8, paddingInline: 8, overflowY: "auto" },
      }}
      {...props}
    />
  );
}
