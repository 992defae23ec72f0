// What one brought oneself: laid beside what we have, and taken away one by one or all at once.
import { dropAllBrought, dropBrought, type MyResearch, type MyThing } from "@somlos/contract/rooms/research";
import { useFormats, useText } from "@somlos/look/language";
import { IconX } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { besideHere } from "./choice.rules.ts";
import { Some } from "./here.tsx";
import { researchTexts } from "./research-texts.ts";
import { priceIn, ThingWords } from "./thing.tsx";

type Thing = MyResearch["brought"][number];

function useDropping() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) =>
      id === null ? call(dropAllBrought) : call(dropBrought, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["research"] }),
  });
}

export function Brought({ mine }: { readonly mine: MyResearch }) {
  const text = useText(researchTexts);
  const dropping = useDropping();
  const { brought, things } = mine;
  const heading = useRef<HTMLHeadingElement>(null);
  const drop = (id: string | null) =>
    // The button that was pressed is gone then: whoever goes by the keyboard goes on from the heading.
    dropping.mutate(id, { onSuccess: () => heading.current?.focus() });
  return (
    <>
      {brought.length === 0 ? null : (
        <section className="research-part">
          <h3 ref={heading} tabIndex={-1}>
            {text.brought}
          </h3>
          <p className="pane-empty">{text.broughtLead}</p>
          <Some list={brought}>
            {(thing) => (
              <Line
                key={thing.id}
                thing={thing}
                here={besideHere(thing, things)}
                busy={dropping.isPending}
                drop={() => drop(thing.id)}
              />
            )}
          </Some>
          <DropAll busy={dropping.isPending} drop={() => drop(null)} />
        </section>
      )}
      <p className="pane-done" aria-live="polite">
        {dropping.isSuccess ? text.removed : ""}
      </p>
      <RefusedNote error={dropping.error} />
    </>
  );
}

function Line({
  thing,
  here,
  busy,
  drop,
}: {
  readonly thing: Thing;
  readonly here: MyThing | undefined;
  readonly busy: boolean;
  readonly drop: () => void;
}) {
  const text = useText(researchTexts);
  const { money } = useFormats();
  const price = here?.price ?? null;
  const beside = price === null ? null : text.hereToo(priceIn(money, price));
  const from = thing.from === null ? null : text.from(thing.from);
  return (
    <li className="line">
      <div>
        <ThingWords thing={thing} fit={thing.fit} more={[from, beside]} />
      </div>
      <button
        type="button"
        className="round line-end"
        aria-label={text.remove(thing.name)}
        disabled={busy}
        onClick={drop}
      >
        <IconX className="icon" size={18} stroke={1.6} aria-hidden="true" />
      </button>
    </li>
  );
}

function DropAll({ busy, drop }: { readonly busy: boolean; readonly drop: () => void }) {
  const text = useText(researchTexts);
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <button type="button" className="line-act" onClick={() => setSure(true)}>
        {text.removeAll}
      </button>
    );
  return (
    <div className="note note-alarm rights-sure" role="alertdialog" aria-label={text.removeAll}>
      <p>{text.sure}</p>
      <div className="rights-acts">
        <button type="button" className="button button-main" disabled={busy} onClick={drop}>
          {text.sureYes}
        </button>
        <button type="button" className="button" onClick={() => setSure(false)}>
          {text.sureNo}
        </button>
      </div>
    </div>
  );
}
