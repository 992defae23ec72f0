// When a restriction of use holds and when it ends, and how it is shown. Pure.
import type { Ground, Restriction } from "@somlos/contract/rooms/restriction";
import { namesIn } from "../requests/requests.rules.ts";

const DAY_MS = 24 * 3_600_000;
/** Whoever asked for it is told before it is lifted, and has this long to say no (article 18(3)). */
export const liftAfter = (by: "person" | "staff", now: Date): Date =>
  new Date(now.getTime() + (by === "staff" ? DAY_MS : 0));

/** It goes with what names somebody: a device comes and goes, and others use it too. Of whom nothing else is known, with all. */
export function carriersIn(identifiers: readonly { readonly kind: string; readonly fp: string }[]): string[] {
  const names = namesIn(identifiers);
  return names.length > 0 ? names : identifiers.map(({ fp }) => fp);
}

export type Act = {
  readonly id: string;
  readonly ground: Ground;
  readonly byKind: "person" | "staff";
  readonly askedAt: Date;
};
export type Lift = {
  readonly id: string;
  readonly restrictionId: string;
  readonly byKind: "person" | "staff";
  readonly told: number;
  readonly dueAt: Date;
  readonly endedAt: Date | null;
  readonly state: "waiting" | "done" | "cancelled";
};

/** `marked`: it holds for something of theirs now. `lifts`: those of something of theirs, the newest last. */
export function showRestriction(act: Act, lifts: readonly Lift[], marked: boolean): Restriction {
  const waiting = lifts.findLast(({ state }) => state === "waiting");
  const done = lifts.findLast(({ state }) => state === "done");
  const lift = marked ? waiting : done;
  const held = waiting === undefined ? "holds" : "lifting";
  return {
    ...{ id: act.id, ground: act.ground, by: act.byKind, askedAt: act.askedAt.toISOString() },
    state: marked ? held : "lifted",
    liftBy: lift?.byKind ?? null,
    liftAt: (lift?.endedAt ?? lift?.dueAt)?.toISOString() ?? null,
    told: lift?.told ?? null,
  };
}
