// Reach over a million identifiers that said something: how long it takes, and that PostgreSQL never asks row by row.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConsentTest, openConsent } from "../test/house.ts";
import { askForReach } from "./reach.actions.ts";
import { questionOf } from "./reach.rules.ts";

const MILLION = 1_000_000;
let house: ConsentTest;
beforeAll(async () => {
  house = await openConsent();
  // Two identifiers a person; every third said no after its yes.
  await house.query(
    `insert into identity.nodes (fp, id, kind, value, component, proven, leaf, given, first_ms, born_at)
     select md5('fp' || i)::uuid, md5('id' || i)::uuid, 3, 'm' || i, md5('c' || i / 2)::uuid, true, true, true, 0, now() from generate_series(1, ${MILLION}) i`,
  );
  await house.query(
    `insert into consent.heads (fp, entries) select md5('fp' || i)::uuid, 1 from generate_series(1, ${MILLION}) i`,
  );
  await house.query(
    `insert into consent.entries (id, act_id, fp, kind, purpose, channel, entity_id, state, at, recorded_at, imported, text_id,
       text_hash, collected_by, place, how, active, concluded, guardian)
     select gen_random_uuid(), gen_random_uuid(), md5('fp' || i)::uuid, 'email', 'offers', 'mail', $1, 'granted', now() - interval '2 days',
       now(), false, $2::uuid, 'h', 'form', 'web', 'box', true, true, false from generate_series(1, ${MILLION}) i`,
    [house.entityId, house.text.id],
  );
  await house.query(
    `insert into consent.entries (id, act_id, fp, kind, purpose, channel, entity_id, state, at, recorded_at, imported, guardian)
     select gen_random_uuid(), gen_random_uuid(), md5('fp' || i)::uuid, 'email', null, null, null, 'withdrawn', now() - interval '1 day',
       now(), false, false from generate_series(1, ${MILLION}) i where i % 6 = 0`,
  );
  await house.query("analyze");
}, 600_000);
afterAll(() => house.drop());

test("REC-12 the reach of a million identifiers is counted in the background in seconds, and read in milliseconds", async () => {
  const all = questionOf([], 0);
  const first = await timed(() => askForReach(house, all));
  expect(first.got.count).toMatchObject({ found: null });
  expect(await first.got.newer).toBe(true);
  const read = await timed(() => askForReach(house, all));
  expect(read.got.newer).toBeUndefined();
  const { found, tookMs } = read.got.count ?? {};
  const { known = 0, reachable = 0 } = found ?? {};
  process.stdout.write(
    `reach of ${MILLION} identifiers, ${known} people: begun in ${first.ms.toFixed(1)} ms, counted in ${tookMs} ms, read in ${read.ms.toFixed(1)} ms\n`,
  );
  expect(known).toBe(MILLION / 2 + 1);
  expect(reachable).toBeGreaterThan(MILLION / 4);
  expect(reachable).toBeLessThan(known);
  expect(tookMs).toBeLessThan(60_000);
  expect(Math.max(first.ms, read.ms)).toBeLessThan(1000);
}, 120_000);

async function timed<T>(act: () => Promise<T>): Promise<{ readonly got: T; readonly ms: number }> {
  const began = performance.now();
  return { got: await act(), ms: performance.now() - began };
}
