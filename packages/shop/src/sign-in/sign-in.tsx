// The way in: a link by mail, its code when the mail is read elsewhere, or a passkey.
import { askSignIn, redeemSignIn } from "@somlos/contract/rooms/corner";
import { useLanguage, useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { CodeForm } from "./code-form.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { signInTexts } from "./texts.ts";

/** `why`: what waits behind it. */
export function SignIn({
  entered,
  why,
}: {
  readonly entered: () => void;
  readonly why?: string | undefined;
}) {
  const text = useText(signInTexts);
  const [sentTo, setSentTo] = useState<string>();
  return (
    <main className="way-in">
      <section className="pane">
        <h1>{text.title}</h1>
        <p>{why ?? text.lead}</p>
        {sentTo === undefined ? (
          <>
            <AddressForm sent={setSentTo} />
            <PasskeyButton act={text.passkey} closed={text.passkeyClosed} wide done={entered} />
          </>
        ) : (
          <>
            <CodeForm
              label={text.code}
              act={text.enter}
              wide
              redeem={(code) => call(redeemSignIn, { body: { code } })}
              done={entered}
            >
              <h2>{text.sentTitle}</h2>
              <p aria-live="polite">{text.sent(sentTo)}</p>
            </CodeForm>
            <button type="button" className="button button-wide" onClick={() => setSentTo(undefined)}>
              {text.other}
            </button>
          </>
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
