// Step one: what the columns mean, with what it makes of the first rows beside it.
import { Button } from "@mantine/core";
import type { ImportView } from "@somlos/contract/rooms/imports";
import { useText } from "@somlos/look/language";
import { RefusedNote } from "../../../forms/refused.tsx";
import { Railed } from "../../../parts/railed.tsx";
import { Answered } from "../../../states/answered.tsx";
import { useAct } from "../use-imports.ts";
import { Becomes } from "./becomes.tsx";
import { Columns, Elsewhere } from "./columns.tsx";
import "./columns.css";
import { More } from "./more.tsx";
import { Questions } from "./questions.tsx";
import { ReadChoices, ReadNotes } from "./read-settings.tsx";
import { Earlier, RowIs } from "./row-is.tsx";
import { columnTexts } from "./texts.ts";
import { type Editor, useEditor } from "./use-editor.ts";

type StepProps = { readonly view: ImportView; readonly tried: () => void };

function Foot({ view, editor, tried }: StepProps & { readonly editor: Editor }) {
  const text = useText(columnTexts);
  const act = useAct(view.id);
  const { draft, problems, save } = editor;
  if (draft === undefined) return null;
  const asks = draft.open.length > 0;
  const wrong = problems.length > 0;
  const go = (): void =>
    save.mutate(draft.mapping, {
      onSuccess: () => act.mutate("try", { onSuccess: tried }),
    });
  return (
    <footer className="im-foot">
      <RefusedNote error={save.error ?? act.error} />
      <div className="im-acts">
        <Button
          variant="filled"
          onClick={go}
          disabled={asks || wrong}
          loading={save.isPending || act.isPending}
          aria-describedby="im-foot-says"
        >
          {text.go}
        </Button>
        <span id="im-foot-says" className="mid">
          {asks ? text.answerFirst : wrong ? text.mendFirst : text.goSays}
        </span>
      </div>
    </footer>
  );
}

function NoRows({ editor }: { readonly editor: Editor }) {
  const text = useText(columnTexts);
  const { sample } = editor;
  if (sample.data === undefined || sample.data.rows.length + sample.data.refused.length > 0) return null;
  return (
    <div className="note-alarm" role="alert">
      <b>{text.noRows}</b>
      <p>{text.noRowsSays}</p>
    </div>
  );
}

export function ColumnsStep({ view, tried }: StepProps) {
  const text = useText(columnTexts);
  const editor = useEditor(view);
  const { draft, preview, sample } = editor;
  const columns = preview?.columns ?? sample.data?.columns ?? view.columns;
  return (
    <Railed label={text.head.becomes} rail={preview === undefined ? null : <Becomes preview={preview} />}>
      <Answered asked={sample}>
        {(data) =>
          draft === undefined ? null : (
            <div className="im-step">
              <NoRows editor={editor} />
              <Earlier editor={editor} />
              <ReadNotes editor={editor} />
              <Questions draft={draft} sample={data} answer={editor.answer} />
              <RowIs view={view} editor={editor} />
              <ReadChoices view={view} editor={editor} />
              <Elsewhere editor={editor} />
              {draft.mapping.event.type === "as_is" ? null : (
                <Columns editor={editor} draft={draft} columns={columns} />
              )}
              <More mapping={draft.mapping} columns={columns} change={editor.change} />
              <Foot view={view} editor={editor} tried={tried} />
            </div>
          )
        }
      </Answered>
    </Railed>
  );
}
