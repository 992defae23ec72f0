// A disk that is full when an erasure is to be written down, and what is replayed after an erasure.
import { setTimeout as sleep } from "node:timers/promises";
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { askDatabase } from "../testing/customer.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
let at: TestApp;

beforeAll(async () => {
  at = await openTestApp();
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

const identify = (name: string, email: string) => ({
  ...{ type: "identify", userId: name, messageId: `disk-${email}`, timestamp: "2026-02-01T10:00:00Z" },
  traits: { email },
});
const look = (email: string) => at.ask(`/api/people/lookup?kind=email&value=${email}`);
type Listed = { items: { state: string; waitsFor: string | null }[] };

async function ask(email: string): Promise<string> {
  const id = (await look(email)).body["id"] as unknown as string;
  const wish = { kind: "erasure", reason: "bad om det" };
  expect((await at.ask(`/api/people/${id}/rights`, wish)).status).toBe(200);
  return id;
}
async function goOn(house = at.house): Promise<void> {
  for (const ahead of [25 * HOUR, 25 * HOUR + 10_000, 25 * HOUR + 20_000]) {
    moveClock(ahead);
    await runRights(house);
  }
  await sleep(1000); // the clock was moved past the wait in which every process comes to know
}

it("a disk that is full holds up no other request, the one that waits says why, and it is done once there is room", async () => {
  await at.send([identify("full-1", "full1@exempel.se"), identify("full-2", "full2@exempel.se")], "server");
  const first = await ask("full1@exempel.se");
  await ask("full2@exempel.se");
  let refused = 0;
  const append = async (texts: readonly string[]) => {
    if (++refused % 2 === 1) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    return at.house.erasures.append(texts);
  };
  moveClock(25 * HOUR);
  await runRights({ ...at.house, erasures: { ...at.house.erasures, append } });
  moveClock(25 * HOUR + 10_000);
  await runRights({
    ...at.house,
    erasures: { ...at.house.erasures, append: () => Promise.reject(new Error("EIO")) },
  });
  expect((await look("full2@exempel.se")).status).toBe(404);
  expect((await look("full1@exempel.se")).status).toBe(200);
  const listed = (await at.ask(`/api/people/${first}/rights`)).body as unknown as Listed;
  expect(listed.items[0]).toMatchObject({ state: "running", waitsFor: expect.stringContaining("disk") });
  await goOn();
  expect((await look("full1@exempel.se")).status).toBe(404);
});

it("what waits parked from before an erasure counts without a person when it is replayed after it", async () => {
  const bad = (id: string, more: object) => ({
    ...{ type: "track", messageId: id, event: "Order Completed", timestamp: "no time" },
    ...more,
  });
  await at.send([identify("ove", "ove.parkerad@exempel.se")], "server");
  const before = [
    bad("p-1", { userId: "ove" }),
    bad("p-2", {
      userId: "nagon-annan",
      properties: { note: "till", receiver: { email: "ove.parkerad@exempel.se" } },
    }),
  ];
  await at.send(before, "server");
  await ask("ove.parkerad@exempel.se");
  await goOn();
  await at.send(
    [bad("p-3", { userId: "ove" }), bad("p-4", { properties: { to: "ove.parkerad@exempel.se" } })],
    "server",
  );
  const { items } = (await at.ask("/api/events/parked")).body as unknown as {
    items: { id: string; messageId: string; body: object }[];
  };
  for (const one of items)
    await at.ask("/api/events/parked/replay", {
      ...{ ids: [one.id], body: { ...one.body, timestamp: "2026-02-01T11:00:00Z" } },
    });
  expect((await look("ove.parkerad@exempel.se")).status).toBe(404);
  expect((await at.ask("/api/people/lookup?kind=login&value=ove")).status).toBe(404);
  const [left] = await askDatabase<{ n: number }>(
    at.database.url,
    `select (select count(*) from events.parked where body ilike '%ove.parkerad%' or body like '%"ove"%')
       + (select count(*) from events.bodies where body ilike '%ove.parkerad%' or body like '%"ove"%') as n`,
  );
  expect(Number(left?.n)).toBe(0);
});
