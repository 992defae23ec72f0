// What a file holds, in words, and what of it one keeps: until then nothing has left the browser.
import { bringResearch, type MyResearch } from "@somlos/contract/rooms/research";
import { useFormats, useText } from "@somlos/look/language";
import type { Research } from "@somlos/rules/research";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { besideHere, fitsThen, isOld, keepAll, partOf, sizesThen, turned } from "./choice.rules.ts";
import { Opened } from "./opened.tsx";
import { researchTexts } from "./research-texts.ts";
import { dayIn, priceIn, SizeWords, ThingWords, Tick } from "./thing.tsx";

export function Holds({
  mine,
  research,
  skipped,
  other,
  back,
}: {
  readonly mine: MyResearch;
  readonly research: Research;
  readonly skipped: number;
  readonly other: () => void;
  readonly back: (told?: string) => void;
}) {
  const text = useText(researchTexts);
  const { number, money } = useFormats();
  const client = useQueryClient();
  const [kept, keep] = useState(() => keepAll(research));
  const bringing = useMutation({
    mutationFn: () => call(bringResearch, { body: { file: partOf(research, kept) } }),
    onSuccess: ({ skipped: _, ...now }) => {
      client.setQueryData(["research"], now);
      void client.invalidateQueries({ queryKey: ["me"] });
      back(text.kept);
    },
  });
  const fits = fitsThen(research, sizesThen(mine.sizes, research, kept));
  const count = kept.things.size + kept.sizes.size;
  return (
    <Opened
      title={useHeading(research)}
      lead={text.notSent}
      submit={(event) => {
        event.preventDefault();
        bringing.mutate();
      }}
    >
      {skipped === 0 ? null : <p className="note">{text.skipped(skipped)}</p>}
      {isOld(research, new Date()) ? <p className="note">{text.old}</p> : null}
      {research.sizes.length === 0 ? null : (
        <fieldset>
          <legend>{text.takeSizes}</legend>
          {research.sizes.map(({ name, value }) => (
            <Tick
              key={name}
              on={kept.sizes.has(name)}
              turn={() => keep({ ...kept, sizes: turned(kept.sizes, name) })}
            >
              <SizeWords
                name={name}
                value={value}
                before={mine.sizes.find((one) => one.name === name)?.value}
              />
            </Tick>
          ))}
        </fieldset>
      )}
      {research.things.length === 0 ? null : (
        <fieldset>
          <legend>{text.takeThings}</legend>
          <div className="research-long">
            {research.things.map((thing, place) => {
              const price = besideHere(thing, mine.things)?.price ?? null;
              return (
                <Tick
                  // biome-ignore lint/suspicious/noArrayIndexKey: a file has no other name for its lines, and it does not change
                  key={place}
                  on={kept.things.has(place)}
                  turn={() => keep({ ...kept, things: turned(kept.things, place) })}
                >
                  <ThingWords
                    thing={thing}
                    fit={fits[place] ?? "unknown"}
                    more={[price === null ? null : text.hereToo(priceIn(money, price))]}
                  />
                </Tick>
              );
            })}
          </div>
        </fieldset>
      )}
      <RefusedNote error={bringing.error} />
      <div className="rights-acts">
        <button type="submit" className="button button-main" disabled={bringing.isPending || count === 0}>
          {text.keep(number(count))}
        </button>
        <button type="button" className="button" onClick={other}>
          {text.other}
        </button>
        <button type="button" className="button" onClick={() => back()}>
          {text.cancel}
        </button>
      </div>
    </Opened>
  );
}

function useHeading({ shop, madeOn, things, sizes }: Research): string {
  const text = useText(researchTexts);
  const { date } = useFormats();
  const holds = text.holds(text.things(things.length), text.manySizes(sizes.length));
  const origin = [
    shop === null ? null : text.from(shop),
    madeOn === null ? null : text.madeOn(dayIn(date, madeOn)),
  ].filter((part) => part !== null);
  return [holds, ...origin].join(", ");
}
