import { uuidOf } from "@somlos/kernel/ids";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { confirm, enterPurpose, forget, grant, publishText, softOptIn, withdraw } from "../index.ts";
import { act, bearer, type ConsentTest, nobodyErased, openConsent } from "../test/house.ts";
import { evidence, soft } from "../test/words.ts";
import { foldLedger } from "./fold.rules.ts";
import { listEntries } from "./ledger.store.ts";

let house: ConsentTest;
beforeAll(async () => {
  house = await openConsent();
});
afterAll(() => house.drop());

const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const entries = (who: ReturnType<typeof bearer>) =>
  house.query<{ state: string }>("select state from consent.entries where fp = $1 order by recorded_at, id", [
    uuidOf(who.fp),
  ]);

describe("what is written down", () => {
  test("an act that is heard again changes nothing, and nothing more is said to the log", async () => {
    const her = bearer("again@example.se");
    await house.work(async (w) => {
      const wish = house.yes(w.now, her);
      expect(await grant(w, nobodyErased, wish)).toEqual({ entries: 1 });
      expect(await grant(w, nobodyErased, wish)).toEqual({ entries: 0 });
    });
    expect(await entries(her)).toEqual([{ state: "granted" }]);
    expect(house.recorded.filter(({ subject }) => subject === uuidOf(her.fp))).toMatchObject([
      { name: "permission.granted" },
    ]);
  });

  test("LAW-09 a yes without all of its evidence is refused with what is missing, and nothing is stored", async () => {
    const her = bearer("incomplete@example.se");
    const incomplete = house.work((w) => {
      const wish = house.yes(w.now, her);
      return grant(w, nobodyErased, { ...wish, evidence: { ...wish.evidence, place: null, active: false } });
    });
    await expect(incomplete).rejects.toMatchObject({
      code: "consent.incomplete",
      details: { missing: ["place", "active"] },
    });
    expect(await entries(her)).toEqual([]);
  });

  test("a yes from the future is refused; a no from the future is of now", async () => {
    const her = bearer("future@example.se");
    const ahead = (now: Date) => new Date(now.getTime() + 60_000);
    expect(await codeOf(house.work((w) => grant(w, nobodyErased, house.yes(ahead(w.now), her))))).toBe(
      "consent.in_future",
    );
    await house.work((w) =>
      withdraw(w, house.book, {
        ...house.scope,
        actId: act(),
        identifiers: [her],
        at: ahead(w.now),
        collectedBy: null,
      }),
    );
    expect(await entries(her)).toEqual([{ state: "withdrawn" }]);
    await house.grant(her);
    expect(await house.ask({}, her)).toMatchObject({ allowed: true });
  });

  test("what was imported waits behind a no for ever; what the person says does not", async () => {
    const her = bearer("imported@example.se");
    await house.withdraw(her);
    await house.work((w) => grant(w, nobodyErased, { ...house.yes(w.now, her), imported: true }));
    expect(await house.ask({}, her)).toMatchObject({ allowed: false, reason: "consent.withdrawn" });
    await house.grant(her);
    expect(await house.ask({}, her)).toMatchObject({ allowed: true });
  });

  test("of a purpose that wants it, a yes waits until the address confirms it", async () => {
    const her = bearer("double@example.se");
    const scope = { ...house.scope, purpose: "letters" };
    const asked = await house.work(async (w) => {
      const wish = { ...house.yes(w.now, her), scopes: [scope], textId: house.double.id };
      await grant(w, nobodyErased, { ...wish, evidence: { ...wish.evidence, textHash: house.double.hash } });
      return wish.actId;
    });
    const ask = () => house.ask({ ...scope, scope: "offers" }, her);
    expect(await ask()).toMatchObject({ reason: "consent.not_confirmed" });
    expect(
      await house.work((w) => confirm(w, { actId: act(), confirms: asked, fp: uuidOf(her.fp) })),
    ).toEqual({ entries: 1 });
    expect(await ask()).toMatchObject({ allowed: true, basis: "consent" });
  });

  test("LAW-04 what a sale allows is stored as five facts, each its own, and is called no consent", async () => {
    const her = bearer("sale@example.se");
    await house.work((w) => {
      const wish = { ...house.yes(w.now, her), textId: house.notice.id };
      return softOptIn(w, nobodyErased, {
        ...wish,
        soft,
        evidence: { ...evidence, textHash: house.notice.hash },
      });
    });
    expect(await house.ask({}, her)).toMatchObject({ allowed: true, basis: "soft" });
    expect(await house.ask({ categories: ["tents"] }, her)).toMatchObject({ reason: "consent.not_similar" });
    const facts = await house.query("select * from consent.soft_facts");
    expect(facts).toMatchObject([
      { obtained_in_sale: true, own_similar_products: true, refusal_offered: true },
    ]);
    expect(facts).toMatchObject([{ refusal_in_messages: true, not_refused: true, sale_ref: "R-1001" }]);
  });

  test("LAW-04 a sale is refused beside a no, but for the person's own yes since, and counts for nobody in reach", async () => {
    const her = bearer("sale-after-no@example.se");
    const sell = (actId = act()) =>
      house.work((w) => {
        const wish = { ...house.yes(w.now, her), actId, textId: house.notice.id };
        const told = { ...wish, soft, evidence: { ...evidence, textHash: house.notice.hash } };
        return softOptIn(w, nobodyErased, told);
      });
    const before = act();
    expect(await sell(before)).toEqual({ entries: 1 });
    await house.withdraw(her);
    expect(await sell(before)).toEqual({ entries: 0 });
    expect(await codeOf(sell())).toBe("consent.withdrawn");
    expect(await house.ask({}, her)).toMatchObject({ reason: "consent.withdrawn" });
    await house.grant(her);
    expect(await sell()).toEqual({ entries: 1 });
    expect(await house.ask({}, her)).toMatchObject({ allowed: true, basis: "consent" });
  });

  test("a yes of before the person was erased is refused, whichever room brings it; a newer one counts", async () => {
    const her = bearer("grave@example.se");
    const minute = 60_000;
    const erased = (at: Date) => ({ erasedAmong: async () => new Map([[her.fp, at]]) });
    const brought = (since: number) =>
      house.work((w) => {
        const graves = erased(new Date(w.now.getTime() - since));
        return grant(w, graves, { ...house.yes(new Date(w.now.getTime() - minute), her), imported: true });
      });
    expect(await codeOf(brought(0))).toBe("consent.before_erasure");
    const sale = house.work((w) => {
      const wish = { ...house.yes(new Date(w.now.getTime() - minute), her), textId: house.notice.id };
      const told = { ...wish, soft, evidence: { ...evidence, textHash: house.notice.hash } };
      return softOptIn(w, erased(w.now), told);
    });
    expect(await codeOf(sale)).toBe("consent.before_erasure");
    expect(await brought(2 * minute)).toEqual({ entries: 1 });
  });

  test("the tables hold keyed hashes and no address", async () => {
    await house.grant(bearer("needle@example.se"));
    const tables = ["heads", "entries", "soft_facts", "uses", "listed"];
    for (const table of tables) {
      const rows = await house.query<{ row: string }>(`select t::text as row from consent.${table} t`);
      expect(rows.filter(({ row }) => row.includes("@example.se"))).toEqual([]);
    }
  });
});

