// A kiosk is cut by silence: its events fall into slots of time, and after an empty slot somebody else stands there. Which
// slots hold events does not depend on the order in which they come, so neither do the cuts.
import { fingerprint } from "@somlos/kernel/ids";
import type { Told, Trust } from "../events/index.ts";
import { comparePositions, type Mark, type Position } from "./lanes.rules.ts";
import type { IdentitySettings } from "./limits.rules.ts";

/** The earliest event of a kiosk in one slot of time. */
export type Pulse = Position & {
  readonly device: string;
  readonly trust: Trust;
  readonly slot: number;
  readonly sourceId: number;
};

export function pulseOf(
  { device, stand, at, key, trust, sourceId }: Told,
  s: IdentitySettings,
): Pulse | undefined {
  if (stand !== "kiosk" || device === undefined) return undefined;
  return { device: device.fp, trust, slot: Math.floor(at / s.silenceMs), at, key, sourceId };
}

export type Slot = Pick<Pulse, "device" | "trust" | "slot">;
export const pulseName = ({ device, trust, slot }: Slot): string => `${device}${trust}${slot}`;

/** A goodbye just before the first event of a visit; nothing else can stand there, since the slot before is empty. */
export const goodbyeBefore = ({ device, trust, at, key, sourceId }: Pulse): Mark => ({
  ...{ device, trust, sourceId, explicit: false },
  at: at - 1,
  key: fingerprint("silence", key),
});

export type Pulses = ReadonlyMap<string, Pulse>;

/** The slots whose goodbye may come or go when these pulses change: their own and the next. */
export const slotsAround = (pulses: Iterable<Pulse>): Slot[] => [
  ...new Map(
    [...pulses]
      .flatMap(({ device, trust, slot }) =>
        [slot - 1, slot, slot + 1].map((one) => ({ device, trust, slot: one })),
      )
      .map((slot) => [pulseName(slot), slot] as const),
  ).values(),
];

function goodbyeAt(slot: Slot, pulses: Pulses): Mark | undefined {
  const pulse = pulses.get(pulseName(slot));
  if (pulse === undefined || pulses.has(pulseName({ ...slot, slot: slot.slot - 1 }))) return undefined;
  return goodbyeBefore(pulse);
}

/** What changes when pulses are heard, beside those that are known around them. */
export function hearPulses(
  heard: Iterable<Pulse>,
  known: Pulses,
): { readonly saved: Pulse[]; readonly came: Mark[]; readonly went: Mark[] } {
  const now = new Map(known);
  const saved: Pulse[] = [];
  for (const pulse of heard) {
    const old = now.get(pulseName(pulse));
    if (old !== undefined && comparePositions(old, pulse) <= 0) continue;
    now.set(pulseName(pulse), pulse);
    saved.push(pulse);
  }
  const came: Mark[] = [];
  const went: Mark[] = [];
  for (const slot of slotsAround(saved)) {
    const [old, mark] = [goodbyeAt(slot, known), goodbyeAt(slot, now)];
    if (old?.key === mark?.key) continue;
    if (mark !== undefined) came.push(mark);
    if (old !== undefined) went.push(old);
  }
  return { saved, came, went };
}
