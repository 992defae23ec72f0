// What colleagues ruled about this person; each is undone at any time, with a reason.
import { Button } from "@mantine/core";
import type { ruling } from "@somlos/contract/rooms/identity";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import type { z } from "zod";
import { Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { Answered } from "../../states/answered.tsx";
import { Goes } from "./goes.tsx";
import { Holds } from "./holds.tsx";
import { End } from "./names.tsx";
import { whyTexts } from "./texts.ts";
import { type Act, useRulings, useUndo, useUndoLook } from "./use-why.ts";

type Ruling = z.infer<typeof ruling>;

/** What would go where, and what would hold otherwise, before one takes it back. */
function UndoLook({ asked }: { readonly asked: ReturnType<typeof useUndoLook> }) {
  const text = useText(whyTexts);
  if (asked.error !== null) return <RefusedNote error={asked.error} />;
  if (asked.data === undefined)
    return (
      <p className="wy-small dim" role="status">
        {text.looking}
      </p>
    );
  const act = { what: asked.data.after.length > 1 ? "split" : "join", identifiers: [], otherId: "" } as const;
  return (
    <>
      <Goes look={asked.data} people={[]} act={act as Act} />
      <Holds look={asked.data} people={[]} />
    </>
  );
}

function Undoing({
  id,
  close,
  done,
}: {
  readonly id: string;
  readonly close: () => void;
  readonly done: () => void;
}) {
  const text = useText(whyTexts);
  const [reason, setReason] = useState("");
  const look = useUndoLook(id);
  const undo = useUndo(() => {
    close();
    done();
  });
  return (
    <Form
      act={text.undo}
      go={() => undo.mutate({ rulingId: id, reason })}
      running={undo.isPending}
      error={undo.error}
      close={close}
      disabled={reason.trim() === ""}
    >
      <TextField
        label={text.undoWhy}
        value={reason}
        set={setReason}
        most={500}
        hint={text.reasonHint}
        required
      />
      <UndoLook asked={look} />
    </Form>
  );
}

/** Both sides, or the two that are tied; a long list is told by its first. */
const namesOf = ({ names, ties }: Ruling) => {
  const ends = ties.length > 0 && names.length === 0 ? ties.flatMap(({ a, b }) => [a, b]) : names;
  const known = ends.filter((one) => one.value !== null);
  return [...new Map(known.map((one) => [`${one.kind} ${one.value}`, one])).values()].slice(0, 6);
};

type OneProps = { readonly one: Ruling; readonly acts: boolean; readonly done: () => void };

/** A ruling with its reason, and the way back. */
export function One({ one, acts, done }: OneProps) {
  const text = useText(whyTexts);
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const over = one.undoneAt !== null;
  const byValue = one.kind === "one_person" || one.kind === "blocked";
  return (
    <li data-over={over || undefined}>
      <i className={over ? "knot knot-open" : "knot"} aria-hidden />
      <div>
        <b>{text.kinds[one.kind]}</b>{" "}
        <span className="dim num">
          {formats.moment(one.at)}
          {one.undoneAt === null ? "" : ` · ${text.undone(formats.moment(one.undoneAt))}`}
        </span>
        <p className="wy-ruled">
          {namesOf(one).map((end) => (
            <End key={`${end.kind} ${end.value}`} kind={end.kind} value={end.value} />
          ))}
        </p>
        <p className="wy-small">{one.undoneReason ?? one.reason}</p>
        {open ? <Undoing id={one.id} close={() => setOpen(false)} done={done} /> : null}
        {over || byValue || !acts || open ? null : (
          <Button size="xs" onClick={() => setOpen(true)}>
            {text.undo}
          </Button>
        )}
      </div>
    </li>
  );
}

type RulingsProps = { readonly id: string; readonly acts: boolean; readonly done: () => void };

export function Rulings({ id, acts, done }: RulingsProps) {
  const text = useText(whyTexts);
  const rulings = useRulings(id);
  return (
    <section className="wy-block">
      <h2 className="h">{text.rulings}</h2>
      <Answered asked={rulings} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="dim wy-small">{text.rulingsNone}</p>
          ) : (
            <ul className="wy-list">
              {items.map((one) => (
                <One key={one.id} one={one} acts={acts} done={done} />
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}
