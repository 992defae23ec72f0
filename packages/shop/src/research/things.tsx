// Things in a list that are taken away one by one or all at once: what one looked at here, and what one brought.
import {
  dropAllBrought,
  dropBrought,
  type MyResearch,
  type MyThing,
  putAwayAll,
  putAwayThing,
} from "@somlos/contract/rooms/research";
import { useFormats, useText } from "@somlos/look/language";
import { IconX } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { besideHere } from "./choice.rules.ts";
import { researchTexts } from "./research-texts.ts";
import { priceIn, ThingWords } from "./thing.tsx";

const FIRST = 5;

export function Looked({ mine }: { readonly mine: MyResearch }) {
  const text = useText(researchTexts);
  const away = (id: string | null) =>
    id === null ? call(putAwayAll) : call(putAwayThing, { params: { id } });
  return (
    <Things title={text.here} list={mine.things} away={away} all={text.putAllAway} sure={text.putAllSure} />
  );
}

export function Brought({ mine }: { readonly mine: MyResearch }) {
  const text = useText(researchTexts);
  const { money } = useFormats();
  const away = (id: string | null) =>
    id === null ? call(dropAllBrought) : call(dropBrought, { params: { id } });
  const more = (thing: MyResearch["brought"][number]) => {
    const price = besideHere(thing, mine.things)?.price ?? null;
    return [
      thing.from === null ? null : text.from(thing.from),
      price === null ? null : text.hereToo(priceIn(money, price)),
    ];
  };
  return (
    <Things
      title={text.brought}
      lead={text.broughtLead}
      list={mine.brought}
      more={more}
      away={away}
      all={text.removeAll}
      sure={text.sure}
    />
  );
}

type List<One> = {
  readonly title: string;
  readonly lead?: string;
  readonly list: readonly One[];
  readonly more?: (thing: One) => readonly (string | null)[];
  /** null: everything. */
  readonly away: (id: string | null) => Promise<unknown>;
  readonly all: string;
  readonly sure: string;
};

function Things<One extends MyThing>({ title, lead, list, more, away, all, sure }: List<One>) {
  const text = useText(researchTexts);
  const client = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const dropping = useMutation({
    mutationFn: away,
    onSuccess: () => client.invalidateQueries({ queryKey: ["research"] }),
  });
  const drop = (id: string | null) =>
    // The button that was pressed is gone then: whoever goes by the keyboard goes on from the heading.
    dropping.mutate(id, { onSuccess: () => heading.current?.focus() });
  return (
    <>
      {list.length === 0 ? null : (
        <section className="research-part">
          <h3 ref={heading} tabIndex={-1}>
            {title}
          </h3>
          {lead === undefined ? null : <p className="pane-empty">{lead}</p>}
          <Some list={list}>
            {(thing) => (
              <Line
                key={thing.id}
                thing={thing}
                more={more?.(thing)}
                busy={dropping.isPending}
                drop={() => drop(thing.id)}
              />
            )}
          </Some>
          <DropAll act={all} sure={sure} busy={dropping.isPending} drop={() => drop(null)} />
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
  more,
  busy,
  drop,
}: {
  readonly thing: MyThing;
  readonly more: readonly (string | null)[] | undefined;
  readonly busy: boolean;
  readonly drop: () => void;
}) {
  const text = useText(researchTexts);
  return (
    <li className="line">
      <div>
        <ThingWords thing={thing} fit={thing.fit} {...(more && { more })} />
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

function DropAll({
  act,
  sure: question,
  busy,
  drop,
}: {
  readonly act: string;
  readonly sure: string;
  readonly busy: boolean;
  readonly drop: () => void;
}) {
  const text = useText(researchTexts);
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <button type="button" className="line-act" onClick={() => setSure(true)}>
        {act}
      </button>
    );
  return (
    <div className="note note-alarm rights-sure" role="alertdialog" aria-label={act}>
      <p>{question}</p>
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

/** The first few; all of them when one asks for it. */
function Some<One>({
  list,
  children,
}: {
  readonly list: readonly One[];
  readonly children: (one: One) => ReactNode;
}) {
  const text = useText(researchTexts);
  const { number } = useFormats();
  const [all, showAll] = useState(false);
  return (
    <>
      <ul>{(all ? list : list.slice(0, FIRST)).map(children)}</ul>
      {all || list.length <= FIRST ? null : (
        <button type="button" className="line-act" onClick={() => showAll(true)}>
          {text.all(number(list.length))}
        </button>
      )}
    </>
  );
}
