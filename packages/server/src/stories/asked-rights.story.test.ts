// What is asked in somebody's name is about those whom it was asked for, once, and they are told; joins, splits, browsers' words
// and haste between the asking and the end of it take nobody else along.
import { randomUUID } from "node:crypto";
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askDatabase, Customer, mailsTo, tokenIn } from "../testing/customer.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
let at: TestApp;
let people = 0;
let sent = 0;
type Asked = { id: string; state: string; waitsFor: string | null };

beforeAll(async () => {
  at = await openTestApp();
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

const tell = async (more: object, key: "public" | "server" = "server", days = 300) => {
  const timestamp = new Date(Date.now() - days * 24 * HOUR + ++sent * 1000).toISOString();
  const { body } = await at.send([{ type: "identify", messageId: `asked-${sent}`, timestamp, ...more }], key);
  expect(body["accepted"]).toBe(1);
};

/** A customer with two addresses, by a login or by a card. */
async function customer(by: "login" | "card") {
  const n = ++people;
  const who = { userId: `fraga-${n}`, email: `fraga${n}@exempel.se`, other: `andra${n}@post.exempel.se` };
  for (const email of [who.email, who.other])
    await tell(
      by === "login"
        ? { userId: who.userId, traits: { email, name: `Kund Nummer${n}` } }
        : { traits: { email, club_card: `K-${n}`, name: `Kund Nummer${n}` } },
    );
  return { ...who, name: `Kund Nummer${n}` };
}
type Who = Awaited<ReturnType<typeof customer>>;

const surely = async (who: Who) => (await new Customer(at).signIn(who.email)).prove(who.other);
const personOf = (who: Who) => at.ask("/api/people/lookup", { kind: "email", value: who.email });
const idOf = async (who: Who) => String((await personOf(who)).body["id"]);
const isThere = async (who: Who) => (await personOf(who)).status === 200;
const told = async (address: string, what: "erasure" | "export") =>
  (await mailsTo(at, address)).filter(({ purpose }) => purpose === `rights.${what}`).length;
const joined = async (a: Who, b: Who) => {
  const [one, other] = [a, b].map(({ email }) => ({ kind: "email", value: email }));
  const asked = { actId: randomUUID(), reason: "she showed her passport", a: one, b: other };
  const { status, body } = await at.ask("/api/people/join", asked);
  expect(status).toBe(200);
  return String(body["rulingId"]);
};
const parted = (rulingId: string) =>
  at.ask(`/api/people/rulings/${rulingId}/undo`, { actId: randomUUID(), reason: "the wrong passport" });
const askOfStaff = async (who: Who, kind: "erasure" | "export") =>
  (await at.ask(`/api/people/${await idOf(who)}/rights`, { kind, reason: "bad om det i butiken" }))
    .body as unknown as Asked;
const listed = async (who: Who) =>
  (await at.ask(`/api/people/${await idOf(who)}/rights`)).body["items"] as unknown as Asked[];
const days = async (ahead: number) => {
  for (let turn = 0; turn < 12; turn++) {
    moveClock(ahead * 24 * HOUR + HOUR + turn * 10_000); // one erasure after another, each waits a little
    await runRights(at.house);
  }
};

describe("asked several times at the same moment", () => {
  const four = <T>(ask: () => Promise<T>) => Promise.all([ask(), ask(), ask(), ask()]);
  const once = (answers: { status: number }[]) => answers.map(({ status }) => status).toSorted();

  it("by the person, each stands once, and each address is told once: the link in it takes all of it back", async () => {
    const who = await customer("login");
    const browser = await surely(who);
    for (const what of ["export", "erasure"] as const) {
      const answers = await four(() => browser.ask("POST", `/v1/me/${what}s`, {}));
      expect([what, ...once(answers)]).toEqual([what, 200, 409, 409, 409]);
      expect(await told(who.other, what)).toBe(1);
    }
  });

  it("by staff, and by the person at the same time, it stands once", async () => {
    const who = await customer("login");
    const browser = await surely(who);
    const id = await idOf(who);
    const answers = await four(() =>
      at.ask(`/api/people/${id}/rights`, { kind: "erasure", reason: "bad om det i butiken" }),
    );
    expect(once(answers)).toEqual([200, 409, 409, 409]);
    const { body } = await browser.ask("POST", "/v1/me/erasures", {});
    expect(body["code"]).toBe("rights.waiting_already");
  });
});

describe("an erasure that staff asked for", () => {
  it("is told to the person, whatever address a browser claimed for them, however early", async () => {
    for (const thiefFirst of [true, false]) {
      const n = ++people;
      const who = { userId: `offer-${n}`, email: `zoffer${n}@exempel.se`, other: "", name: "" };
      const thief = `atjuv${n}@exempel.se`;
      const acts = [
        () => tell({ userId: who.userId, traits: { email: thief } }, "public", 500),
        () => tell({ userId: who.userId, traits: { email: who.email } }),
      ];
      for (const act of thiefFirst ? acts : acts.toReversed()) await act();
      for (const kind of ["erasure", "export"] as const) {
        await askOfStaff(who, kind);
        expect([await told(who.email, kind), await told(thief, kind)]).toEqual([1, 0]);
      }
    }
  });

  it("is seen by the person in their corner, who can cancel it there; by nobody whose address a browser only claimed", async () => {
    const who = await customer("login");
    const claimed = `pastatt${people}@exempel.se`;
    await tell({ userId: who.userId, traits: { email: claimed } }, "public");
    const { id } = await askOfStaff(who, "erasure");
    const mine = async (email: string) =>
      (await (await new Customer(at).signIn(email)).ask("GET", "/v1/me/rights")).body["items"];
    expect(await mine(claimed)).toEqual([]);
    expect(await mine(who.other)).toMatchObject([{ id, state: "waiting" }]);
    const browser = await new Customer(at).signIn(who.email);
    expect((await browser.ask("DELETE", `/v1/me/rights/${id}`)).status).toBe(200);
    await days(1);
    expect(await isThere(who)).toBe(true);
  });

  it("is neither kept out nor ended by whoever has an address erased that a browser claimed for the person", async () => {
    const who = await customer("login");
    const claimed = `tjuvens${people}@exempel.se`;
    await tell({ userId: who.userId, traits: { email: claimed } }, "public");
    const thief = await new Customer(at).signIn(claimed);
    await askDatabase(at.database.url, "update corner.sessions set proven_at = now() where value = $1", [
      claimed,
    ]);
    expect((await thief.ask("POST", "/v1/me/erasures", {})).status).toBe(200);
    moveClock(12 * HOUR);
    const { id, state } = await askOfStaff(who, "erasure");
    expect(state).toBe("waiting");
    moveClock(0);
    await days(1);
    expect((await listed(who)).find((one) => one.id === id)?.state).toBe("waiting");
    await days(2);
    expect(await isThere(who)).toBe(false);
  });

  it("of two who were one takes neither once they are two, and says to both pages why it waits", async () => {
    const [frej, gun] = [await customer("login"), await customer("card")];
    const ruling = await joined(frej, gun);
    const { id } = await askOfStaff(gun, "erasure");
    await parted(ruling);
    await days(1);
    for (const who of [frej, gun]) {
      expect(await isThere(who)).toBe(true);
      expect(await listed(who)).toMatchObject([
        { id, state: "waiting", waitsFor: expect.stringContaining("several") },
      ]);
    }
    expect((await at.ask(`/api/rights/${id}`, {}, "DELETE")).status).toBe(200);
    await askOfStaff(gun, "erasure");
    await days(3);
    expect([await isThere(frej), await isThere(gun)]).toEqual([true, false]);
  });
});

describe("whoever is joined to somebody who waits to be erased", () => {
  it.each(["person", "staff"] as const)(
    "(asked by %s) is told, and has a day of their own to say no",
    async (by) => {
      const [disa, eva] = [await customer("login"), await customer("card")];
      if (by === "staff") await askOfStaff(eva, "erasure");
      else await (await surely(eva)).ask("POST", "/v1/me/erasures", {});
      moveClock(12 * HOUR);
      const ruling = await joined(disa, eva);
      await days(1);
      expect([await isThere(disa), await isThere(eva)]).toEqual([true, true]);
      expect([await told(disa.email, "erasure"), await told(disa.other, "erasure")]).toEqual([1, 1]);
      const mail = (await mailsTo(at, disa.email)).findLast(({ purpose }) => purpose === "rights.erasure");
      if (by === "person") {
        await parted(ruling); // what eva asked for is about her
        await days(2);
        expect([await isThere(disa), await isThere(eva)]).toEqual([true, false]);
        return;
      }
      const undone = await new Customer(at).ask("POST", "/v1/me/undo", { token: tokenIn(mail?.text ?? "") });
      expect(undone.status).toBe(200);
      await days(3);
      expect([await isThere(disa), await isThere(eva)]).toEqual([true, true]);
    },
  );

  it("and who says nothing is erased with them a day later; a browser's word delays nothing", async () => {
    const [disa, eva] = [await customer("login"), await customer("card")];
    await (await surely(eva)).ask("POST", "/v1/me/erasures", {});
    await joined(disa, eva);
    await days(1);
    expect(await isThere(disa)).toBe(true);
    await tell({ userId: disa.userId, traits: { email: `nytt${people}@exempel.se` } }, "public");
    await days(2);
    expect([await isThere(disa), await isThere(eva)]).toEqual([false, false]);
  });
});

describe("a copy made while two were one", () => {
  it("is had by neither once they are two: it holds what is another's", async () => {
    const [alva, bo] = [await customer("login"), await customer("card")];
    const browser = await surely(bo);
    const ruling = await joined(alva, bo);
    const { id } = (await browser.ask("POST", "/v1/me/exports", {})).body as unknown as Asked;
    await runRights(at.house);
    const ofStaff = await askOfStaff(bo, "export");
    await runRights(at.house);
    const fetched = async () => (await browser.fetch("GET", `/v1/me/exports/${id}/json`)).text();
    expect(await fetched()).toContain(alva.name);
    await parted(ruling);
    for (const text of [
      await fetched(),
      await (await browser.fetch("GET", `/v1/me/exports/${id}/html`)).text(),
      JSON.stringify((await at.ask(`/api/rights/${ofStaff.id}/json`)).body),
    ]) {
      expect(text).toContain("rights.of_several");
      expect(text).not.toContain(alva.name);
    }
    await browser.ask("POST", "/v1/me/exports", {});
    await runRights(at.house);
    const [again] = (await browser.ask("GET", "/v1/me/rights")).body["items"] as unknown as Asked[];
    const copy = await (await browser.fetch("GET", `/v1/me/exports/${again?.id}/json`)).text();
    expect([copy.includes(bo.name), copy.includes(alva.name)]).toEqual([true, false]);
  });

  it("goes with whoever of them is erased", async () => {
    const [alva, bo] = [await customer("login"), await customer("card")];
    const browser = await surely(bo);
    const ruling = await joined(alva, bo);
    await browser.ask("POST", "/v1/me/exports", {});
    await runRights(at.house);
    await parted(ruling);
    await askOfStaff(alva, "erasure");
    await days(1);
    expect([await isThere(alva), await isThere(bo)]).toEqual([false, true]);
    const held = await askDatabase(at.database.url, "select items from rights.pieces");
    expect(JSON.stringify(held)).not.toContain(alva.name);
  });
});
