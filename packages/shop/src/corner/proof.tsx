// The second proof, before what concerns everything: a passkey, or a code to another proven address.
import {
  askProof,
  listProofs,
  passkeySignInOptions,
  redeemProof,
  signInWithPasskey,
} from "@somlos/contract/rooms/corner";
import { useText } from "@somlos/look/language";
import { IconFingerprint } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { call } from "../api.ts";
import { givePasskey, PasskeyClosed, passkeysHere } from "../passkey.ts";
import { RefusedNote } from "./pane.tsx";
import { rightsTexts } from "./rights-texts.ts";

export function Proof({ proven }: { readonly proven: () => void }) {
  const text = useText(rightsTexts);
  const addresses = useQuery({ queryKey: ["proofs"], queryFn: () => call(listProofs) });
  const giving = useMutation({
    mutationFn: async () => {
      const options = await call(passkeySignInOptions);
      await call(signInWithPasskey, { body: { passkey: await givePasskey(options) } });
    },
    onSuccess: proven,
  });
  const sending = useMutation({ mutationFn: (id: string) => call(askProof, { params: { id } }) });
  const list = addresses.data?.addresses ?? [];
  return (
    <section className="note proof" aria-label={text.proofTitle}>
      <b>{text.proofTitle}</b>
      <p>{list.length === 0 && addresses.isSuccess ? text.proofAlone : text.proof}</p>
      {passkeysHere() ? (
        <button type="button" className="button" disabled={giving.isPending} onClick={() => giving.mutate()}>
          <IconFingerprint className="icon" size={20} stroke={1.5} aria-hidden="true" />
          {text.byPasskey}
        </button>
      ) : null}
      {giving.error instanceof PasskeyClosed ? (
        <p>{text.passkeyClosed}</p>
      ) : (
        <RefusedNote error={giving.error} />
      )}
      {list.map(({ id, hint }) => (
        <button
          key={id}
          type="button"
          className="button"
          disabled={sending.isPending}
          onClick={() => sending.mutate(id)}
        >
          {text.byCode(hint)}
        </button>
      ))}
      <RefusedNote error={sending.error} />
      {sending.isSuccess ? <CodeForm proven={proven} /> : null}
    </section>
  );
}

function CodeForm({ proven }: { readonly proven: () => void }) {
  const text = useText(rightsTexts);
  const [code, setCode] = useState("");
  const redeeming = useMutation({
    mutationFn: () => call(redeemProof, { body: { code } }),
    onSuccess: proven,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    redeeming.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
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
      <button type="submit" className="button button-main" disabled={redeeming.isPending}>
        {text.confirm}
      </button>
      <RefusedNote error={redeeming.error} />
    </form>
  );
}
