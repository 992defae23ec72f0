// The way of an import in four steps, and which one it stands at. Pure.
import type { ImportView } from "@somlos/contract/rooms/imports";

export const steps = ["columns", "try", "run"] as const;
export type Step = (typeof steps)[number];
export type Mark = "done" | "here" | "coming";

type Standing = Pick<ImportView, "state" | "mapping" | "tried" | "startedAt">;

/** What there is to do next, or what it does now. */
export function stepOf({ state, tried, startedAt }: Standing): Step {
  if (state === "trying") return "try";
  if (state === "uploaded") return "columns";
  if (state === "mapped") return tried === null ? "columns" : "try";
  return startedAt === null ? "try" : "run";
}

/** A step is done when its outcome stands. */
export function markOf(step: Step, view: Standing): Mark {
  const done: Readonly<Record<Step, boolean>> = {
    columns: view.mapping !== null,
    try: view.tried !== null && view.state !== "trying",
    run: view.state === "done",
  };
  if (stepOf(view) === step && !(step === "run" && view.state === "done")) return "here";
  return done[step] ? "done" : "coming";
}

/** One may look back at what is done, and mend the columns while nothing runs. */
export const mayOpen = (step: Step, view: Standing): boolean => {
  if (step === "columns") return !["trying", "running", "paused"].includes(view.state);
  if (step === "try") return view.tried !== null || view.state === "trying";
  return view.startedAt !== null;
};
