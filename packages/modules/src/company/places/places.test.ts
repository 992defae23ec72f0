import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import { spanOf } from "@somlos/rules/opening-hours";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findUnknownPlace } from "../company.store.ts";
import { CompanyView } from "../company.view.ts";
import { removeException, setException, setHours } from "../hours/hours.actions.ts";
import { changeEntity, closeEntity, createEntity, reopenEntity, type Saved } from "./entities.actions.ts";
import { findEntity, listEntities } from "./entities.store.ts";
import { changeLocation, closeLocation, createLocation, reopenLocation } from "./locations.actions.ts";
import { findLocation } from "./locations.store.ts";
import { type LocationRow, openingOf, zoneOf } from "./places.rules.ts";
import type { Reach } from "./reach.rules.ts";

let t: TestDatabase;
let view: CompanyView;
let sweden: Saved;
let denmark: Saved;
beforeAll(async () => {
  t = await testDatabase();
  view = await CompanyView.open(t.db);
  sweden = await make("almvik-ab");
  denmark = await make("almvik-as", { country: "DK", currency: "DKK", timeZone: "Europe/Copenhagen" });
});
afterAll(async () => {
  await view.close();
  await t.drop();
});

const BY = { kind: "staff", id: "tester" } as const;
const OWNER: readonly Reach[] = [{ role: "owner", legalEntityId: null, locationIds: [] }];
const ab = {
  name: "Almvik AB",
  organisationNumber: "556000-0000",
  country: "SE",
  currency: "SEK",
  languages: ["sv"],
  timeZone: "Europe/Stockholm",
};
const make = (code: string, more: Partial<typeof ab> = {}) =>
  t.db.work(BY, (work) => createEntity(work, { ...ab, ...more, code }));
const shop = {
  name: "Malmö",
  kind: "store" as "store" | "online",
  street: "Södra Förstadsgatan 1",
  postalCode: "211 43",
  city: "Malmö",
  country: "SE",
  timeZone: null,
  latitude: null,
  longitude: null,
  phone: null,
  firstDay: null,
};
let n = 0;
const open = (more: Partial<typeof shop> & { code?: string } = {}, entityId = sweden.id, grants = OWNER) =>
  t.db.work(BY, (work) => createLocation(work, grants, { ...shop, code: `place-${++n}`, entityId, ...more }));
const load = (id: string) => t.db.read(async (tx, now) => (await findLocation(tx, id, now)) as LocationRow);
const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const week = (seen: Saved, opens = "10:00", grants = OWNER) =>
  t.db.work(BY, (work) =>
    setHours(work, grants, seen, [{ weekday: 1, ...spanOf({ opens, closes: "19:00" }) }]),
  );

describe("a legal entity", () => {
  test("has a code that nobody else gets, in whatever case it is written, and that never changes", async () => {
    expect(await codeOf(make("ALMVIK-AB"))).toBe("company.code_taken");
    const change = (code: string) =>
      codeOf(t.db.work(BY, (work) => changeEntity(work, sweden.id, 1, { code })));
    expect(await change("almvik-2")).toBe("company.code_fixed");
    const client = await t.db.connect();
    await expect(client.query("update company.entities set code = 'x'")).rejects.toThrow("never changes");
    await expect(client.query("delete from company.entities")).rejects.toThrow("never removed");
    await client.end();
  });

  test("closes only when none of its locations goes on longer, and opens again", async () => {
    const entity = await make("short-lived");
    const place = await open({}, entity.id);
    const close = (lastDay: string) =>
      codeOf(t.db.work(BY, (work) => closeEntity(work, entity.id, 1, lastDay)));
    expect(await close("2026-12-31")).toBe("company.entity_has_locations");
    const shut = await t.db.work(BY, (work) => closeLocation(work, OWNER, place, "2026-12-30"));
    expect(await close("2026-12-29")).toBe("company.entity_has_locations");
    expect(await close("2026-12-31")).toBe("done");
    expect(await codeOf(open({}, entity.id))).toBe("company.entity_closed");
    expect(await codeOf(t.db.work(BY, (work) => reopenLocation(work, OWNER, shut)))).toBe(
      "company.entity_closed",
    );
    await t.db.work(BY, (work) => reopenEntity(work, entity.id, 2));
    expect(await codeOf(t.db.work(BY, (work) => reopenLocation(work, OWNER, shut)))).toBe("done");
  });

  test("is not closed over a location that is opened at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const entity = await make(`race-${round}`);
      const codes = await Promise.all([
        codeOf(open({}, entity.id)),
        codeOf(t.db.work(BY, (work) => closeEntity(work, entity.id, 1, "2026-12-31"))),
      ]);
      expect(codes.filter((code) => code === "done")).toHaveLength(1);
      const there = await t.db.read((tx) => findEntity(tx, entity.id));
      expect(there?.lastDay === null).toBe(codes[0] === "done");
    }
  });

  test("of two who save at once one is told to look again", async () => {
    const entity = await make("two-editors");
    const save = (name: string) =>
      codeOf(t.db.work(BY, (work) => changeEntity(work, entity.id, 1, { name })));
    expect((await Promise.all([save("One"), save("Two")])).sort()).toEqual([
      "company.saved_by_other",
      "done",
    ]);
    const names = (await t.db.read(listEntities))
      .filter((one) => one.id === entity.id)
      .map((one) => one.name);
    expect(names).toHaveLength(1);
    expect(["One", "Two"]).toContain(names[0]);
  });
});