describe("the ledger only grows", () => {
  test("nothing in it is changed, and a no is never removed, whoever tries", async () => {
    const her = bearer("kept@example.se");
    await house.grant(her);
    await house.withdraw(her);
    const tried = [
      "update consent.entries set at = at - interval '1 day'",
      "delete from consent.entries where state = 'withdrawn'",
      "truncate consent.entries cascade",
      "update consent.texts set body = 'other'",
    ];
    for (const text of tried) await expect(house.query(text)).rejects.toThrow("only grows");
    expect(await entries(her)).toEqual([{ state: "granted" }, { state: "withdrawn" }]);
  });

  test("LAW-17 an erasure takes every yes and each use of it, and leaves every no as a keyed hash", async () => {
    const her = bearer("erased@example.se");
    await house.withdraw(her);
    await house.grant(her);
    const awaited = () => house.query("select 1 from consent.benefits where fp = $1", [uuidOf(her.fp)]);
    expect(await awaited()).toHaveLength(1);
    expect(await house.work((w) => forget(w, [her]))).toEqual({ entries: 1, uses: 0 });
    expect(await awaited()).toEqual([]);
    expect(await entries(her)).toEqual([{ state: "withdrawn" }]);
    await house.work((w) => grant(w, nobodyErased, { ...house.yes(w.now, her), imported: true }));
    expect(await house.ask({}, her)).toMatchObject({ allowed: false, reason: "consent.withdrawn" });
  });
});

