// The file that one takes along: one chooses what stands in it, and it is saved on one's own device.
import { type MyResearch, writeMyResearch } from "@somlos/contract/rooms/research";
import { useFormats, useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { turned } from "./choice.rules.ts";
import { Opened } from "./opened.tsx";
import { researchTexts } from "./research-texts.ts";
import { SizeWords, ThingWords, Tick } from "./thing.tsx";

/** As if one had pressed a link to it; no server keeps the file. */
function save(file: unknown): void {
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: "application/json" }),
  );
  const link = Object.assign(document.createElement("a"), { href: url, download: "research.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function Take({ mine, back }: { readonly mine: MyResearch; readonly back: (told?: string) => void }) {
  const text = useText(researchTexts);
  const { number } = useFormats();
  const all = [...mine.things, ...mine.brought];
  const everything = new Set([...all.map(({ id }) => id), ...mine.sizes.map(({ name }) => name)]);
  const [chosen, choose] = useState<ReadonlySet<string>>(everything);
  const [shop, setShop] = useState(false);
  const taking = useMutation({
    mutationFn: () =>
      call(writeMyResearch, {
        body: {
          things: all.map(({ id }) => id).filter((id) => chosen.has(id)),
          sizes: mine.sizes.map(({ name }) => name).filter((name) => chosen.has(name)),
          shop,
        },
      }),
    onSuccess: (file) => {
      save(file);
      back(text.taken);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    taking.mutate();
  };
  const turn = (key: string) => choose(turned(chosen, key));
  return (
    <Opened title={text.takeTitle} lead={text.takeLead} submit={submit}>
      <div className="research-few">
        <button type="button" className="line-act" onClick={() => choose(everything)}>
          {text.takeAll}
        </button>
        <button type="button" className="line-act" onClick={() => choose(new Set())}>
          {text.takeNone}
        </button>
      </div>
      {mine.sizes.length === 0 ? null : (
        <fieldset>
          <legend>{text.takeSizes}</legend>
          {mine.sizes.map(({ name, value }) => (
            <Tick key={name} on={chosen.has(name)} turn={() => turn(name)}>
              <SizeWords name={name} value={value} />
            </Tick>
          ))}
        </fieldset>
      )}
      {all.length === 0 ? null : (
        <fieldset>
          <legend>{text.takeThings}</legend>
          <div className="research-long">
            {all.map((thing) => (
              <Tick key={thing.id} on={chosen.has(thing.id)} turn={() => turn(thing.id)}>
                <ThingWords thing={thing} fit={thing.fit} />
              </Tick>
            ))}
          </div>
        </fieldset>
      )}
      <Tick on={shop} turn={() => setShop(!shop)}>
        {text.named(mine.shop)}
        <small>{text.namedLead}</small>
      </Tick>
      <RefusedNote error={taking.error} />
      <div className="rights-acts">
        <button type="submit" className="button button-main" disabled={taking.isPending || chosen.size === 0}>
          {text.download(number(chosen.size))}
        </button>
        <button type="button" className="button" onClick={() => back()}>
          {text.cancel}
        </button>
      </div>
    </Opened>
  );
}
