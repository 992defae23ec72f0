// Legal entities: whose customer somebody is. A person spans them only while a basis for sharing is recorded.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Customer } from "../testing/customer.ts";
import { contextOf, type Entities, openEntities } from "../testing/entities.ts";
import { type Desk, hashOf, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
let at: TestApp;
let desk: Desk;
let of: Entities;
let danish = "";
beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at); // enters Almvik AB, the principal
  of = openEntities(at);
  danish = await of.enter("almvik-dk", "Almvik ApS");
});
afterAll(() => at.close());

const mayWrite = async (email: string, entity: string) => {
  const { body } = await desk.call(
    "/v1/permissions/use",
    {
      ...{ identifier: { kind: "email", value: email }, purpose: "offers", channel: "mail", entity },
      ...{ message: "offers", categories: ["shoes"], count: false },
    },
    at.secrets.serverKey,
  );
  return body as { allowed?: boolean; reason?: { code: string } | null };
};

describe("a person and legal entities", () => {
  it("the same mail, login and browser at two of them are two people, whatever came first, and neither sees the other's", async () => {
    const told = ["almvik-dk", undefined, "ALMVIK", "almvik-dk"].map((entity) =>
      of.event(entity, {
        anonymousId: "one-browser",
        userId: "anna",
        context: { ...contextOf(entity), traits: { email: "anna@to.example" } },
      }),
    );
    await at.send(told, "server");
    const [swede, dane] = [
      await of.idOf("email", "anna@to.example"),
      await of.idOf("login", "anna", "almvik-dk"),
    ];
    expect(dane).toBeDefined();
    expect(swede).not.toBe(dane);
    expect(await of.idOf("email", "anna@to.example", "almvik")).toBe(swede);
    expect(await of.idOf("visitor", "one-browser", "almvik-dk")).toBe(dane);
    expect(new Set(await of.timelineOf(swede))).toEqual(new Set([told[1]?.messageId, told[2]?.messageId]));
    expect(new Set(await of.timelineOf(dane))).toEqual(new Set([told[0]?.messageId, told[3]?.messageId]));
    const found = (await at.ask("/api/people?query=anna@to.example")).body["items"] as unknown as {
      id: string;
    }[];
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set([swede, dane]));
    expect((await of.lookUp("login", "anna", "almvik-dk")).body["legalEntities"]).toMatchObject([
      { id: danish, code: "almvik-dk", name: "Almvik ApS" },
    ]);
  });

  it("nobody joins them by hand without a basis", async () => {
    const answer = await at.ask("/api/people/join", {
      ...{ actId: randomUUID(), reason: "they look alike" },
      a: { id: await of.idOf("login", "anna") },
      b: { id: await of.idOf("login", "anna", "almvik-dk") },
    });
    expect(answer).toMatchObject({ status: 409, body: { code: "people.other_circle" } });
  });

  it("somebody whom only one of them knows is found without saying which", async () => {
    await at.send([of.event("almvik-dk", { userId: "jens" })], "server");
    expect(await of.idOf("login", "jens")).toBe(await of.idOf("login", "jens", "almvik-dk"));
    expect(await of.idOf("login", "jens", "almvik")).toBeUndefined();
  });

  it("an entity that nobody entered waits with its cause, and is taken once it is there", async () => {
    const one = of.event("almvik-no", { userId: "kari" });
    await at.send([one], "server");
    expect(await of.idOf("login", "kari")).toBeUndefined();
    const parked = (await at.ask("/api/events/parked")).body["items"] as unknown as { code: string }[];
    expect(parked.map(({ code }) => code)).toContain("event.legal_entity_unknown");
    await of.enter("almvik-no", "Almvik AS");
    await at.ask("/api/events/parked/replay", { all: true, code: "event.legal_entity_unknown" });
    expect(await of.timelineOf(await of.idOf("login", "kari", "almvik-no"))).toEqual([one.messageId]);
  });

  it("a source may belong to one of them; what an event says itself comes first", async () => {
    const made = await at.ask("/api/sources", {
      name: "almvik.dk",
      kind: "server",
      channel: "web",
      legalEntity: "nowhere",
    });
    expect(made).toMatchObject({ status: 404, body: { code: "company.entity_unknown" } });
    const change = (legalEntity: string | null) =>
      fetch(`${at.base}/api/sources/2`, {
        method: "PATCH",
        headers: { authorization: `Bearer ${at.secrets.adminToken}`, "content-type": "application/json" },
        body: JSON.stringify({ legalEntity }),
      });
    expect((await change("almvik-dk")).status).toBe(200);
    await at.send(
      [of.event(undefined, { userId: "mette" }), of.event("almvik", { userId: "karin" })],
      "server",
    );
    await change(null);
    expect(await of.idOf("login", "mette", "almvik-dk")).toBeDefined();
    expect(await of.idOf("login", "mette", "almvik")).toBeUndefined();
    expect(await of.idOf("login", "karin", "almvik")).toBeDefined();
  });
});

