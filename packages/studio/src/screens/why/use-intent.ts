// What one has chosen on this screen and looks at: how it would be drawn, and what is said when it was done.
import type { ClaimsOfPerson } from "@somlos/contract/rooms/identity-tree";
import { useText } from "@somlos/look/language";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { drawing, inOrder } from "./drawn.ts";
import { keyOf } from "./grouped.rules.ts";
import type { Told } from "./notice.tsx";
import { whyTexts } from "./texts.ts";
import { type Act, useAct, useClaims, useLook, usePerson } from "./use-why.ts";
import type { View } from "./view.tsx";

/** A new choice begins at how things are now. */
function useChoice() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<Act | undefined>(undefined);
  const [view, setView] = useState<View>("now");
  const lookAt = (next: Act): void => {
    setAct(next);
    setView("after");
    if (next.what !== "split") setChosen(new Set());
  };
  const leave = (): void => {
    setAct(undefined);
    setView("now");
    setChosen(new Set());
  };
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
    setAct(undefined);
    setView("now");
  };
  return { chosen, act, view, setView, lookAt, leave, toggle };
}

/** The other one of a join, drawn as this one is. */
function useJoined(act: Act | undefined) {
  const id = act?.what === "join" ? act.otherId : undefined;
  const claims = useClaims(id, 60);
  const person = usePerson(id);
  const known = id === undefined || claims.data === undefined;
  return {
    waits: id !== undefined && known,
    other: known ? undefined : { claims: claims.data, name: person.data?.name ?? null },
  };
}

export function useIntent(claims: ClaimsOfPerson, name: string | null) {
  const text = useText(whyTexts);
  const id = claims.personId;
  const [params, setParams] = useSearchParams();
  const [told, setTold] = useState<Told>(undefined);
  const choice = useChoice();
  const { act, view, chosen, leave, lookAt } = choice;
  const asked = useLook(id, act);
  const look = act === undefined || asked.data === undefined ? undefined : inOrder(asked.data, id);
  const { waits, other } = useJoined(act);
  const ready = look !== undefined && !waits;
  const scene = { claims, name, act: ready ? act : undefined, look, other };
  const compare = (next: string | undefined): void => {
    leave();
    setParams(next === undefined ? {} : { with: next }, { replace: true, preventScrollReset: true });
  };
  const acting = useAct(id, (answer, done) => {
    setTold({ rulingId: answer.rulingId, what: done.what });
    compare(undefined);
  });
  const picked = claims.threads.filter((thread) => chosen.has(keyOf(thread)));
  const split = (): void =>
    lookAt({ what: "split", identifiers: picked.map(({ kind, value }) => ({ kind, value })) });
  return {
    ...choice,
    look: ready ? look : undefined,
    refused: asked.error,
    drawn: drawing(scene, ready ? view : "now", text),
    compared: params.get("with") ?? undefined,
    compare,
    acting,
    picked,
    split,
    told,
    setTold,
  };
}
export type Intent = ReturnType<typeof useIntent>;
