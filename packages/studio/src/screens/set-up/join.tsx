// Name, address and a way in. A passkey is made with the device before anything is sent.
import { Button } from "@mantine/core";
import { type lookAtLink, setUp, setUpPasskeyOptions } from "@somlos/contract/rooms/access";
import { currentLanguage, useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import { call } from "../../api.ts";
import { makePasskey, passkeysHere } from "../../door/passkey.ts";
import { useComeIn } from "../../door/way-in.ts";
import { Why } from "../../door/why.tsx";
import { OneOf } from "../../forms/choices.tsx";
import { PasswordField, TextField } from "../../forms/fields.tsx";
import { sentenceFor } from "../../forms/refused.tsx";
import { setUpTexts } from "./texts.ts";

export type Invited = z.output<(typeof lookAtLink)["answer"]>;
type Way = "passkey" | "password";
type Draft = { readonly name: string; readonly email: string; readonly password: string; readonly way: Way };

async function join(token: string, invited: Invited, draft: Draft) {
  const self = {
    token,
    name: draft.name,
    ...(invited.kind === "owner" ? { email: draft.email } : {}),
  };
  const language = currentLanguage();
  if (draft.way === "password") {
    return call(setUp, { body: { ...self, language, password: draft.password } });
  }
  const options = await call(setUpPasskeyOptions, { body: self });
  const passkey = await makePasskey(options);
  return call(setUp, { body: { ...self, language, passkey } });
}

function WayIn({ way, set }: { readonly way: Way; readonly set: (way: Way) => void }) {
  const text = useText(setUpTexts);
  return (
    <OneOf
      label={text.way}
      value={way}
      set={set}
      options={[
        { value: "passkey", word: text.passkey, says: text.passkeySays },
        { value: "password", word: text.password, says: text.passwordSays },
      ]}
    />
  );
}

function Address({ invited, draft, set }: FieldsProps) {
  const text = useText(setUpTexts);
  if (invited.kind === "invite") {
    return (
      <dl className="door-fixed">
        <dt>{text.email}</dt>
        <dd>{invited.email}</dd>
      </dl>
    );
  }
  return (
    <TextField
      label={text.email}
      type="email"
      required
      autoComplete="username"
      hint={text.emailHint}
      value={draft.email}
      set={(email) => set({ ...draft, email })}
    />
  );
}

type FieldsProps = {
  readonly invited: Invited;
  readonly draft: Draft;
  readonly set: (draft: Draft) => void;
};

export function Join({ token, invited }: { readonly token: string; readonly invited: Invited }) {
  const text = useText(setUpTexts);
  const come = useComeIn("/");
  const passkeys = invited.passkeys && passkeysHere();
  const [draft, set] = useState<Draft>({
    name: invited.name ?? "",
    email: "",
    password: "",
    way: passkeys ? "passkey" : "password",
  });
  const act = useMutation({ mutationFn: () => join(token, invited, draft), onSuccess: come });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!act.isPending) act.mutate();
  };
  const wrongPassword = draft.way === "password" ? sentenceFor(act.error, "password.") : undefined;
  return (
    <form className="form" onSubmit={submit}>
      <TextField
        label={text.name}
        required
        most={100}
        autoComplete="name"
        hint={text.nameHint}
        value={draft.name}
        set={(name) => set({ ...draft, name })}
      />
      <Address invited={invited} draft={draft} set={set} />
      {passkeys ? (
        <WayIn way={draft.way} set={(way) => set({ ...draft, way })} />
      ) : (
        <p className="ff-hint">{text.noPasskeys}</p>
      )}
      {draft.way === "password" ? (
        <PasswordField
          label={text.password}
          kind="new-password"
          value={draft.password}
          set={(password) => set({ ...draft, password })}
          error={wrongPassword}
        />
      ) : null}
      {wrongPassword === undefined ? <Why error={act.error} /> : null}
      <div className="form-acts">
        <Button type="submit" variant="filled" className="door-first" loading={act.isPending}>
          {draft.way === "passkey" ? text.actPasskey : text.act}
        </Button>
      </div>
    </form>
  );
}
