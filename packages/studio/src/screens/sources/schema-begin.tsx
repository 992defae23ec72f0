// Where a schema begins: from what came without one, from a template, or from one that was taken out of force.
import { Button } from "@mantine/core";
import { useFormats, useText } from "@somlos/look/language";
import type { Draft } from "./schema-editor.tsx";
import { schemaTexts } from "./schema-texts.ts";
import { titleOf, useTemplates, type Which } from "./use-schemas.ts";
import { versionTexts } from "./version-texts.ts";

type SeenProps = {
  readonly seen: readonly (Which & { readonly count: number })[];
  readonly manages: boolean;
  readonly learn: (which: Which) => void;
  readonly running: boolean;
};

export function Seen({ seen, manages, learn, running }: SeenProps) {
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
            <span className="dim num">{text.times(formats.number(one.count), one.count === 1)}</span>
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

type EndedProps = {
  readonly ended: readonly (Which & { readonly version: number; readonly endedAt: string })[];
  readonly lookBack: (which: Which) => void;
};

export function Ended({ ended, lookBack }: EndedProps) {
  const text = useText(versionTexts);
  const formats = useFormats();
  if (ended.length === 0) return null;
  return (
    <section className="sc-part">
      <h2 className="ky-title">{text.over}</h2>
      <ul>
        {ended.map(({ type, name, endedAt }) => (
          <li key={`${type} ${name}`} className="sc-seen">
            <b className="el">{titleOf({ type, name })}</b>
            <span className="dim num">{text.since(formats.moment(endedAt))}</span>
            <Button
              size="xs"
              onClick={() => lookBack({ type, name })}
              aria-label={`${text.title}: ${titleOf({ type, name })}`}
            >
              {text.title}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Templates({
  taken,
  begin,
}: {
  readonly taken: ReadonlySet<string>;
  begin: (draft: Draft) => void;
}) {
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
