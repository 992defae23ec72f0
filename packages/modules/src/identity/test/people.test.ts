import { uuidOf } from "@somlos/kernel/ids";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Told } from "../../events/index.ts";
import { countPeople, listPeople, listStreams, type Streams, searchIdentifiers } from "../index.ts";
import { type House, openHouse, tell } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.drop());
afterEach(() => void house.recorded.splice(0));

const H = 3_600_000;
const T0 = 1_760_000_000_000;

describe("who somebody is", () => {
  test("a customer is found by each of her identifiers and by the browser she last used", async () => {
    await house.hear(
      tell({ device: "anna-phone" }),
      tell({ device: "anna-phone", login: "anna", says: "in", ids: { email: "anna@shop.se" } }),
      tell({ login: "anna", ids: { club_card: "9001", phone: "+46701112233" } }),
    );
    const id = await house.who("login", "anna");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    for (const [kind, value] of [
      ["email", "anna@shop.se"],
      ["club_card", "9001"],
      ["phone", "+46701112233"],
      ["visitor", "anna-phone"],
    ] as const)
      expect(await house.who(kind, value)).toBe(id);
    expect(await house.who("email", "nobody@shop.se")).toBeUndefined();
    const person = await house.load(id ?? "");
    expect(person?.identifiers.map((i) => `${i.kind} ${i.value} ${i.trust}`).sort()).toEqual([
      "club_card 9001 proven",
      "email anna@shop.se proven",
      "login anna proven",
      "phone +46701112233 proven",
      "visitor anna-phone proven",
    ]);
  });

  test("an id that is none, or that we never gave, is nobody's", async () => {
    expect(await house.load("not an id")).toBeUndefined();
    expect(await house.load("00000000-0000-7000-8000-000000000000")).toBeUndefined();
  });

  test("when two people turn out to be one, the older id stays and the other still leads to her", async () => {
    await house.hear(tell({ ids: { email: "bea@shop.se" } }));
    await house.hear(tell({ ids: { club_card: "9002" } }));
    const [older, younger] = [await house.who("email", "bea@shop.se"), await house.who("club_card", "9002")];
    expect(older).not.toBe(younger);
    const joining = tell({ ids: { email: "bea@shop.se", club_card: "9002" } });
    await house.hear(joining);
    expect(await house.who("club_card", "9002")).toBe(older);
    expect((await house.load(younger ?? ""))?.id).toBe(older);
    expect((await house.load(older ?? ""))?.formerIds).toEqual([younger]);
    expect(house.recorded).toEqual([
      { name: "people.joined", v: 1, data: { personId: older, formerId: younger } },
    ]);
  });

  test("a stronger claim that arrives late can part what was together, and the log tells", async () => {
    const cards = ["a", "b", "c"].map((c) => `93${c}`);
    for (const [i, club_card] of cards.entries())
      await house.hear(tell({ login: "cleo", ids: { club_card }, at: T0 + (i + 1) * H }));
    const whole = await house.who("login", "cleo");
    expect(await house.who("club_card", "93c")).toBe(whole);
    await house.hear(tell({ login: "cleo", ids: { club_card: "93early" }, at: T0 })); // three cards a person, the earliest count
    expect(await house.who("club_card", "93early")).toBe(whole);
    const parted = await house.who("club_card", "93c");
    expect(parted).not.toBe(whole);
    expect(house.recorded.map((e) => [e.name, e.data])).toEqual([
      ["people.split", { personId: parted, formerId: whole }],
    ]);
    expect((await house.load(parted ?? ""))?.identifiers.map((i) => i.value)).toEqual(["93c"]);
  });

  test("an address that turns out to be everybody's lets go of all it held", async () => {
    await house.hear(
      tell({ ids: { email: "kassan@shop.se", order: "o-77" } }),
      tell({ ids: { email: "kassan@shop.se", order: "o-78" } }),
    );
    expect(await house.who("order", "o-77")).toBe(await house.who("order", "o-78"));
    await house.hear(
      ...[1, 2, 3, 4].map((n) => tell({ login: `office${n}`, ids: { email: "kassan@shop.se" } })),
    );
    const people = await Promise.all(
      [
        ["order", "o-77"],
        ["order", "o-78"],
        ["email", "kassan@shop.se"],
        ["login", "office1"],
      ].map(([kind, value]) => house.who(kind as "order", value ?? "")),
    );
    expect(new Set(people).size).toBe(4);
  });

  test("an order that comes in the same batch that makes its address everybody's is not taken for a follower of it", async () => {
    const office = (n: number) => tell({ login: `branch${n}`, ids: { email: "branch@shop.se" } });
    await house.hear(office(1), office(2), office(3));
    await house.hear(tell({ ids: { email: "branch@shop.se", order: "o-80" } }), office(4));
    expect(await house.who("order", "o-80")).not.toBe(await house.who("email", "branch@shop.se"));
    const rows = await house.query<{ leaf: boolean }>("select leaf from identity.nodes where value = 'o-80'");
    expect(rows).toEqual([{ leaf: false }]);
  });

  test("log events tell ids and nothing else", async () => {
    await house.hear(tell({ ids: { email: "dan@shop.se" } }));
    await house.hear(tell({ ids: { phone: "+46702223344" } }));
    await house.hear(tell({ ids: { phone: "+46702223344", email: "dan@shop.se" } }));
    expect(house.recorded.length).toBe(1);
    expect(JSON.stringify(house.recorded)).not.toMatch(/dan|4670/);
  });
});

