// Inviting a colleague: the link goes by mail; without a mail server it waits in the outbox.
import { inviteColleague } from "@somlos/contract/rooms/access-staff";
import { type Language, languageNames, languages, useLanguage, useText } from "@somlos/look/language";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { call } from "../../api.ts";
import { Form } from "../../forms/dialog.tsx";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { type Grant, grantsFor, rolesOf } from "./grants.rules.ts";
import { PlacesField } from "./places-field.tsx";
import { RolesField } from "./roles-field.tsx";
import { staffTexts } from "./texts.ts";

export function Sent({ email }: { readonly email: string }) {
  const text = useText(staffTexts);
  return (
    <p className="form-said" role="status">
      {text.sent(email)}{" "}
      <Link className="link" to="/mail">
        {text.outbox}
      </Link>
    </p>
  );
}

type Draft = {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly grants: readonly Grant[];
};

export function Invite({ close }: { readonly close: () => void }) {
  const text = useText(staffTexts);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [draft, set] = useState<Draft>({ name: "", email: "", language, grants: [] });
  const invite = useMutation({
    mutationFn: (wish: Draft) => {
      const { name, email, language, grants } = wish;
      return call(inviteColleague, { body: { name, email, language, grants: [...grants] } });
    },
    onSuccess: async () => {
      set({ name: "", email: "", language: draft.language, grants: [] });
      await client.invalidateQueries({ queryKey: ["staff"] });
    },
  });
  const sent = invite.isSuccess && draft.email === "" ? invite.variables.email : undefined;
  return (
    <div className="rl">
      <h2 className="rail-title">{text.invite}</h2>
      <p className="mid">{text.sendSays}</p>
      <Form
        act={text.send}
        go={() => invite.mutate(draft)}
        running={invite.isPending}
        error={invite.error}
        close={close}
        disabled={draft.grants.length === 0}
      >
        <TextField
          label={text.name}
          required
          most={100}
          value={draft.name}
          set={(name) => set({ ...draft, name })}
        />
        <TextField
          label={text.email}
          type="email"
          required
          value={draft.email}
          set={(email) => set({ ...draft, email })}
        />
        <SelectField
          label={text.language}
          value={draft.language}
          set={(language) => set({ ...draft, language })}
          options={languages.map((value) => ({ value, word: languageNames[value] }))}
        />
        <RolesField
          chosen={rolesOf(draft.grants)}
          set={(roles) => set({ ...draft, grants: grantsFor(roles, draft.grants) })}
          grants={draft.grants}
        />
        <PlacesField grants={draft.grants} set={(grants) => set({ ...draft, grants })} />
        {sent === undefined ? null : <Sent email={sent} />}
      </Form>
    </div>
  );
}