describe("a basis for sharing", () => {
  it("holds for what is collected while it stands: one person then, apart again after it, and what was before stays where it was", async () => {
    const bo = (entity: string) =>
      of.event(entity, { type: "identify", userId: "bo", traits: { email: "bo@to.example" } });
    const [swedish, before] = [bo("almvik"), bo("almvik-dk")];
    await at.send([swedish, before], "server");
    const [swede, dane] = [await of.idOf("login", "bo", "almvik"), await of.idOf("login", "bo", "almvik-dk")];
    const basis = await of.share(desk.entityId, danish);
    const during = bo("almvik-dk");
    await at.send([during], "server");
    expect(new Set(await of.timelineOf(swede))).toEqual(new Set([swedish.messageId, during.messageId]));
    expect(await of.timelineOf(dane)).toEqual([before.messageId]);
    expect((await at.ask(`/api/people/${swede}`)).body["legalEntities"]).toMatchObject([
      { code: "almvik" },
      { code: "almvik-dk" },
    ]);
    await of.endSharing(basis);
    const after = bo("almvik-dk");
    await at.send([after], "server");
    expect(new Set(await of.timelineOf(dane))).toEqual(new Set([before.messageId, after.messageId]));
    expect(new Set(await of.timelineOf(swede))).toEqual(new Set([swedish.messageId, during.messageId]));
  });

  it("what somebody said to an entity was said to it: a yes and a no hold through the beginning and the end of sharing", async () => {
    const text = await at.ask("/api/permissions/purposes/offers/texts", {
      ...{
        basis: "consent",
        language: "da",
        body: "Almvik ApS må skrive til mig. Jeg kan trække det tilbage når som helst.",
        scopes: ["offers"],
      },
      ...{ categories: ["shoes"], channels: ["mail"], entityIds: [danish] },
    });
    expect(text.status).toBe(200);
    const yes = (email: string) =>
      desk.yes(email, {
        entity: "almvik-dk",
        textHash: hashOf("Almvik ApS må skrive til mig. Jeg kan trække det tilbage når som helst."),
      });
    await desk.tell(yes("ja@to.example"), yes("nej@to.example"));
    await desk.tell(desk.no("nej@to.example", { entity: "almvik-dk" }));
    for (const email of ["ja@to.example", "nej@to.example"])
      await at.send(
        [of.event("almvik-dk", { type: "identify", userId: email, traits: { email } })],
        "server",
      );
    const said = async () => [
      (await mayWrite("ja@to.example", "almvik-dk")).allowed,
      (await mayWrite("nej@to.example", "almvik-dk")).allowed,
      (await mayWrite("ja@to.example", "almvik")).allowed,
    ];
    expect(await said()).toEqual([true, false, false]);
    const basis = await of.share(desk.entityId, danish);
    expect(await said()).toEqual([true, false, false]);
    await desk.tell(desk.no("ja@to.example", { entity: "almvik-dk" }));
    expect(await said()).toEqual([false, false, false]);
    await of.endSharing(basis);
    expect(await said()).toEqual([false, false, false]);
    await desk.tell({ ...yes("nej@to.example"), at: new Date(Date.now() - HOUR) }); // older than the no
    expect((await mayWrite("nej@to.example", "almvik-dk")).allowed).toBe(false);
  });

  it("an entity is not served by a person whom only others know", async () => {
    const id = await of.idOf("login", "jens", "almvik-dk");
    const { body } = await desk.call(
      "/v1/permissions/use",
      {
        ...{ identifier: { kind: "login", value: "jens" }, purpose: "offers", channel: "mail" },
        ...{ entity: "almvik", message: "offers", categories: ["shoes"], count: false },
      },
      at.secrets.serverKey,
    );
    expect(id).toBeDefined();
    expect(body["allowed"]).toBe(false);
  });

  it("erased at one of them, somebody is there at the other as before, in every word", async () => {
    const say = (entity: string, id: string) =>
      of.event(entity, {
        ...{ type: "identify", userId: "eva", messageId: id, traits: { email: "eva@to.example", city: id } },
        timestamp: new Date(Date.now() - 60_000).toISOString(),
      });
    await at.send([say("almvik", "eva-se"), say("almvik-dk", "eva-dk")], "server");
    const [swede, dane] = [
      await of.idOf("login", "eva", "almvik"),
      await of.idOf("login", "eva", "almvik-dk"),
    ];
    const before = (await at.ask(`/api/people/${swede}`)).body;
    const asked = await at.ask(`/api/people/${dane}/rights`, {
      ...{ kind: "erasure", reason: "asked in the store" },
    });
    expect(asked.status).toBe(200);
    for (const ahead of [25 * HOUR, 25 * HOUR + 10_000]) {
      moveClock(ahead);
      await runRights(at.house);
    }
    moveClock(0);
    expect(await of.idOf("email", "eva@to.example", "almvik-dk")).toBeUndefined();
    expect((await at.ask(`/api/people/${swede}`)).body).toEqual(before);
    expect(JSON.stringify((await at.ask(`/api/people/${swede}/timeline`)).body)).toContain("eva-se");
    await sleep(1000);
    await at.send([say("almvik-dk", "eva-late"), say("almvik", "eva-more")], "server");
    expect(await of.idOf("login", "eva", "almvik-dk")).toBeUndefined();
    expect(await of.timelineOf(swede)).toContain("eva-more");
  });
});

