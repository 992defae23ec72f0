// The head of one import: what the file is, where it stands, the three steps as a thread.
import { Button } from "@mantine/core";
import type { ImportView } from "@somlos/contract/rooms/imports";
import { useFormats, useText } from "@somlos/look/language";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { useNow } from "../../now.ts";
import { bytesIn } from "./bytes.ts";
import { columnTexts } from "./columns/texts.ts";
import { runTexts } from "./run/texts.ts";
import { StateSign } from "./state-sign.tsx";
import { markOf, mayOpen, type Step, steps } from "./steps.rules.ts";
import { importTexts } from "./texts.ts";
import { useAct } from "./use-imports.ts";

function DeleteFile({ view }: { readonly view: ImportView }) {
  const text = useText(runTexts);
  const [asking, setAsking] = useState(false);
  const act = useAct(view.id);
  const busy = ["trying", "running", "paused"].includes(view.state);
  if (!view.fileKept || busy) return null;
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {text.fileDelete}
      </Button>
      <Dialog title={text.fileDeleteTitle} opened={asking} close={() => setAsking(false)}>
        <Form
          act={text.fileDelete}
          go={() => act.mutate("removeFile", { onSuccess: () => setAsking(false) })}
          running={act.isPending}
          error={act.error}
          close={() => setAsking(false)}
        >
          <p className="form-text">{text.fileDeleteSays}</p>
        </Form>
      </Dialog>
    </>
  );
}

function Meta({ view }: { readonly view: ImportView }) {
  const text = useText(importTexts);
  const words = useText(columnTexts);
  const run = useText(runTexts);
  const formats = useFormats();
  const now = useNow();
  const parts = [
    text.kinds[view.reader],
    bytesIn(formats, view.bytes),
    view.delimiter === null ? undefined : words.delimiters[view.delimiter],
    view.reader === "csv" && view.encoding !== null
      ? (words.encodings[view.encoding] ?? view.encoding)
      : undefined,
    text.ago(formats.ago(view.createdAt, now)),
    view.fileKept ? undefined : run.fileGone,
  ];
  return <span className="num">{parts.filter((part) => part !== undefined).join(" · ")}</span>;
}

type HeadProps = {
  readonly view: ImportView;
  readonly runs: boolean;
  readonly step: Step;
  readonly open: (step: Step) => void;
};

export function Head({ view, runs, step, open }: HeadProps) {
  const text = useText(runTexts);
  return (
    <header className="im-head im-one-head">
      <div className="im-one-top">
        <h1 className="im-title">{view.name}</h1>
        {runs ? <DeleteFile view={view} /> : null}
      </div>
      <p className="im-meta">
        <StateSign view={view} />
        <Meta view={view} />
      </p>
      <nav aria-label={text.stepsLabel}>
        <ol className="st">
          {steps.map((one) => {
            const mark = markOf(one, view);
            return (
              <li key={one} className="st-one" data-mark={mark}>
                <button
                  type="button"
                  className="plain st-open"
                  disabled={!mayOpen(one, view) || (one === "columns" && !runs)}
                  aria-current={one === step ? "step" : undefined}
                  onClick={() => open(one)}
                >
                  <i className={mark === "done" ? "st-knot knot" : "st-knot knot knot-open"} aria-hidden />
                  <span>{text.steps[one]}</span>
                  <span className="vh">, {text.marks[mark]}</span>
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
    </header>
  );
}
