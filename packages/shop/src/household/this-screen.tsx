// Whose corner this screen shows, and the way to hand it over: the next one signs in themselves, a press alone opens nothing.
import { endPersonSession, readPersonSession } from "@somlos/contract/rooms/corner";
import { readScreen } from "@somlos/contract/rooms/households";
import { useText } from "@somlos/look/language";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { screenTexts } from "./screen-texts.ts";
import { Sure } from "./sure.tsx";

type ScreenProps = {
  /** What is known to be hers; a shop's own number for her says nothing to who stands before the screen. */
  readonly name: string | null;
  readonly left: () => void;
};

export function ThisScreen({ name, left }: ScreenProps) {
  const text = useText(screenTexts);
  const session = useQuery({ queryKey: ["session"], queryFn: () => call(readPersonSession) });
  const screen = useQuery({ queryKey: ["household-screen"], queryFn: () => call(readScreen) });
  const [to, choose] = useState<{ readonly called: string | null }>();
  const leaving = useMutation({ mutationFn: () => call(endPersonSession), onSuccess: left });
  if (session.data === undefined) return null;
  const { others = [] } = screen.data ?? {};
  const { kind, value } = session.data.identifier;
  return (
    <section className="this-screen">
      <p>{text.here(kind === "login" ? (name ?? value) : value)}</p>
      <div className="this-screen-others">
        <span className="dim">{text.handOver}</span>
        {others.map(({ id, called }) => (
          <button key={id} type="button" className="button" onClick={() => choose({ called })}>
            {called}
          </button>
        ))}
        <button type="button" className="button" onClick={() => choose({ called: null })}>
          {text.other}
        </button>
      </div>
      {to === undefined ? null : (
        <Sure
          words={text.sure(to.called)}
          yes={text.yes}
          no={text.no}
          busy={leaving.isPending}
          go={() => leaving.mutate()}
          stop={() => choose(undefined)}
        />
      )}
      <RefusedNote error={leaving.error} />
    </section>
  );
}
