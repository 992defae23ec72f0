// One pane of the corner: its heading, and what it shows while it waits or when it got no answer.
import { useText } from "@somlos/look/language";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { Refused } from "../api.ts";
import { cornerTexts } from "./texts.ts";

export function Pane<T>({
  title,
  asked,
  children,
  className = "",
}: {
  readonly title: string;
  readonly asked: UseQueryResult<T>;
  readonly children: (answer: T) => ReactNode;
  readonly className?: string;
}) {
  const id = useId();
  return (
    <section className={`pane ${className}`} aria-labelledby={id} aria-busy={asked.isPending}>
      <h2 id={id}>{title}</h2>
      {asked.data !== undefined ? children(asked.data) : <Waiting asked={asked} />}
    </section>
  );
}

function Waiting({ asked }: { readonly asked: UseQueryResult<unknown> }) {
  const text = useText(cornerTexts);
  if (asked.isPending)
    return (
      <ul aria-label={text.wait}>
        {[62, 48, 55].map((width) => (
          <li className="line" key={width}>
            <span className="skeleton" style={{ width: `${width}%` }} />
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <RefusedNote error={asked.error} />
      <button type="button" className="button" onClick={() => void asked.refetch()}>
        {text.again}
      </button>
    </>
  );
}

/** Why it did not go, in the server's words. */
export function RefusedNote({ error }: { readonly error: unknown }) {
  const text = useText(cornerTexts);
  if (error === null || error === undefined) return null;
  const sentence = error instanceof Refused && error.sentence !== "" ? error.sentence : text.away;
  return (
    <p className="note note-alarm" role="alert">
      {sentence}
    </p>
  );
}
