// Somebody sets a source up and listens to it: what came, what became of it, and no key among it.
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

type Heard = {
  id: string;
  headers: Record<string, string>;
  library: string | null;
  body: string;
  outcomes: string[];
};
const heard = async (after = "") =>
  (await at.ask(`/api/sources/1/heard${after}`)).body as unknown as {
    until: string | null;
    items: Heard[];
    causes: Record<string, string>;
  };
async function listen(on: boolean): Promise<number> {
  const answer = await fetch(`${at.base}/api/sources/1/listen`, {
    method: "PUT",
    headers: { authorization: `Bearer ${at.secrets.adminToken}`, "content-type": "application/json" },
    body: JSON.stringify({ on }),
  });
  return answer.status;
}
let n = 0;
const opened = (more: object = {}) => ({
  type: "track",
  event: "Letter Opened",
  userId: "u1",
  messageId: `heard-${++n}`,
  writeKey: at.secrets.writeKey,
  context: { library: { name: "analytics.js", version: "1" } },
  ...more,
});
async function until(count: number) {
  const end = performance.now() + 5000;
  for (;;) {
    const { items } = await heard();
    if (items.length >= count || performance.now() > end) return items;
    await new Promise((tell) => setTimeout(tell, 50));
  }
}

it("nothing is heard unless somebody listens", async () => {
  await at.send([opened()]);
  expect(await heard()).toEqual({ until: null, items: [], causes: {} });
});

it("each request is heard with what became of it, its library and headers, without any key", async () => {
  expect(await listen(true)).toBe(200);
  await at.send([opened(), opened({ timestamp: "yesterday" })]);
  const [item] = await until(1);
  expect(item).toMatchObject({
    outcomes: ["accepted", "parked event.time_bad"],
    library: "analytics.js 1",
    headers: { "content-type": "application/json" },
  });
  expect(JSON.parse(item?.body ?? "")[0]).toMatchObject({ event: "Letter Opened", writeKey: "•••" });
  expect((await heard()).causes["event.time_bad"]).toMatch(/^[A-Z].*\.$/);
  const all = JSON.stringify(item);
  expect(all).not.toContain(at.secrets.writeKey);
  expect(all.toLowerCase()).not.toContain("basic ");
  expect((await heard(`?after=${item?.id}`)).items).toEqual([]);
});

it("ends by itself after an hour, at most 200 are kept, and ending it forgets what was heard", async () => {
  const client = new pg.Client(at.database.url);
  await client.connect();
  try {
    const { rows } = await client.query<{ left: number }>(
      "select extract(epoch from until - now())::int as left from events.taps",
    );
    expect(rows[0]?.left).toBeGreaterThan(3500);
    expect(rows[0]?.left).toBeLessThanOrEqual(3600);
    await Promise.all(Array.from({ length: 210 }, () => at.send([opened()])));
    await until(200);
    await new Promise((tell) => setTimeout(tell, 1000));
    expect((await heard()).items.length).toBe(200);
    await client.query(
      "update events.taps set until = now() - interval '1 second'; update events.revision set number = number + 1",
    );
    await at.house.sources.refresh();
    expect((await heard()).until).toBeNull();
  } finally {
    await client.end();
  }
  expect(await listen(false)).toBe(200);
  expect((await heard()).items).toEqual([]);
  const acts = (await at.ask("/api/audit")).body["items"] as unknown as { what: string }[];
  const what = acts.map((act) => act.what);
  expect(what).toEqual(expect.arrayContaining(["sources.listen", "sources.heard", "sources.listen_end"]));
});
