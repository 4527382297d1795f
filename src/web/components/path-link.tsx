/** A link to a page whose address comes as text, from the server or a table: it opens without loading the application anew. */
import { useRouter } from "@tanstack/react-router";
import type { CSSProperties, MouseEvent, ReactNode } from "react";

export interface PathLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly title?: string;
  readonly "aria-label"?: string;
}

export function PathLink({ to, children, ...rest }: PathLinkProps) {
  const router = useRouter();
  const open = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(to);
  };
  return (
    <a href={to} onClick={open} {...rest}>
      {children}
    </a>
  );
}
