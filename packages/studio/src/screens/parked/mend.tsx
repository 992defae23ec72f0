// One parked event: why it waits, and its body to mend.
import { Button } from "@mantine/core";
import type { ParkedItem } from "@somlos/contract/rooms/events";
import { useFormats, useText } from "@somlos/look/language";
import { useId, useState } from "react";
import { Empty } from "../../states/states.tsx";
import { type Mended, mendedFrom, pretty } from "./mended.ts";
import { parkedTexts } from "./texts.ts";
import type { Replay } from "./use-replay.ts";

export function NoneChosen() {
  const text = useText(parkedTexts);
  return <Empty title={text.choose}>{text.chooseText}</Empty>;
}

function Facts({ item }: { readonly item: ParkedItem }) {
  const text = useText(parkedTexts);
  const formats = useFormats();
  return (
    <dl className="pk-facts">
      <dt>{text.received}</dt>
      <dd className="num">{formats.moment(item.receivedAt)}</dd>
      <dt>{text.source}</dt>
      <dd>{item.source}</dd>
      {item.messageId === null ? null : (
        <>
          <dt>{text.messageId}</dt>
          <dd className="mono">{item.messageId}</dd>
        </>
      )}
    </dl>
  );
}

type MendProps = { readonly item: ParkedItem; readonly replay: Replay; readonly allowed: boolean };

function useWhy(mended: Mended): string {
  const text = useText(parkedTexts);
  const formats = useFormats();
  if (mended.ok) return "";
  if (mended.why === "not_object") return text.notObject;
  return text.notJson(formats.number(mended.line), formats.number(mended.column));
}

function Editor({ item, replay }: { readonly item: ParkedItem; readonly replay: Replay }) {
  const text = useText(parkedTexts);
  const id = useId();
  const [draft, setDraft] = useState(() => pretty(item.body));
  const mended = mendedFrom(draft, item.body);
  const changed = !mended.ok || mended.changed;
  const why = useWhy(mended);
  const go = (): void => {
    if (mended.ok) replay.run({ ids: [item.id], ...(mended.changed ? { body: mended.body } : {}) });
  };
  return (
    <form
      className="pk-form"
      onSubmit={(submit) => {
        submit.preventDefault();
        go();
      }}
    >
      <label htmlFor={id} className="h">
        {text.body}
      </label>
      <textarea
        id={id}
        className="pk-body"
        spellCheck={false}
        autoComplete="off"
        rows={Math.min(24, draft.split("\n").length + 1)}
        value={draft}
        aria-invalid={!mended.ok}
        aria-describedby={mended.ok ? undefined : `${id}-why`}
        onChange={(change) => setDraft(change.target.value)}
      />
      <p className="pk-why" id={`${id}-why`} role="status">
        {why}
      </p>
      <div className="pk-acts">
        <Button type="submit" variant="filled" disabled={!mended.ok} loading={replay.running}>
          {changed ? text.mend : text.replay}
        </Button>
        {changed ? (
          <Button variant="subtle" onClick={() => setDraft(pretty(item.body))}>
            {text.reset}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

export function Mend({ item, replay, allowed }: MendProps) {
  const text = useText(parkedTexts);
  const formats = useFormats();
  return (
    <div>
      <h2 className="rail-title">{item.name ?? text.noName}</h2>
      <div className="note-alarm">
        <code className="mono">{item.code}</code>
        <p>{item.sentence}</p>
        {item.detail === null ? null : <code className="mono pk-detail">{item.detail}</code>}
      </div>
      <Facts item={item} />
      {item.replayedAt === null ? null : (
        <p className="pk-done">{text.taken(formats.moment(item.replayedAt))}</p>
      )}
      {allowed ? <Editor item={item} replay={replay} /> : <p className="dim">{text.closed}</p>}
    </div>
  );
}
