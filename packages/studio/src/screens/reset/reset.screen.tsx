// A new password by the link from the mail. The link is used up only when the new password is taken.
import { Button } from "@mantine/core";
import { resetPassword } from "@somlos/contract/rooms/access";
import { useText } from "@somlos/look/language";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { Link } from "react-router";
import { call } from "../../api.ts";
import { useFragment } from "../../door/fragment.ts";
import { Outside } from "../../door/outside.tsx";
import { doorTexts } from "../../door/texts.ts";
import { PasswordField } from "../../forms/fields.tsx";
import { codeOf, RefusedNote, sentenceFor, useWhy } from "../../forms/refused.tsx";
import { sessionKey } from "../../session.ts";
import { resetTexts } from "./texts.ts";

function Ended({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const door = useText(doorTexts);
  return (
    <Outside
      title={title}
      lead={
        <div className="door-lead" role="status">
          {children}
        </div>
      }
    >
      <div className="form-acts">
        <Button component={Link} to="/sign-in" variant="filled">
          {door.toSignIn}
        </Button>
      </div>
    </Outside>
  );
}

function Choose({ token }: { readonly token: string }) {
  const text = useText(resetTexts);
  const door = useText(doorTexts);
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const act = useMutation({
    mutationFn: () => call(resetPassword, { body: { token, password } }),
    onSuccess: () => {
      client.clear();
      client.setQueryData(sessionKey, null);
    },
  });
  const why = useWhy(act.error);
  const wrong = sentenceFor(act.error, "password.");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!act.isPending) act.mutate();
  };
  if (act.isSuccess) {
    return (
      <Ended title={text.doneTitle}>
        <p>{text.done}</p>
      </Ended>
    );
  }
  if (["set_up.link_dead", "door.bad_request"].includes(codeOf(act.error) ?? "")) {
    return (
      <Ended title={door.deadTitle}>
        <p>{codeOf(act.error) === "set_up.link_dead" ? why : null}</p>
        <p>{text.deadAgain}</p>
      </Ended>
    );
  }
  return (
    <Outside title={text.title} lead={<p>{text.lead}</p>}>
      <form className="form" onSubmit={submit}>
        <PasswordField
          label={text.password}
          kind="new-password"
          value={password}
          set={setPassword}
          error={wrong}
        />
        {wrong === undefined ? <RefusedNote error={act.error} /> : null}
        <div className="form-acts">
          <Button type="submit" variant="filled" loading={act.isPending}>
            {text.act}
          </Button>
        </div>
      </form>
    </Outside>
  );
}

export function Reset() {
  const token = useFragment();
  const door = useText(doorTexts);
  if (token !== undefined) return <Choose key={token} token={token} />;
  return (
    <Ended title={door.noLinkTitle}>
      <p>{door.noLink}</p>
    </Ended>
  );
}
