// Where one is signed in: one of them ended, or all but this one.
import { Button } from "@mantine/core";
import { type Account, endOneSession } from "@somlos/contract/rooms/access-account";
import { useFormats, useText } from "@somlos/look/language";
import { IconDeviceLaptop, IconDeviceMobile } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { codeOf, RefusedNote } from "../../forms/refused.tsx";
import { useNow } from "../../now.ts";
import { deviceOf } from "./device.rules.ts";
import { accountTexts } from "./texts.ts";
import { useReadAgain } from "./use-account.ts";

type Session = Account["sessions"][number];

/** One that has ended by itself meanwhile is ended all the same. */
async function endEach(sessions: readonly Session[]): Promise<void> {
  for (const { id } of sessions) {
    await call(endOneSession, { params: { id } }).catch((error: unknown) => {
      if (codeOf(error) !== "account.not_found") throw error;
    });
  }
}

type LineProps = { readonly session: Session; readonly end: () => void; readonly ending: boolean };

function Line({ session, end, ending }: LineProps) {
  const text = useText(accountTexts);
  const formats = useFormats();
  const now = useNow();
  const device = deviceOf(session.agent, text.on) ?? text.unknownDevice;
  const Sign = /iPhone|Android|Mobile/.test(session.agent) ? IconDeviceMobile : IconDeviceLaptop;
  return (
    <li className="ac-line">
      <Sign size={20} stroke={1.5} aria-hidden className="icon" />
      <div>
        <b>{device}</b> {session.current ? <span className="chip ac-here">{text.here}</span> : null}
        <p className="ac-small">
          {session.current ? null : `${text.seen(formats.ago(session.seenAt, now))} · `}
          {text.how[session.how]} {text.since(formats.moment(session.signedInAt))}
        </p>
      </div>
      {session.current ? null : (
        <Button
          size="xs"
          variant="subtle"
          loading={ending}
          onClick={end}
          aria-label={`${text.end}: ${device}`}
        >
          {text.end}
        </Button>
      )}
    </li>
  );
}

export function Sessions({ account }: { readonly account: Account }) {
  const text = useText(accountTexts);
  const readAgain = useReadAgain();
  const end = useMutation({ mutationFn: endEach, onSettled: readAgain });
  const others = account.sessions.filter((session) => !session.current);
  const ending = (session: Session): boolean => end.isPending && (end.variables?.includes(session) ?? false);
  return (
    <section className="ac-part" aria-labelledby="sessions">
      <h2 className="ac-title" id="sessions">
        {text.sessions}
      </h2>
      <ul className="ac-lines">
        {account.sessions.map((session) => (
          <Line
            key={session.id}
            session={session}
            end={() => end.mutate([session])}
            ending={ending(session)}
          />
        ))}
      </ul>
      <RefusedNote error={end.error} />
      {others.length === 0 ? null : (
        <div>
          <Button loading={end.isPending} onClick={() => end.mutate(others)}>
            {text.endOthers}
          </Button>
        </div>
      )}
    </section>
  );
}
