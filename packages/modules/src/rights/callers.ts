// Who stands at a door of this room: a customer for themselves, or one of the staff.
import { Refusal } from "@somlos/contract";
import type { Actor } from "@somlos/kernel/db";
import type { Knock } from "@somlos/kernel/http";
import { type AnyKnock, personOf } from "../corner/index.ts";

export const actorOf = ({ caller }: Pick<AnyKnock, "caller">): Actor => ({
  kind: "person",
  id: personOf(caller).sessionId,
});
export const staffIdOf = ({ caller }: Pick<Knock<unknown, unknown, unknown>, "caller">): string => {
  if (caller.kind !== "staff") throw new Refusal("door.not_signed_in");
  return caller.staffId;
};
