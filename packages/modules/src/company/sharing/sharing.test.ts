import { uuid7 } from "@somlos/kernel/ids";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CompanyView } from "../company.view.ts";
import { closeEntity, createEntity, reopenEntity, type Saved } from "../places/entities.actions.ts";
import { listEntities } from "../places/entities.store.ts";
import { createLocation } from "../places/locations.actions.ts";
import { endSharing, recordSharing } from "./sharing.actions.ts";
import { findSharing } from "./sharing.store.ts";

let t: TestDatabase;
let view: CompanyView;
let sweden: Saved;
let denmark: Saved;
let norway: Saved;
beforeAll(async () => {
  t = await testDatabase();
  view = await CompanyView.open(t.db);
});
afterAll(async () => {
  await view.close();
  await t.drop();
});

const BY = { kind: "staff", id: "tester" } as const;
const enter = (code: string, country = "SE") =>
  t.db.work(BY, (work) =>
    createEntity(work, {
      code,
      name: code.toUpperCase(),
      organisationNumber: null,
      country,
      currency: "SEK",
      languages: ["sv"],
      timeZone: "Europe/Stockholm",
    }),
  );
const words = {
  en: "We share your details.",
  sv: "Vi delar dina uppgifter.",
  da: "Vi deler dine oplysninger.",
};
const record = (entityIds: readonly string[], actId = uuid7(Date.now())) =>
  t.db.work(BY, (work) =>
    recordSharing(work, { actId, ground: "joint_controllers", words, document: "Avtal 12", entityIds }),
  );
const end = (id: string, actId = uuid7(Date.now())) =>
  t.db.work(BY, (work) => endSharing(work, id, { actId, why: "Sold" }));
const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

