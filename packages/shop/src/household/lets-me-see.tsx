// What another member lets me see. Nothing is fetched before it is opened: each look is written down for them.
import { readShared, type ShareKindView } from "@somlos/contract/rooms/households";
import { useText } from "@somlos/look/language";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { householdTexts } from "./texts.ts";

type Member = { readonly id: string; readonly called: string };

export function LetsMeSee({
  member,
  kinds,
}: {
  readonly member: Member;
  readonly kinds: readonly ShareKindView[];
}) {
  const text = useText(householdTexts);
  if (kinds.length === 0) return null;
  return (
    <section>
      <h5>{text.shows(member.called)}</h5>
      <ul>
        {kinds.map((kind) => (
          <Thing key={kind.kind} member={member} kind={kind} />
        ))}
      </ul>
      <p className="member-nothing">{text.written(member.called)}</p>
    </section>
  );
}

function Thing({ member, kind }: { readonly member: Member; readonly kind: ShareKindView }) {
  const text = useText(householdTexts);
  const [open, turn] = useState(false);
  return (
    <li className="shown">
      <div className="line">
        <div>{kind.theirs}</div>
        {kind.opens ? (
          <button
            type="button"
            className="line-end line-act"
            aria-expanded={open}
            aria-label={`${open ? text.close : text.open}: ${kind.theirs}`}
            onClick={() => turn(!open)}
          >
            {open ? text.close : text.open}
          </button>
        ) : null}
      </div>
      {open ? <Lines member={member} kind={kind.kind} /> : null}
    </li>
  );
}

function Lines({ member, kind }: { readonly member: Member; readonly kind: string }) {
  const text = useText(householdTexts);
  const asked = useQuery({
    queryKey: ["household-shown", member.id, kind],
    queryFn: () => call(readShared, { params: { id: member.id, kind } }),
    gcTime: 0, // closed, it is gone from memory
    staleTime: 0,
  });
  if (asked.data === undefined) return <RefusedNote error={asked.error} />;
  if (asked.data.lines.length === 0) return <p className="pane-empty">{text.empty}</p>;
  return (
    <dl className="shown-lines" aria-busy={asked.isPending}>
      {asked.data.lines.map(({ label, text: value, more }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id and are never reordered
        <div key={i}>
          {label === null ? null : <dt>{label}</dt>}
          <dd>
            {value}
            {more === null ? null : <small> {more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