describe("when a transaction fails", () => {
  test("nothing of it is taken for known, and the same events told again are recognised", async () => {
    const told = tell({ device: "shaky", login: "liv", says: "in", ids: { email: "liv@shop.se" } });
    await expect(house.fail(told)).rejects.toThrow("the line broke");
    expect(await house.who("email", "liv@shop.se")).toBeUndefined();
    expect(await house.hear(told)).toBeGreaterThan(0);
    expect(await house.who("email", "liv@shop.se")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await house.who("email", "liv@shop.se")).toBe(await house.who("visitor", "shaky"));
    expect(await house.hear({ ...told, key: tell({ login: "x" }).key, says: "none", at: told.at + 1 })).toBe(
      0,
    );
  });
});

describe("what a browser says", () => {
  test("does not join two customers whom our own systems know", async () => {
    await house.hear(
      tell({ login: "eva", ids: { email: "eva@shop.se" } }),
      tell({ login: "finn", ids: { email: "finn@shop.se" } }),
    );
    const [eva, finn] = [await house.who("login", "eva"), await house.who("login", "finn")];
    await house.hear(
      tell({ trust: "stated", ids: { email: "eva@shop.se", phone: "+46703334455" } }),
      tell({ trust: "stated", ids: { email: "finn@shop.se", phone: "+46703334455" } }),
      tell({ trust: "stated", device: "attacker", login: "eva", says: "in" }),
      tell({ trust: "stated", device: "attacker", ids: { email: "finn@shop.se" } }),
    );
    expect(await house.who("email", "eva@shop.se")).toBe(eva);
    expect(await house.who("email", "finn@shop.se")).toBe(finn);
    expect(eva).not.toBe(finn);
  });

  test("uses up none of the addresses a customer may have", async () => {
    await house.hear(tell({ login: "gry", at: T0 }));
    await house.hear(
      ...[1, 2, 3, 4, 5, 6].map((n) =>
        tell({ trust: "stated", login: "gry", ids: { email: `false${n}@shop.se` }, at: T0 + n }),
      ),
    );
    await house.hear(tell({ login: "gry", ids: { email: "gry@shop.se" }, at: T0 + H }));
    expect(await house.who("email", "gry@shop.se")).toBe(await house.who("login", "gry"));
  });

  test("does not make a shared value of an address that is proven", async () => {
    await house.hear(tell({ login: "hugo", ids: { email: "hugo@shop.se" } }));
    await house.hear(
      ...[1, 2, 3, 4, 5].map((n) =>
        tell({ trust: "stated", login: `fake${n}`, ids: { email: "hugo@shop.se" } }),
      ),
    );
    expect(await house.who("email", "hugo@shop.se")).toBe(await house.who("login", "hugo"));
  });

  test("does not part what our own systems saw on one device", async () => {
    await house.hear(
      tell({ device: "shop-tablet", ids: { club_card: "9100" }, at: T0 }),
      tell({ device: "shop-tablet", ids: { phone: "+46704445566" }, at: T0 + 2 * H }),
    );
    await house.hear(tell({ device: "shop-tablet", trust: "stated", says: "out", at: T0 + H }));
    expect(await house.who("club_card", "9100")).toBe(await house.who("phone", "+46704445566"));
  });
});