describe("whose people an event is about", () => {
  test("the principal's, whatever it names, before anybody entered a legal entity", async () => {
    expect(view.circleOf(undefined, undefined)).toBe(0);
    expect(view.circleOf(undefined, "nowhere")).toBe(0);
    expect(view.circleOf("nobody", undefined)).toBe(0);
    expect(view.listCircles()).toEqual([]);
  });

  test("the first legal entity is the principal; each has a number of its own that never changes", async () => {
    sweden = await enter("ab");
    denmark = await enter("aps", "DK");
    norway = await enter("as", "NO");
    await codeOf(enter("AB"));
    const late = await enter("oy", "FI");
    const entities = await t.db.read(listEntities);
    expect(entities.map(({ code, number, principal }) => [code, number, principal])).toEqual([
      ["ab", 0, true],
      ["aps", 1, false],
      ["as", 2, false],
      ["oy", 3, false],
    ]);
    const client = await t.db.connect();
    await expect(
      client.query("update company.entities set number = 9 where id = $1", [late.id]),
    ).rejects.toThrow("never changes");
    await client.end();
  });

  test("several entered at the same moment get a number each", async () => {
    await Promise.all(["m1", "m2", "m3", "m4"].map((code) => enter(code)));
    const numbers = (await t.db.read(listEntities)).map(({ number }) => number);
    expect(numbers.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test("that of the legal entity it names, else of its location's, whatever the case of the code", async () => {
    const place = { name: "København", kind: "store" as const, street: null, postalCode: null, city: null };
    const rest = {
      ...{ country: "DK", timeZone: null, latitude: null, longitude: null, phone: null, firstDay: null },
    };
    const owner = [{ role: "owner" as const, legalEntityId: null, locationIds: [] }];
    await t.db.work(BY, (work) =>
      createLocation(work, owner, { ...place, ...rest, code: "kbh", entityId: denmark.id }),
    );
    await view.refresh();
    expect(view.circleOf(undefined, "KBH")).toBe(1);
    expect(view.circleOf("As", "kbh")).toBe(2);
    expect(view.circleOf("nobody", "kbh")).toBeUndefined();
    expect(view.circleOf(undefined, "elsewhere")).toBe(0);
    expect(view.circleOfEntity(denmark.id)).toBe(1);
    expect(view.circleOfEntity(uuid7(Date.now()))).toBeUndefined();
    expect(view.entitiesIn(1).map(({ code }) => code)).toEqual(["aps"]);
  });
});

describe("a basis for sharing", () => {
  test("puts its legal entities in one circle, the least of their numbers, and each in its own when it ends", async () => {
    const { id } = await record([norway.id, denmark.id]);
    await view.refresh();
    expect([view.circleOf("aps", undefined), view.circleOf("as", undefined)]).toEqual([1, 1]);
    expect(view.entitiesIn(1).map(({ code }) => code)).toEqual(["aps", "as"]);
    expect(view.entitiesIn(2)).toEqual([]);
    expect(view.circleOf("ab", undefined)).toBe(0);
    const shared = view.listCircles().find(({ circle }) => circle === 1);
    expect(shared?.sharing).toMatchObject({ id, ground: "joint_controllers", words });
    await end(id);
    await view.refresh();
    expect([view.circleOf("aps", undefined), view.circleOf("as", undefined)]).toEqual([1, 2]);
    expect(view.listCircles().every(({ sharing }) => sharing === undefined)).toBe(true);
    const ended = await t.db.read((tx) => findSharing(tx, id));
    expect(ended).toMatchObject({ endedBy: "tester", endedWhy: "Sold", entityIds: [denmark.id, norway.id] });
  });

  test("is recorded once and ended once, however often the same act comes", async () => {
    const [act, other] = [uuid7(Date.now()), uuid7(Date.now())];
    const twice = await Promise.all([
      record([sweden.id, norway.id], act),
      record([sweden.id, norway.id], act),
    ]);
    expect(twice[0]).toEqual(twice[1]);
    const { id } = twice[0];
    expect(await Promise.all([codeOf(end(id, other)), codeOf(end(id, other))])).toEqual(["done", "done"]);
    expect(await codeOf(end(id))).toBe("company.sharing_ended");
    expect(await codeOf(end(uuid7(Date.now())))).toBe("company.sharing_unknown");
  });

  test("takes two that are there, trade on, and share with nobody else", async () => {
    expect(await codeOf(record([]))).toBe("company.sharing_alone");
    expect(await codeOf(record([sweden.id, sweden.id]))).toBe("company.sharing_alone");
    expect(await codeOf(record([sweden.id, uuid7(Date.now())]))).toBe("company.entity_unknown");
    const shut = await t.db.work(BY, (work) => closeEntity(work, norway.id, 1, "2026-12-31"));
    expect(await codeOf(record([sweden.id, norway.id]))).toBe("company.entity_closed");
    await t.db.work(BY, (work) => reopenEntity(work, norway.id, shut.version));
    const { id } = await record([sweden.id, norway.id]);
    expect(await codeOf(record([denmark.id, norway.id]))).toBe("company.sharing_taken");
    await end(id);
  });

  test("of two recorded at once over the same legal entity one is refused", async () => {
    const codes = await Promise.all([
      codeOf(record([sweden.id, denmark.id])),
      codeOf(record([denmark.id, norway.id])),
    ]);
    expect(codes.sort()).toEqual(["company.sharing_taken", "done"]);
  });

  test("is never edited, removed, widened or opened again, not even past the program", async () => {
    const client = await t.db.connect();
    const no = (text: string) => expect(client.query(text)).rejects.toThrow();
    await no("update company.sharings set words_en = 'x' where ended_at is null");
    await no("update company.sharings set document = null where ended_at is null");
    await no(
      "update company.sharings set ended_at = null, ended_by = null, ended_why = null, end_act_id = null where ended_at is not null",
    );
    await no("delete from company.sharings");
    await no("delete from company.sharing_members");
    await no("update company.sharing_members set live = true where not live");
    await no(
      "insert into company.sharing_members (sharing_id, entity_id, live) select s.id, e.id, false from company.sharings s, company.entities e where e.code = 'oy'",
    );
    await no(
      "insert into company.sharing_members (sharing_id, entity_id) select s.id, m.entity_id from company.sharings s, company.sharing_members m where m.live and s.ended_at is not null on conflict (sharing_id, entity_id) do nothing",
    );
    await client.end();
  });
});
