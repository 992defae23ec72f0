// One key a decision, and the arrows walk; never while somebody writes, and not at all where they are switched off: who speaks
// to their machine would decide by a word that happens to be heard.
import { useEffect, useState } from "react";
import type { Verb } from "./use-review.ts";

const VERBS: ReadonlyMap<string, Verb> = new Map([
  ["a", "accept"],
  ["r", "reject"],
  ["n", "never"],
  ["u", "undo"],
]);
const STEPS: ReadonlyMap<string, number> = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
]);
const WRITING = "input, textarea, select, [contenteditable], [role=dialog]";

const isForUs = (event: KeyboardEvent): boolean =>
  !(event.ctrlKey || event.metaKey || event.altKey || event.repeat) &&
  !(event.target instanceof HTMLElement && event.target.closest(WRITING) !== null);

type Act = (verb: Verb) => void;
type Walk = (step: number) => void;

function meaningOf(key: string, act: Act, walk: Walk): (() => void) | undefined {
  const verb = VERBS.get(key.toLowerCase());
  const step = STEPS.get(key);
  if (verb !== undefined) return () => act(verb);
  return step === undefined ? undefined : () => walk(step);
}

const KEPT = "somlos.review-keys";

function readOn(): boolean {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

/** Whether letters decide; remembered on this device. */
export function useKeysOn(): readonly [on: boolean, turn: (on: boolean) => void] {
  const [on, setOn] = useState(readOn);
  const turn = (next: boolean): void => {
    setOn(next);
    try {
      localStorage.setItem(KEPT, next ? "on" : "off");
    } catch {
      // Closed storage: the choice then holds until the page is left.
    }
  };
  return [on, turn];
}

export function useKeys(on: boolean, act: Act, walk: Walk): void {
  useEffect(() => {
    if (!on) return;
    const heard = (event: KeyboardEvent): void => {
      const meant = isForUs(event) ? meaningOf(event.key, act, walk) : undefined;
      if (meant === undefined) return;
      event.preventDefault();
      meant();
    };
    window.addEventListener("keydown", heard);
    return () => window.removeEventListener("keydown", heard);
  });
}
