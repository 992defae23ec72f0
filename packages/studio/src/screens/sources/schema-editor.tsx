// One schema: what becomes of an event that breaks it, what it holds, a dry run, and putting it in force.
import { Button } from "@mantine/core";
import { type BreakAction, breakActions, type Shape } from "@somlos/contract/rooms/schemas";
import { useFormats, useText } from "@somlos/look/language";
import { useId, useState } from "react";
import { OneOf } from "../../forms/choices.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { mendedFrom, pretty } from "../parked/mended.ts";
import { PropertyRows } from "./property-rows.tsx";
import { rowsOf, schemaFrom } from "./rows.rules.ts";
import { schemaTexts } from "./schema-texts.ts";
import { titleOf, useForce, useTry, type Which } from "./use-schemas.ts";

/** What the editor begins with. `after` is the version in force, null when there is none. */
export type Draft = Which & {
  readonly schema: Shape;
  readonly action: BreakAction;
  readonly after: number | null;
  /** Events it was suggested from. */
  readonly looked?: number;
};

type Edited = { readonly schema: Shape; readonly set: (schema: Shape) => void };

function AsJson({ schema, set }: Edited) {
  const text = useText(schemaTexts);
  const id = useId();
  const [draft, setDraft] = useState(() => pretty(schema));
  const read = mendedFrom(draft, schema);
  return (
    <>
      <label htmlFor={id} className="h">
        {text.json}
      </label>
      <textarea
        id={id}
        className="pk-body"
        rows={18}
        spellCheck={false}
        value={draft}
        aria-invalid={!read.ok}
        onChange={(change) => {
          setDraft(change.target.value);
          const now = mendedFrom(change.target.value, schema);
          if (now.ok) set(now.body as Shape);
        }}
      />
      <p className="pk-why" role="status">
        {read.ok ? "" : text.jsonBad}
      </p>
    </>
  );
}

function AsForm({ schema, set }: Edited) {
  const [rows, setRows] = useState(() => rowsOf(schema));
  return (
    <PropertyRows
      rows={rows}
      set={(next) => {
        setRows([...next]);
        set(schemaFrom(next, schema));
      }}
    />
  );
}

function Tried({ trial }: { readonly trial: ReturnType<typeof useTry> }) {
  const text = useText(schemaTexts);
  const formats = useFormats();
  const { data, error } = trial;
  return (
    <div role="status">
      <RefusedNote error={error} />
      {data === undefined ? null : (
        <div className="sc-tried" data-fits={data.fit === data.looked || undefined}>
          <b>
            {data.looked === 0
              ? text.triedNone
              : text.tried(formats.number(data.fit), formats.number(data.looked))}
          </b>
          {data.waiting.looked === 0 ? null : (
            <p>{text.triedWaiting(formats.number(data.waiting.fit), formats.number(data.waiting.looked))}</p>
          )}
          <ul>
            {data.causes.map(({ detail, count }) => (
              <li key={detail}>
                <code className="mono">{detail}</code> <span className="num">{formats.number(count)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Ending({ end, running }: { readonly end: () => void; readonly running: boolean }) {
  const text = useText(schemaTexts);
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button variant="subtle" onClick={() => setAsked(true)}>
        {text.end}
      </Button>
    );
  }
  return (
    <div className="pk-acts">
      <span>{text.endSure}</span>
      <Button loading={running} onClick={end}>
        {text.yes}
      </Button>
      <Button variant="subtle" onClick={() => setAsked(false)}>
        {text.no}
      </Button>
    </div>
  );
}

type EditorProps = { readonly sourceId: number; readonly draft: Draft; readonly done: () => void };

export function SchemaEditor({ sourceId, draft, done }: EditorProps) {
  const text = useText(schemaTexts);
  const formats = useFormats();
  const [action, setAction] = useState<BreakAction>(draft.action);
  const [schema, setSchema] = useState<Shape>(draft.schema);
  const [json, setJson] = useState(false);
  const trial = useTry(sourceId);
  const { save, end } = useForce(sourceId, done);
  const { type, name, after, looked } = draft;
  return (
    <form
      className="sc-editor"
      onSubmit={(submit) => {
        submit.preventDefault();
        save.mutate({ type, name, action, schema, after });
      }}
    >
      <h2 className="rail-title">{titleOf(draft)}</h2>
      {looked === undefined ? null : <p className="mid">{text.learned(formats.number(looked))}</p>}
      <OneOf
        label={text.action}
        value={action}
        set={setAction}
        options={breakActions.map((value) => ({ value, ...text.actions[value] }))}
      />
      <div className="sc-mode">
        <h3 className="h">{text.properties}</h3>
        <Button size="xs" variant="subtle" onClick={() => setJson(!json)}>
          {json ? text.asForm : text.asJson}
        </Button>
      </div>
      {json ? <AsJson schema={schema} set={setSchema} /> : <AsForm schema={schema} set={setSchema} />}
      <Tried trial={trial} />
      <RefusedNote error={save.error ?? end.error} />
      <div className="pk-acts">
        <Button loading={trial.isPending} onClick={() => trial.mutate({ type, name, schema })}>
          {text.tryOut}
        </Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {text.save}
        </Button>
      </div>
      {after === null ? null : <Ending end={() => end.mutate({ type, name })} running={end.isPending} />}
    </form>
  );
}
