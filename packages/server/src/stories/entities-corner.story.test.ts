// A customer whom several legal entities know apart chooses whose corner it is, once the address is proven.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askDatabase, Customer } from "../testing/customer.ts";
import { type Entities, openEntities } from "../testing/entities.ts";
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

describe("whose customer, where several know the address apart", () => {
  const mail = "val@to.example";
  type Whose = { circle: number; names: string[]; current: boolean };
  const whose = async (customer: Customer) =>
    (await customer.ask("GET", "/v1/me/entities")).body["items"] as unknown as Whose[];
  const say = (entity: string, city: string, email = mail) =>
    of.event(entity, { type: "identify", userId: `${email}-id`, traits: { email, city } });
  const reading = async (customer: Customer) => JSON.stringify((await customer.ask("GET", "/v1/me")).body);

  it("who has proven it is told, and goes over to another; nothing proven besides goes along", async () => {
    await at.send([say("almvik", "Ystad"), say("almvik-dk", "Odense")], "server");
    const customer = await new Customer(at).signIn(mail);
    expect(await whose(customer)).toEqual([
      { circle: 0, names: ["Almvik AB"], current: true },
      { circle: 1, names: ["Almvik ApS"], current: false },
    ]);
    expect(await reading(customer)).not.toContain("Odense");
    const { sessionId } = await sessionOf(mail);
    await askDatabase(at.database.url, "update corner.sessions set proven_at = now() where id = $1", [
      sessionId,
    ]);
    const surely = async () => (await customer.ask("GET", "/v1/me/session")).body["surely"];
    expect(await surely()).toBe(true);
    expect((await customer.ask("POST", "/v1/me/entities", { circle: 1 })).status).toBe(200);
    expect(await reading(customer)).toContain("Odense");
    expect(await reading(customer)).not.toContain("Ystad");
    expect(await surely()).toBe(false);
    expect((await whose(customer)).map(({ current }) => current)).toEqual([false, true]);
  });

  it("nobody goes where the address is not known, nor without a session", async () => {
    await at.send([say("almvik", "Lund", "ensam@to.example")], "server");
    const alone = await new Customer(at).signIn("ensam@to.example");
    expect((await whose(alone)).map(({ circle }) => circle)).toEqual([0]);
    for (const circle of [1, 7])
      expect(await alone.ask("POST", "/v1/me/entities", { circle })).toMatchObject({
        ...{ status: 404, body: { code: "me.not_found" } },
      });
    expect(await reading(alone)).toContain("Lund");
    expect((await new Customer(at).ask("GET", "/v1/me/entities")).status).toBe(401);
  });

  it("a session that proved no address is told of none", async () => {
    const customer = await new Customer(at).signIn(mail);
    const { sessionId } = await sessionOf(mail);
    await askDatabase(at.database.url, "update corner.sessions set how = 'token' where id = $1", [sessionId]);
    expect(await whose(customer)).toEqual([]);
    expect((await customer.ask("POST", "/v1/me/entities", { circle: 1 })).status).toBe(404);
  });

  const sessionOf = async (value: string): Promise<{ sessionId: string }> => {
    const [newest] = await askDatabase<{ id: string }>(
      at.database.url,
      "select id from corner.sessions where value = $1 order by id desc limit 1",
      [value],
    );
    return { sessionId: newest?.id ?? "" };
  };
});