describe("a location", () => {
  test("keeps what is not given, and can be corrected to nothing", async () => {
    const place = await open({ phone: "+46401234567" as never });
    const saved = await t.db.work(BY, (work) =>
      changeLocation(work, OWNER, place, { name: "Malmö C", phone: undefined }),
    );
    expect(await load(place.id)).toMatchObject({ name: "Malmö C", phone: "+46401234567", city: "Malmö" });
    await t.db.work(BY, (work) => changeLocation(work, OWNER, saved, { phone: null }));
    expect((await load(place.id)).phone).toBeNull();
  });

  test("cannot close before it opens", async () => {
    const place = await open({ firstDay: "2026-12-01" as never });
    const close = (day: string) => codeOf(t.db.work(BY, (work) => closeLocation(work, OWNER, place, day)));
    expect(await close("2026-11-30")).toBe("company.closes_before_opening");
    expect(await close("2026-12-01")).toBe("done");
  });

  test("goes by its own clock, else by that of its legal entity; online always by the latter", async () => {
    const own = await load((await open({ timeZone: "Atlantic/Faroe" as never }, denmark.id)).id);
    const none = await load((await open({}, denmark.id)).id);
    const online = await load(
      (await open({ kind: "online", timeZone: "Asia/Tokyo" as never }, denmark.id)).id,
    );
    expect([own, none, online].map(zoneOf)).toEqual([
      "Atlantic/Faroe",
      "Europe/Copenhagen",
      "Europe/Copenhagen",
    ]);
    const now = new Date("2026-11-28T12:00:00Z");
    expect(openingOf(none, now).state).toBe("unknown");
    expect(openingOf(online, now)).toEqual({ state: "open", until: undefined });
    expect(openingOf({ ...online, lastDay: "2026-11-27" }, now).state).toBe("closed");
  });

  test("tells its legal entity's currency to amounts that name none, whatever case the event wrote it in", async () => {
    await open({ code: "kobenhavn" }, denmark.id);
    await view.refresh();
    expect(view.defaultCurrency("Kobenhavn")).toBe("DKK");
    expect(view.place("kobenhavn")).toMatchObject({ zone: "Europe/Copenhagen", entityCode: "almvik-as" });
    expect(view.defaultCurrency("unheard-of")).toBeUndefined();
    await t.db.work(BY, (work) => changeEntity(work, denmark.id, 1, { currency: "EUR" }));
    await new Promise((done) => setTimeout(done, 1000));
    expect(view.defaultCurrency("kobenhavn")).toBe("EUR");
  });

  test("that nobody entered, or of another legal entity, is found out", async () => {
    const { id } = await open();
    const find = (legalEntityId: string | null, locationId: string | null) =>
      t.db.read((tx) => findUnknownPlace(tx, [{ legalEntityId, locationId }]));
    const nobodys = "01900000-0000-7000-8000-000000000000";
    expect(await find(sweden.id, id)).toBeUndefined();
    expect(await find(null, id)).toBeUndefined();
    expect(await find(null, null)).toBeUndefined();
    expect(await find(denmark.id, id)).toEqual({ legalEntityId: denmark.id, locationId: id });
    expect(await find(nobodys, null)).toMatchObject({ legalEntityId: nobodys });
    expect(await find(null, nobodys)).toMatchObject({ locationId: nobodys });
  });
});

