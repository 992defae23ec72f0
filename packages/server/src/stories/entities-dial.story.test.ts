// The dial and legal entities that begin and end to share: what was said to one of them holds for what it shares.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Customer } from "../testing/customer.ts";
import { contextOf, type Entities, openEntities } from "../testing/entities.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let of: Entities;
let swedish = "";
let danish = "";
beforeAll(async () => {
  at = await openTestApp();
  of = openEntities(at);
  swedish = await of.enter("almvik", "Almvik AB", "SE");
  danish = await of.enter("almvik-dk", "Almvik ApS");
});
afterAll(() => at.close());

describe("what was said to one of them by the dial", () => {
  const setNever = async (mail: string, entity: string, level = "never") => {
    const customer = await new Customer(at).signIn(mail, entity);
    const channels = { web: { level, kinds: null } };
    expect((await customer.ask("PUT", "/v1/me/dial", { channels, saidIn: "web" })).status).toBe(200);
    return customer;
  };
  const levelFor = async (customer: Customer) =>
    (await customer.ask("GET", "/v1/me/dial")).body["channels"] as unknown as { web: { level: string } };
  const tell = (entity: string, mail: string) =>
    at.send([of.event(entity, { type: "identify", userId: mail, traits: { email: mail } })], "server");
  const isKept = async (entity: string, who: object): Promise<boolean> => {
    const one = of.event(entity, { ...who, context: { ...contextOf(entity), channel: "web" } });
    await at.send([one], "server");
    return (await at.ask(`/api/events/${one.messageId}/trace`)).status === 200;
  };

  it("never is heard by all who share from then on, until the person says otherwise to them, and by it alone after the end", async () => {
    const mail = "tyst@to.example";
    for (const entity of ["almvik", "almvik-dk"]) await tell(entity, mail);
    await setNever(mail, "almvik-dk");
    const kept = async () => [
      await isKept("almvik", { userId: mail }),
      await isKept("almvik-dk", { userId: mail }),
    ];
    expect(await kept()).toEqual([true, false]);
    const basis = await of.share(swedish, danish);
    expect(await kept()).toEqual([false, false]);
    const together = await new Customer(at).signIn(mail, "almvik");
    expect((await levelFor(together)).web.level).toBe("never");
    await setNever(mail, "almvik", "always");
    expect((await levelFor(together)).web.level).toBe("always");
    expect(await kept()).toEqual([true, true]);
    await of.endSharing(basis);
    expect(await kept()).toEqual([true, true]);
  });

  it("never said while they share holds at each of them when they part", async () => {
    const mail = "tystnad@to.example";
    const basis = await of.share(swedish, danish);
    await tell("almvik-dk", mail);
    await setNever(mail, "almvik-dk");
    await of.endSharing(basis);
    expect(await isKept("almvik-dk", { userId: mail })).toBe(false);
    expect(await isKept("almvik", { userId: mail })).toBe(false);
  });

  it("it is found behind another of the person's names, and behind a browser that nobody is known by here", async () => {
    const mail = "bakom@to.example";
    await at.send(
      [
        of.event("almvik-dk", { type: "identify", userId: "bak-dk", traits: { email: mail } }),
        of.event("almvik-dk", { userId: "bak-dk", anonymousId: "bak-browser" }),
        of.event("almvik", { type: "identify", userId: "bak-se", traits: { email: mail } }),
      ],
      "server",
    );
    await setNever(mail, "almvik-dk");
    const basis = await of.share(swedish, danish);
    expect(await isKept("almvik", { userId: "bak-se" })).toBe(false);
    expect(await isKept("almvik-dk", { anonymousId: "bak-browser" })).toBe(false);
    expect(await isKept("almvik-dk", { anonymousId: "someone-else" })).toBe(true);
    await of.endSharing(basis);
    expect(await isKept("almvik", { userId: "bak-se" })).toBe(true);
  });
});
