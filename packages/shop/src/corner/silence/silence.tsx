// On a screen that many stand before: after silence it warns, then it is nobody's. The server counts too.
import { endPersonSession, readPersonSession } from "@somlos/contract/rooms/corner";
import { useText } from "@somlos/look/language";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { call } from "../../api.ts";
import "./silence.css";
import { secondsLeft, TELL_EVERY_MS } from "./silence.rules.ts";
import { silenceTexts } from "./texts.ts";

const SIGNS_OF_LIFE = ["pointerdown", "keydown", "scroll", "touchmove"] as const;

export function Silence({ left }: { readonly left: () => void }) {
  const session = useQuery({ queryKey: ["session"], queryFn: () => call(readPersonSession) });
  const { shared = false, silenceSeconds = 0 } = session.data ?? {};
  return shared ? <Watch seconds={silenceSeconds} left={left} /> : null;
}

function Watch({ seconds, left }: { readonly seconds: number; readonly left: () => void }) {
  const text = useText(silenceTexts);
  const last = useRef(Date.now());
  const told = useRef(Date.now());
  const [warns, setWarns] = useState<number | undefined>(undefined);
  useEffect(() => {
    const alive = (): void => {
      last.current = Date.now();
      setWarns(undefined);
      if (last.current - told.current < TELL_EVERY_MS) return;
      told.current = last.current;
      void call(readPersonSession).catch(left);
    };
    const leave = (): void =>
      void call(endPersonSession)
        .catch(() => undefined)
        .then(left);
    const clock = setInterval(() => {
      const now = secondsLeft(last.current, Date.now(), seconds);
      setWarns(now);
      if (now !== 0) return;
      clearInterval(clock);
      leave();
    }, 500);
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, alive, { passive: true });
    return () => {
      clearInterval(clock);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, alive);
    };
  }, [seconds, left]);
  if (warns === undefined) return null;
  return (
    <div className="silence" role="alertdialog" aria-label={text.title}>
      <div className="pane silence-pane">
        <h2>{text.title}</h2>
        <p aria-live="polite">{text.left(warns)}</p>
        <button type="button" className="button button-main button-wide">
          {text.here}
        </button>
      </div>
    </div>
  );
}
