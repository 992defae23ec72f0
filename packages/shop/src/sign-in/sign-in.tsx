// The way in: a link by mail, its code when the mail is read elsewhere, or a passkey.
import {
  askSignIn,
  passkeySignInOptions,
  redeemSignIn,
  signInWithPasskey,
} from "@somlos/contract/rooms/corner";
import { useLanguage, useText } from "@somlos/look/language";
import { IconFingerprint } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { givePasskey, PasskeyClosed, passkeysHere } from "../passkey.ts";
import { signInTexts } from "./texts.ts";

export function SignIn({ entered }: { readonly entered: () => void }) {
  const text = useText(signInTexts);
  const [sentTo, setSentTo] = useState<string>();
  return (
    <main className="way-in">
      <section className="pane">
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        {sentTo === undefined ? (
          <>
            <AddressForm sent={setSentTo} />
            {passkeysHere() ? <PasskeyButton entered={entered} /> : null}
          </>
        ) : (
          <CodeForm address={sentTo} entered={entered} other={() => setSentTo(undefined)} />
        )}
      </section>
    </main>
  );
}

function AddressForm({ sent }: { readonly sent: (address: string) => void }) {
  const text = useText(signInTexts);
  const { language } = useLanguage();
  const [email, setEmail] = useState("");
  const asking = useMutation({
    mutationFn: () => call(askSignIn, { body: { email, language } }),
    onSuccess: () => sent(email),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asking.mutate();
  };
  return (
    <form onSubmit={submit} className="stack">
      <label className="field">
        <span>{text.address}</span>
        <input
          type="email"
          name="email"
          autoComplete="username webauthn"
          inputMode="email"
          required
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
      </label>
      <button type="submit" className="button button-main button-wide" disabled={asking.isPending}>
        {text.send}
      </button>
      <RefusedNote error={asking.error} />
    </form>
  );
}

function CodeForm({
  address,
  entered,
  other,
}: {
  readonly address: string;
  readonly entered: () => void;
  readonly other: () => void;
}) {
  const text = useText(signInTexts);
  const [code, setCode] = useState("");
  const redeeming = useMutation({
    mutationFn: () => call(redeemSignIn, { body: { code } }),
    onSuccess: entered,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    redeeming.mutate();
  };
  return (
    <form onSubmit={submit} className="stack">
      <h2>{text.sentTitle}</h2>
      <p aria-live="polite">{text.sent(address)}</p>
      <label className="field">
        <span>{text.code}</span>
        <input
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          maxLength={20}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
      </label>
      <button type="submit" className="button button-main button-wide" disabled={redeeming.isPending}>
        {text.enter}
      </button>
      <RefusedNote error={redeeming.error} />
      <button type="button" className="button button-wide" onClick={other}>
        {text.other}
      </button>
    </form>
  );
}

function PasskeyButton({ entered }: { readonly entered: () => void }) {
  const text = useText(signInTexts);
  const giving = useMutation({
    mutationFn: async () => {
      const options = await call(passkeySignInOptions);
      await call(signInWithPasskey, { body: { passkey: await givePasskey(options) } });
    },
    onSuccess: entered,
  });
  return (
    <>
      <button
        type="button"
        className="button button-wide"
        disabled={giving.isPending}
        onClick={() => giving.mutate()}
      >
        <IconFingerprint className="icon" size={20} stroke={1.5} aria-hidden="true" />
        {text.passkey}
      </button>
      {giving.error instanceof PasskeyClosed ? (
        <p className="note" role="status">
          {text.passkeyClosed}
        </p>
      ) : (
        <RefusedNote error={giving.error} />
      )}
    </>
  );
}
