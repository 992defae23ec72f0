// What a source may send: the schemas in force, what it sends without one, and where a new one begins.

import { useText } from "@somlos/look/language";
import { type ReactNode, useState } from "react";
import { RefusedNote } from "../../forms/refused.tsx";
import { Railed } from "../../parts/railed.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { Ended, Seen, Templates } from "./schema-begin.tsx";
import { type Draft, SchemaEditor } from "./schema-editor.tsx";
import { SchemaLine } from "./schema-line.tsx";
import { schemaTexts } from "./schema-texts.ts";
import "./schemas.css";
import { type SchemasAnswer, useLearn, useSchemas, type Which } from "./use-schemas.ts";
import { Versions } from "./versions.tsx";

/** What the rail holds: a schema that is written, or the versions of one. */
type Chosen = { readonly draft: Draft } | { readonly versionsOf: Which };

type RailProps = {
  readonly sourceId: number;
  readonly manages: boolean;
  readonly chosen: Chosen | undefined;
  readonly inForce: (which: Which) => number | null;
  readonly close: () => void;
};

function RailOf({ sourceId, manages, chosen, inForce, close }: RailProps) {
  const text = useText(schemaTexts);
  if (chosen === undefined) return <Empty title={text.pick}>{text.pickSays}</Empty>;
  if ("versionsOf" in chosen) {
    const { versionsOf: which } = chosen;
    return (
      <Versions
        key={`${which.type} ${which.name}`}
        {...{ sourceId, manages, which }}
        inForce={inForce(which)}
      />
    );
  }
  const { draft } = chosen;
  return (
    <SchemaEditor
      key={`${draft.type} ${draft.name} ${draft.after} ${draft.looked}`}
      sourceId={sourceId}
      draft={draft}
      done={close}
    />
  );
}

type ListsProps = {
  readonly sourceId: number;
  readonly manages: boolean;
  readonly listed: SchemasAnswer;
  readonly choose: (chosen: Chosen) => void;
};

function Lists({ sourceId, manages, listed, choose }: ListsProps) {
  const text = useText(schemaTexts);
  const learning = useLearn(sourceId);
  const { items, ended, seen } = listed;
  const learn = (which: Which): void =>
    learning.mutate(which, {
      onSuccess: ({ schema, looked }) =>
        choose({ draft: { ...which, schema, looked, action: "park", after: null } }),
    });
  return (
    <>
      {items.length === 0 ? <Empty title={text.none}>{text.noneSays}</Empty> : null}
      <ul aria-label={text.inForce}>
        {items.map((item) => (
          <SchemaLine
            key={`${item.type} ${item.name}`}
            item={item}
            sourceId={sourceId}
            manages={manages}
            open={() => choose({ draft: { ...item, after: item.version } })}
            lookBack={() => choose({ versionsOf: { type: item.type, name: item.name } })}
          />
        ))}
      </ul>
      <RefusedNote error={learning.error} />
      <Seen seen={seen} manages={manages} learn={learn} running={learning.isPending} />
      <Ended ended={ended} lookBack={(versionsOf) => choose({ versionsOf })} />
      {manages ? (
        <Templates taken={new Set(items.map((item) => item.name))} begin={(draft) => choose({ draft })} />
      ) : null}
    </>
  );
}

type SchemasProps = { readonly sourceId: number; readonly manages: boolean; readonly head: ReactNode };

export function Schemas({ sourceId, manages, head }: SchemasProps) {
  const text = useText(schemaTexts);
  const asked = useSchemas(sourceId);
  const [chosen, setChosen] = useState<Chosen | undefined>();
  const close = (): void => setChosen(undefined);
  const inForce = (which: Which): number | null =>
    asked.data?.items.find((item) => item.type === which.type && item.name === which.name)?.version ?? null;
  return (
    <Railed
      label={text.editor}
      sheet={{ open: chosen !== undefined, close }}
      rail={<RailOf {...{ sourceId, manages, chosen, inForce, close }} />}
    >
      {head}
      <div className="kys">
        <p className="mid">{text.lead}</p>
        {manages ? null : <p className="dim">{text.closed}</p>}
        <Answered asked={asked} rows={3} shape="lines">
          {(listed) => <Lists {...{ sourceId, manages, listed }} choose={setChosen} />}
        </Answered>
      </div>
    </Railed>
  );
}
