// A forgotten password: asked for by mail. The answer is one, whoever asks.
import { Button } from "@mantine/core";
import { forgotPassword } from "@somlos/contract/rooms/access";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { call } from "../../api.ts";
import { Outside } from "../../door/outside.tsx";
import { TextField } from "../../forms/fields.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { signInTexts } from "./texts.ts";

type ForgotProps = { readonly known: string; readonly back: () => void };

export function Forgot({ known, back }: ForgotProps) {
  const text = useText(signInTexts);
  const [email, setEmail] = useState(known);
  const ask = useMutation({ mutationFn: () => call(forgotPassword, { body: { email } }) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ask.isPending) ask.mutate();
  };
  if (ask.isSuccess) {
    return (
      <Outside
        title={text.sentTitle}
        lead={
          <div role="status" className="door-lead">
            <p>{text.sent}</p>
            <p className="ff-hint">{text.sentNone}</p>
          </div>
        }
      >
        <div className="form-acts">
          <Button onClick={back}>{text.back}</Button>
        </div>
      </Outside>
    );
  }
  return (
    <Outside title={text.forgotTitle} lead={<p>{text.forgotLead}</p>}>
      <form className="form" onSubmit={submit}>
        <TextField
          label={text.email}
          type="email"
          autoComplete="username"
          required
          value={email}
          set={setEmail}
        />
        <RefusedNote error={ask.error} />
        <div className="form-acts">
          <Button type="submit" variant="filled" loading={ask.isPending}>
            {text.send}
          </Button>
          <Button variant="subtle" onClick={back}>
            {text.back}
          </Button>
        </div>
      </form>
    </Outside>
  );
}
