// Signing in: passkey first, password beside it, and the way back for who forgot. Known or not, the words are the same.
import { Button } from "@mantine/core";
import { signInWithPassword } from "@somlos/contract/rooms/access";
import { useText } from "@somlos/look/language";
import { IconFingerprint } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Navigate, useSearchParams } from "react-router";
import { call } from "../../api.ts";
import { Outside } from "../../door/outside.tsx";
import { passkeysHere } from "../../door/passkey.ts";
import { safePlace, signInByPasskey, useComeIn } from "../../door/way-in.ts";
import { Why } from "../../door/why.tsx";
import { PasswordField, TextField } from "../../forms/fields.tsx";
import { useSession } from "../../session.ts";
import { Forgot } from "./forgot.tsx";
import { signInTexts } from "./texts.ts";

function ByPasskey({ to }: { readonly to: string }) {
  const text = useText(signInTexts);
  const come = useComeIn(to);
  const sign = useMutation({ mutationFn: signInByPasskey, onSuccess: come });
  if (!passkeysHere()) return <p className="ff-hint">{text.noPasskeys}</p>;
  return (
    <>
      <div className="form">
        <Button
          variant="filled"
          className="door-first"
          loading={sign.isPending}
          leftSection={<IconFingerprint size={18} stroke={1.6} aria-hidden />}
          onClick={() => sign.mutate()}
        >
          {text.passkey}
        </Button>
        <p className="ff-hint">{text.passkeyHint}</p>
        <Why error={sign.error} />
      </div>
      <div className="door-or">{text.or}</div>
    </>
  );
}

type PasswordProps = { readonly to: string; readonly forgot: (email: string) => void };

function ByPassword({ to, forgot }: PasswordProps) {
  const text = useText(signInTexts);
  const come = useComeIn(to);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const sign = useMutation({
    mutationFn: () => call(signInWithPassword, { body: { email, password } }),
    onSuccess: come,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!sign.isPending) sign.mutate();
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextField
        label={text.email}
        type="email"
        autoComplete="username"
        required
        value={email}
        set={setEmail}
      />
      <PasswordField label={text.password} kind="current-password" value={password} set={setPassword} />
      <Why error={sign.error} />
      <div className="form-acts">
        <Button type="submit" variant={passkeysHere() ? "default" : "filled"} loading={sign.isPending}>
          {text.act}
        </Button>
        <Button variant="subtle" onClick={() => forgot(email)}>
          {text.forgot}
        </Button>
      </div>
    </form>
  );
}

export function SignIn() {
  const text = useText(signInTexts);
  const [params] = useSearchParams();
  const { data: session } = useSession();
  const [forgotten, setForgotten] = useState<string | undefined>(undefined);
  const to = safePlace(params.get("to"), location.origin);
  if (session) return <Navigate to={to} replace />;
  if (forgotten !== undefined) return <Forgot known={forgotten} back={() => setForgotten(undefined)} />;
  return (
    <Outside title={text.title}>
      <ByPasskey to={to} />
      <ByPassword to={to} forgot={setForgotten} />
    </Outside>
  );
}
