// One thing that was asked for: how far it is, until when it can be cancelled, and the copy when it is made.
import { Button } from "@mantine/core";
import type { RightsRequest } from "@somlos/contract/rooms/rights";
import { useFormats, useText } from "@somlos/look/language";
import { RefusedNote } from "../../../forms/refused.tsx";
import { useNow } from "../../../now.ts";
import { hoursLeft } from "./hours.rules.ts";
import { rightsTexts } from "./texts.ts";
import { useCancel } from "./use-rights.ts";

function useSaid({ kind, state, dueAt, endedAt, share }: RightsRequest): string {
  const text = useText(rightsTexts);
  const formats = useFormats();
  if (state === "running") return text.running(formats.percent(share));
  if (state === "waiting") return kind === "export" ? text.waitsTurn : text.waitsUntil(formats.moment(dueAt));
  return text[state](formats.moment(endedAt ?? dueAt));
}

/** The 24 hours, an hour a stitch: those that are over are drawn through. */
function Hours({ dueAt, now }: { readonly dueAt: string; readonly now: Date }) {
  const text = useText(rightsTexts);
  const formats = useFormats();
  const left = hoursLeft(dueAt, now);
  return (
    <div className="pr-hours">
      <span className="pr-day" aria-hidden>
        {Array.from({ length: 24 }, (_, hour) => `hour-${hour}`).map((name, hour) => (
          <i key={name} data-over={hour < 24 - left || undefined} />
        ))}
      </span>
      <span className="ps-small num">{text.hoursLeft(formats.number(left), left === 1)}</span>
    </div>
  );
}

type LineProps = {
  readonly request: RightsRequest;
  readonly personId: string;
  readonly cancelled: () => void;
};

export function RequestLine({ request, personId, cancelled }: LineProps) {
  const text = useText(rightsTexts);
  const formats = useFormats();
  const now = useNow();
  const cancel = useCancel(personId, cancelled);
  const said = useSaid(request);
  const { id, kind, state, of, askedAt, dueAt } = request;
  const waits = state === "waiting";
  return (
    <li data-state={state}>
      <i className={state === "done" ? "knot" : "knot knot-open"} aria-hidden />
      <div className="pr-words">
        <p>
          <b>{text.kinds[kind]}</b> <span className="mid">{text.of[of]}</span>
        </p>
        <p>{said}</p>
        {request.waitsFor === null ? null : <p className="ps-small">{request.waitsFor}</p>}
        {waits && kind === "erasure" ? <Hours dueAt={dueAt} now={now} /> : null}
        <p className="ps-small num">{text.askedAt(formats.moment(askedAt))}</p>
        {kind === "export" && state === "done" ? (
          <p className="pr-files">
            <a className="link" href={`/api/rights/${id}/html`}>
              {text.page}
            </a>
            <a className="link" href={`/api/rights/${id}/json`}>
              {text.file}
            </a>
          </p>
        ) : null}
        <RefusedNote error={cancel.error} />
      </div>
      {waits ? (
        <Button loading={cancel.isPending} onClick={() => cancel.mutate(id)}>
          {text.cancel}
        </Button>
      ) : null}
    </li>
  );
}
