// Two people are never made one: by a browser they share, a mailbox, a broken client, or somebody who says what is not theirs.
import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

let n = 0;
const START = Date.now() - 20 * 86_400_000 - Math.floor(Math.random() * 60_000); // wherever in a minute
const MINUTE = 60_000;
type Event = { readonly messageId: string; readonly [field: string]: unknown };
const event = (minute: number, fields: object): Event => ({
  type: "track",
  event: "Product Viewed",
  messageId: `fuse-${++n}`,
  timestamp: new Date(START + minute * MINUTE).toISOString(),
  ...fields,
});
const idOf = async (kind: string, value: string): Promise<string | undefined> => {
  const { status, body } = await at.ask("/api/people/lookup", { kind, value });
  return status === 404 ? undefined : String(body["id"]);
};
const timelineOf = async (id: string | undefined): Promise<Set<string>> => {
  const { body } = await at.ask(`/api/people/${id}/timeline?limit=200`);
  return new Set((body["items"] as unknown as { messageId: string }[]).map(({ messageId }) => messageId));
};

/** Every order of a short list. */
const orders = <T>(list: readonly T[]): T[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((first, i) => orders(list.toSpliced(i, 1)).map((rest) => [first, ...rest]));

describe.each(["public", "server"] as const)("told with the %s key", (key) => {
  it("two logins on one browser stay two people, in whatever order their events arrive", async () => {
    const tell = async (order: readonly number[], i: number) => {
      const [anna, bo, browser] = [`${key}-anna-${i}`, `${key}-bo-${i}`, `${key}-browser-${i}`];
      const on = (minute: number, fields: object) => event(minute, { anonymousId: browser, ...fields });
      const all = [
        on(1, { type: "identify", userId: anna, traits: { email: `${anna}@exempel.se` } }),
        on(2, { userId: anna }),
        on(10, { type: "identify", userId: bo, traits: { email: `${bo}@exempel.se` } }),
        on(11, { userId: bo }),
        on(20, { userId: anna }),
      ];
      for (const place of order) await at.send([all[place] ?? {}], key);
      const [hers, his] = [await idOf("login", anna), await idOf("login", bo)];
      expect(hers, `order ${order}`).not.toBe(his);
      expect(await idOf("email", `${anna}@exempel.se`)).toBe(hers);
      expect(await idOf("email", `${bo}@exempel.se`)).toBe(his);
      expect(await timelineOf(hers)).toEqual(new Set([0, 1, 4].map((j) => all[j]?.messageId)));
      expect(await timelineOf(his)).toEqual(new Set([2, 3].map((j) => all[j]?.messageId)));
    };
    await Promise.all(orders([0, 1, 2, 3, 4]).map(tell)); // people of their own each: 120 orders at once
  }, 120_000);

  it("REC-15: a tablet that a family hands around shows each their own, and who says goodbye takes nothing along", async () => {
    const on = (minute: number, fields: object) => event(minute, { anonymousId: `${key}-tablet`, ...fields });
    const people = ["mor", "far", "barn"].map((name) => `${key}-${name}`);
    const own = people.map((userId, i) => [
      on(100 * i + 1, { type: "identify", userId, traits: { email: `${userId}@familj.example` } }),
      on(100 * i + 5, { userId }),
      on(100 * i + 9, { userId, event: "Signed Out" }),
    ]);
    const between = on(150, { event: "Product List Viewed" });
    await at.send([...own.flat().reverse(), between], key);
    const ids = await Promise.all(people.map((userId) => idOf("login", userId)));
    expect(new Set(ids).size).toBe(3);
    const timelines = await Promise.all(ids.map(timelineOf));
    for (const [i, events] of own.entries())
      for (const [j, timeline] of timelines.entries())
        for (const { messageId } of events) expect(timeline.has(messageId), `${i} on ${j}`).toBe(i === j);
    expect(timelines.filter((timeline) => timeline.has(between.messageId)).length).toBeLessThan(2);
  });

  it("a kiosk in the store is cut by silence: who comes after two minutes of it is somebody else, in whatever order the events arrive", async () => {
    const at30 = (minute: number, seconds: number, fields: object) => {
      const one = event(minute, { anonymousId: `${key}-kiosk`, context: { channel: "kiosk" }, ...fields });
      return { ...one, timestamp: new Date(START + minute * MINUTE + seconds * 1000).toISOString() };
    };
    const mail = (email: string) => ({ context: { channel: "kiosk", traits: { email } } });
    const [ada, per] = [`ada@${key}-kiosk.example`, `per@${key}-kiosk.example`];
    const hers = [at30(300, 5, {}), at30(300, 40, mail(ada)), at30(301, 20, {})];
    const his = [at30(304, 10, {}), at30(304, 50, mail(per))];
    const late = at30(300, 1, {}); // her first look, told last
    await at.send([...his.toReversed(), ...hers.toReversed()], key);
    await at.send([late], key);
    const [adas, pers] = [await idOf("email", ada), await idOf("email", per)];
    expect(adas).not.toBe(pers);
    const messageIds = (list: readonly Event[]) => new Set(list.map(({ messageId }) => messageId));
    expect(await timelineOf(adas)).toEqual(messageIds([...hers, late]));
    expect(await timelineOf(pers)).toEqual(messageIds(his));
  });

  it("customers who pay one after the other at one till are not one, however quickly", async () => {
    const till = { anonymousId: `${key}-till`, event: "Order Completed" };
    const pays = (i: number, email: string) =>
      event(400, {
        ...till,
        context: { channel: "till", traits: { email } },
        properties: { order_id: `${key}-t${i}` },
      });
    await at.send([pays(1, `one@${key}-till.example`), pays(2, `two@${key}-till.example`)], key);
    const [one, two] = [
      await idOf("email", `one@${key}-till.example`),
      await idOf("email", `two@${key}-till.example`),
    ];
    expect(one).toBeDefined();
    expect(one).not.toBe(two);
  });

  it("info@ of a company, on the orders of its people, makes nobody of them another", async () => {
    const shared = `info@${key}.example`;
    const people = Array.from({ length: 8 }, (_, i) => `${key}-clerk-${i}`);
    await at.send(
      people.map((userId, i) => event(i, { type: "identify", userId, traits: { email: shared } })),
      key,
    );
    const ids = await Promise.all(people.map((userId) => idOf("login", userId)));
    expect(new Set(ids).size).toBe(people.length);
  });

  it("info@ of a company, on orders of guests who each leave a number of their own, makes nobody of them another", async () => {
    const email = `info@${key}-guests.example`;
    const phones = Array.from({ length: 6 }, (_, i) => `+4670${key === "server" ? 811 : 812}220${i}`);
    const orders = phones.map((phone, i) =>
      event(i * 2880, { event: "Order Completed", properties: { order_id: `${key}-g${i}`, email, phone } }),
    );
    await at.send(orders, key);
    expect(new Set(await Promise.all(phones.map((phone) => idOf("phone", phone)))).size).toBe(phones.length);
  });

  it("a thing is no person: whoever passes a till, a screen or a telephone with a name of its own stays who they are", async () => {
    const customers = Array.from({ length: 4 }, (_, i) => `kund${i}@${key}-thing.example`);
    for (const channel of ["till", "kiosk", "tablet", "web", "app"]) {
      const id = `${key}-thing-${channel}`;
      const on = (i: number, more: object, traits: object) =>
        event(60 * i, { ...more, context: { channel, device: { id }, traits } });
      const mails = customers.map((mail) => `${channel}-${mail}`);
      const receipts = mails.map((email, i) =>
        on(i, { event: "Receipt Issued", properties: { receipt_id: `${id}-${i}` } }, { email }),
      );
      const cards = mails.map((_, i) =>
        on(
          10 + i,
          {
            event: "Receipt Issued",
            properties: { club_card: `${key === "server" ? 71 : 72}${channel.length}300${i}` },
          },
          {},
        ),
      );
      const named = mails.map((email, i) =>
        on(20 + i, { type: "identify", traits: { email, name: `Kund ${i}` } }, {}),
      );
      const nobody = on(30, { event: "Product Scanned" }, {});
      await at.send([...receipts.toReversed(), ...cards, nobody, ...named], key);
      const ids = await Promise.all(mails.map((email) => idOf("email", email)));
      expect(new Set(ids).size, channel).toBe(mails.length);
      for (const id of ids) expect((await timelineOf(id)).has(nobody.messageId), channel).toBe(false);
    }
  });

  it("info@ of a company and the telephone at its desk, beside the club cards of its people, make nobody of them another", async () => {
    const [email, phone] = [`kassan@${key}.example`, key === "server" ? "+46812345601" : "+46812345602"];
    const cards = Array.from({ length: 9 }, (_, i) => `${key === "server" ? 88 : 89}10020${i}`);
    const order = (club_card: string, i: number, more: object) =>
      event(i, { type: "track", event: "Order Completed", properties: { club_card, ...more } });
    await at.send(
      cards.map((club_card, i) => order(club_card, i, { email })),
      key,
    );
    await at.send(
      cards.map((club_card, i) => order(club_card, 20 + i, { phone })),
      key,
    );
    const ids = await Promise.all(cards.map((club_card) => idOf("club_card", club_card)));
    expect(new Set(ids).size).toBe(cards.length);
  });
});

describe("with nothing but the public key", () => {
  it("who says that another's address, number, card and browser are theirs gets not one event of the other, and fuses nobody", async () => {
    const moa = { email: "moa@offer.example", phone: "+46701112233", club_card: "771199" };
    const theirs = event(1, { type: "identify", userId: "moa", anonymousId: "moa-browser", traits: moa });
    await at.send([theirs, event(2, { userId: "moa", anonymousId: "moa-browser" })], "server");
    const own = event(3, { type: "identify", userId: "mallory", traits: { email: "mallory@x.example" } });
    await at.send([own], "server");
    const [before, mallory] = [await idOf("login", "moa"), await idOf("login", "mallory")];
    const lies = [
      { type: "identify", userId: "mallory", traits: moa },
      { type: "identify", userId: "mallory", anonymousId: "moa-browser", traits: moa },
      { type: "alias", userId: "mallory", previousId: "moa" },
      { type: "alias", userId: "moa", previousId: "mallory" },
      { type: "track", userId: "mallory", event: "Order Completed", properties: { ...moa, order_id: "m-1" } },
      {
        type: "track",
        anonymousId: "moa-browser",
        event: "Order Completed",
        context: { traits: { email: "mallory@x.example" } },
      },
    ].map((lie, i) => event(10 + i, lie));
    for (const lie of [
      ...lies,
      ...lies.toReversed().map((one) => ({ ...one, messageId: `again-${one.messageId}` })),
    ])
      await at.send([lie]);
    expect(await idOf("login", "moa")).toBe(before);
    expect(await idOf("login", "mallory")).toBe(mallory);
    expect(before).not.toBe(mallory);
    for (const [kind, value] of Object.entries(moa)) expect(await idOf(kind, value)).toBe(before);
    expect((await timelineOf(mallory)).has(theirs.messageId)).toBe(false);
  });

  it("50,000 events of a broken client, all by the id `anonymousId`, are nobody's, and others are answered as fast as before", async () => {
    const broken = (i: number) =>
      event(i % 1000, { anonymousId: "anonymousId", userId: i % 2 === 0 ? "null" : "undefined" });
    const flood = Array.from({ length: 50 }, (_, part) =>
      Array.from({ length: 1000 }, (_, i) => broken(part * 1000 + i)),
    );
    const others = async (people: string, until: () => boolean): Promise<number[]> => {
      const times: number[] = [];
      for (let i = 0; times.length < 60 || !until(); i++) {
        const began = performance.now();
        await at.send([event(i, { userId: `${people}-${i % 20}`, anonymousId: `${people}-b-${i % 20}` })]);
        times.push(performance.now() - began);
      }
      return times.toSorted((a, b) => a - b);
    };
    const share = (times: readonly number[], part: number) =>
      times[Math.floor((times.length - 1) * part)] ?? 0;
    await others("warm", () => true);
    const alone = await others("alone", () => true);
    let done = false;
    const sending = (async () => {
      for (const batch of flood) expect((await at.send(batch)).status).toBe(200);
      done = true;
    })();
    const beside = await others("beside", () => done);
    await sending;
    const said = (times: readonly number[]) =>
      `p50 ${share(times, 0.5).toFixed(1)}, p99 ${share(times, 0.99).toFixed(1)} ms`;
    console.info(`others alone: ${said(alone)}; beside 50,000 events of the broken client: ${said(beside)}`);
    for (const kind of ["visitor", "login"])
      for (const value of ["anonymousId", "null", "undefined"])
        expect(await idOf(kind, value)).toBeUndefined();
    const ids = await Promise.all(Array.from({ length: 20 }, (_, i) => idOf("login", `beside-${i}`)));
    expect(new Set(ids).size).toBe(20);
    expect(share(beside, 0.99)).toBeLessThan(2000);
  }, 120_000);
});
