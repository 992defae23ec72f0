// Only keep it: the use of what we know is restricted on one of four grounds, and taken back, at once.
import {
  type Ground,
  ground,
  listMyRestrictions,
  type Restriction,
  restrictMyself,
  takeBackMyRestriction,
} from "@somlos/contract/rooms/restriction";
import { useFormats, useText } from "@somlos/look/language";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api.ts";
import { Pane, RefusedNote } from "./pane.tsx";
import { restrictionTexts } from "./restriction-texts.ts";

const KEY = ["restrictions"];
const SHOWN = 4;

export function RestrictionPane() {
  const text = useText(restrictionTexts);
  const client = useQueryClient();
  const asked = useQuery({ queryKey: KEY, queryFn: () => call(listMyRestrictions) });
  const [why, setWhy] = useState<Ground>("accuracy");
  const restricting = useMutation({
    mutationFn: (chosen: Ground) => call(restrictMyself, { body: { ground: chosen } }),
    onSuccess: (answer) => client.setQueryData(KEY, answer),
  });
  return (
    <Pane title={text.title} asked={asked}>
      {({ restricted, items }) => (
        <>
          <p className="pane-empty">{text.lead}</p>
          {restricted ? (
            <p className="note" role="status">
              {text.holds}
            </p>
          ) : null}
          <ul>
            {items.slice(0, SHOWN).map((one) => (
              <Line key={one.id} one={one} keep={() => restricting.mutate(one.ground)} />
            ))}
          </ul>
          <fieldset className="restriction-why">
            <legend>{text.why}</legend>
            {ground.options.map((option) => (
              <label key={option}>
                <input type="radio" name="ground" checked={why === option} onChange={() => setWhy(option)} />
                {text.grounds[option]}
              </label>
            ))}
          </fieldset>
          <button
            type="button"
            className="button"
            disabled={restricting.isPending}
            onClick={() => restricting.mutate(why)}
          >
            {text.ask}
          </button>
          <RefusedNote error={restricting.error} />
        </>
      )}
    </Pane>
  );
}

function Line({ one, keep }: { readonly one: Restriction; readonly keep: () => void }) {
  const text = useText(restrictionTexts);
  const { moment } = useFormats();
  const client = useQueryClient();
  const taking = useMutation({
    mutationFn: () => call(takeBackMyRestriction, { params: { id: one.id } }),
    onSuccess: (answer) => client.setQueryData(KEY, answer),
  });
  const { by, state, askedAt, liftAt } = one;
  return (
    <li className="line">
      <div>
        {text.grounds[one.ground]}
        <small>{by === "staff" ? text.byStaff(moment(askedAt)) : text.since(moment(askedAt))}</small>
        {state !== "holds" && liftAt !== null ? <small>{text[state](moment(liftAt))}</small> : null}
        <RefusedNote error={taking.error} />
      </div>
      {state === "lifting" ? (
        <button type="button" className="line-end line-act" onClick={keep}>
          {text.keep}
        </button>
      ) : null}
      {state === "holds" ? (
        <button
          type="button"
          className="line-end line-act"
          disabled={taking.isPending}
          onClick={() => taking.mutate()}
        >
          {text.takeBack}
        </button>
      ) : null}
    </li>
  );
}
