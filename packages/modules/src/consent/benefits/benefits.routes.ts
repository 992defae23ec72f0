// Doors of what one gets for a yes.
import * as words from "@somlos/contract/rooms/consent-benefits";
import type { Actor } from "@somlos/kernel/db";
import { type Door, handle } from "@somlos/kernel/http";
import { listEntities } from "../../company/index.ts";
import { type ConsentHouse, reachesEntity, staffOf } from "../consent.house.ts";
import { actIdOf } from "../say/told.rules.ts";
import { noteShown } from "./benefits.actions.ts";
import { benefitOf, type Showing } from "./benefits.rules.ts";
import { countBenefits } from "./benefits.store.ts";

const DAY_MS = 86_400_000;

const note = ({ db }: ConsentHouse, actor: Actor, showings: readonly Showing[]) =>
  db.work(actor, async (work) => ({ success: true as const, counted: await noteShown(work, showings) }));

export const benefitDoors: readonly Door<ConsentHouse>[] = [
  handle(words.tellShown, (house: ConsentHouse, { caller, body }) => {
    const source = caller.kind === "key" ? `source:${caller.sourceId}` : "";
    const idOf = (id: string): string => actIdOf(house.access.secret, source, `shown ${id}`);
    return note(
      house,
      { kind: "key", id: source },
      body.shown.map(({ id, textId, place }) => ({ showId: idOf(id), textId, place })),
    );
  }),
  handle(words.tellMineShown, (house: ConsentHouse, { body: { showId, textIds } }) =>
    note(
      house,
      { kind: "person", id: "corner" },
      textIds.map((textId) => ({ showId, textId, place: "corner" })),
    ),
  ),
  handle(words.readBenefits, (house: ConsentHouse, { caller, query: { days } }) =>
    house.db.read(async (tx, now) => {
      const grants = await house.reachOf(tx, staffOf(caller).staffId);
      const mine = (await listEntities(tx)).filter(({ id }) => reachesEntity(grants, "consent.read", id));
      const since = new Date(now.getTime() - days * DAY_MS);
      const found = await countBenefits(
        tx,
        since,
        now,
        mine.map(({ id }) => id),
      );
      return { items: found.map(benefitOf) };
    }),
  ),
];
