// An invitation: a code to hand over, or a mail; those that are open, and taken back.
import {
  type HouseholdInvitation,
  type HouseholdView,
  inviteToHousehold,
  uninvite,
} from "@somlos/contract/rooms/households";
import { newActId } from "@somlos/look/act-id";
import { useFormats, useText } from "@somlos/look/language";
import { type FormEvent, useState } from "react";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { inviteTexts } from "./invite-texts.ts";
import { useAct } from "./use-households.ts";

export function Invite({ home }: { readonly home: HouseholdView }) {
  const text = useText(inviteTexts);
  const [open, turn] = useState(false);
  return (
    <div className="invite">
      {home.invitations.length === 0 ? null : (
        <ul>
          {home.invitations.map((one) => (
            <OpenOne key={one.id} invitation={one} />
          ))}
        </ul>
      )}
      {open ? (
        <InviteForms householdId={home.id} />
      ) : (
        <button type="button" className="button button-wide" onClick={() => turn(true)}>
          {text.invite}
        </button>
      )}
    </div>
  );
}

function InviteForms({ householdId }: { readonly householdId: string }) {
  const text = useText(inviteTexts);
  const [email, setEmail] = useState("");
  const [id, setId] = useState(newActId);
  const inviting = useAct(
    (mailed: boolean) =>
      call(inviteToHousehold, { params: { id }, body: mailed ? { householdId, email } : { householdId } }),
    () => {
      setEmail("");
      setId(newActId()); // the next is another one
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    inviting.mutate(true);
  };
  return (
    <div className="stack invite-forms">
      <p>{text.how}</p>
      <button
        type="button"
        className="button button-wide"
        disabled={inviting.isPending}
        onClick={() => inviting.mutate(false)}
      >
        {text.hand}
      </button>
      <form className="invite-mail" onSubmit={submit}>
        <label className="field">
          <span>{text.email}</span>
          <input
            type="email"
            inputMode="email"
            autoComplete="off"
            required
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={inviting.isPending}>
          {text.mail}
        </button>
      </form>
      <p className="pane-done" aria-live="polite">
        {inviting.isSuccess && inviting.variables ? text.mailed : ""}
      </p>
      <RefusedNote error={inviting.error} />
    </div>
  );
}

function OpenOne({ invitation }: { readonly invitation: HouseholdInvitation }) {
  const text = useText(inviteTexts);
  const { date } = useFormats();
  const [copied, setCopied] = useState(false);
  const taking = useAct(() => call(uninvite, { params: { id: invitation.id } }));
  const { mailed, code, url, endsAt } = invitation;
  const copy = () =>
    navigator.clipboard?.writeText(url).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <li className="line invitation">
      <div>
        {mailed ? text.byMail : <output className="household-code">{code}</output>}
        <small>
          {mailed ? "" : `${text.open}, `}
          {text.until(date(endsAt))}
        </small>
        <RefusedNote error={taking.error} />
      </div>
      <span className="line-end invitation-acts">
        {mailed || !window.isSecureContext ? null : (
          <button type="button" className="line-act" onClick={() => void copy()}>
            <span aria-live="polite">{copied ? text.copied : text.copy}</span>
          </button>
        )}
        <button
          type="button"
          className="line-act"
          disabled={taking.isPending}
          onClick={() => taking.mutate()}
        >
          {text.back}
        </button>
      </span>
    </li>
  );
}
