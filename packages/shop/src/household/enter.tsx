// Into a household by an invitation: first what it is and from whom, then the name one takes there.
import { acceptInvitation, lookAtInvitation } from "@somlos/contract/rooms/households";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { call } from "../api.ts";
import { FormEnd } from "./form-end.tsx";
import { inviteTexts } from "./invite-texts.ts";
import { CalledField } from "./name-field.tsx";
import { householdTexts } from "./texts.ts";
import { useAct } from "./use-households.ts";

/** `given`: the code that came in a link. */
export function EnterForm({ given, stop }: { readonly given?: string; readonly stop: () => void }) {
  const text = useText(householdTexts);
  const words = useText(inviteTexts);
  const [code, setCode] = useState(given ?? "");
  const looking = useMutation({ mutationFn: () => call(lookAtInvitation, { body: { code } }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    looking.mutate();
  };
  if (looking.data !== undefined) return <Accept code={code} invitation={looking.data} stop={stop} />;
  return (
    <form className="stack household-form" onSubmit={submit}>
      {given === undefined ? (
        <label className="field">
          <span>{text.code}</span>
          <input
            className="household-code"
            required
            maxLength={60}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder="XXXX-XXXX-XXXX"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </label>
      ) : null}
      <FormEnd
        asked={looking}
        yes={given === undefined ? text.look : words.lookFirst}
        no={text.stop}
        stop={stop}
      />
    </form>
  );
}

function Accept({
  code,
  invitation,
  stop,
}: {
  readonly code: string;
  readonly invitation: { readonly household: string; readonly by: string; readonly members: number };
  readonly stop: () => void;
}) {
  const text = useText(householdTexts);
  const words = useText(inviteTexts);
  const [called, setCalled] = useState("");
  const accepting = useAct(() => call(acceptInvitation, { body: { code, called } }), stop);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accepting.mutate();
  };
  return (
    <form className="stack household-form" onSubmit={submit}>
      <div aria-live="polite">
        <b>{words.invited(invitation.by, invitation.household)}</b>
        <p>{words.members(invitation.members)}</p>
        <p>{words.shares}</p>
      </div>
      <CalledField label={text.called} value={called} set={setCalled} />
      <FormEnd asked={accepting} yes={words.accept} no={words.decline} stop={stop} />
    </form>
  );
}
