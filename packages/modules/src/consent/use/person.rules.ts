// What of a person a permission can stand on. Pure.
import type { PermissionChannel } from "@somlos/contract/rooms/consent";

const addressOf: Readonly<Partial<Record<PermissionChannel, readonly string[]>>> = {
  mail: ["email"],
  sms: ["phone"],
  robot_call: ["phone"],
  call: ["phone"],
  letter: ["address"],
  push: ["device", "login"],
  device: ["device", "login"],
};

/** A receipt, an order or a card token is a thing that happened: nobody grants by it. */
const carriers = ["login", "club_card", "email", "phone", "device", "address", "visitor"];
export const carriesPermission = (kind: string): boolean => carriers.includes(kind);

/** Whether a person can be reached or known by this kind of identifier there. */
export const fitsChannel = (kind: string, channel: PermissionChannel): boolean =>
  addressOf[channel]?.includes(kind) ?? carriesPermission(kind);

/** Whole years on a day, from a day of birth (YYYY-MM-DD). */
export function ageAt(born: string, at: Date): number {
  const day = at.toISOString().slice(0, 10);
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0);
}
