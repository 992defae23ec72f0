// May we get in touch: the words, and a switch a channel. Taking back is the same one touch as giving.

import { tellMineShown } from "@somlos/contract/rooms/consent-benefits";
import {
  grantMine,
  type MyPermission,
  type MyPermissions,
  readMyPermissions,
  withdrawMine,
} from "@somlos/contract/rooms/consent-mine";
import { newActId } from "@somlos/look/act-id";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../api.ts";
import { contactTexts } from "./contact-texts.ts";
import { Pane, RefusedNote } from "./pane.tsx";
import "./contact.css";

/** What one switch asks or takes back; `undefined`: everything is taken back. */
type Turn = { readonly one: MyPermission; readonly to: boolean } | undefined;

function useSaying() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (turn: Turn): Promise<MyPermissions> => {
      const actId = newActId();
      if (turn === undefined) return call(withdrawMine, { body: { actId, purpose: null, channel: null } });
      const { purpose, channel, ask } = turn.one;
      if (!turn.to || ask === null) return call(withdrawMine, { body: { actId, purpose, channel } });
      const { textId, textHash } = ask;
      return call(grantMine, { body: { actId, purpose, channel, textId, textHash } });
    },
    onSuccess: (answer) => client.setQueriesData({ queryKey: ["permissions"] }, answer),
  });
}

const isOn = ({ state }: MyPermission): boolean =>
  state === "granted" || state === "soft" || state === "waiting" || state === "asleep";

/** Words that stand before somebody who has not said yes to them are counted once, without who it is. */
function useShown(items: readonly MyPermission[] | undefined): void {
  const [showId] = useState(newActId);
  const open = (items ?? []).flatMap((one) => (one.ask === null || isOn(one) ? [] : [one.ask.textId]));
  const asked = [...new Set(open)].sort().join(" ");
  useEffect(() => {
    if (asked === "") return;
    // A figure that is lost costs nobody anything.
    call(tellMineShown, { body: { showId, textIds: asked.split(" ") } }).catch(() => undefined);
  }, [showId, asked]);
}

export function ContactPane() {
  const text = useText(contactTexts);
  const { language } = useLanguage();
  const asked = useQuery({
    queryKey: ["permissions", language],
    queryFn: () => call(readMyPermissions),
  });
  useShown(asked.data?.items);
  const saying = useSaying();
  const { date } = useFormats();
  const none = (since: string | null): string => (since === null ? text.none : text.noneSince(date(since)));
  return (
    <Pane title={text.title} asked={asked}>
      {({ items, minor, noToAll }) => (
        <>
          {minor === null ? null : <p className="pane-empty">{text.minor(minor.under)}</p>}
          {items.length === 0 ? <p className="pane-empty">{none(noToAll)}</p> : null}
          {[...Map.groupBy(items, ({ purpose, entity }) => `${purpose} ${entity.id}`)].map(([key, list]) => (
            <Purpose key={key} list={list} busy={saying.isPending} turn={saying.mutate} />
          ))}
          <div className="pane-foot">
            <RefusedNote error={saying.error} />
            {items.some(isOn) || noToAll === null ? (
              <button
                type="button"
                className="button button-wide"
                disabled={saying.isPending}
                onClick={() => saying.mutate(undefined)}
              >
                {text.allNo}
              </button>
            ) : null}
            <p className="pane-done" aria-live="polite">
              {saying.isSuccess && saying.variables === undefined ? text.allNoDone : ""}
            </p>
          </div>
        </>
      )}
    </Pane>
  );
}

function Purpose({
  list,
  busy,
  turn,
}: {
  readonly list: readonly MyPermission[];
  readonly busy: boolean;
  readonly turn: (turn: Turn) => void;
}) {
  const text = useText(contactTexts);
  const words = list.find(({ ask }) => ask !== null)?.ask;
  const [first] = list;
  return (
    <section className="purpose">
      {words === undefined || words === null ? (
        <p>{text.old(first?.entity.name ?? "")}</p>
      ) : (
        <>
          <p lang={words.language}>{words.body}</p>
          {words.benefit === null ? null : (
            <p className="purpose-gets">
              <span>{text.gets}</span> <b lang={words.language}>{words.benefit}</b>
            </p>
          )}
        </>
      )}
      <ul>
        {list.map((one) => (
          <Switch key={one.channel} one={one} busy={busy} turn={turn} />
        ))}
      </ul>
    </section>
  );
}

function Switch({
  one,
  busy,
  turn,
}: {
  readonly one: MyPermission;
  readonly busy: boolean;
  readonly turn: (turn: Turn) => void;
}) {
  const text = useText(contactTexts);
  const { date } = useFormats();
  const on = isOn(one);
  const name = text.channels[one.channel];
  return (
    <li className="line">
      <div>
        {name}
        <small>{text.states[one.state](one.since === null ? "" : date(one.since))}</small>
        {one.state === "asleep" && one.ask !== null ? (
          <button type="button" className="button" disabled={busy} onClick={() => turn({ one, to: true })}>
            {text.stillYes}
          </button>
        ) : null}
      </div>
      <button
        type="button"
        role="switch"
        className="switch line-end"
        aria-checked={on}
        aria-label={name}
        disabled={busy || (!on && one.ask === null)}
        onClick={() => turn({ one, to: !on })}
      />
    </li>
  );
}
