// What one row of the file is: a kind of file, the name of its event, or what was said of the same columns before.
import { Button } from "@mantine/core";
import type { ImportView } from "@somlos/contract/rooms/imports";
import { useFormats, useText } from "@somlos/look/language";
import { SelectField, TextField } from "../../../forms/fields.tsx";
import { useNow } from "../../../now.ts";
import { useKinds } from "../use-imports.ts";
import { columnTexts } from "./texts.ts";
import type { Editor } from "./use-editor.ts";

export function Earlier({ editor }: { readonly editor: Editor }) {
  const text = useText(columnTexts);
  const formats = useFormats();
  const now = useNow();
  const earlier = editor.sample.data?.earlier ?? null;
  const from = editor.draft?.from;
  if (earlier === null || from === undefined || from === "saved") return null;
  const taken = from === "earlier";
  return (
    <section className="im-told">
      <div>
        <b>{taken ? text.earlierUsed : text.earlierTitle(earlier.name, formats.ago(earlier.at, now))}</b>
        {taken ? null : <p>{text.earlierSays}</p>}
      </div>
      <Button onClick={taken ? () => editor.want({}) : editor.takeEarlier}>
        {taken ? text.earlierBack : text.earlierUse}
      </Button>
    </section>
  );
}

type RowIsProps = { readonly view: ImportView; readonly editor: Editor };

export function RowIs({ view, editor }: RowIsProps) {
  const text = useText(columnTexts);
  const kinds = useKinds();
  const { draft, sample, problems } = editor;
  if (draft === undefined) return null;
  const { mapping } = draft;
  const kind = editor.wanted.as ?? sample.data?.kind ?? "";
  const fitting = (kinds.data?.kinds ?? []).filter((one) => one.kind !== "events" || view.reader !== "csv");
  const unnamed = problems.some(({ at }) => at === "event.name");
  return (
    <div className="ri">
      <SelectField
        label={text.rowIs}
        value={kind}
        set={(as) => editor.want({ ...editor.wanted, as })}
        options={fitting.map((one) => ({ value: one.kind, word: one.title }))}
      />
      {mapping.event.type === "track" ? (
        <TextField
          label={text.eventName}
          hint={text.eventNameHint}
          value={mapping.event.name ?? ""}
          set={(name) => editor.change({ ...mapping, event: { ...mapping.event, name } })}
          error={unnamed ? text.problemAt["event.name"] : undefined}
          most={200}
        />
      ) : null}
    </div>
  );
}
