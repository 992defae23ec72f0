// The versions of one schema, newest first: by whom, from when, what changed. An older one can be put back in force.
import { Button } from "@mantine/core";
import type { SchemaVersion } from "@somlos/contract/rooms/schemas";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { RefusedNote } from "../../forms/refused.tsx";
import { Answered } from "../../states/answered.tsx";
import { type Change, changesBetween } from "./changes.rules.ts";
import { HeldProperties, useTypeWords } from "./held-properties.tsx";
import { schemaTexts } from "./schema-texts.ts";
import { titleOf, useForce, useVersions, type Which } from "./use-schemas.ts";
import { versionTexts } from "./version-texts.ts";
import "./versions.css";

function useChangeWords(): (change: Change) => string {
  const { changes } = useText(versionTexts);
  const { actions } = useText(schemaTexts);
  const types = useTypeWords();
  return (change) => {
    if (change.kind === "action") return changes.action(actions[change.from].word, actions[change.to].word);
    if (change.kind === "type") return changes.type(change.name, types(change.from), types(change.to));
    return change.kind === "others" ? changes.others : changes[change.kind](change.name);
  };
}

function Changes({ item, before }: Pick<VersionProps, "item" | "before">) {
  const text = useText(versionTexts);
  const words = useChangeWords();
  if (before === undefined) return item.version === 1 ? <p className="mid">{text.first}</p> : null;
  const changes = changesBetween(before, item);
  if (changes.length === 0) return <p className="mid">{text.same}</p>;
  return (
    <ul className="vs-changes">
      {changes.map(words).map((said) => (
        <li key={said}>{said}</li>
      ))}
    </ul>
  );
}

type VersionProps = {
  readonly item: SchemaVersion;
  readonly before: SchemaVersion | undefined;
  readonly putBack: (() => void) | undefined;
  readonly running: boolean;
};

function Version({ item, before, putBack, running }: VersionProps) {
  const text = useText(versionTexts);
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const n = formats.number(item.version);
  const who = item.createdByName ?? (item.createdBy === "admin-token" ? text.token : text.gone);
  return (
    <li className="vs">
      <div className="vs-head">
        <h3 className="ky-name">{text.version(n)}</h3>
        {item.endedAt === null ? <span className="chip">{text.now}</span> : null}
      </div>
      <p className="dim">
        {text.by(who, formats.moment(item.createdAt))}
        {item.endedAt === null ? "" : ` · ${text.until(formats.moment(item.endedAt))}`}
      </p>
      <Changes item={item} before={before} />
      {open ? <HeldProperties item={item} /> : null}
      <div className="ky-acts">
        <Button
          size="xs"
          variant="subtle"
          aria-expanded={open}
          aria-label={`${open ? text.hide : text.look}: ${text.version(n)}`}
          onClick={() => setOpen(!open)}
        >
          {open ? text.hide : text.look}
        </Button>
        {putBack === undefined ? null : (
          <Button size="xs" disabled={running} onClick={putBack}>
            {text.putBack(n)}
          </Button>
        )}
      </div>
    </li>
  );
}

type VersionsProps = {
  readonly sourceId: number;
  readonly manages: boolean;
  readonly which: Which;
  /** The version in force now, which a new one follows. */
  readonly inForce: number | null;
};

export function Versions({ sourceId, manages, which, inForce }: VersionsProps) {
  const text = useText(versionTexts);
  const formats = useFormats();
  const asked = useVersions(sourceId, which);
  const [told, setTold] = useState("");
  const { save } = useForce(sourceId, () => undefined);
  const putBack = ({ type, name, schema, action, version }: SchemaVersion): void =>
    save.mutate(
      { type, name, schema, action, after: inForce },
      { onSuccess: (made) => setTold(text.done(formats.number(made.version), formats.number(version))) },
    );
  return (
    <div className="sc-editor">
      <h2 className="rail-title">{titleOf(which)}</h2>
      <p className="mid">{inForce === null ? text.notNow : text.lead}</p>
      <p role="status" className="vs-told">
        {told}
      </p>
      <RefusedNote error={save.error} />
      <Answered asked={asked} rows={3} shape="lines">
        {({ items }) => (
          <ol aria-label={text.title}>
            {items.map((item, place) => (
              <Version
                key={item.version}
                item={item}
                before={items[place + 1]}
                running={save.isPending}
                putBack={!manages || item.endedAt === null ? undefined : () => putBack(item)}
              />
            ))}
          </ol>
        )}
      </Answered>
    </div>
  );
}
