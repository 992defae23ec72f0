// The door to how many people we may write to or call.
import { readReach } from "@somlos/contract/rooms/consent-reach";
import { type Door, handle } from "@somlos/kernel/http";
import { listEntities } from "../../company/index.ts";
import { type ConsentHouse, reachesEntity, staffOf } from "../consent.house.ts";
import { dormantDaysIn } from "../law/policy.actions.ts";
import { countGaps, countKnown, countNoes, countReach, countUses, listCauses } from "./reach.store.ts";

const YEAR_MS = 365 * 86_400_000;

export const reachDoors: readonly Door<ConsentHouse>[] = [
  handle(readReach, (house: ConsentHouse, { caller }) =>
    house.db.read(async (tx, now) => {
      const entities = await listEntities(tx);
      const grants = await house.reachOf(tx, staffOf(caller).staffId);
      const mine = entities.map(({ id }) => id).filter((id) => reachesEntity(grants, "consent.read", id));
      const daysOf = await dormantDaysIn(tx, new Map(entities.map((one) => [one.id, one])), now);
      const days = new Map(entities.map(({ id }) => [id, daysOf(id)] as const));
      const found = await countReach(tx, days, now, mine.length === entities.length ? null : mine);
      const known = await countKnown(tx);
      const since = new Date(now.getTime() - YEAR_MS);
      const shareOf = (people: number) => (known === 0 ? null : people / known);
      const reachable =
        found.find(({ purpose, channel }) => purpose === null && channel === null)?.people ?? 0;
      return {
        ...{ at: now.toISOString(), known, reachable, share: shareOf(reachable) },
        items: found.flatMap(({ purpose, channel, people }) =>
          channel === null ? [] : [{ purpose, channel, people, share: shareOf(people) }],
        ),
        ...{
          gaps: await countGaps(tx),
          noes: await countNoes(tx, since),
          causes: await listCauses(tx, since),
        },
        uses: (await countUses(tx)).map((use) => ({ ...use, lastAt: use.lastAt.toISOString() })),
      };
    }),
  ),
];
