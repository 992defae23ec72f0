import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listGrants } from "../index.ts";
import {
  type Browser,
  makeColleague,
  makeOwner,
  makePlaces,
  openTestHouse,
  type TestHouse,
} from "../testing/test-house.ts";
import { type Grant, placesToCheck } from "./staff.rules.ts";

const ids = [1, 2, 3, 4].map((n) => `0197a000-0000-7000-8000-00000000000${n}`);
const [sweden = "", denmark = "", malmo = "", kobenhavn = ""] = ids;
const NOBODYS = "0197a000-0000-7000-8000-00000000000f";
let at: TestHouse;
let owner: Browser & { id: string };
const store = (legalEntityId: string | null, ...locationIds: string[]): Grant => ({
  role: "store",
  legalEntityId,
  locationIds,
});
const grant = (id: string, ...grants: Grant[]) =>
  owner.codeOf("staff.grant", { params: { id }, body: { grants } });

beforeAll(async () => {
  at = await openTestHouse();
  owner = await makeOwner(at);
  await makePlaces(at, { entity: sweden, locations: [malmo] });
  await makePlaces(at, { entity: denmark, locations: [kobenhavn] });
});
afterAll(() => at.close());

describe("where a role counts", () => {
  test("is a legal entity and locations of it that are there", async () => {
    const kim = await makeColleague(at, owner, "kim@butik.example", [store(sweden, malmo)]);
    expect(await grant(kim.id, store(null, malmo, kobenhavn))).toBe("passed");
    expect(await grant(kim.id, store(sweden))).toBe("passed");
    expect(await grant(kim.id, store(sweden, malmo), store(denmark, kobenhavn))).toBe("passed");
    for (const bad of [store(NOBODYS), store(null, malmo, NOBODYS), store(sweden, kobenhavn)])
      expect(await grant(kim.id, bad)).toBe("staff.place_unknown");
    expect(await at.t.db.read((tx) => listGrants(tx, kim.id))).toHaveLength(2);
  });

  test("nobody is invited to a place that is not there, and no mail leaves", async () => {
    const body = { email: "no@butik.example", name: "No", grants: [store(null, NOBODYS)] };
    expect(await owner.codeOf("staff.invite", { body })).toBe("staff.place_unknown");
    expect(await at.subjects("no@butik.example")).toEqual([]);
  });

  test("granted before there were lists stays good, also when a role is added to it", async () => {
    const kim = await makeColleague(at, owner, "old@butik.example", [store(null)]);
    await at.ask("update access.grants set location_ids = $2 where staff_id = $1", [kim.id, [NOBODYS]]);
    expect(await grant(kim.id, store(null, NOBODYS), { ...store(sweden), role: "service" })).toBe("passed");
    expect(await grant(kim.id, store(sweden, NOBODYS))).toBe("staff.place_unknown");
  });

  test("is asked about only where it is new", () => {
    expect(placesToCheck([store(null), store(sweden, malmo)], [store(null)])).toEqual([
      { legalEntityId: sweden, locationId: malmo },
    ]);
    expect(placesToCheck([store(sweden, malmo)], [store(sweden, kobenhavn, malmo)])).toEqual([]);
  });
});
