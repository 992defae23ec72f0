// What a source may send: the schemas in force, what it sends without one, and where a new one begins.
import { Button } from "@mantine/core";
import type { SchemaItem } from "@somlos/contract/rooms/schemas";
import { type ReactNode, useState } from "react";
import { RefusedNote } from "../../forms/refused.tsx";
import { useFormats, useText } from "../../language.tsx";
import { Railed } from "../../parts/railed.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { useReplay } from "../parked/use-replay.ts";
import { type Draft, SchemaEditor } from "./schema-editor.tsx";
import { schemaTexts } from "./schema-texts.ts";
import "./schemas.css";
import { titleOf, useLearn, useSchemas, useTemplates, type Which } from "./use-schemas.ts";

type LineProps = {
  readonly item: SchemaItem;
  readonly sourceId: number;
  readonly manages: boolean;
  readonly open: () => void;
};

function Line({ item, sourceId, manages, open }: LineProps) {
  const text = useText(schemaTexts);
  const formats = useFormats();
  const [told, setTold] = useState("");
  const replay = useReplay((r) =>
    setTold(text.replayed(formats.number(r.replayed), formats.number(r.parked))),
  );
  const broken = item.broken.accepted + item.broken.parked + item.broken.dropped;
  return (
    <li className="sc">
      <div className="sc-head">
        <h3 className="ky-name">{titleOf(item)}</h3>
        <span className="chip chip-line">{text.actions[item.action].word}</span>
        <span className="dim">{text.version(formats.number(item.version))}</span>
        {item.waiting === 0 ? null : (
          <span className="chip chip-alarm">{text.waiting(formats.number(item.waiting))}</span>
        )}
      </div>
      <p className="dim">{broken === 0 ? text.unbroken : text.broken(formats.number(broken))}</p>
      <p role="status">{told}</p>
      {manages ? (
        <div className="ky-acts">
          <Button size="xs" onClick={open} aria-label={`${text.open}: ${titleOf(item)}`}>
            {text.open}
          </Button>
          {item.waiting === 0 ? null : (
            <Button
              size="xs"
              loading={replay.running}
              onClick={() => replay.run({ all: true, code: "event.schema", sourceId, name: item.name })}
            >
              {text.replay}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}

type SeenProps = {
  readonly seen: readonly (Which & { readonly count: number })[];
  readonly manages: boolean;
  readonly learn: (which: Which) => void;
  readonly running: boolean;
};

function Seen({ seen, manages, learn, running }: SeenProps) {
  const text = useText(schemaTexts);
  const formats = useFormats();
  return (
    <section className="sc-part">
      <h2 className="ky-title">{text.seen}</h2>
      {seen.length === 0 ? <p className="dim">{text.seenNone}</p> : null}
      <ul>
        {seen.map((one) => (
          <li key={`${one.type} ${one.name}`} className="sc-seen">
            <b className="el">{titleOf(one)}</b>
            <span className="dim num">{text.times(formats.number(one.count))}</span>
            {manages ? (
              <Button
                size="xs"
                disabled={running}
                onClick={() => learn({ type: one.type, name: one.name })}
                aria-label={`${text.learn}: ${titleOf(one)}`}
              >
                {text.learn}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Templates({ taken, begin }: { readonly taken: ReadonlySet<string>; begin: (draft: Draft) => void }) {
  const text = useText(schemaTexts);
  const { data } = useTemplates();
  const items = (data?.items ?? []).filter((one) => !taken.has(one.name));
  return (
    <label className="sc-part sc-template">
      <span className="ff-label">{text.template}</span>
      <span className="field ff-box ff-select">
        <select
          value=""
          onChange={(change) => {
            const found = items.find((one) => one.name === change.target.value);
            if (found !== undefined)
              begin({ type: "track", name: found.name, schema: found.schema, action: "park", after: null });
          }}
        >
          <option value="">{text.choose}</option>
          {items.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </span>
      <span className="ff-hint">{text.templateHint}</span>
    </label>
  );
}

type SchemasProps = { readonly sourceId: number; readonly manages: boolean; readonly head: ReactNode };

export function Schemas({ sourceId, manages, head }: SchemasProps) {
  const text = useText(schemaTexts);
  const asked = useSchemas(sourceId);
  const learning = useLearn(sourceId);
  const [draft, setDraft] = useState<Draft | undefined>();
  const close = (): void => setDraft(undefined);
  const learn = (which: Which): void =>
    learning.mutate(which, {
      onSuccess: ({ schema, looked }) => setDraft({ ...which, schema, looked, action: "park", after: null }),
    });
  const rail =
    draft === undefined ? (
      <Empty title={text.pick}>{text.pickSays}</Empty>
    ) : (
      <SchemaEditor
        key={`${draft.type} ${draft.name} ${draft.after} ${draft.looked}`}
        sourceId={sourceId}
        draft={draft}
        done={close}
      />
    );
  return (
    <Railed label={text.editor} sheet={{ open: draft !== undefined, close }} rail={rail}>
      {head}
      <div className="kys">
        <p className="mid">{text.lead}</p>
        {manages ? null : <p className="dim">{text.closed}</p>}
        <Answered asked={asked} rows={3} shape="lines">
          {({ items, seen }) => (
            <>
              {items.length === 0 ? <Empty title={text.none}>{text.noneSays}</Empty> : null}
              <ul aria-label={text.inForce}>
                {items.map((item) => (
                  <Line
                    key={`${item.type} ${item.name}`}
                    item={item}
                    sourceId={sourceId}
                    manages={manages}
                    open={() => setDraft({ ...item, after: item.version })}
                  />
                ))}
              </ul>
              <RefusedNote error={learning.error} />
              <Seen seen={seen} manages={manages} learn={learn} running={learning.isPending} />
              {manages ? (
                <Templates taken={new Set(items.map((item) => item.name))} begin={setDraft} />
              ) : null}
            </>
          )}
        </Answered>
      </div>
    </Railed>
  );
}
