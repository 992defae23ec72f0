// The second proof, before what concerns everything: a passkey, or a code to another proven address.
import { askProof, listProofs, redeemProof } from "@somlos/contract/rooms/corner";
import { useText } from "@somlos/look/language";
import { useMutation, useQuery } from "@tanstack/react-query";
import { call, Refused } from "../api.ts";
import { CodeForm } from "../sign-in/code-form.tsx";
import { PasskeyButton } from "../sign-in/passkey-button.tsx";
import { RefusedNote } from "./pane.tsx";
import { rightsTexts } from "./rights-texts.ts";

export const needsProof = (error: unknown): boolean =>
  error instanceof Refused && error.code === "me.proof_needed";

export function Proof({ proven }: { readonly proven: () => void }) {
  const text = useText(rightsTexts);
  const addresses = useQuery({ queryKey: ["proofs"], queryFn: () => call(listProofs) });
  const sending = useMutation({ mutationFn: (id: string) => call(askProof, { params: { id } }) });
  const list = addresses.data?.addresses ?? [];
  return (
    <section className="note proof" aria-label={text.proofTitle}>
      <b>{text.proofTitle}</b>
      <p>{list.length === 0 && addresses.isSuccess ? text.proofAlone : text.proof}</p>
      <PasskeyButton act={text.byPasskey} closed={text.passkeyClosed} done={proven} />
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
      {sending.isSuccess ? (
        <CodeForm
          label={text.code}
          act={text.confirm}
          redeem={(code) => call(redeemProof, { body: { code } })}
          done={proven}
        />
      ) : null}
    </section>
  );
}
