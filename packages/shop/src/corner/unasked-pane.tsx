// What is done on a legitimate interest: why, and a switch each. Shown where there is anything of the kind.
import {
  liftMine,
  type MyUnasked,
  readMyPermissions,
  withdrawMine,
} from "@somlos/contract/rooms/consent-mine";
import { newActId } from "@somlos/look/act-id";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { call } from "../api.ts";
import { Pane, RefusedNote } from "./pane.tsx";
import { unaskedTexts } from "./unasked-texts.ts";

const isDone = ({ state }: MyUnasked): boolean => state !== "ended";

export function UnaskedPane() {
  const text = useText(unaskedTexts);
  const { language } = useLanguage();
  const client = useQueryClient();
  const asked = useQuery({ queryKey: ["permissions", language], queryFn: () => call(readMyPermissions) });
  const turning = useMutation({
    mutationFn: (one: MyUnasked) => {
      const body = { actId: newActId(), purpose: one.purpose };
      return isDone(one)
        ? call(withdrawMine, { body: { ...body, channel: null } })
        : call(liftMine, { body });
    },
    onSuccess: (answer) => client.setQueriesData({ queryKey: ["permissions"] }, answer),
  });
  if (asked.data === undefined || asked.data.unasked.length === 0) return null;
  return (
    <Pane title={text.title} asked={asked}>
      {({ unasked }) => (
        <>
          <p className="pane-empty">{text.lead}</p>
          <ul>
            {unasked.map((one) => (
              <Interest
                key={one.purpose}
                one={one}
                busy={turning.isPending}
                turn={() => turning.mutate(one)}
              />
            ))}
          </ul>
          <RefusedNote error={turning.error} />
        </>
      )}
    </Pane>
  );
}

function Interest({
  one,
  busy,
  turn,
}: {
  readonly one: MyUnasked;
  readonly busy: boolean;
  readonly turn: () => void;
}) {
  const text = useText(unaskedTexts);
  const { date } = useFormats();
  const id = useId();
  return (
    <li className="line">
      <div>
        {text.kinds[one.kind]}
        <small id={id}>
          {text.because} {one.balance}
        </small>
        <small>{text.states[one.state](one.since === null ? "" : date(one.since))}</small>
      </div>
      <button
        type="button"
        role="switch"
        className="switch line-end"
        aria-checked={isDone(one)}
        aria-label={text.kinds[one.kind]}
        aria-describedby={id}
        disabled={busy}
        onClick={turn}
      />
    </li>
  );
}
