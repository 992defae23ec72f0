import { moveClock } from "@somlos/kernel/clock";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { giveTryBack, takeTry } from "./limits.actions.ts";
import { limits, networkOf } from "./limits.rules.ts";
import { deletePastTries } from "./limits.store.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterEach(() => moveClock(0));
afterAll(() => t.drop());

const house = () => ({ db: t.db, access: { secret: "a secret of at least thirty-two signs" } });
const take = (ip: string, subject?: string) =>
  takeTry(house(), limits.signIn, subject === undefined ? { ip } : { ip, subject });

describe("limits", () => {
  test("five tries a minute pass, the sixth is told how long to wait, and after that it passes", async () => {
    for (let i = 0; i < 5; i++) await take("192.0.2.1");
    const refused = await take("192.0.2.1").catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "door.too_often" });
    const wait = (refused as { retryAfter: number }).retryAfter;
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(60);
    await expect(take("192.0.2.2")).resolves.toBeDefined();
    moveClock(wait * 1000);
    await expect(take("192.0.2.1")).resolves.toBeDefined();
  });

  test("one mail tried from many addresses is limited too", async () => {
    for (let i = 0; i < 5; i++) await take(`198.51.100.${i}`, "ida@example.com");
    await expect(take("198.51.100.99", "ida@example.com")).rejects.toMatchObject({ code: "door.too_often" });
    await expect(take("198.51.100.98", "other@example.com")).resolves.toBeDefined();
  });

  test("thirty tries at once from several connections: exactly five pass", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 30 }, () => take("203.0.113.5", "race@example.com")),
    );
    expect(answers.filter((a) => a.status === "fulfilled")).toHaveLength(5);
  });

  test("a try that is given back counts no more, and only that one", async () => {
    for (let i = 0; i < 4; i++) await take("203.0.113.6");
    const good = await take("203.0.113.6");
    await t.db.work({ kind: "system", id: "test" }, (work) => giveTryBack(work, good));
    await take("203.0.113.6");
    await expect(take("203.0.113.6")).rejects.toMatchObject({ code: "door.too_often" });
  });

  test("rows whose time is over are pruned, others stay", async () => {
    await take("203.0.113.7");
    moveClock(3_600_000);
    await take("203.0.113.8");
    const gone = await t.db.work({ kind: "system", id: "test" }, (work) =>
      deletePastTries(work.tx, work.now),
    );
    expect(gone).toBeGreaterThan(0);
    for (let i = 0; i < 4; i++) await take("203.0.113.8");
    await expect(take("203.0.113.8")).rejects.toMatchObject({ code: "door.too_often" });
  });

  test("an IPv6 household is one sender, whatever address it picks", () => {
    expect(networkOf("2001:db8:1:2:aaaa::1")).toBe(networkOf("2001:0db8:1:2:ffff:1:2:3"));
    expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"));
    expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0");
    expect(networkOf("::1")).toBe("0:0:0:0");
    expect(networkOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
  });
});
