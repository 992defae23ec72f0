// Reach counted ahead: who asks what, when a count is old, and that one process counts while nobody waits.
import { uuidOf } from "@somlos/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { softOptIn } from "../index.ts";
import { bearer, type ConsentTest, nobodyErased, openConsent } from "../test/house.ts";
import { evidence, soft } from "../test/words.ts";
import { askForReach, countReachWhenDue, readCount } from "./reach.actions.ts";
import { type Count, countsSoon, isDue, isOld, isWanted, questionOf, sharesOf } from "./reach.rules.ts";

const now = new Date("2026-03-01T12:00:00Z");
const before = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
const figures = {
  ...{ known: 0, reachable: 0, share: null, recognisable: 0, recognised: [] },
  ...{ items: [], gaps: [], noes: [], causes: [], uses: [] },
};
const counted = (tookMs: number, seconds: number, waited = seconds + 1): Count => ({
  ...{ tookMs, asOf: before(seconds), wantedAt: before(waited), found: figures },
});
const never: Count = { wantedAt: now, asOf: null, tookMs: null, found: null };

describe("when it is counted anew", () => {
  it("at each asking while it takes less than half a second", () => {
    expect(isOld(counted(40, 0), now)).toBe(true);
    expect(countsSoon(counted(40, 0))).toBe(true);
  });
  it("when twenty times as long as it took has gone by, once it takes longer", () => {
    const slow = 15_000;
    expect(countsSoon(counted(slow, 0))).toBe(false);
    expect(isOld(counted(slow, 299), now)).toBe(false);
    expect(isOld(counted(slow, 300), now)).toBe(true);
  });
  it("by the clock when somebody waits, and each hour when nobody does", () => {
    expect(isDue(never, now)).toBe(true);
    expect(isDue(counted(15_000, 900, 10), now)).toBe(true);
    expect(isDue(counted(15_000, 3599), now)).toBe(false);
    expect(isDue(counted(15_000, 3600), now)).toBe(true);
    expect(isWanted(counted(15_000, 3600))).toBe(false);
  });
  it("once a day when nobody has asked for a month", () => {
    const month = 31 * 86_400;
    expect(isDue(counted(40, 11 * 3600, month), now)).toBe(false);
    expect(isDue(counted(40, 13 * 3600, month), now)).toBe(true);
  });
});

describe("who asks what", () => {
  it("is one question for all who reach every legal entity, and one for those who reach the same of them", () => {
    expect(questionOf(["b", "a"], 2)).toEqual({ key: "all", entityIds: null });
    expect(questionOf(["b", "a"], 3)).toEqual(questionOf(["a", "b"], 3));
    expect(questionOf([], 3)).toEqual({ key: "", entityIds: [] });
  });
  it("has no share where nobody is known", () => {
    expect(sharesOf([], 0)).toEqual({ known: 0, reachable: 0, share: null, items: [] });
  });
});

describe("in the database", () => {
  let house: ConsentTest;
  const all = questionOf([], 0);
  beforeAll(async () => {
    house = await openConsent();
  });
  afterAll(() => house.drop());

  it("is counted ahead before anybody asked, and read with the moment that it is of", async () => {
    expect((await readCount(house.db, all))?.found).toBe(null);
    await countReachWhenDue(house);
    const count = await readCount(house.db, all);
    expect(count?.found).toMatchObject({ known: 0, share: null });
    expect(isWanted(count as Count)).toBe(false);
  });

  it("says since when somebody waits, while another process counts, and counts again when that one died", async () => {
    const other = await house.db.connect();
    await other.query("begin");
    await other.query("select pg_try_advisory_xact_lock(7305031, 0)");
    const mine = questionOf([house.entityId], 2);
    const first = await askForReach(house, mine);
    expect(first.count).toMatchObject({ found: null, asOf: null });
    expect(await first.newer).toBe(false);
    await countReachWhenDue(house);
    const again = await askForReach(house, mine);
    expect(await again.newer).toBe(false);
    expect(again.count?.wantedAt).toEqual(first.count?.wantedAt);
    await other.end();
    await countReachWhenDue(house);
    expect((await readCount(house.db, mine))?.found).toMatchObject({ known: 0 });
  });

  it("holds within the legal entities that the asker reaches", async () => {
    await house.query(
      `insert into identity.nodes (fp, id, kind, value, component, proven, leaf, given, first_ms, born_at)
       values ($1, gen_random_uuid(), 3, 'a@exempel.se', gen_random_uuid(), true, true, true, 0, now())`,
      [Buffer.from(bearer("a@exempel.se").fp, "latin1").toString("hex")],
    );
    await house.grant(bearer("a@exempel.se"));
    const other = "00000000-0000-7000-8000-000000000009";
    for (const question of [questionOf([house.entityId], 2), questionOf([other], 2)])
      await (await askForReach(house, question)).newer;
    expect((await readCount(house.db, questionOf([house.entityId], 2)))?.found).toMatchObject({
      ...{ known: 1, reachable: 1, share: 1 },
    });
    expect((await readCount(house.db, questionOf([other], 2)))?.found).toMatchObject({
      ...{ known: 1, reachable: 0 },
    });
  });

  it("LAW-04 counts nobody for a sale who has said no of another address, until the buyer says yes", async () => {
    const [said, bought] = [bearer("said-no@exempel.se"), bearer("bought@exempel.se")];
    await house.query(
      `insert into identity.nodes (fp, id, kind, value, component, proven, leaf, given, first_ms, born_at)
       select fp, gen_random_uuid(), 3, fp::text, md5('two')::uuid, true, true, true, 0, now() from unnest($1::uuid[]) w(fp)`,
      [[uuidOf(said.fp), uuidOf(bought.fp)]],
    );
    const question = questionOf([house.entityId], 2);
    const reachable = async () => {
      await (await askForReach(house, question)).newer;
      return (await readCount(house.db, question))?.found?.reachable;
    };
    const before = (await reachable()) ?? 0;
    const sell = () =>
      house.work((w) => {
        const wish = { ...house.yes(w.now, bought), textId: house.notice.id };
        const told = { ...wish, soft, evidence: { ...evidence, textHash: house.notice.hash } };
        return softOptIn(w, nobodyErased, told);
      });
    await sell();
    expect(await reachable()).toBe(before + 1);
    await house.withdraw(said);
    await sell();
    expect(await reachable()).toBe(before);
    await house.grant(bought);
    expect(await reachable()).toBe(before + 1);
    await house.query("delete from consent.entries where fp = $1 and state = 'granted'", [uuidOf(bought.fp)]);
    expect(await reachable()).toBe(before);
  });

  it("is let go when nobody asked for thirty days", async () => {
    await house.query(
      "update consent.reach_counts set wanted_at = wanted_at - interval '31 days' where question <> 'all'",
    );
    await countReachWhenDue(house);
    expect(await house.query("select question from consent.reach_counts")).toEqual([{ question: "all" }]);
  });
});
