// One schema in force: what it does with what breaks it, how often that is, and what waits for it.
import { Button } from "@mantine/core";
import type { SchemaItem } from "@somlos/contract/rooms/schemas";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { useReplay } from "../parked/use-replay.ts";
import { schemaTexts } from "./schema-texts.ts";
import { titleOf } from "./use-schemas.ts";
import { versionTexts } from "./version-texts.ts";

type LineProps = {
  readonly item: SchemaItem;
  readonly sourceId: number;
  readonly manages: boolean;
  readonly open: () => void;
  readonly lookBack: () => void;
};

export function SchemaLine({ item, sourceId, manages, open, lookBack }: LineProps) {
  const text = useText(schemaTexts);
  const versions = useText(versionTexts);
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
          <span className="chip chip-alarm">
            {text.waiting(formats.number(item.waiting), item.waiting === 1)}
          </span>
        )}
      </div>
      <p className="dim">{broken === 0 ? text.unbroken : text.broken(formats.number(broken))}</p>
      <p role="status">{told}</p>
      <div className="ky-acts">
        {manages ? (
          <Button size="xs" onClick={open} aria-label={`${text.open}: ${titleOf(item)}`}>
            {text.open}
          </Button>
        ) : null}
        {manages && item.waiting > 0 ? (
          <Button
            size="xs"
            loading={replay.running}
            onClick={() => replay.run({ all: true, code: "event.schema", sourceId, name: item.name })}
          >
            {text.replay}
          </Button>
        ) : null}
        <Button
          size="xs"
          variant="subtle"
          onClick={lookBack}
          aria-label={`${versions.title}: ${titleOf(item)}`}
        >
          {versions.title}
        </Button>
      </div>
    </li>
  );
}
