import { Button } from "@mantine/core";
import { type Account, changePassword } from "@somlos/contract/rooms/access-account";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { PasswordField } from "../../forms/fields.tsx";
import { codeOf, sentenceFor } from "../../forms/refused.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { accountTexts } from "./texts.ts";
import { useReadAgain } from "./use-account.ts";

type FormProps = { readonly account: Account; readonly close: () => void; readonly done: () => void };

function ChangeForm({ account, close, done }: FormProps) {
  const text = useText(accountTexts);
  const readAgain = useReadAgain();
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const change = useMutation({
    mutationFn: () =>
      call(changePassword, {
        body: { newPassword: fresh, ...(account.hasPassword ? { oldPassword: old } : {}) },
      }),
    onSuccess: async () => {
      close();
      done();
      await readAgain();
    },
  });
  const wrongOld = sentenceFor(change.error, "account.old_password");
  const wrongNew = sentenceFor(change.error, "password.");
  if (codeOf(change.error) === "account.sign_in_again")
    return <SignInAgain account={account} close={close} done={() => change.reset()} />;
  return (
    <Form
      act={account.hasPassword ? text.changePassword : text.setPassword}
      go={() => change.mutate()}
      running={change.isPending}
      error={wrongOld === undefined && wrongNew === undefined ? change.error : null}
      close={close}
    >
      {account.hasPassword ? (
        <PasswordField label={text.old} kind="current-password" value={old} set={setOld} error={wrongOld} />
      ) : null}
      <PasswordField label={text.fresh} kind="new-password" value={fresh} set={setFresh} error={wrongNew} />
    </Form>
  );
}

export function Password({ account }: { readonly account: Account }) {
  const text = useText(accountTexts);
  const [asked, setAsked] = useState(false);
  const [changed, setChanged] = useState(false);
  const close = (): void => setAsked(false);
  const title = account.hasPassword ? text.changePassword : text.setPassword;
  return (
    <section className="ac-part" aria-labelledby="password">
      <h2 className="ac-title" id="password">
        {text.password}
      </h2>
      <p className="mid">{account.hasPassword ? text.passwordHas : text.passwordNone}</p>
      <div className="form-acts">
        <Button onClick={() => setAsked(true)}>{title}</Button>
        <p className="form-said" role="status">
          {changed ? text.changed : ""}
        </p>
      </div>
      <Dialog title={title} opened={asked} close={close}>
        <ChangeForm account={account} close={close} done={() => setChanged(true)} />
      </Dialog>
    </section>
  );
}
