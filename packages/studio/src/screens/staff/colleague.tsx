// One colleague: roles to change, a new link for who was invited, the way out.
import { Button } from "@mantine/core";
import {
  type ColleagueAnswer,
  deactivateColleague,
  grantColleague,
  inviteColleague,
} from "@somlos/contract/rooms/access-staff";
import { useFormats, useText } from "@somlos/look/language";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { type Grant, grantsFor, rolesOf } from "./grants.rules.ts";
import { Sent } from "./invite.tsx";
import { sameGrants } from "./places.rules.ts";
import { PlacesField } from "./places-field.tsx";
import { RolesField } from "./roles-field.tsx";
import { staffTexts } from "./texts.ts";

type OneProps = { readonly colleague: ColleagueAnswer };

/** Everything a change of staff may have changed here: the list, and what this page itself may open. */
function useReadAgain(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ["staff"] });
    await client.invalidateQueries({ queryKey: ["session"] });
  };
}

function Roles({ colleague, manages }: OneProps & { readonly manages: boolean }) {
  const text = useText(staffTexts);
  const readAgain = useReadAgain();
  const held = colleague.grants;
  const [chosen, set] = useState<readonly Grant[]>(held);
  const save = useMutation({
    mutationFn: () =>
      call(grantColleague, {
        params: { id: colleague.id },
        body: { grants: chosen.map((grant) => ({ ...grant, locationIds: [...grant.locationIds] })) },
      }),
    onSuccess: readAgain,
  });
  const changed = !sameGrants(chosen, held);
  if (!manages || colleague.state === "deactivated")
    return (
      <div className="form">
        <RolesField chosen={rolesOf(held)} set={() => undefined} grants={held} disabled />
        <PlacesField grants={held} set={() => undefined} disabled />
      </div>
    );
  return (
    <Form
      act={text.saveRoles}
      go={() => save.mutate()}
      running={save.isPending}
      error={save.error}
      disabled={!changed || chosen.length === 0}
    >
      <RolesField chosen={rolesOf(chosen)} set={(roles) => set(grantsFor(roles, chosen))} grants={chosen} />
      <PlacesField grants={chosen} set={set} />
      <p className="form-said" role="status">
        {save.isSuccess && !changed ? text.savedRoles : ""}
      </p>
      {chosen.length === 0 ? <p className="ff-hint">{text.needRole}</p> : null}
    </Form>
  );
}

/** Who was invited gets a new link; who was deactivated comes back as a newcomer. */
function InviteAgain({ colleague }: OneProps) {
  const text = useText(staffTexts);
  const readAgain = useReadAgain();
  const { name, email, language, grants } = colleague;
  const again = useMutation({
    mutationFn: () => call(inviteColleague, { body: { name, email, language, grants } }),
    onSuccess: readAgain,
  });
  return (
    <div className="rl-act">
      <Button loading={again.isPending} onClick={() => again.mutate()}>
        {colleague.state === "invited" ? text.again : text.back}
      </Button>
      {colleague.state === "invited" ? <p className="ff-hint">{text.againSays}</p> : null}
      {again.isSuccess ? <Sent email={email} /> : null}
      <RefusedNote error={again.error} />
    </div>
  );
}

function Deactivate({ colleague }: OneProps) {
  const text = useText(staffTexts);
  const readAgain = useReadAgain();
  const [asked, setAsked] = useState(false);
  const close = (): void => setAsked(false);
  const end = useMutation({
    mutationFn: () => call(deactivateColleague, { params: { id: colleague.id } }),
    onSuccess: async () => {
      close();
      await readAgain();
    },
  });
  return (
    <div className="rl-act">
      <Button variant="subtle" onClick={() => setAsked(true)}>
        {text.deactivate}
      </Button>
      <Dialog title={text.deactivateTitle(colleague.name)} opened={asked} close={close}>
        <Form
          act={text.deactivateAct}
          go={() => end.mutate()}
          running={end.isPending}
          error={end.error}
          close={close}
        >
          <p className="form-text">{text.deactivateSays}</p>
        </Form>
      </Dialog>
    </div>
  );
}

export function ColleagueRail({ colleague, manages }: OneProps & { readonly manages: boolean }) {
  const text = useText(staffTexts);
  const formats = useFormats();
  return (
    <div className="rl">
      <div>
        <h2 className="rail-title">{colleague.name}</h2>
        <p className="mid rl-mail">{colleague.email}</p>
        <p className="dim rl-small">
          {text.state[colleague.state]}
          {colleague.joinedAt === null ? null : `, ${text.since(formats.date(colleague.joinedAt))}`}
        </p>
      </div>
      {manages ? null : <p className="mid">{text.readOnly}</p>}
      <Roles key={JSON.stringify(colleague.grants)} colleague={colleague} manages={manages} />
      {manages && colleague.state !== "active" ? <InviteAgain colleague={colleague} /> : null}
      {manages && colleague.state !== "deactivated" ? <Deactivate colleague={colleague} /> : null}
    </div>
  );
}
