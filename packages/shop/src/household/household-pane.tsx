// Households: none yet, or each with who is in it, what is shared with whom, and the way in and out.
import "./household.css";
import { type HouseholdView, putHousehold, unshareAll } from "@somlos/contract/rooms/households";
import { newActId } from "@somlos/look/act-id";
import { useText } from "@somlos/look/language";
import { type FormEvent, useState } from "react";
import { call } from "../api.ts";
import { Pane, RefusedNote } from "../corner/pane.tsx";
import { EnterForm } from "./enter.tsx";
import { FormEnd } from "./form-end.tsx";
import { Home } from "./home.tsx";
import { CalledField, NameField } from "./name-field.tsx";
import { ShownLog } from "./shown-log.tsx";
import { householdTexts } from "./texts.ts";
import { useAct, useHouseholds } from "./use-households.ts";

type Adding = "make" | "enter" | undefined;

export function HouseholdPane() {
  const text = useText(householdTexts);
  const asked = useHouseholds();
  const [adding, add] = useState<Adding>();
  const stop = () => add(undefined);
  return (
    <Pane title={text.title} asked={asked} className="household-pane">
      {({ items, kinds }) => (
        <>
          {items.length === 0 ? <None /> : null}
          {items.map((home) => (
            <Home key={home.id} home={home} kinds={kinds} />
          ))}
          {adding === "make" ? <MakeForm stop={stop} /> : null}
          {adding === "enter" ? <EnterForm stop={stop} /> : null}
          {adding === undefined ? <Acts items={items} add={add} /> : null}
          <ShownLog />
        </>
      )}
    </Pane>
  );
}

function None() {
  const text = useText(householdTexts);
  return (
    <div className="household-none">
      <p>{text.none}</p>
      <p className="dim">{text.never}</p>
    </div>
  );
}

function Acts({
  items,
  add,
}: {
  readonly items: readonly HouseholdView[];
  readonly add: (what: Adding) => void;
}) {
  const text = useText(householdTexts);
  const revoking = useAct(() => call(unshareAll));
  const shares = items.some((home) => home.shares.length > 0);
  return (
    <>
      <div className="household-acts">
        <button
          type="button"
          className={`button ${items.length === 0 ? "button-main" : ""}`}
          onClick={() => add("make")}
        >
          {text.make}
        </button>
        <button type="button" className="button" onClick={() => add("enter")}>
          {text.haveCode}
        </button>
        {shares ? (
          <button
            type="button"
            className="button"
            disabled={revoking.isPending}
            onClick={() => revoking.mutate()}
          >
            {text.revokeAll}
          </button>
        ) : null}
      </div>
      <p className="pane-done" aria-live="polite">
        {revoking.isSuccess && !shares ? text.revoked : ""}
      </p>
      <RefusedNote error={revoking.error} />
    </>
  );
}

function MakeForm({ stop }: { readonly stop: () => void }) {
  const text = useText(householdTexts);
  const [id] = useState(newActId);
  const [name, setName] = useState("");
  const [called, setCalled] = useState("");
  const making = useAct(() => call(putHousehold, { params: { id }, body: { name, called } }), stop);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.mutate();
  };
  return (
    <form className="stack household-form" onSubmit={submit}>
      <NameField label={text.name} most={60} hint={text.nameHint} value={name} set={setName} />
      <CalledField label={text.called} value={called} set={setCalled} />
      <FormEnd asked={making} yes={text.save} no={text.stop} stop={stop} />
    </form>
  );
}
