// Passkeys: named, added, removed. The server keeps the last way in.
import { Button } from "@mantine/core";
import {
  type Account,
  addPasskey,
  passkeyAddOptions,
  removePasskey,
} from "@somlos/contract/rooms/access-account";
import { useFormats, useText } from "@somlos/look/language";
import { IconFingerprint, IconPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { makePasskey, PasskeyFailed, passkeysHere } from "../../door/passkey.ts";
import { Why } from "../../door/why.tsx";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { codeOf } from "../../forms/refused.tsx";
import { useNow } from "../../now.ts";
import { SignInAgain } from "./sign-in-again.tsx";
import { accountTexts } from "./texts.ts";
import { useReadAgain } from "./use-account.ts";

type Passkey = Account["passkeys"][number];
type AccountProps = { readonly account: Account };

async function add(name: string): Promise<void> {
  const options = await call(passkeyAddOptions, {});
  const passkey = await makePasskey(options);
  await call(addPasskey, { body: { name, passkey } });
}

function AddForm({ account, close }: AccountProps & { readonly close: () => void }) {
  const text = useText(accountTexts);
  const readAgain = useReadAgain();
  const [name, setName] = useState("");
  const adding = useMutation({
    mutationFn: () => add(name),
    onSuccess: async () => {
      close();
      await readAgain();
    },
  });
  if (codeOf(adding.error) === "account.sign_in_again")
    return <SignInAgain account={account} close={close} done={() => adding.reset()} />;
  const ours = adding.error instanceof PasskeyFailed;
  return (
    <Form
      act={text.addAct}
      go={() => adding.mutate()}
      running={adding.isPending}
      error={ours ? null : adding.error}
      close={close}
      disabled={name.trim() === ""}
    >
      <TextField
        label={text.addName}
        hint={text.addNameHint}
        value={name}
        set={setName}
        most={100}
        required
        first
      />
      {ours ? <Why error={adding.error} /> : null}
    </Form>
  );
}

type RemoveProps = AccountProps & { readonly passkey: Passkey; readonly close: () => void };

function RemoveForm({ account, passkey, close }: RemoveProps) {
  const text = useText(accountTexts);
  const readAgain = useReadAgain();
  const removing = useMutation({
    mutationFn: () => call(removePasskey, { params: { id: passkey.id } }),
    onSuccess: async () => {
      close();
      await readAgain();
    },
  });
  if (codeOf(removing.error) === "account.sign_in_again")
    return <SignInAgain account={account} close={close} done={() => removing.reset()} />;
  return (
    <Form
      act={text.remove}
      go={() => removing.mutate()}
      running={removing.isPending}
      error={removing.error}
      close={close}
    >
      <p className="form-text">{text.removeSays}</p>
    </Form>
  );
}

function Line({ passkey, remove }: { readonly passkey: Passkey; readonly remove: () => void }) {
  const text = useText(accountTexts);
  const formats = useFormats();
  const now = useNow();
  return (
    <li className="ac-line">
      <IconFingerprint size={20} stroke={1.5} aria-hidden className="icon" />
      <div>
        <b>{passkey.name}</b>
        <p className="ac-small">
          {passkey.lastUsedAt === null ? text.unused : text.used(formats.ago(passkey.lastUsedAt, now))}
          {" · "}
          {text.made(formats.date(passkey.createdAt))}
          {" · "}
          {passkey.backedUp ? text.backedUp : text.oneDevice}
        </p>
      </div>
      <Button size="xs" variant="subtle" onClick={remove} aria-label={`${text.remove}: ${passkey.name}`}>
        {text.remove}
      </Button>
    </li>
  );
}

export function Passkeys({ account }: AccountProps) {
  const text = useText(accountTexts);
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Passkey | undefined>(undefined);
  const none = account.passkeys.length === 0;
  const away = !account.passkeysWork ? text.passkeysAway : passkeysHere() ? undefined : text.passkeysHere;
  return (
    <section className="ac-part" aria-labelledby="passkeys">
      <h2 className="ac-title" id="passkeys">
        {text.passkeys}
      </h2>
      <p className="mid">{none ? `${text.noPasskeys} ${text.passkeysLead}` : text.passkeysLead}</p>
      {none ? null : (
        <ul className="ac-lines">
          {account.passkeys.map((passkey) => (
            <Line key={passkey.id} passkey={passkey} remove={() => setLeaving(passkey)} />
          ))}
        </ul>
      )}
      {away === undefined ? (
        <div>
          <Button
            leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {text.add}
          </Button>
        </div>
      ) : (
        <p className="ff-hint">{away}</p>
      )}
      <Dialog title={text.add} opened={adding} close={() => setAdding(false)}>
        <AddForm account={account} close={() => setAdding(false)} />
      </Dialog>
      <Dialog
        title={text.removeTitle(leaving?.name ?? "")}
        opened={leaving !== undefined}
        close={() => setLeaving(undefined)}
      >
        {leaving === undefined ? null : (
          <RemoveForm account={account} passkey={leaving} close={() => setLeaving(undefined)} />
        )}
      </Dialog>
    </section>
  );
}
