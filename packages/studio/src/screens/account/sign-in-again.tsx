// What changes the ways in needs a fresh sign-in: here, without leaving what one was doing.
import { Button } from "@mantine/core";
import { signInWithPassword } from "@somlos/contract/rooms/access";
import type { Account } from "@somlos/contract/rooms/access-account";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { call } from "../../api.ts";
import { passkeysHere } from "../../door/passkey.ts";
import { signInByPasskey } from "../../door/way-in.ts";
import { Why } from "../../door/why.tsx";
import { PasswordField } from "../../forms/fields.tsx";
import { formTexts } from "../../forms/texts.ts";
import { accountTexts } from "./texts.ts";
import { useReadAgain } from "./use-account.ts";

type AgainProps = { readonly account: Account; readonly close: () => void; readonly done: () => void };

export function SignInAgain({ account, close, done }: AgainProps) {
  const text = useText(accountTexts);
  const forms = useText(formTexts);
  const readAgain = useReadAgain();
  const [password, setPassword] = useState("");
  const onSuccess = async (): Promise<void> => {
    await readAgain();
    done();
  };
  const byPassword = useMutation({
    mutationFn: () => call(signInWithPassword, { body: { email: account.email, password } }),
    onSuccess,
  });
  const byPasskey = useMutation({ mutationFn: signInByPasskey, onSuccess });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    byPassword.mutate();
  };
  const passkeys = account.passkeys.length > 0 && passkeysHere();
  return (
    <form className="form" onSubmit={submit}>
      <h3 className="h">{text.again}</h3>
      <p className="form-text">{text.againSays}</p>
      {passkeys ? (
        <div>
          <Button
            variant={account.hasPassword ? "default" : "filled"}
            loading={byPasskey.isPending}
            onClick={() => byPasskey.mutate()}
          >
            {text.againPasskey}
          </Button>
        </div>
      ) : null}
      {account.hasPassword ? (
        <PasswordField label={text.password} kind="current-password" value={password} set={setPassword} />
      ) : null}
      <Why error={byPasskey.error ?? byPassword.error} />
      <div className="form-acts">
        {account.hasPassword ? (
          <Button type="submit" variant="filled" loading={byPassword.isPending}>
            {text.againAct}
          </Button>
        ) : null}
        <Button variant="subtle" onClick={close}>
          {forms.cancel}
        </Button>
      </div>
    </form>
  );
}
