// Identifiers as threads that join into the one we follow: solid proven, stitched stated.
import type { Person } from "@somlos/contract/rooms/people";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { IdentifierSign, identifierTexts, rankOf, shortValue } from "../../identifiers.tsx";
import { fitting, gatherThread } from "../../thread/gather.ts";
import { personTexts } from "./texts.ts";
import { useSize } from "./use-size.ts";

type Identifier = Person["identifiers"][number];

const height = 78;
const gap = 14;
const inset = 7;

export const bySignificance = (identifiers: readonly Identifier[]): Identifier[] =>
  [...identifiers].sort(
    (a, b) => rankOf(a.kind) - rankOf(b.kind) || Number(b.trust === "proven") - Number(a.trust === "proven"),
  );

function IdentifierCard({ identifier }: { readonly identifier: Identifier }) {
  const text = useText(personTexts);
  const kinds = useText(identifierTexts).kinds;
  const formats = useFormats();
  const { kind, value, trust, firstSeenAt } = identifier;
  const under = firstSeenAt === null ? "" : formats.month(firstSeenAt);
  const word = kinds[kind] ?? kind;
  return (
    <li className="id" data-trust={trust}>
      <div className="id-kind">
        <IdentifierSign kind={kind} />
        <span className="el">
          {word}
          <span className={trust === "proven" ? "vh" : undefined}> · {text.trust[trust]}</span>
        </span>
      </div>
      <div className="id-value el" title={value}>
        {shortValue(kind, value)}
      </div>
      <div className="id-under el" title={under}>
        {under}
      </div>
    </li>
  );
}

type GatherProps = {
  readonly identifiers: readonly Identifier[];
  readonly width: number;
  readonly columns: number;
  readonly target: number;
  readonly label: string;
};

function Gather({ identifiers, width, columns, target, label }: GatherProps) {
  const step = (width + gap) / columns;
  const threads = identifiers.map((identifier, at) => ({ identifier, x: at * step + inset }));
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {threads.map(({ identifier, x }) => (
        <path
          key={`${identifier.kind} ${identifier.value}`}
          d={gatherThread(x, target, height)}
          fill="none"
          stroke="var(--thread)"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeDasharray={identifier.trust === "proven" ? undefined : "6 5"}
        />
      ))}
      {threads.map(({ identifier, x }) =>
        identifier.trust === "proven" ? (
          <circle key={`${identifier.kind} ${identifier.value}`} cx={x} cy="4" r="3.6" fill="var(--ink)" />
        ) : (
          <circle
            key={`${identifier.kind} ${identifier.value}`}
            cx={x}
            cy="4"
            r="3"
            fill="var(--sheet)"
            stroke="var(--ink-3)"
            strokeWidth="1.6"
          />
        ),
      )}
    </svg>
  );
}

function Rest({ identifiers }: { readonly identifiers: readonly Identifier[] }) {
  const text = useText(personTexts);
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  if (identifiers.length === 0) return null;
  return (
    <div className="ids-rest" data-open={open || undefined}>
      <button
        type="button"
        className="chip chip-line"
        aria-expanded={open}
        onClick={() => setOpen((before) => !before)}
      >
        {open ? text.fewerIds : text.moreIds(formats.number(identifiers.length))}
      </button>
      {open ? (
        <ul className="ids">
          {identifiers.map((one) => (
            <IdentifierCard key={`${one.kind} ${one.value}`} identifier={one} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

type ThreadsProps = {
  readonly identifiers: readonly Identifier[];
  /** On a phone they stand two by two, without threads. */
  readonly phone: boolean;
  /** Where the followed thread begins below; undefined until the first event is known. */
  readonly target: number | undefined;
};

export function Threads({ identifiers, phone, target }: ThreadsProps) {
  const text = useText(personTexts);
  const formats = useFormats();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const sorted = bySignificance(identifiers);
  const columns = phone ? 2 : fitting(width, 6);
  const room = phone ? 6 : columns;
  const shown = sorted.slice(0, room);
  const rest = sorted.slice(room);
  const proven = identifiers.filter((one) => one.trust === "proven").length;
  const label = text.threads(formats.number(proven), formats.number(identifiers.length - proven));
  return (
    <section
      ref={ref}
      className="threads"
      aria-label={text.identifiers}
      style={{ ["--columns" as string]: columns, ["--target" as string]: `${target ?? 0}px` }}
    >
      {identifiers.length === 0 ? <p className="dim">{text.identifiersNone}</p> : null}
      <ul className="ids">
        {shown.map((one) => (
          <IdentifierCard key={`${one.kind} ${one.value}`} identifier={one} />
        ))}
      </ul>
      {phone || identifiers.length === 0 ? null : (
        <div className="gather">
          {target === undefined || width === 0 ? null : (
            <Gather identifiers={shown} width={width} columns={columns} target={target} label={label} />
          )}
        </div>
      )}
      <Rest identifiers={rest} />
    </section>
  );
}