describe("in the corner", () => {
  it("a customer of one of them sees and decides over what that one holds, and nothing of the other's", async () => {
    const mail = "liv@to.example";
    const say = (entity: string, city: string) =>
      of.event(entity, { type: "identify", userId: "liv", traits: { email: mail, city } });
    await at.send([say("almvik", "Lund"), say("almvik-dk", "Roskilde")], "server");
    const dane = await new Customer(at).signIn(mail, "almvik-dk");
    const own = JSON.stringify((await dane.ask("GET", "/v1/me")).body);
    expect(own).toContain("Roskilde");
    expect(own).not.toContain("Lund");
    const swede = JSON.stringify((await (await new Customer(at).signIn(mail)).ask("GET", "/v1/me")).body);
    expect(swede).toContain("Lund");
    expect(swede).not.toContain("Roskilde");
    const never = { channels: { web: { level: "never", kinds: null } }, saidIn: "web" };
    expect((await dane.ask("PUT", "/v1/me/dial", never)).status).toBe(200);
    const look = (entity: string) =>
      of.event(entity, { userId: "liv", context: { ...contextOf(entity), channel: "web" } });
    const [hushed, heard] = [look("almvik-dk"), look("almvik")];
    await at.send([hushed, heard], "server");
    expect(await of.timelineOf(await of.idOf("login", "liv", "almvik"))).toContain(heard.messageId);
    expect(await of.timelineOf(await of.idOf("login", "liv", "almvik-dk"))).not.toContain(hushed.messageId);
  });
});
