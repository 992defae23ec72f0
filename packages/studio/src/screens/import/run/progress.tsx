// An import or its trial at work: how far, how fast, how long yet, and what can be done about it.
import { Button } from "@mantine/core";
import type { ImportView } from "@somlos/contract/rooms/imports";
import { useFormats, useText } from "@somlos/look/language";
import { IconInfoCircle } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { Dialog, Form } from "../../../forms/dialog.tsx";
import { RefusedNote } from "../../../forms/refused.tsx";
import { Bar } from "../bar.tsx";
import { useAct } from "../use-imports.ts";
import { Figures } from "./figures.tsx";
import { type Pace, paceOf, type Seen, see } from "./pace.rules.ts";
import { runTexts } from "./texts.ts";

/** The pace over the last twenty seconds, from what the server said. */
function usePace({ share, counts: { rows }, state }: ImportView): Pace | undefined {
  const [seen, setSeen] = useState<readonly Seen[]>([]);
  useEffect(() => {
    const tell = (): void => setSeen((before) => see(before, { at: performance.now(), rows, share }));
    tell();
    const timer = setInterval(tell, 1000);
    return () => clearInterval(timer);
  }, [rows, share]);
  return state === "paused" ? undefined : paceOf(seen);
}

function Hints({ view }: { readonly view: ImportView }) {
  const text = useText(runTexts);
  const begun = view.share > 0 || view.counts.rows > 0;
  const hints = [
    view.queued && view.state !== "paused" ? (begun ? text.queuedAgain : text.queuedFirst) : undefined,
    view.wish === "pause" ? text.wishPause : view.wish === "cancel" ? text.wishCancel : undefined,
    view.interruptions > 0 ? text.interrupted(view.interruptions) : undefined,
  ].filter((hint) => hint !== undefined);
  return (
    <div role="status">
      {hints.map((hint) => (
        <p key={hint} className="rd-note">
          <IconInfoCircle size={16} stroke={1.6} aria-hidden className="icon" />
          {hint}
        </p>
      ))}
    </div>
  );
}

function Acts({ view }: { readonly view: ImportView }) {
  const text = useText(runTexts);
  const act = useAct(view.id);
  const [asking, setAsking] = useState(false);
  const cancel = (): void => act.mutate("cancel", { onSuccess: () => setAsking(false) });
  return (
    <>
      <RefusedNote error={act.error} />
      <div className="im-acts">
        {view.state === "paused" ? (
          <Button variant="filled" onClick={() => act.mutate("resume")} loading={act.isPending}>
            {text.resume}
          </Button>
        ) : null}
        {view.state === "running" ? (
          <Button onClick={() => act.mutate("pause")} disabled={view.wish !== null}>
            {text.pause}
          </Button>
        ) : null}
        {view.state === "trying" ? (
          <Button onClick={cancel} disabled={view.wish !== null}>
            {text.cancelTry}
          </Button>
        ) : (
          <Button variant="subtle" onClick={() => setAsking(true)} disabled={view.wish === "cancel"}>
            {text.cancel}
          </Button>
        )}
      </div>
      <Dialog title={text.cancelTitle} opened={asking} close={() => setAsking(false)}>
        <Form act={text.cancel} go={cancel} running={act.isPending} close={() => setAsking(false)}>
          <p className="form-text">{text.cancelSays}</p>
        </Form>
      </Dialog>
    </>
  );
}

/** How fast and how long yet; what does not move is being measured. */
function usePaceWords(view: ImportView): string[] {
  const text = useText(runTexts);
  const formats = useFormats();
  const pace = usePace(view);
  if (view.state === "paused" || view.queued) return [];
  const { rowsASecond = 0, secondsLeft } = pace ?? {};
  const words = [
    rowsASecond >= 1 ? text.pace(formats.number(Math.round(rowsASecond))) : undefined,
    secondsLeft === undefined ? undefined : text.left(formats.span(secondsLeft)),
  ].filter((word) => word !== undefined);
  return words.length === 0 ? [text.measuring] : words;
}

function PaceLine({ view }: { readonly view: ImportView }) {
  const text = useText(runTexts);
  const formats = useFormats();
  const words = usePaceWords(view);
  const { rows } = view.counts;
  return (
    <p className="pr-pace num">
      {[text.rowsSoFar(rows, formats.number(rows)), ...words].map((word) => (
        <span key={word}>{word}</span>
      ))}
    </p>
  );
}

function useTitle({ state, counts }: ImportView): { readonly title: string; readonly says: string } {
  const text = useText(runTexts);
  const formats = useFormats();
  if (state === "trying") return { title: text.trying, says: text.tryingSays };
  if (state === "paused") return { title: text.paused, says: text.pausedSays(formats.number(counts.rows)) };
  return { title: text.running, says: text.runningSays };
}

export function Progress({ view, runs }: { readonly view: ImportView; readonly runs: boolean }) {
  const formats = useFormats();
  const { title, says } = useTitle(view);
  return (
    <section className="im-step pr">
      <h2 className="pr-share num">{formats.percent(view.share)}</h2>
      <p className="pr-title">
        <b>{title}.</b> {says}
      </p>
      <Bar share={view.share} label={title} />
      <PaceLine view={view} />
      <Hints view={view} />
      {view.state === "trying" ? null : <Figures counts={view.counts} />}
      {runs ? <Acts view={view} /> : null}
    </section>
  );
}
