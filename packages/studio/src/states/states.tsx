// What a screen shows when there is nothing, or something is wrong. Each says what to do.
import { Button } from "@mantine/core";
import { useFormats, useText } from "@somlos/look/language";
import { IconAlertTriangle, IconLock } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { Link } from "react-router";
import { Refused } from "../api.ts";
import { useAwaySince } from "../network.ts";
import "./states.css";
import { stateTexts } from "./texts.ts";

type NoteProps = {
  readonly title: string;
  readonly children?: ReactNode;
  readonly act?: ReactNode;
  /** It is all there is on the page: its title is the page's heading. */
  readonly alone?: true;
};

/** Nothing here yet: teaches, and gives the first act. */
export function Empty({ title, children, act, alone }: NoteProps) {
  const Title = alone === true ? "h1" : "h2";
  return (
    <section className="state">
      <i className="knot knot-red knot-open state-sign" />
      <Title className="state-title">{title}</Title>
      <div className="state-text">{children}</div>
      {act === undefined ? null : <div className="state-act">{act}</div>}
    </section>
  );
}

/** The coming shape, after 150 ms: a quick answer never flickers. */
export function Loading({
  rows = 6,
  shape = "rows",
}: {
  readonly rows?: number;
  readonly shape?: "rows" | "lines";
}) {
  const text = useText(stateTexts);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="ghosts" data-late={late || undefined} data-shape={shape} role="status">
      <span className="vh">{late ? text.loading : ""}</span>
      {Array.from({ length: rows }, (_, at) => `ghost-${at}`).map((name) => (
        <div key={name} className="ghost" aria-hidden>
          <i />
          <span>
            <b />
            <b />
          </span>
        </div>
      ))}
    </div>
  );
}

type ErrorProps = {
  readonly error: unknown;
  readonly again?: () => void;
  readonly alone?: true;
};

type StateWords = (typeof stateTexts)["en"];

function titleOf(refused: Refused | undefined, text: StateWords): string {
  if (refused?.code === "network.away") return text.awayTitle;
  if (refused?.status === 404) return text.missingTitle;
  return refused === undefined || refused.sentence === "" ? text.unknownTitle : text.refusedTitle;
}

/** What the server said; then what holds. */
function tellOf(refused: Refused | undefined, text: StateWords): string {
  if (refused?.code === "network.away") return text.away;
  const said = refused?.sentence ?? "";
  return refused?.status === 404 ? said : `${said} ${text.holds}`.trim();
}

/** What refused, what holds, what to do. What is not there does not come by asking again. */
export function ErrorNote({ error, again, alone }: ErrorProps) {
  const text = useText(stateTexts);
  const refused = error instanceof Refused ? error : undefined;
  const Title = alone === true ? "h1" : "h2";
  return (
    <section className="state" role="alert">
      <div className="state-code">
        <IconAlertTriangle size={18} stroke={1.6} aria-hidden className="icon" />
        <code className="mono">{refused?.code ?? "studio.broken"}</code>
      </div>
      <Title className="state-title">{titleOf(refused, text)}</Title>
      <div className="state-text">{tellOf(refused, text)}</div>
      {again === undefined || refused?.status === 404 ? null : (
        <div className="state-act">
          <Button onClick={again}>{text.again}</Button>
        </div>
      )}
    </section>
  );
}

/** What is closed, who can open it. */
export function NoPermission({ needs }: { readonly needs: string }) {
  const text = useText(stateTexts);
  return (
    <section className="state">
      <IconLock size={18} stroke={1.6} aria-hidden className="icon state-sign" />
      <h1 className="state-title">{text.closedTitle}</h1>
      <div className="state-text">
        {text.closed}
        <p className="state-small">
          {text.closedNeeds} <code className="mono">{needs}</code>
        </p>
      </div>
    </section>
  );
}

export function Nowhere() {
  const text = useText(stateTexts);
  return (
    <section className="state">
      <i className="knot knot-open state-sign" />
      <h1 className="state-title">{text.nowhereTitle}</h1>
      <div className="state-text">{text.nowhere}</div>
      <div className="state-act">
        <Button component={Link} to="/">
          {text.home}
        </Button>
      </div>
    </section>
  );
}

/** A quiet stitched line while the server does not answer; asks it now and then, so it heals by itself. */
export function OfflineLine({ probe }: { readonly probe: () => void }) {
  const since = useAwaySince();
  const text = useText(stateTexts);
  const formats = useFormats();
  useEffect(() => {
    if (since === undefined) return;
    const timer = setInterval(probe, 4000);
    return () => clearInterval(timer);
  }, [since, probe]);
  return (
    <div role="status" className="offline-place">
      {since === undefined ? null : (
        <div className="offline">
          <i className="stitch" />
          <b className="offline-since">{text.offline(formats.time(since))}</b>
          <span>{text.offlineHolds}</span>
        </div>
      )}
    </div>
  );
}
