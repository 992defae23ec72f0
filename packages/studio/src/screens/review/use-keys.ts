// One key a decision, and the arrows walk; never while somebody writes.
import { useEffect } from "react";
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

export function useKeys(act: Act, walk: Walk): void {
  useEffect(() => {
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
