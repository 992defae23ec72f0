// What opens inside the pane: its heading is where the keyboard and the ear begin.
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";

export function Opened({
  title,
  lead,
  submit,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly submit: (event: FormEvent) => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <form className="research-part research-open" aria-labelledby={id} onSubmit={submit}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p className="pane-empty">{lead}</p>
      {children}
    </form>
  );
}
