// The doors of keys.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/access-staff";
import type { Work } from "@somlos/kernel/db";
import { handle, type Knock } from "@somlos/kernel/http";
import { type AccessHouse, act } from "../access.house.ts";
import { changeKey, closeKey, createKey, rollKey } from "./keys.actions.ts";
import { type Key, stateOf } from "./keys.rules.ts";
import { listKeys } from "./keys.store.ts";

const shown = (key: Key, now: Date): words.KeyAnswer => ({
  id: key.id,
  sourceId: key.sourceId,
  name: key.name,
  trust: key.trust,
  prefix: key.prefix,
  text: key.clear,
  origins: [...key.origins],
  state: stateOf(key, now),
  createdAt: key.createdAt.toISOString(),
  createdBy: key.createdBy,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  rolledAt: key.rolledAt?.toISOString() ?? null,
  endsAt: key.endsAt?.toISOString() ?? null,
  closedAt: key.closedAt?.toISOString() ?? null,
});

/** One change of keys; then this process reads them again. When that fails the keyring's own clock mends it. */
async function change<T>(
  house: AccessHouse,
  knock: Pick<Knock<unknown, unknown, unknown>, "caller" | "ip">,
  what: string,
  go: (work: Work) => Promise<{ answer: T; object: string }>,
): Promise<T> {
  const answer = await act(house, knock, what, go);
  await house.keyring.refresh().catch(() => undefined);
  return answer;
}

export const keyDoors = [
  handle(words.listKeys, (house: AccessHouse) =>
    house.db.read(async (tx, now) => ({ items: (await listKeys(tx)).map((key) => shown(key, now)) })),
  ),
  handle(words.createKey, async (house: AccessHouse, knock) => {
    if (!(await house.sources.knows(knock.body.sourceId))) throw new Refusal("keys.source_unknown");
    return change(house, knock, words.createKey.id, async (work) => {
      const answer = await createKey(work, knock.body);
      return { answer, object: answer.id };
    });
  }),
  handle(words.rollKey, (house: AccessHouse, knock) => {
    const { id } = knock.params;
    return change(house, knock, words.rollKey.id, async (work) => ({
      answer: await rollKey(work, id, knock.body.overlapSeconds),
      object: id,
    }));
  }),
  handle(words.closeKey, async (house: AccessHouse, knock) => {
    const { id } = knock.params;
    await change(house, knock, words.closeKey.id, async (work) => ({
      answer: await closeKey(work, id),
      object: id,
    }));
    return {};
  }),
  handle(words.changeKey, async (house: AccessHouse, knock) => {
    const { id } = knock.params;
    await change(house, knock, words.changeKey.id, async (work) => ({
      answer: await changeKey(work, id, knock.body),
      object: id,
    }));
    return {};
  }),
];