describe("devices that several people use", () => {
  const device = "family-tablet";
  const anonymous = [0, 3, 5].map((h) => tell({ device, trust: "stated", at: T0 + h * H }));
  const visit = tell({ device, trust: "stated", at: T0 + 6 * H - 600_000 });

  test("the timeline is cut by goodbyes and sign-ins, and a visit goes to the one who signs in at its end", async () => {
    await house.hear(...anonymous, visit);
    await house.hear(tell({ device, login: "ida", says: "in", trust: "stated", at: T0 + H }));
    await house.hear(tell({ device, says: "out", trust: "stated", at: T0 + 2 * H }));
    await house.hear(tell({ device, login: "jon", says: "in", trust: "stated", at: T0 + 6 * H }));
    const [ida, jon] = [await house.who("login", "ida"), await house.who("login", "jon")];
    const [before, between, late, just] = await house.homes(...anonymous, visit);
    expect(before).toBe(ida); // before the first sign-in nobody else was there
    expect([ida, jon]).not.toContain(between);
    expect(late).toBe(between);
    expect(just).toBe(jon);
    expect(await house.who("visitor", device)).toBe(jon);
  });

  test("a goodbye that arrives late moves only what lies around it", async () => {
    const after = tell({ device, trust: "stated", at: T0 + 8 * H });
    await house.hear(after);
    const jon = await house.who("login", "jon");
    expect(await house.homes(after)).toEqual([jon]);
    const before = await house.homes(...anonymous, visit);
    await house.hear(tell({ device, says: "out", trust: "stated", at: T0 + 7 * H }));
    expect(await house.homes(...anonymous, visit)).toEqual(before);
    expect(await house.homes(after)).not.toEqual([jon]);
  });

  test("an earlier sign-in that arrives late takes the visit before it too", async () => {
    const tablet = (at: number, wish = {}) =>
      tell({ device: "hall-tablet", trust: "stated", at: T0 + at * 60_000, ...wish });
    const early = tablet(55);
    await house.hear(tablet(0, { login: "mia", says: "in" }), tablet(5, { says: "out" }), early);
    await house.hear(tablet(100, { login: "nils", says: "in" }));
    expect(await house.homes(early)).not.toEqual([await house.who("login", "nils")]);
    await house.hear(tablet(80, { login: "nils", says: "in" }));
    expect(await house.homes(early)).toEqual([await house.who("login", "nils")]);
  });

  test("an address typed before and after a goodbye in one slot of time counts where it was typed first, heard in either order", async () => {
    const slot = Math.ceil(T0 / 300_000) * 300_000;
    const kiosk = (minute: number, wish = {}) =>
      tell({ device: "kiosk", trust: "stated", at: slot + minute * 10_000, ...wish });
    const after = kiosk(25);
    await house.hear(kiosk(15, { says: "out" }), after, kiosk(20, { ids: { email: "ola@shop.se" } }));
    expect(await house.homes(after)).toEqual([await house.who("email", "ola@shop.se")]);
    const before = kiosk(9);
    await house.hear(before, kiosk(10, { ids: { email: "ola@shop.se" } }));
    expect(await house.homes(before)).toEqual([await house.who("email", "ola@shop.se")]);
    expect(await house.homes(after)).not.toEqual(await house.homes(before));
  });

  test("the timelines of all people together hold every event exactly once, at home", async () => {
    const told = [
      ...anonymous,
      visit,
      tell({ device, login: "ida", trust: "stated", at: T0 + 9 * H }),
      tell({ login: "jon", ids: { order: "o1" } }),
    ];
    await house.hear(...told.slice(-2));
    const homes = await house.homes(...told);
    const ids = [...new Set(homes)].filter((id) => id !== undefined);
    const parts = partsOf(await house.db.read((tx) => listStreams(tx, ids)));
    for (const [i, event] of told.entries())
      expect(parts.filter((part) => holds(part, event)).map((part) => ids[part.owner - 1])).toEqual([
        homes[i],
      ]);
  });
});

