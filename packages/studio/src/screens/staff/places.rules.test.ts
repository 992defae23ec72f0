import { describe, expect, it } from "vitest";
import type { Grant } from "./grants.rules.ts";
import { type Company, grantsAt, sameGrants, turned, whereOf, withWhere } from "./places.rules.ts";

const place = (id: string, entityId: string) => ({ id, entityId, name: id, closed: false });
const company: Company = {
  entities: [
    { id: "se", name: "Almvik AB", closed: false },
    { id: "dk", name: "Almvik A/S", closed: false },
  ],
  places: [place("malmo", "se"), place("goteborg", "se"), place("kobenhavn", "dk")],
};
const grant = (legalEntityId: string | null, ...locationIds: string[]): Grant => ({
  role: "store",
  legalEntityId,
  locationIds,
});
const nothing = { entities: [], places: [], strange: [] };

describe("where a role counts", () => {
  it("is everywhere when nothing is ticked, and when one of its grants is whole", () => {
    expect(grantsAt("store", nothing, company)).toEqual([grant(null)]);
    expect(whereOf("store", [grant("se"), grant(null)], company)).toEqual(nothing);
  });

  it("is written as a legal entity, or as its locations", () => {
    const where = { entities: ["dk"], places: ["malmo", "goteborg"], strange: [] };
    const grants = grantsAt("store", where, company);
    expect(grants).toEqual([grant("dk"), grant("se", "malmo", "goteborg")]);
    expect(whereOf("store", grants, company)).toEqual(where);
  });

  it("is read from locations granted without a legal entity too", () => {
    expect(whereOf("store", [grant(null, "malmo", "kobenhavn")], company).places).toEqual([
      "malmo",
      "kobenhavn",
    ]);
  });

  it("keeps what was granted before there were lists", () => {
    const old = grant("gone", "unknown");
    const where = whereOf("store", [old], company);
    expect(where).toEqual({ entities: [], places: [], strange: [old] });
    expect(grantsAt("store", { ...where, places: ["malmo"] }, company)).toEqual([grant("se", "malmo"), old]);
  });

  it("of one role leaves the other roles where they are", () => {
    const service: Grant = { ...grant(null), role: "service" };
    const where = { ...nothing, places: turned([], "malmo") };
    expect(withWhere([grant(null), service], "store", where, company)).toEqual([
      grant("se", "malmo"),
      service,
    ]);
    expect(turned(["malmo"], "malmo")).toEqual([]);
  });

  it("is the same in whatever order it was ticked", () => {
    expect(sameGrants([grant("se", "malmo", "goteborg")], [grant("se", "goteborg", "malmo")])).toBe(true);
    expect(sameGrants([grant("se")], [grant("se", "malmo")])).toBe(false);
  });
});
