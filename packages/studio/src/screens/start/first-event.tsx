// The first event in two minutes: a thread through three steps, the last one tied when the event is here.
import { Button } from "@mantine/core";
import type { LiveItem } from "@somlos/contract/rooms/events";
import { useFormats, useText } from "@somlos/look/language";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { may, type Session } from "../../session.ts";
import { SnippetView } from "../../snippets/snippet-view.tsx";
import type { Client } from "../../snippets/snippets.ts";
import { startTexts } from "./texts.ts";

const starters: readonly Client[] = ["curl", "page", "analytics-next", "analytics-node"];

type StepProps = {
  readonly title: string;
  readonly state: "done" | "now" | "later";
  readonly children?: ReactNode;
};

function Step({ title, state, children }: StepProps) {
  return (
    <li className="fs" data-state={state} aria-current={state === "now" ? "step" : undefined}>
      <i className={state === "done" ? "knot knot-red fs-knot" : "knot knot-red knot-open fs-knot"} />
      <h2 className="fs-title">{title}</h2>
      <div className="fs-body">{children}</div>
    </li>
  );
}

export function Newest({ event, opens }: { readonly event: LiveItem; readonly opens: boolean }) {
  const text = useText(startTexts);
  const formats = useFormats();
  const { person } = event;
  const name = person?.name ?? text.someone;
  return (
    <>
      <b>{event.name}</b> {text.cameFrom}{" "}
      {person !== null && opens ? (
        <Link className="link" to={`/people/${encodeURIComponent(person.id)}`}>
          {name}
        </Link>
      ) : (
        name
      )}
      , <span className="num">{formats.time(event.receivedAt)}</span>
      {event.ackMs === null ? null : `, ${text.ack(formats.ms(Math.round(event.ackMs)))}`}
    </>
  );
}

function Came({ event, opens }: { readonly event: LiveItem; readonly opens: boolean }) {
  const text = useText(startTexts);
  const person = event.person;
  return (
    <div className="fs-acts">
      {person !== null && opens ? (
        <Button variant="filled" component={Link} to={`/people/${encodeURIComponent(person.id)}`}>
          {text.openPerson}
        </Button>
      ) : null}
      <Button component={Link} to={`/live?event=${encodeURIComponent(event.messageId)}`}>
        {text.seeLive}
      </Button>
    </div>
  );
}

function Send({ session }: { readonly session: Session }) {
  const text = useText(startTexts);
  const key = session.installation.writeKey;
  if (key === null) {
    return (
      <>
        <p>{text.keyClosed}</p>
        <div className="fs-acts">
          <Button component={Link} to="/sources">
            {text.toSources}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <p>{text.sendSays}</p>
      <SnippetView clients={starters} address={{ url: location.origin, key }} />
    </>
  );
}

type FirstProps = { readonly session: Session; readonly event: LiveItem | undefined };

export function FirstEvent({ session, event }: FirstProps) {
  const text = useText(startTexts);
  const opens = may(session, "people.read");
  const here = event !== undefined;
  return (
    <>
      <header className="st-head">
        <h1 className="st-title">{text.firstTitle}</h1>
        <p className="mid">{text.firstLead}</p>
      </header>
      <ol className="fss">
        <Step title={text.runs} state="done">
          <p>{text.runsSays(location.origin)}</p>
        </Step>
        <Step title={text.send} state={here ? "done" : "now"}>
          {here ? null : <Send session={session} />}
        </Step>
        <Step title={here ? text.came : text.wait} state={here ? "done" : "later"}>
          <p role="status">{here ? <Newest event={event} opens={opens} /> : text.waitSays}</p>
          {here ? <Came event={event} opens={opens} /> : null}
        </Step>
      </ol>
    </>
  );
}
