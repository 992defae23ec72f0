// Values that too many are tied to, for the pictures: a firm's mailbox, a made-up number, and one that a colleague ruled.
import { randomUUID } from "node:crypto";
import type { PictureHouse } from "./house.ts";

const FIRM = "info@almvik-bygg.example";
const MADE_UP = "+46700000001";
const SHOP = "kassan@almvik.example";

type Hub = { readonly id: string; readonly value: string };

/** The id of the firm's mailbox among the values that wait. */
export async function sharedIn(house: PictureHouse): Promise<string> {
  const says = (userId: string, traits: object) => ({ type: "identify", userId, traits });
  const many = (name: string, count: number, traits: object) =>
    Array.from({ length: count }, (_, i) => says(`${name}-${i + 1}`, traits));
  await house.send([
    says("anna.bygg", { email: FIRM }),
    {
      type: "track",
      event: "Order Completed",
      context: { traits: { email: FIRM, club_card: "9752 3104 4480" } },
    },
  ]);
  await house.send([
    ...many("snickare", 7, { email: FIRM }),
    ...many("kund", 40, { phone: MADE_UP }),
    ...many("kassa", 6, { email: SHOP }),
  ]);
  const ruled = { kind: "email", value: SHOP, says: "blocked", reason: "The till's own mailbox" };
  await house.ask("/api/identity/hubs/rule", { actId: randomUUID(), ...ruled });
  const { items } = await house.ask<{ items: Hub[] }>("/api/identity/hubs?standing=waiting");
  return items.find(({ value }) => value === FIRM)?.id ?? "";
}
