import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterCompany } from "../../demo/src/send/company.ts";
import { call, type House } from "../../demo/src/send/doors.ts";
import { openTestApp, type TestApp } from "../src/testing/test-app.ts";

const NOW = Date.UTC(2030, 11, 1, 9); // a December: holidays ahead, and the house's own clock is behind
let at: TestApp;
let house: House;
beforeAll(async () => {
  at = await openTestApp();
  const { writeKey, serverKey, adminToken } = at.secrets;
  house = { url: at.base, keys: { public: writeKey, server: serverKey }, adminToken };
});
afterAll(() => at.close());

type Place = {
  id: string;
  code: string;
  kind: string;
  version: number;
  week: object[];
  exceptions: { date: string }[];
};
const places = async () => (await call(house, "GET", "/api/locations")).body["items"] as Place[];

describe("the demo chain", () => {
  it("enters its legal entities, stores with hours, zones and holidays, a warehouse and where parcels wait, once", async () => {
    expect(await enterCompany(house, NOW)).toBe(5);
    const first = await places();
    expect(first.map(({ code, kind }) => `${code} ${kind}`).sort()).toEqual([
      "goteborg store",
      "kobenhavn store",
      "lager warehouse",
      "lund pickup_point",
      "malmo store",
    ]);
    const stores = first.filter(({ kind }) => kind === "store");
    for (const place of stores) expect(place.week).toHaveLength(7);
    const zonesOf = async (id: string | undefined) =>
      (await call(house, "GET", `/api/stores/${id}/settings`)).body["zones"] as { name: string }[];
    for (const place of stores) expect(await zonesOf(place.id)).toHaveLength(10);
    const danish = first.find((place) => place.code === "kobenhavn");
    expect((await zonesOf(danish?.id)).map(({ name }) => name)).toContain("Køkken");
    expect(danish?.exceptions.map((day) => day.date)).toEqual([
      "2030-12-24",
      "2030-12-25",
      "2030-12-26",
      "2031-01-01",
    ]);
    expect(await enterCompany(house, NOW)).toBe(0);
    expect((await places()).map((place) => place.version)).toEqual(first.map((place) => place.version));
    expect(at.house.company.defaultCurrency("kobenhavn")).toBe("DKK");
    expect(at.house.company.name).toBe("Almvik");
  });

  it("shares customers between its legal entities before anybody comes, and not again once that was ended", async () => {
    const { company } = at.house;
    expect(company.circleOf("almvik-as", undefined)).toBe(company.circleOf("almvik-ab", undefined));
    expect(company.circleOf(undefined, "kobenhavn")).toBe(0);
    const { body } = await call(house, "GET", "/api/company/sharings");
    const [basis] = body["items"] as { id: string }[];
    const end = { actId: "0193d5a0-4c00-7a1e-8a11-a17111c00002", why: "To see what happens" };
    expect((await call(house, "POST", `/api/company/sharings/${basis?.id}/end`, end)).status).toBe(200);
    expect(company.circleOf(undefined, "kobenhavn")).toBe(1);
    await enterCompany(house, NOW);
    expect(company.circleOf(undefined, "kobenhavn")).toBe(1);
  });

  it("leaves alone what somebody changed since", async () => {
    const store = (await places()).find(({ code }) => code === "malmo");
    const path = `/api/stores/${store?.id}/settings`;
    const { mine: _, ...settings } = (await call(house, "GET", path)).body;
    expect((await call(house, "PUT", path, { ...settings, zones: [], margin: 2 })).status).toBe(200);
    const { body } = await call(house, "GET", "/api/settings");
    await call(house, "PATCH", "/api/settings", { version: body["version"], name: "Our own" });
    const [place] = await places();
    await call(house, "PUT", `/api/locations/${place?.id}/hours`, { version: place?.version, week: [] });
    expect(await enterCompany(house, NOW)).toBe(0);
    expect(at.house.company.name).toBe("Our own");
    expect((await call(house, "GET", path)).body).toMatchObject({ zones: [], margin: 2 });
    expect((await places()).find((one) => one.id === place?.id)?.week).toEqual([]);
  });

  it("does without when it has no admin token", async () => {
    expect(await enterCompany({ ...house, adminToken: undefined }, NOW)).toBe(0);
  });
});
