// The first way in: the owner of a new installation, or an invited colleague. The link is looked at, then redeemed once.
import { Button } from "@mantine/core";
import { lookAtLink } from "@somlos/contract/rooms/access";
import { useFormats, useText } from "@somlos/look/language";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { call, Refused } from "../../api.ts";
import { useFragment } from "../../door/fragment.ts";
import { Outside } from "../../door/outside.tsx";
import { doorTexts } from "../../door/texts.ts";
import { RefusedNote } from "../../forms/refused.tsx";
import { useSession } from "../../session.ts";
import { Loading } from "../../states/states.tsx";
import { stateTexts } from "../../states/texts.ts";
import { type Invited, Join } from "./join.tsx";
import { setUpTexts } from "./texts.ts";

function ToSignIn() {
  const text = useText(doorTexts);
  return (
    <div className="form-acts">
      <Button component={Link} to="/sign-in">
        {text.toSignIn}
      </Button>
    </div>
  );
}

/** No link in the address: it was used for a moment and taken away, or the page was opened without one. */
function NoLink() {
  const text = useText(doorTexts);
  return (
    <Outside title={text.noLinkTitle} lead={<p>{text.noLink}</p>}>
      <ToSignIn />
    </Outside>
  );
}

function Dead({ sentence }: { readonly sentence: string }) {
  const text = useText(setUpTexts);
  const door = useText(doorTexts);
  return (
    <Outside
      title={door.deadTitle}
      lead={
        <div className="door-lead" role="alert">
          <p>{sentence}</p>
          <p>{text.deadInvite}</p>
          <p>{text.deadOwner}</p>
        </div>
      }
    >
      <ToSignIn />
    </Outside>
  );
}

type AwayProps = { readonly error: unknown; readonly again: () => void };

function Away({ error, again }: AwayProps) {
  const text = useText(setUpTexts);
  const states = useText(stateTexts);
  return (
    <Outside title={text.title}>
      <RefusedNote error={error} />
      <div className="form-acts">
        <Button onClick={again}>{states.again}</Button>
      </div>
    </Outside>
  );
}

function Welcome({ token, invited }: { readonly token: string; readonly invited: Invited }) {
  const text = useText(setUpTexts);
  const formats = useFormats();
  const { data: session } = useSession();
  const until = formats.moment(invited.endsAt);
  const owner = invited.kind === "owner";
  return (
    <Outside
      title={owner ? text.ownerTitle : text.inviteTitle(invited.name ?? "")}
      lead={
        <>
          <p>{owner ? text.ownerLead(until) : text.inviteLead(until)}</p>
          {session ? <p className="ff-hint">{text.signedIn(session.staff.name)}</p> : null}
        </>
      }
    >
      <Join token={token} invited={invited} />
    </Outside>
  );
}

export function SetUp() {
  const text = useText(setUpTexts);
  const token = useFragment();
  const looked = useQuery({
    queryKey: ["set-up", token],
    queryFn: ({ signal }) => call(lookAtLink, { body: { token: token ?? "" } }, signal),
    enabled: token !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (token === undefined) return <NoLink />;
  if (looked.data !== undefined) return <Welcome key={token} token={token} invited={looked.data} />;
  if (looked.error instanceof Refused && [400, 410].includes(looked.error.status))
    return <Dead sentence={looked.error.status === 410 ? looked.error.sentence : ""} />;
  if (looked.error !== null) return <Away error={looked.error} again={() => void looked.refetch()} />;
  return (
    <Outside title={text.looking}>
      <Loading rows={3} shape="lines" />
    </Outside>
  );
}