describe("opening hours", () => {
  test("are saved whole, and a week that overlaps is not saved at all", async () => {
    const place = await open();
    const saved = await week(place);
    expect((await load(place.id)).week).toEqual([{ weekday: 1, opens: 600, closes: 1140 }]);
    const bad = [
      { weekday: 7, opens: 1200, closes: 1600 },
      { weekday: 1, opens: 60, closes: 300 },
    ];
    expect(await codeOf(t.db.work(BY, (work) => setHours(work, OWNER, saved, bad)))).toBe(
      "company.hours_overlap",
    );
    expect((await load(place.id)).week).toHaveLength(1);
    await t.db.work(BY, (work) => setHours(work, OWNER, saved, []));
    expect((await load(place.id)).week).toEqual([]);
  });

  test("of two who save at once one is told to look again, and the week is one of the two", async () => {
    const place = await open();
    const codes = await Promise.all([codeOf(week(place, "09:00")), codeOf(week(place, "11:00"))]);
    expect(codes.sort()).toEqual(["company.saved_by_other", "done"]);
    const there = await load(place.id);
    expect(there.version).toBe(2);
    expect([540, 660]).toContain(there.week[0]?.opens);
  });

  test("of a day can differ, be corrected, and be taken back while the day is not over", async () => {
    let seen = await open();
    const except = async (date: string, note: string, spans: { opens: number; closes: number }[]) => {
      seen = await t.db.work(BY, (work) => setException(work, OWNER, seen, { date, note, spans }));
    };
    await except("2030-12-24", "Julafton", [{ opens: 600, closes: 780 }]);
    await except("2030-12-24", "Julafton, stängt", []);
    expect((await load(seen.id)).exceptions).toEqual([
      { date: "2030-12-24", note: "Julafton, stängt", spans: [] },
    ]);
    expect(await codeOf(except("2020-12-24", "Over", []))).toBe("company.exception_past");
    const back = (date: string) => codeOf(t.db.work(BY, (work) => removeException(work, OWNER, seen, date)));
    expect(await back("2030-12-25")).toBe("company.exception_unknown");
    expect(await back("2020-12-24")).toBe("company.exception_past");
    expect(await back("2030-12-24")).toBe("done");
    expect((await load(seen.id)).exceptions).toEqual([]);
  });
});

describe("who changes what", () => {
  const at = (role: Reach["role"], locationIds: string[], legalEntityId: string | null = null): Reach[] => [
    { role, locationIds, legalEntityId },
  ];

  test("somebody in a store sets the hours of that store and no other", async () => {
    const [own, other] = [await open(), await open()];
    expect(await codeOf(week(own, "10:00", at("store", [own.id])))).toBe("done");
    expect(await codeOf(week(other, "10:00", at("store", [own.id])))).toBe("company.location_not_yours");
    expect(await codeOf(week(other, "10:00", at("store", [], denmark.id)))).toBe(
      "company.location_not_yours",
    );
    expect(await codeOf(week(other, "10:00", at("store", [], sweden.id)))).toBe("done");
  });

  test("roles do not lend one another their places", async () => {
    const [own, other] = [await open(), await open()];
    const mixed = [...at("store", [own.id]), ...at("service", [])];
    expect(await codeOf(week(other, "10:00", mixed))).toBe("company.location_not_yours");
  });

  test("a manager of one country opens stores there only, and one of a single store opens none", async () => {
    const danish = at("manager", [], denmark.id);
    expect(await codeOf(open({}, denmark.id, danish))).toBe("done");
    expect(await codeOf(open({}, sweden.id, danish))).toBe("company.location_not_yours");
    const place = await open();
    expect(await codeOf(open({}, sweden.id, at("manager", [place.id])))).toBe("company.location_not_yours");
  });
});
