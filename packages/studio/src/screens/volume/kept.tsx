// How long each kind is kept, what goes next, and the way to change it.
import { Button } from "@mantine/core";
import { type LifetimeLine, listLifetimes } from "@somlos/contract/rooms/volume";
import { useFormats, useText } from "@somlos/look/language";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Answered } from "../../states/answered.tsx";
import { ChangeDays } from "./change-days.tsx";
import { kindTexts } from "./kind-texts.ts";
import { volumeTexts } from "./texts.ts";
import { useConsequence } from "./use-consequence.ts";

type LineProps = { readonly line: LifetimeLine; readonly change: (() => void) | undefined };

function Line({ line, change }: LineProps) {
  const text = useText(volumeTexts);
  const names = useText(kindTexts);
  const formats = useFormats();
  const told = useConsequence(line.kind, line.next);
  return (
    <li className="vk">
      <span>
        <b>{names.lifetimes[line.kind].name}</b>
        <span className="vo-what">{names.lifetimes[line.kind].what}</span>
      </span>
      <span className="vk-days num">{text.days(formats.number(line.days))}</span>
      <span className="vk-next">
        {line.next.rows > 0 ? told : text.nothingNow}
        {line.holdsFrom === null ? null : (
          <em className="vk-holds">{text.holdsFrom(formats.moment(line.holdsFrom))}</em>
        )}
      </span>
      {change === undefined ? (
        <span />
      ) : (
        <Button size="sm" onClick={change}>
          <span>
            {text.change}
            <span className="vh"> {names.lifetimes[line.kind].name}</span>
          </span>
        </Button>
      )}
    </li>
  );
}

export function Kept({ mayChange }: { readonly mayChange: boolean }) {
  const text = useText(volumeTexts);
  const asked = useQuery({
    queryKey: ["retention"],
    queryFn: ({ signal }) => call(listLifetimes, {}, signal),
  });
  const [chosen, choose] = useState<LifetimeLine>();
  return (
    <section aria-labelledby="vo-kept">
      <h2 className="h vo-h" id="vo-kept">
        {text.kept}
      </h2>
      <p className="mid vo-lead">{text.keptLead}</p>
      <Answered asked={asked} rows={8} shape="lines">
        {({ items }) => (
          <ul className="vks">
            {items.map((line) => (
              <Line key={line.kind} line={line} change={mayChange ? () => choose(line) : undefined} />
            ))}
          </ul>
        )}
      </Answered>
      <ChangeDays line={chosen} close={() => choose(undefined)} />
    </section>
  );
}
