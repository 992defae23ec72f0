// What the database refuses of the ledger, whoever writes: by its constraints and triggers, with none of our code before them.
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { accountOf } from "./accounts.rules.ts";
import { extend, findBalance, type Holder, type Outcome, reverse, settle, transfer } from "./index.ts";
import type { TransferWish } from "./transfers.rules.ts";

const actor = { kind: "system", id: "ledger" } as const;
const goods: Holder = { kind: "issuer", holder: "goods" };
const shelf: Holder = { kind: "stock", holder: "malmo" };
const sold: Holder = { kind: "gone", holder: "sold" };
let t: TestDatabase;
let made = 0;
const newId = (): string => uuid7(1_760_000_000_000 + ++made);
beforeAll(async () => {
  t = await testDatabase({ most: 8 });
});
afterAll(() => t.drop());

const wish = (unit: string, more: Partial<TransferWish> = {}): TransferWish => ({
  ...{ id: newId(), unit, from: shelf, to: sold, amount: 1, cause: "stock.hold", ...more },
});
const soon = (): Date => new Date(Date.now() + 600_000);
const tell = (...wishes: TransferWish[]): Promise<readonly Outcome[]> =>
  t.db.work(actor, (work) => transfer(work, wishes));
const fill = (unit: string, amount: number) =>
  tell(wish(unit, { from: goods, to: shelf, amount, cause: "stock.count" }));
const balance = (unit: string, holder: Holder) => t.db.read((tx) => findBalance(tx, unit, holder));
async function byHand(text: string, ...values: unknown[]): Promise<unknown[]> {
  const client = await t.db.connect();
  return client
    .query(text, values)
    .then(({ rows }) => rows as unknown[])
    .finally(() => client.end());
}

describe("two phases", () => {
  it("holds, and moves or lets go: what is held stays on the shelf until it is moved", async () => {
    await fill("kiosk", 3);
    const [first, second] = [
      wish("kiosk", { amount: 2, pending: { until: soon() } }),
      wish("kiosk", { pending: { until: null } }),
    ];
    expect(await tell(first, second, wish("kiosk"))).toMatchObject([
      { state: "pending" },
      { state: "pending" },
      { refused: "ledger.not_enough" },
    ]);
    expect(await balance("kiosk", shelf)).toEqual({ posted: 3, available: 0 });
    await t.db.work(actor, (work) =>
      settle(work, [
        { id: second.id, to: "voided" },
        { id: first.id, to: "posted", amount: 1 },
      ]),
    );
    expect(await balance("kiosk", shelf)).toEqual({ posted: 2, available: 2 });
    expect(await balance("kiosk", sold)).toEqual({ posted: 1, available: 1 });
    expect(await balance("kiosk", goods)).toEqual({ posted: -3, available: -3 });
  });

  it("goes back the way it went, once over, whole or in parts", async () => {
    await fill("lamp", 5);
    const sale = wish("lamp", { amount: 4 });
    await tell(sale);
    const back = (amount?: number, id = newId()) =>
      t.db.work(actor, (work) =>
        reverse(work, { id, of: sale.id, ...(amount === undefined ? {} : { amount }) }),
      );
    const once = newId();
    expect(await back(1, once)).toMatchObject({ state: "posted", again: false });
    expect(await back(1, once)).toMatchObject({ state: "posted", again: true });
    expect(await back(4)).toMatchObject({ refused: "ledger.amount_bad" });
    expect(await back()).toMatchObject({ state: "posted" });
    expect(await back()).toMatchObject({ refused: "ledger.amount_bad" });
    expect(await balance("lamp", shelf)).toEqual({ posted: 5, available: 5 });
    expect(await balance("lamp", sold)).toEqual({ posted: 0, available: 0 });
  });

  it("is held for longer, never for less", async () => {
    await fill("rug", 1);
    const hold = wish("rug", { pending: { until: soon() } });
    await tell(hold);
    const later = new Date(Date.now() + 3_600_000);
    const longer = (until: Date) => t.db.work(actor, (work) => extend(work, [{ id: hold.id, until }]));
    expect([...(await longer(later)).keys()]).toEqual([hold.id]);
    await longer(soon());
    const [row] = await byHand("select until from ledger.transfers where id = $1", hold.id);
    expect(row).toEqual({ until: later });
  });

  it("of fifty who want the last three at once, three get one", async () => {
    await fill("last", 3);
    const asked = await Promise.all(
      Array.from({ length: 50 }, () => tell(wish("last", { pending: { until: soon() } }))),
    );
    expect(asked.flat().filter((one) => "state" in one)).toHaveLength(3);
    expect(await balance("last", shelf)).toEqual({ posted: 3, available: 0 });
  });

  /** Begins the second while the first is done and not yet committed, and lets the first go once the second waits. */
  async function whileOpen<T>(first: (work: Work) => Promise<unknown>, second: () => Promise<T>): Promise<T> {
    let waiting: Promise<T> | undefined;
    await t.db.work(actor, async (work) => {
      await first(work);
      waiting = second();
      const locked = "datname = current_database() and wait_event_type = 'Lock'";
      await vi.waitFor(async () =>
        expect(await byHand(`select 1 from pg_stat_activity where ${locked}`)).toHaveLength(1),
      );
    });
    return waiting as Promise<T>;
  }

  it("who wants the last one waits for who was first, and is refused in words", async () => {
    await fill("one left", 1);
    const second = () => tell(wish("one left"));
    expect(await whileOpen((work) => transfer(work, [wish("one left")]), second)).toMatchObject([
      { refused: "ledger.not_enough" },
    ]);
  });

  it("who gives up what another is just using waits for that, and is told that it is over", async () => {
    await fill("in use", 1);
    const hold = wish("in use", { pending: { until: null } });
    await tell(hold);
    const giveUp = () => t.db.work(actor, (work) => settle(work, [{ id: hold.id, to: "voided" }]));
    const use = (work: Work) => settle(work, [{ id: hold.id, to: "posted" }]);
    expect(await whileOpen(use, giveUp)).toMatchObject([{ refused: "ledger.over" }]);
    expect(await balance("in use", sold)).toEqual({ posted: 1, available: 1 });
  });

  it("of eight who open the same account at once, all are served", async () => {
    const units = Array.from({ length: 20 }, (_, i) => `new ${i}`);
    for (const unit of units) {
      const asked = await Promise.all(Array.from({ length: 8 }, () => fill(unit, 1)));
      expect(asked.flat().filter((one) => "state" in one)).toHaveLength(8);
    }
  });

  it("of fifty who say the same at once, one is done and all are told so", async () => {
    await fill("same", 3);
    const one = wish("same", { pending: { until: soon() } });
    const asked = (await Promise.all(Array.from({ length: 50 }, () => tell(one)))).flat();
    expect(asked.map((told) => "state" in told && told.state)).toEqual(asked.map(() => "pending"));
    expect(asked.filter((told) => "again" in told && !told.again)).toHaveLength(1);
    expect(await balance("same", shelf)).toEqual({ posted: 3, available: 2 });
  });
});