test("what is read from the tables folds to what the person said, whatever the order of grants and withdrawals", async () => {
  const said = fc.array(fc.record({ who: fc.nat(2), no: fc.boolean() }), { minLength: 1, maxLength: 8 });
  let n = 0;
  await fc.assert(
    fc.asyncProperty(said, async (acts) => {
      const people = [0, 1, 2].map((who) => bearer(`model-${n}-${who}@example.se`));
      n++;
      const at = new Map<number, { no: boolean; place: number }>();
      for (const [place, { who, no }] of acts.entries()) {
        const id = people[who] ?? bearer("nobody");
        await new Promise((on) => setTimeout(on, 2)); // of one moment the no would hold
        await (no ? house.withdraw(id) : house.grant(id));
        at.set(who, { no, place });
      }
      const lastNo = acts.findLastIndex(({ no }) => no);
      const standing = [...at]
        .filter(([, last]) => !last.no && last.place > lastNo)
        .map(([who]) => uuidOf(people[who]?.fp ?? ""));
      const fps = people.map(({ fp }) => uuidOf(fp));
      const found = await house.db.read((tx) => listEntries(tx, fps, house.scope));
      const folded = foldLedger(found, new Set(fps), house.scope).standing;
      expect(new Set(folded.map(({ fp }) => fp))).toEqual(new Set(standing));
    }),
    { numRuns: 25 },
  );
});

describe("words that ask", () => {
  const publish = (wish: Partial<Parameters<typeof publishText>[1]>) =>
    codeOf(
      house.work((w) =>
        publishText(w, {
          ...{
            purpose: "offers",
            basis: "consent",
            language: "en",
            scopes: [],
            channels: ["mail"],
            categories: [],
          },
          ...{ entityIds: [house.entityId], body: "Almvik AB may write. You can withdraw this.", ...wish },
        }),
      ),
    );

  test("LAW-08 tell that it can be taken back, in each language, and name who it is for", async () => {
    expect(await publish({})).toBe("done");
    expect(await publish({ body: "Almvik AB may write." })).toBe("consent.text_silent");
    expect(await publish({ language: "sv", body: "Almvik AB får skriva." })).toBe("consent.text_silent");
    expect(await publish({ language: "da", body: "Almvik AB må skrive." })).toBe("consent.text_silent");
    expect(await publish({ language: "sv", body: "Almvik AB får skriva. Det kan återkallas." })).toBe("done");
    expect(await publish({ language: "da", body: "Almvik AB må skrive. Det kan trækkes tilbage." })).toBe(
      "done",
    );
    expect(await publish({ body: "We may write. You can withdraw this." })).toBe("consent.text_nameless");
    expect(await publish({ purpose: "whatever" })).toBe("consent.purpose_unknown");
  });

  test("LAW-04 a notice at a sale is never called a consent", async () => {
    const notice = { basis: "soft" } as const;
    expect(
      await publish({ ...notice, language: "sv", body: "Almvik AB: ditt samtycke kan återkallas." }),
    ).toBe("consent.text_says_consent");
    expect(
      await publish({ ...notice, language: "da", body: "Almvik AB: dit samtykke kan tilbagekaldes." }),
    ).toBe("consent.text_says_consent");
    expect(
      await publish({
        ...notice,
        language: "da",
        body: "Almvik AB skriver om lignende varer. Du kan sige nej.",
      }),
    ).toBe("done");
  });

  test("each wording is a version of its own, and a purpose is entered once", async () => {
    const versions = await house.query<{ version: number }>(
      "select version from consent.texts where purpose = 'offers' and basis = 'consent' and language = 'sv' order by 1",
    );
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    const purpose = {
      code: "offers",
      kind: "service",
      basis: "contract",
      balance: null,
      doubleOptIn: false,
    } as const;
    expect(await codeOf(house.work((w) => enterPurpose(w, purpose)))).toBe("consent.purpose_exists");
  });
});
