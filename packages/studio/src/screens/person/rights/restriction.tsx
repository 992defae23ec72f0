// Restriction of use (GDPR article 18): written down for the person, and lifted a day after they were told.
import { Button } from "@mantine/core";
import * as words from "@somlos/contract/rooms/restriction";
import { useFormats, useText } from "@somlos/look/language";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../api.ts";
import { Dialog, Form } from "../../../forms/dialog.tsx";
import { SelectField } from "../../../forms/fields.tsx";
import { Answered } from "../../../states/answered.tsx";
import { Reason, saysWhy } from "./reason.tsx";
import { restrictionTexts } from "./restriction-texts.ts";

type Act = { readonly lift: string } | "ask";

function useAct(id: string, done: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, ground, reason }: { act: Act; ground: words.Ground; reason: string }) =>
      act === "ask"
        ? call(words.restrictPerson, { params: { id }, body: { ground, reason } })
        : call(words.liftRestriction, { params: { id, restriction: act.lift }, body: { reason } }),
    onSuccess: async (answer) => {
      client.setQueryData(["restrictions", id], answer);
      done();
      await client.invalidateQueries({ queryKey: ["person", id] });
    },
  });
}

type WriteProps = { readonly personId: string; readonly act: Act; readonly close: () => void };

function Write({ personId, act, close }: WriteProps) {
  const text = useText(restrictionTexts);
  const [ground, setGround] = useState<words.Ground>("accuracy");
  const [reason, setReason] = useState("");
  const acting = useAct(personId, close);
  return (
    <Dialog title={act === "ask" ? text.title : text.lift} opened close={close}>
      <Form
        act={act === "ask" ? text.go : text.goLift}
        go={() => acting.mutate({ act, ground, reason: reason.trim() })}
        running={acting.isPending}
        error={acting.error}
        close={close}
        disabled={!saysWhy(reason)}
      >
        {act === "ask" ? (
          <SelectField
            label={text.ground}
            value={ground}
            set={(value) => setGround(value as words.Ground)}
            options={words.ground.options.map((value) => ({ value, word: text.grounds[value] }))}
          />
        ) : null}
        <Reason text={text} reason={reason} set={setReason} />
      </Form>
    </Dialog>
  );
}

function Line({ one, lift }: { readonly one: words.Restriction; readonly lift: () => void }) {
  const text = useText(restrictionTexts);
  const formats = useFormats();
  const { ground, by, state, askedAt, liftAt, told } = one;
  return (
    <li data-state={state}>
      <i className={state === "lifted" ? "knot" : "knot knot-open"} aria-hidden />
      <div className="pr-words">
        <p>
          <b>{text.grounds[ground]}</b> <span className="mid">{text.by[by]}</span>
        </p>
        {state === "holds" || liftAt === null ? null : <p>{text[state](formats.moment(liftAt))}</p>}
        {state === "lifting" && told === 0 ? <p className="ps-note">{text.nobodyTold}</p> : null}
        <p className="ps-small num">{formats.moment(askedAt)}</p>
      </div>
      {state === "holds" ? <Button onClick={lift}>{text.lift}</Button> : null}
    </li>
  );
}

export function Restrictions({ personId }: { readonly personId: string }) {
  const text = useText(restrictionTexts);
  const [act, setAct] = useState<Act>();
  const asked = useQuery({
    queryKey: ["restrictions", personId],
    queryFn: ({ signal }) => call(words.listRestrictions, { params: { id: personId } }, signal),
  });
  return (
    <section aria-label={text.title} className="pr-restrictions">
      <h3 className="h">{text.title}</h3>
      <p className="mid">{text.says}</p>
      <Answered asked={asked} shape="lines">
        {({ restricted, items }) => (
          <>
            <div role="status">{restricted ? <p className="ps-note">{text.holds}</p> : null}</div>
            {items.length === 0 ? null : (
              <ul className="pr-list" aria-label={text.list}>
                {items.map((one) => (
                  <Line key={one.id} one={one} lift={() => setAct({ lift: one.id })} />
                ))}
              </ul>
            )}
            <Button onClick={() => setAct("ask")}>{text.ask}</Button>
          </>
        )}
      </Answered>
      {act === undefined ? null : <Write personId={personId} act={act} close={() => setAct(undefined)} />}
    </section>
  );
}
