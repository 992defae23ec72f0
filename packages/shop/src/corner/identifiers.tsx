// By what we know who it is: each login, address and number with where we have it from, and a way to have it taken away.
import type { Myself } from "@somlos/contract/rooms/people";
import { askErasure, listMine } from "@somlos/contract/rooms/rights";
import { useFormats, useText } from "@somlos/look/language";
import { IconPencil } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useState } from "react";
import { call } from "../api.ts";
import { identifierTexts } from "./identifier-texts.ts";
import { inOrder, written } from "./identifiers.rules.ts";
import { RefusedNote } from "./pane.tsx";
import { needsProof, Proof } from "./proof.tsx";

type Identifier = Myself["identifiers"][number];

export function Identifiers({ list }: { readonly list: readonly Identifier[] }) {
  const text = useText(identifierTexts);
  const id = useId();
  if (list.length === 0) return null;
  return (
    <section className="identifiers" aria-labelledby={id}>
      <h3 id={id}>{text.title}</h3>
      <ul>
        {inOrder(list).map((one) => (
          <Line key={`${one.kind} ${one.value}`} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Line({ one }: { readonly one: Identifier }) {
  const text = useText(identifierTexts);
  const { date } = useFormats();
  const [open, setOpen] = useState(false);
  const said = `${text.kinds.get(one.kind) ?? text.other}: ${written(one.kind, one.value)}`;
  return (
    <li className={open ? "line line-open" : "line"}>
      <div>
        {said}
        <small>{text.since(one.source, date(one.firstSeenAt))}</small>
      </div>
      {open ? (
        <TakeAway one={one} said={said} close={() => setOpen(false)} />
      ) : (
        <button
          type="button"
          className="round line-end"
          aria-label={text.notRight(said)}
          onClick={() => setOpen(true)}
        >
          <IconPencil className="icon" size={18} stroke={1.6} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

/** One cannot be written over: it says whom everything kept by it is about. It is taken away with all that, after a day. */
function TakeAway({
  one,
  said,
  close,
}: {
  readonly one: Identifier;
  readonly said: string;
  readonly close: () => void;
}) {
  const text = useText(identifierTexts);
  const client = useQueryClient();
  const rights = useQuery({ queryKey: ["rights"], queryFn: () => call(listMine) });
  const asking = useMutation({
    mutationFn: () => {
      const { kind, value } = one;
      return call(askErasure, { body: { scope: { kind: "identifier", identifier: { kind, value } } } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["rights"] }),
  });
  const { data: asked } = asking;
  const isLive = rights.data?.items.some(({ id, state }) => id === asked?.id && state !== "cancelled");
  const stopped = asked !== undefined && isLive === false;
  useEffect(() => {
    if (stopped) close();
  }, [stopped, close]);
  if (asked !== undefined)
    return (
      <p className="note correction" role="status">
        <span>
          {text.asked}{" "}
          <a className="link" href={`/corner/receipt#${asked.receipt}`}>
            {text.receipt}
          </a>
        </span>
      </p>
    );
  return (
    <div className="correction">
      <p className="pane-empty">{text.what}</p>
      <div className="correction-acts">
        <button
          type="button"
          className="button button-main"
          disabled={asking.isPending}
          onClick={() => asking.mutate()}
        >
          {text.take} <span className="vh">{said}</span>
        </button>
        <button type="button" className="button" onClick={close}>
          {text.cancel}
        </button>
      </div>
      {needsProof(asking.error) ? (
        <Proof proven={() => asking.mutate()} />
      ) : (
        <RefusedNote error={asking.error} />
      )}
    </div>
  );
}
