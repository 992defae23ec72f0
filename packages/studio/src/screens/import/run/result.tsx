// How an import ended, and the rows it left out.
import { Button } from "@mantine/core";
import type { ImportView } from "@somlos/contract/rooms/imports";
import { useFormats, useText } from "@somlos/look/language";
import { Link } from "react-router";
import { Note, RefusedNote } from "../../../forms/refused.tsx";
import { useAct } from "../use-imports.ts";
import { Figures } from "./figures.tsx";
import { Refused } from "./refused.tsx";
import { runTexts } from "./texts.ts";

type ResultProps = { readonly view: ImportView; readonly runs: boolean; readonly mend: () => void };

function useHeadline({ state, counts }: ImportView): string {
  const text = useText(runTexts);
  const formats = useFormats();
  if (state === "failed") return text.failedTitle;
  if (state === "cancelled") return text.cancelledTitle;
  return counts.accepted === 0
    ? text.tookNone
    : text.tookIn(counts.accepted, formats.number(counts.accepted));
}

function Says({ view }: { readonly view: ImportView }) {
  const text = useText(runTexts);
  const formats = useFormats();
  const { counts, state, finishedAt, interruptions } = view;
  const says = [
    state === "done" && finishedAt !== null ? `${text.doneAt(formats.moment(finishedAt))}.` : undefined,
    state === "done" && counts.accepted === 0 && counts.duplicates > 0 ? text.allBefore : undefined,
    state === "done" ? undefined : text.kept,
    interruptions > 0 ? text.interrupted(interruptions) : undefined,
  ];
  return <p className="tr-says">{says.filter((one) => one !== undefined).join(" ")}</p>;
}

function Acts({ view, mend }: Omit<ResultProps, "runs">) {
  const text = useText(runTexts);
  const act = useAct(view.id);
  const again = view.fileKept && (view.state !== "done" || view.counts.refused > 0);
  return (
    <>
      <RefusedNote error={act.error} />
      <div className="im-acts">
        {view.counts.accepted > 0 ? (
          <Button component={Link} to="/people" variant={view.state === "done" ? "filled" : "default"}>
            {text.toPeople}
          </Button>
        ) : null}
        {again ? <Button onClick={mend}>{text.mend}</Button> : null}
        {again && view.state !== "done" ? (
          <Button onClick={() => act.mutate("start")} loading={act.isPending}>
            {text.startAgain}
          </Button>
        ) : null}
      </div>
    </>
  );
}

export function Result({ view, runs, mend }: ResultProps) {
  const text = useText(runTexts);
  const formats = useFormats();
  const headline = useHeadline(view);
  const { parked } = view.counts;
  return (
    <section className="im-step tr">
      <h2 className="tr-title">{headline}</h2>
      {view.failure === null ? null : <Note code={view.failure.code} says={view.failure.sentence} />}
      <Says view={view} />
      {runs ? <Acts view={view} mend={mend} /> : null}
      <Figures counts={view.counts} />
      {parked > 0 ? (
        <p className="im-told">
          <span>{text.parkedSays}</span>
          <Link className="chip chip-alarm" to="/live/parked">
            {text.parkedLink(parked, formats.number(parked))}
          </Link>
        </p>
      ) : null}
      {runs ? <Refused view={view} /> : <p className="mid">{text.hidden}</p>}
    </section>
  );
}
