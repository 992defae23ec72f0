// The look before an act: what would go where, what holds from then on, and the act itself.
import { Button } from "@mantine/core";
import { useText } from "@somlos/look/language";
import { useEffect, useRef } from "react";
import { RefusedNote } from "../../forms/refused.tsx";
import { ActBar } from "./act-bar.tsx";
import { Goes } from "./goes.tsx";
import { Holds } from "./holds.tsx";
import { whyTexts } from "./texts.ts";
import type { Intent } from "./use-intent.ts";

function Answer({ intent: { act, look, refused, drawn } }: { readonly intent: Intent }) {
  const text = useText(whyTexts);
  if (act === undefined) return null;
  if (refused !== null) return <RefusedNote error={refused} />;
  if (look === undefined)
    return (
      <p className="wy-small dim" role="status">
        {text.looking}
      </p>
    );
  const holds = {
    split: text.fromNowSplit,
    withdraw: text.fromNowWithdraw,
    join: text.fromNowJoin,
    apart: text.fromNowSplit,
  };
  return (
    <div className="wy-two">
      <div>
        <Goes look={look} people={drawn.people} act={act} />
        <Holds look={look} people={drawn.people} />
      </div>
      <div>
        <h2 className="h">{text.fromNow}</h2>
        <p className="mid wy-small">{holds[act.what]}</p>
        <p className="mid wy-small">{text.canUndo}</p>
      </div>
    </div>
  );
}

export function Preview({ intent }: { readonly intent: Intent }) {
  const text = useText(whyTexts);
  const place = useRef<HTMLElement>(null);
  const { act, acting, leave, look } = intent;
  // It opens far from what was pressed: the focus and the eye go there.
  useEffect(() => {
    if (act !== undefined) place.current?.focus({ preventScroll: true });
    if (act !== undefined) place.current?.scrollIntoView({ block: "nearest" });
  }, [act]);
  if (act === undefined) return null;
  return (
    <section ref={place} className="wy-preview" aria-label={text.what} tabIndex={-1}>
      <Answer intent={intent} />
      {intent.refused === null ? (
        <ActBar
          key={act.what}
          act={act}
          go={(reason) => acting.mutate({ act, reason })}
          running={acting.isPending}
          error={acting.error}
          leave={leave}
          idle={look === undefined}
        />
      ) : (
        <div className="wy-bar">
          <div className="wy-bar-line">
            <Button onClick={leave}>{text.clear}</Button>
          </div>
        </div>
      )}
    </section>
  );
}
