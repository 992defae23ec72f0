// The parked, each with its cause; the chips keep one cause.
import { Button } from "@mantine/core";
import type { ParkedItem } from "@somlos/contract/rooms/events";
import { useFormats, useText } from "@somlos/look/language";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { parkedTexts } from "./texts.ts";
import type { Replay, Result } from "./use-replay.ts";

type ListProps = {
  readonly items: readonly ParkedItem[];
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
};

export function List({ items, chosen, choose }: ListProps) {
  const text = useText(parkedTexts);
  const formats = useFormats();
  return (
    <ol className="pk-list" aria-label={text.list}>
      {items.map((item) => (
        <li
          key={item.id}
          className="pk-item"
          data-chosen={item.id === chosen || undefined}
          data-done={item.replayedAt !== null || undefined}
        >
          <button
            type="button"
            className="plain pk-open"
            aria-pressed={item.id === chosen}
            onClick={() => choose(item.id)}
          >
            <span className="pk-line">
              <b className="el" title={item.name ?? undefined}>
                {item.name ?? text.noName}
              </b>
              <span className="pk-when num">{formats.moment(item.receivedAt)}</span>
            </span>
            <span className="pk-sentence">{item.sentence}</span>
            <span className="pk-line pk-small">
              <code className="mono">{item.code}</code>
              <span className="el">
                {item.replayedAt === null ? item.source : text.taken(formats.moment(item.replayedAt))}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

type AllProps = { readonly total: number; readonly code: string | undefined; readonly replay: Replay };

/** Asked twice: it moves many at once. */
export function ReplayAll({ total, code, replay }: AllProps) {
  const text = useText(parkedTexts);
  const formats = useFormats();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button onClick={() => setAsked(true)}>{code === undefined ? text.replayAll : text.replayCause}</Button>
    );
  }
  const go = (): void => {
    replay.run({ all: true, ...(code === undefined ? {} : { code }) });
    setAsked(false);
  };
  return (
    <div className="pk-acts">
      <b>{text.sure(formats.number(total))}</b>
      <Button variant="filled" loading={replay.running} onClick={go}>
        {text.yes}
      </Button>
      <Button variant="subtle" onClick={() => setAsked(false)}>
        {text.no}
      </Button>
    </div>
  );
}

export function Told({ result }: { readonly result: Result | undefined }) {
  const text = useText(parkedTexts);
  const formats = useFormats();
  return (
    <div role="status">
      {result === undefined ? null : (
        <p className="pk-told" data-held={result.parked > 0 || undefined}>
          <IconCircleCheck size={16} stroke={1.6} aria-hidden className="icon" />
          {text.result(
            formats.number(result.replayed),
            formats.number(result.parked),
            formats.number(result.duplicates),
          )}
        </p>
      )}
    </div>
  );
}

type CausesProps = {
  readonly codes: readonly string[];
  readonly chosen: string | undefined;
  readonly choose: (code: string | undefined) => void;
};

export function Causes({ codes, chosen, choose }: CausesProps) {
  const text = useText(parkedTexts);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form
    <div className="pk-causes" role="group" aria-label={text.causes}>
      {[undefined, ...codes].map((code) => (
        <button
          key={code ?? ""}
          type="button"
          className={code === chosen ? "chip chip-on" : "chip chip-line"}
          aria-pressed={code === chosen}
          onClick={() => choose(code)}
        >
          {code ?? text.all}
        </button>
      ))}
    </div>
  );
}
