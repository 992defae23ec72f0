// JSON to read: keys quiet, texts in blue. Tokens become elements, never markup.
import type { ReactNode } from "react";
import "./parts.css";

const token = /("(?:[^"\\]|\\.)*")(\s*:)?/g;

function coloured(json: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of json.matchAll(token)) {
    if (match.index > end) parts.push(json.slice(end, match.index));
    const text = match[1] ?? "";
    const isKey = match[2] !== undefined;
    parts.push(isKey ? <i key={match.index}>{match[0]}</i> : <b key={match.index}>{text}</b>);
    end = match.index + match[0].length;
  }
  parts.push(json.slice(end));
  return parts;
}

/** It scrolls, so the keyboard must reach it: a region with a name and a place in the order. */
export function JsonView({ value, label }: { readonly value: unknown; readonly label: string }) {
  const json = JSON.stringify(value, null, 2) ?? "null";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="json" tabIndex={0} aria-label={label}>
      <pre>{coloured(json)}</pre>
    </section>
  );
}
