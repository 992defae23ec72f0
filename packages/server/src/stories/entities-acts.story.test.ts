// What colleagues and systems do about the customers of a legal entity that shares none with the principal: it reaches them, and nobody else.
import { randomUUID } from "node:crypto";
import { stepRules } from "@somlos/modules/identity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contextOf, type Entities, openEntities } from "../testing/entities.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let of: Entities;
beforeAll(async () => {
  at = await openTestApp();
  of = openEntities(at);
  await of.enter("almvik", "Almvik AB", "SE");
  await of.enter("almvik-dk", "Almvik ApS");
});
afterAll(() => at.close());

describe("what colleagues rule of a customer of another legal entity than the principal", () => {
  const say = (entity: string, userId: string, traits: object) =>
    of.event(entity, { type: "identify", userId, traits });
  const rule = async (path: string, body: object) => {
    const answer = await at.ask(path, { actId: randomUUID(), reason: "she showed her passport", ...body });
    return { ...answer, code: answer.body["code"] };
  };
  const email = (value: string) => ({ kind: "email", value });
  const card = (value: string) => ({ kind: "club_card", value });
  const both = ["almvik", "almvik-dk"] as const;

  it("why, a split and its end are of their own values, whoever else has them", async () => {
    await at.send(
      both.flatMap((entity) => [
        say(entity, "ole", { email: "ole@to.example", club_card: "C-501" }),
        say(entity, "ole", { email: "olga@to.example" }),
      ]),
      "server",
    );
    const [swede, dane] = [
      await of.idOf("login", "ole", "almvik"),
      await of.idOf("login", "ole", "almvik-dk"),
    ];
    const before = (await at.ask(`/api/people/${swede}`)).body;
    const why = await at.ask(`/api/people/${dane}/why?kind=email&value=olga@to.example`);
    expect(why).toMatchObject({ status: 200, body: { same: true, otherId: dane } });
    const split = await rule(`/api/people/${dane}/split`, { identifiers: [email("olga@to.example")] });
    expect(split.status).toBe(200);
    expect(await of.idOf("email", "olga@to.example", "almvik-dk")).not.toBe(dane);
    expect((await at.ask(`/api/people/${swede}`)).body).toEqual(before);
    const undone = await rule(`/api/people/rulings/${split.body["rulingId"]}/undo`, {});
    expect(undone.status).toBe(200);
    expect(await of.idOf("email", "olga@to.example", "almvik-dk")).toBe(dane);
  });

  it("a value that two of them know must say whose: by the entity or by the person; one that only one knows need not", async () => {
    const two = { a: { kind: "login", value: "ole" }, b: card("C-501") };
    const several = await rule("/api/people/keep-apart", two);
    expect(several).toMatchObject({ status: 409, code: "people.several_entities" });
    expect(several.body["details"]).toEqual({ legalEntities: ["almvik", "almvik-dk"] });
    expect(
      await rule("/api/people/keep-apart", { ...two, a: { ...two.a, legalEntity: "nowhere" } }),
    ).toMatchObject({
      ...{ status: 404, code: "company.entity_unknown" },
    });
    const [swede, dane] = [
      await of.idOf("login", "ole", "almvik"),
      await of.idOf("login", "ole", "almvik-dk"),
    ];
    const hers = { a: { ...two.a, personId: dane }, b: { ...two.b, personId: dane } };
    const apart = await rule("/api/people/keep-apart", hers);
    expect(apart.status).toBe(200);
    expect(await of.idOf("club_card", "C-501", "almvik-dk")).not.toBe(dane);
    expect(await of.idOf("club_card", "C-501", "almvik")).toBe(swede);
    expect((await rule(`/api/people/rulings/${apart.body["rulingId"]}/undo`, {})).status).toBe(200);
    const withdrawn = await rule("/api/people/withdraw-claims", {
      a: { ...two.a, legalEntity: "almvik-dk" },
      b: two.b,
    });
    expect(withdrawn.status).toBe(200);
    expect(await of.idOf("club_card", "C-501", "almvik-dk")).not.toBe(dane);
    expect(await of.idOf("club_card", "C-501", "almvik")).toBe(swede);
    await at.send(
      [
        of.event("almvik-dk", { userId: "ulla" }),
        of.event("almvik-dk", { context: { ...contextOf("almvik-dk"), traits: { club_card: "C-502" } } }),
      ],
      "server",
    );
    const joined = await rule("/api/people/join", { a: { kind: "login", value: "ulla" }, b: card("C-502") });
    expect(joined.status).toBe(200);
    expect(await of.idOf("club_card", "C-502", "almvik-dk")).toBe(
      await of.idOf("login", "ulla", "almvik-dk"),
    );
    expect(
      await rule("/api/people/keep-apart", { a: { ...two.a, personId: swede }, b: card("C-502") }),
    ).toMatchObject({
      ...{ status: 409, code: "people.apart_already" },
    });
  });

  it("a value is ruled to say nothing at one of them, and on the shop's own list it says nothing at any", async () => {
    const wish = { ...email("ole@to.example"), says: "blocked" };
    expect((await rule("/api/identity/hubs/rule", wish)).code).toBe("people.several_entities");
    const dane = await of.idOf("login", "ole", "almvik-dk");
    expect((await rule("/api/identity/hubs/rule", { ...wish, legalEntity: "almvik-dk" })).status).toBe(200);
    expect(await of.idOf("email", "ole@to.example", "almvik-dk")).not.toBe(dane);
    expect(await of.idOf("email", "ole@to.example", "almvik")).toBe(await of.idOf("login", "ole", "almvik"));
    const hubs = (await at.ask("/api/identity/hubs?standing=ruled")).body["items"] as unknown as {
      id: string;
    }[];
    const again = await rule("/api/identity/hubs/rule", {
      ...{ ...email("ole@to.example"), says: "one_person", personId: hubs[0]?.id },
    });
    expect(again.status).toBe(200);

    const { versions } = (await at.ask("/api/identity/rules")).body as unknown as {
      versions: { body: object }[];
    };
    const drafted = await at.ask("/api/identity/rules", {
      ...{ actId: randomUUID(), why: "the mail of the shop", body: versions[0]?.body },
      block: [{ kind: "email", value: "shop@to.example" }],
    });
    expect(drafted.status).toBe(200);
    const { number } = drafted.body as unknown as { number: number };
    for (const step of ["try", "apply"] as const) {
      expect((await at.ask(`/api/identity/rules/${number}/${step}`, {})).status).toBe(200);
      while (await stepRules(at.house.db));
    }
    await at.send(
      both.map((entity) => say(entity, `till-${entity}`, { email: "shop@to.example" })),
      "server",
    );
    for (const entity of both)
      expect(await of.idOf("email", "shop@to.example", entity)).not.toBe(
        await of.idOf("login", `till-${entity}`, entity),
      );
  });
});

