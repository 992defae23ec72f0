// One's own account: name and language, ways in, and where one is signed in.
import { type Account as AccountData, changeAccount } from "@somlos/contract/rooms/access-account";
import { type Language, languageNames, languages, useLanguage, useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Form } from "../../forms/dialog.tsx";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { formTexts } from "../../forms/texts.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import "./account.css";
import { Passkeys } from "./passkeys.tsx";
import { Password } from "./password.tsx";
import { Sessions } from "./sessions.tsx";
import { accountTexts } from "./texts.ts";
import { useAccount, useReadAgain } from "./use-account.ts";

function You({ account }: { readonly account: AccountData }) {
  const text = useText(accountTexts);
  const forms = useText(formTexts);
  const { choose } = useLanguage();
  const readAgain = useReadAgain();
  const [name, setName] = useState(account.name);
  const [language, setLanguage] = useState<Language>(account.language);
  const changed = name !== account.name || language !== account.language;
  const save = useMutation({
    mutationFn: () => call(changeAccount, { body: { name, language } }),
    onSuccess: async () => {
      if (language !== account.language) choose(language);
      await readAgain();
    },
  });
  return (
    <section className="ac-part" aria-labelledby="you">
      <h2 className="ac-title" id="you">
        {text.you}
      </h2>
      <Form
        act={forms.save}
        go={() => save.mutate()}
        running={save.isPending}
        error={save.error}
        disabled={!changed || name.trim() === ""}
      >
        <TextField label={text.name} autoComplete="name" required most={100} value={name} set={setName} />
        <dl className="ac-fixed">
          <dt>{text.email}</dt>
          <dd>{account.email}</dd>
          <dd className="ff-hint">{text.emailHint}</dd>
        </dl>
        <SelectField
          label={text.language}
          hint={text.languageHint}
          value={language}
          set={setLanguage}
          options={languages.map((value) => ({ value, word: languageNames[value] }))}
        />
        <p className="form-said" role="status">
          {save.isSuccess && !changed ? forms.saved : ""}
        </p>
      </Form>
    </section>
  );
}

export function Account() {
  const text = useText(accountTexts);
  const account = useAccount();
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      <div className="ac">
        <h1 className="ac-head">{text.title}</h1>
        <Answered asked={account} shape="lines">
          {(data) => (
            <div className="ac-parts">
              <You account={data} />
              <Passkeys account={data} />
              <Password account={data} />
              <Sessions account={data} />
            </div>
          )}
        </Answered>
      </div>
    </>
  );
}
