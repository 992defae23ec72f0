// What a colleague is told of somebody's households: that they are, how many are in them, what is shared; names by right.
import { type Language, Refusal } from "@somlos/contract";
import type { PersonHousehold } from "@somlos/contract/rooms/households";
import type { Tx } from "@somlos/kernel/db";
import { loadPerson } from "../identity.store.ts";
import { listMine } from "./households.actions.ts";
import type { MyHousehold } from "./households.rules.ts";
import { shareKinds } from "./kinds/kinds.rules.ts";
import { listProvenOf } from "./shares.store.ts";

export async function showOfPerson(
  tx: Tx,
  personId: string,
  as: { readonly language: Language; readonly names: boolean },
): Promise<{ items: PersonHousehold[] }> {
  const person = await loadPerson(tx, personId);
  if (person === undefined) throw new Refusal("people.unknown");
  const mine = await listMine(tx, await listProvenOf(tx, person.id));
  return { items: mine.map((one) => told(one, as)) };
}

function told(
  { household, mine, others, shares }: MyHousehold,
  { language, names }: { readonly language: Language; readonly names: boolean },
): PersonHousehold {
  const since = mine.map(({ joinedAt }) => joinedAt.toISOString()).sort()[0];
  const kinds = Map.groupBy(
    shares.filter(({ rests }) => !rests),
    ({ kind }) => kind,
  );
  return {
    ...{ id: household.id, name: names ? household.name : null },
    ...{ members: others.length + 1, maker: mine.some(({ maker }) => maker) },
    since: since ?? household.madeAt.toISOString(),
    called: names ? others.map(({ called }) => called) : null,
    shares: [...kinds].map(([kind, some]) => ({
      ...{
        kind,
        title: shareKinds.find(({ name }) => name === kind)?.theirs[language] ?? kind,
        with: some.length,
      },
    })),
  };
}