describe("the dial, set by a system of the retailer", () => {
  const set = async (value: string, level: string, more: object = {}) => {
    const answer = await fetch(`${at.base}/v1/dial`, {
      method: "PUT",
      headers: {
        authorization: `Basic ${Buffer.from(`${at.secrets.serverKey}:`).toString("base64")}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        identifier: { kind: "club_card", value },
        channels: { store: { level } },
        ...more,
      }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const buys = async (value: string, entity: string): Promise<boolean> => {
    const one = of.event(entity, {
      context: { ...contextOf(entity), channel: "store", traits: { club_card: value } },
    });
    await at.send([one], "server");
    return (await at.ask(`/api/events/${one.messageId}/trace`)).status === 200;
  };
  const heard = async (value: string) => [await buys(value, "almvik"), await buys(value, "almvik-dk")];

  it("never is heard at every legal entity, known to it or not, and taken back as it was said", async () => {
    expect(await buys("C-601", "almvik-dk")).toBe(true);
    expect((await set("C-601", "never")).status).toBe(200);
    expect(await heard("C-601")).toEqual([false, false]);
    expect((await set("C-601", "always")).status).toBe(200);
    expect(await heard("C-601")).toEqual([true, true]);
  });

  it("it holds for all that the person has there, and a source speaks for its own legal entity", async () => {
    const says = (entity: string) =>
      of.event(entity, {
        type: "identify",
        userId: "ida",
        traits: { email: "ida@to.example", club_card: "C-603" },
      });
    await at.send([says("almvik"), says("almvik-dk")], "server");
    const change = (legalEntity: string | null) =>
      fetch(`${at.base}/api/sources/2`, {
        method: "PATCH",
        headers: { authorization: `Bearer ${at.secrets.adminToken}`, "content-type": "application/json" },
        body: JSON.stringify({ legalEntity }),
      });
    expect((await change("almvik-dk")).status).toBe(200);
    expect((await set("C-603", "never")).status).toBe(200);
    expect((await change(null)).status).toBe(200);
    const looks = async (entity: string) => {
      const one = of.event(entity, {
        context: { ...contextOf(entity), channel: "store", traits: { email: "ida@to.example" } },
      });
      await at.send([one], "server");
      return (await at.ask(`/api/events/${one.messageId}/trace`)).status === 200;
    };
    expect([await looks("almvik"), await looks("almvik-dk")]).toEqual([true, false]);
  });

  it("what was said to one of them is not loosened by a word that names none", async () => {
    expect((await set("C-602", "never", { legalEntity: "almvik-dk" })).status).toBe(200);
    expect(await heard("C-602")).toEqual([true, false]);
    expect(await set("C-602", "always")).toMatchObject({
      status: 409,
      body: { code: "dial.several_entities" },
    });
    expect(await heard("C-602")).toEqual([true, false]);
    expect((await set("C-602", "always", { legalEntity: "almvik-dk" })).status).toBe(200);
    expect(await heard("C-602")).toEqual([true, true]);
    expect((await set("C-602", "always", { legalEntity: "nowhere" })).status).toBe(404);
  });
});
