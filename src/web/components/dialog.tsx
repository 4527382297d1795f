/**
 * A dialog that stands at once. While one grows out of the mouse its fields move under it: a click that began on a field or an
 * entry of its list ends beside it, so a calendar does not open and a choice is not taken; on a slow computer that is a second.
 * It fits into the window: what is too long scrolls between its title and its buttons, which stay in sight.
 */
import { Modal, type ModalProps } from "antd";

export function Dialog(props: ModalProps) {
  return (
    <Modal
      transitionName=""
      maskTransitionName=""
      style={{ top: 32 }}
      styles={{
        body: { maxHeight: `calc(100vh - ${props.footer === null ? 112 : 168}px)`, marginInline: -8, paddingInline: 8, overflowY: "auto" },
      }}
      {...props}
    />
  );
}