describe("the database alone", () => {
  const insert = `insert into ledger.transfers (id, input, debit, credit, amount, moved, state, cause, reverses, made_at, until, ended_at)
    values ($1, $1, $2, $3, $4, $5, $6, 'stock.hold', $7, now(), $8, $9)`;
  const account = (unit: string, who: Holder): string => accountOf(unit, who, newId().replace(/.$/, "0")).id;

  it("lets nobody give what they have not, pending or posted, whoever forgets to look", async () => {
    await fill("bare", 1);
    const [from, to] = [account("bare", shelf), account("bare", sold)];
    await tell(wish("bare", { amount: 1, pending: { until: null } }));
    const posted = byHand(insert, newId(), from, to, 1, 1, "posted", null, null, new Date());
    await expect(posted).rejects.toThrow("enough");
    const pending = byHand(insert, newId(), from, to, 1, null, "pending", null, null, null);
    await expect(pending).rejects.toThrow("enough");
  });

  it("writes no balance by hand, changes nothing that ended, removes nothing, and mixes no units", async () => {
    await fill("shut", 4);
    const done = wish("shut", { amount: 2 });
    await tell(done, wish("shut", { pending: { until: null } }));
    await fill("else", 1);
    const [from, to] = [account("shut", shelf), account("else", shelf)];
    const tried: (readonly [string, ...unknown[]])[] = [
      ["update ledger.accounts set posted = posted + 1"],
      ["delete from ledger.accounts"],
      ["truncate ledger.accounts cascade"],
      ["delete from ledger.transfers"],
      ["update ledger.transfers set moved = 1 where id = $1", done.id],
      ["update ledger.transfers set state = 'voided', moved = null where id = $1", done.id],
      ["update ledger.transfers set amount = 9 where state = 'pending'"],
      ["update ledger.transfers set undone = 1 where id = $1", done.id],
      [insert, newId(), from, to, 1, 1, "posted", null, null, new Date()],
      [
        insert,
        newId(),
        account("shut", shelf),
        account("shut", sold),
        1,
        1,
        "posted",
        done.id,
        null,
        new Date(),
      ],
      [
        "insert into ledger.accounts (id, unit, kind, holder, may_owe, posted) values ($1, 'u', 'stock', 'h', false, 5)",
        newId(),
      ],
    ];
    for (const [text, ...values] of tried) await expect(byHand(text, ...values), text).rejects.toThrow();
    expect(await balance("shut", shelf)).toEqual({ posted: 2, available: 1 });
  });
});
