// Today: until the first event is here, how to send it; after that, what is left to do, and quiet when nothing is.

import { useText } from "@somlos/look/language";
import { useState } from "react";
import { Link } from "react-router";
import { AlertList } from "../../alerts/alert-list.tsx";
import { useAlerts } from "../../alerts/use-alerts.ts";
import { may, type Session, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { ErrorNote, Loading } from "../../states/states.tsx";
import { DemoCard } from "./demo-card.tsx";
import { FirstEvent, Newest } from "./first-event.tsx";
import { Next } from "./next.tsx";
import "./start.css";
import { startTexts } from "./texts.ts";
import { useAnybody, useFirst } from "./use-first.ts";

function Told({ title, says }: { readonly title: string; readonly says: string }) {
  return (
    <header className="st-head">
      <h1 className="st-title">{title}</h1>
      <p className="mid">{says}</p>
    </header>
  );
}

function Settled({
  session,
  first,
}: {
  readonly session: Session;
  readonly first: ReturnType<typeof useFirst>;
}) {
  const text = useText(startTexts);
  const event = first.data?.items[0];
  return (
    <header className="st-head">
      <h1 className="st-title">{text.title}</h1>
      {event === undefined ? null : (
        <p className="mid">
          {text.latest}: <Newest event={event} opens={may(session, "people.read")} />.{" "}
          <Link className="link" to="/live">
            {text.live}
          </Link>
        </p>
      )}
    </header>
  );
}

/** Who is not told how many there are works at an installation that has some. */
const isAnybody = (total: number | null | undefined): boolean => total === null || (total ?? 0) > 0;

function Head({ session }: { readonly session: Session }) {
  const text = useText(startTexts);
  const first = useFirst(session);
  const came = first.data?.items[0];
  const none = first.data !== undefined && came === undefined;
  const anybody = useAnybody(session, none);
  // Whoever waited sees it come, and keeps seeing it until they leave.
  const [waited, setWaited] = useState(false);
  if (none && !waited && !anybody.isLoading && !isAnybody(anybody.data?.total)) setWaited(true);
  if (first.data === undefined) {
    return first.error === null ? (
      <Loading rows={4} shape="lines" />
    ) : (
      <ErrorNote error={first.error} again={() => void first.refetch()} />
    );
  }
  if (waited && may(session, "sources.read")) return <FirstEvent session={session} event={came} />;
  if (!none) return <Settled session={session} first={first} />;
  if (anybody.isLoading) return <Loading rows={4} shape="lines" />;
  if (waited) return <Told title={text.others} says={text.othersSays} />;
  return <Told title={text.quietTitle} says={text.quietSays} />;
}

function Body({ session }: { readonly session: Session }) {
  const text = useText(startTexts);
  const reads = may(session, "events.read");
  const alerts = useAlerts(session);
  const first = useFirst(session);
  const begun = !reads || (first.data?.items.length ?? 0) > 0 || !may(session, "sources.read");
  return (
    <div className="st">
      {reads ? <Head session={session} /> : <h1 className="st-title st-head">{text.title}</h1>}
      {alerts.length === 0 ? null : (
        <div className="st-alerts">
          <AlertList alerts={alerts} here="/today" />
        </div>
      )}
      {begun ? <Next session={session} parked={first.data?.parked} /> : null}
      <DemoCard session={session} />
    </div>
  );
}

export function Start() {
  const text = useText(startTexts);
  const { data: session } = useSession();
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      {session ? <Body session={session} /> : null}
    </>
  );
}