type Part = { owner: number; subject: string; fromAt?: Date; fromKey: string; toAt?: Date; toKey: string };

/** Takes the columns apart. */
function partsOf(streams: Streams): Part[] {
  const column = (array: string) => array.slice(1, -1).split(",");
  const time = (text: string | undefined) => new Date(text?.replaceAll('"', "") ?? "");
  const [subjects, fromAts, fromKeys, toAts, toKeys] = [
    column(streams.subjects),
    column(streams.fromAts),
    column(streams.fromKeys),
    column(streams.toAts),
    column(streams.toKeys),
  ];
  expect(subjects).toHaveLength(streams.count);
  return streams.owners.map((owner, i) => ({
    owner,
    subject: subjects[i] ?? "",
    fromKey: fromKeys[i] ?? "",
    toKey: toKeys[i] ?? "",
    ...(fromAts[i] === "NULL" ? {} : { fromAt: time(fromAts[i]) }),
    ...(toAts[i] === "NULL" ? {} : { toAt: time(toAts[i]) }),
  }));
}

function holds(part: Part, event: Told): boolean {
  const order = (at: number, key: string) => `${String(at).padStart(15, "0")} ${key}`;
  const me = order(event.at, uuidOf(event.key));
  const begun = part.fromAt === undefined || order(part.fromAt.getTime(), part.fromKey) <= me;
  const over = part.toAt !== undefined && order(part.toAt.getTime(), part.toKey) <= me;
  return part.subject === uuidOf(event.subject) && begun && !over;
}

describe("finding people", () => {
  const search = (text: string) =>
    house.db.read((tx) => searchIdentifiers(tx, text, 10)).then((all) => all.map((i) => i.value));

  test("by the beginning of an address, in any case, and by how a number is written at home or abroad", async () => {
    await house.hear(
      tell({
        login: "Kim-77",
        ids: { email: "kim.larsen@shop.dk", phone: "+4520304050", club_card: "9200111" },
      }),
    );
    for (const text of ["kim.l", "KIM.LARSEN@"]) expect(await search(text)).toEqual(["kim.larsen@shop.dk"]);
    for (const text of ["+45 20 30", "0045203040", "4520304", "20 30 40 50", "020304050"])
      expect(await search(text)).toContain("+4520304050");
    expect(await search("9200")).toEqual(["9200111"]);
    expect(await search("Kim-7")).toEqual(["Kim-77"]);
    expect(await search("kim%")).toEqual([]);
    expect(await search("  ")).toEqual([]);
    expect(await search("\0")).toEqual([]);
  });

  test("lists people by any id they ever had, and counts everybody", async () => {
    const id = await house.who("login", "Kim-77");
    const [kim] = await house.db.read((tx) => listPeople(tx, { ids: [id ?? ""] }));
    expect(kim?.identifiers.length).toBe(4);
    const before = await house.db.read(countPeople);
    await house.hear(tell({ device: "somebody-new", trust: "stated" }));
    expect(await house.db.read(countPeople)).toBe(before + 1);
  });
});
