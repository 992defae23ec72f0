// Who may have a copy or an erasure, and who may not: an impostor with the inbox, a stolen link, a signed-in stranger, staff
// without the right (Done 9 of identity and permission).
import { moveClock } from "@somlos/kernel/clock";
import { runRights } from "@somlos/modules/rights";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Customer, mailsTo, tokenIn } from "../testing/customer.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const HOUR = 3_600_000;
let at: TestApp;
let people = 0;
type Asked = { id: string; state: string; receipt: string };

beforeAll(async () => {
  at = await openTestApp();
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

/** A customer with two addresses that the shop's own systems know. */
async function customer() {
  const n = ++people;
  const who = { userId: `kund-${n}`, email: `kund${n}@exempel.se`, other: `andra${n}@post.exempel.se` };
  const identify = (email: string) => ({
    type: "identify",
    userId: who.userId,
    messageId: `${n}-${email}`,
    traits: { email, name: `Kund Nummer${n}` },
  });
  const { body } = await at.send([identify(who.email), identify(who.other)], "server");
  expect(body["accepted"]).toBe(2);
  return who;
}

const surely = async (who: { email: string; other: string }) =>
  (await new Customer(at).signIn(who.email)).prove(who.other);

const code = async (asked: Promise<{ status: number; body: { code?: unknown } }>) => (await asked).body.code;

describe("a copy of everything", () => {
  it("is made for who surely is the person, as JSON and as a page without script, and told to every address", async () => {
    const who = await customer();
    const browser = await surely(who);
    const { id } = (await browser.ask("POST", "/v1/me/exports", {})).body as unknown as Asked;
    expect(await code(browser.ask("GET", `/v1/me/exports/${id}/json`))).toBe("rights.not_ready");
    await runRights(at.house);
    const json = await browser.fetch("GET", `/v1/me/exports/${id}/json`);
    expect(json.headers.get("content-disposition")).toBe('attachment; filename="copy.json"');
    const copy = (await json.json()) as { rooms: Record<string, { table: string }[]> };
    expect(Object.keys(copy.rooms).sort()).toEqual(
      ["corner", "events", "identity", "mail", "profiles", "rights"].sort(),
    );
    expect(copy.rooms["profiles"]).toContainEqual(
      expect.objectContaining({ name: "name", value: `Kund Nummer${people}`, origin: "proven" }),
    );
    const page = await (await browser.fetch("GET", `/v1/me/exports/${id}/html`)).text();
    expect(page).toContain(`Kund Nummer${people}`);
    expect(page).not.toMatch(/<script|http-equiv="refresh"|src=/i);
    expect(page).toContain("from what you did with us");
    expect(page).not.toMatch(/profiles\.facts|events\.log|sourceId|receivedAt|to_address|\d{4}-\d{2}-\d{2}T/);
    for (const to of [who.email, who.other])
      expect((await mailsTo(at, to)).map((mail) => mail.purpose)).toContain("rights.export");
  });

  it("holds what waits parked too, with its cause, and nothing that may be another's", async () => {
    const who = await customer();
    await at.send(
      [
        {
          type: "track",
          event: "",
          messageId: `parked-${people}`,
          properties: { mail: who.email, note: "en kanin" },
        },
        {
          ...{ type: "track", event: "", messageId: `gift-${people}`, userId: "somebody-else" },
          properties: { to: who.email, note: "en hemlig present" },
        },
      ],
      "server",
    );
    const browser = await surely(who);
    const { id } = (await browser.ask("POST", "/v1/me/exports", {})).body as unknown as Asked;
    await runRights(at.house);
    const json = await browser.fetch("GET", `/v1/me/exports/${id}/json`);
    const copy = (await json.json()) as { rooms: Record<string, { table: string; body?: object }[]> };
    const parked = (copy.rooms["events"] ?? []).filter((one) => one.table === "events.parked");
    expect(parked).toHaveLength(2);
    expect(parked.map((one) => one.body !== undefined).sort()).toEqual([false, true]);
    expect(parked).toContainEqual(
      expect.objectContaining({ code: "event.name_bad", cause: expect.stringContaining("needs a name") }),
    );
    expect(JSON.stringify(parked)).toContain("en kanin");
    expect(JSON.stringify(parked)).not.toMatch(/hemlig present|somebody-else/);
  });

  it("is not had by a signed-in stranger, neither by its id nor cancelled, and no longer without a fresh proof", async () => {
    const who = await customer();
    const browser = await surely(who);
    const { id } = (await browser.ask("POST", "/v1/me/exports", {})).body as unknown as Asked;
    await runRights(at.house);
    const stranger = await surely(await customer());
    expect(await code(stranger.ask("GET", `/v1/me/exports/${id}/json`))).toBe("rights.not_found");
    expect(await code(stranger.ask("DELETE", `/v1/me/rights/${id}`))).toBe("rights.not_found");
    expect((await stranger.ask("GET", "/v1/me/rights")).body["items"]).toEqual([]);
    moveClock(11 * 60_000);
    expect(await code(browser.ask("GET", `/v1/me/exports/${id}/json`))).toBe("me.sign_in_again");
  });

  it("goes when an address says that it was not them", async () => {
    const who = await customer();
    const browser = await surely(who);
    const { id } = (await browser.ask("POST", "/v1/me/exports", {})).body as unknown as Asked;
    await runRights(at.house);
    const mail = (await mailsTo(at, who.other)).findLast((one) => one.purpose === "rights.export");
    const undone = await new Customer(at).ask("POST", "/v1/me/undo", { token: tokenIn(mail?.text ?? "") });
    expect(undone.body).toEqual({ what: "export" });
    const again = await surely(who);
    expect(await code(again.ask("GET", `/v1/me/exports/${id}/json`))).toBe("rights.not_found");
  });
});

describe("an impostor", () => {
  it("is signed out everywhere when an address says that it was not them, also where they came in by a link, and asks for nothing again", async () => {
    for (const what of ["export", "erasure"] as const) {
      const act = (browser: Customer) => browser.ask("POST", `/v1/me/${what}s`, {});
      const [who, other] = [await customer(), await customer()];
      const [asks, reads] = [await surely(who), await new Customer(at).signIn(who.email)];
      const bystander = await new Customer(at).signIn(other.email);
      expect([what, (await act(asks)).status]).toEqual([what, 200]);
      const mail = (await mailsTo(at, who.other)).findLast(({ text }) => text.includes("/corner/undo#"));
      const undone = await new Customer(at).ask("POST", "/v1/me/undo", { token: tokenIn(mail?.text ?? "") });
      expect(undone.body).toEqual({ what });
      for (const browser of [asks, reads])
        expect(await code(browser.ask("GET", "/v1/me/session"))).toBe("door.not_signed_in");
      expect(await code(act(asks))).toBe("door.not_signed_in");
      expect((await bystander.ask("GET", "/v1/me/session")).status).toBe(200);
    }
  });

  it("who holds the inbox for a while gets neither a copy nor an erasure", async () => {
    const who = await customer();
    const impostor = await new Customer(at).signIn(who.email);
    expect(await code(impostor.ask("POST", "/v1/me/exports", {}))).toBe("me.proof_needed");
    expect(await code(impostor.ask("POST", "/v1/me/erasures", {}))).toBe("me.proof_needed");
    expect((await impostor.ask("GET", "/v1/me/rights")).body["items"]).toEqual([]);
  });

  it("with a stolen link is in another browser, and a link works once", async () => {
    const who = await customer();
    const browser = new Customer(at);
    await browser.signIn(who.email);
    const used = tokenIn((await mailsTo(at, who.email)).at(-1)?.text ?? "");
    const thief = new Customer(at);
    await thief.ask("POST", "/v1/me/sign-in", { email: "tjuv@exempel.se" });
    expect(await code(thief.ask("POST", "/v1/me/sign-in/redeem", { token: used }))).toBe("me.link_dead");
  });

  it("who claims the victim's identifiers with the public key sees not one byte of theirs in a copy of their own", async () => {
    const [victim, attacker] = [await customer(), await customer()];
    await at.send([
      {
        type: "identify",
        userId: attacker.userId,
        anonymousId: "v-offer",
        messageId: "a1",
        traits: { email: victim.email },
      },
      {
        type: "identify",
        userId: victim.userId,
        anonymousId: "v-tjuv",
        messageId: "a2",
        traits: { email: attacker.email },
      },
    ]);
    const browser = await surely(attacker);
    const { id } = (await browser.ask("POST", "/v1/me/exports", {})).body as unknown as Asked;
    await runRights(at.house);
    const copy = await (await browser.fetch("GET", `/v1/me/exports/${id}/json`)).text();
    const rooms = JSON.parse(copy).rooms as Record<string, { body?: { messageId?: string } }[]>;
    const own = (rooms["events"] ?? []).filter((event) => event.body?.messageId !== "a1"); // what they said themselves
    expect(JSON.stringify({ ...rooms, events: own })).not.toContain(victim.other);
    expect(JSON.stringify(own)).not.toContain(victim.email);
    expect(copy).not.toContain(`Nummer${people - 1}`);
  });
});

describe("an erasure", () => {
  it("waits for a day, is told to every address, and any of them cancels it", async () => {
    const who = await customer();
    const browser = await surely(who);
    const asked = (await browser.ask("POST", "/v1/me/erasures", {})).body as unknown as Asked;
    expect(asked.state).toBe("waiting");
    expect(await code(browser.ask("POST", "/v1/me/erasures", {}))).toBe("rights.waiting_already");
    moveClock(23 * HOUR);
    await runRights(at.house);
    const stillThere = await at.ask(`/api/people/lookup?kind=email&value=${who.email}`);
    expect(stillThere.status).toBe(200);
    const mail = (await mailsTo(at, who.other)).findLast((one) => one.purpose === "rights.erasure");
    await new Customer(at).ask("POST", "/v1/me/undo", { token: tokenIn(mail?.text ?? "") });
    moveClock(25 * HOUR);
    await runRights(at.house);
    expect((await at.ask(`/api/people/lookup?kind=email&value=${who.email}`)).status).toBe(200);
  });

  it("that was cancelled and asked for again is stopped by the link of the later mail; that of the former says that it is over", async () => {
    const who = await customer();
    const browser = await surely(who);
    const tokenOfLast = async () =>
      tokenIn((await mailsTo(at, who.other)).findLast((one) => one.purpose === "rights.erasure")?.text ?? "");
    const { id } = (await browser.ask("POST", "/v1/me/erasures", {})).body as unknown as Asked;
    const former = await tokenOfLast();
    expect((await browser.ask("DELETE", `/v1/me/rights/${id}`)).status).toBe(200);
    expect((await browser.ask("POST", "/v1/me/erasures", {})).status).toBe(200);
    const undo = (token: string) => code(new Customer(at).ask("POST", "/v1/me/undo", { token }));
    expect(await undo(former)).toBe("me.link_dead");
    expect(await undo(await tokenOfLast())).toBeUndefined();
    moveClock(25 * HOUR);
    await runRights(at.house);
    expect((await at.ask(`/api/people/lookup?kind=email&value=${who.email}`)).status).toBe(200);
  });

  it("of staff needs the right and a reason, and covers what browsers said too", async () => {
    const who = await customer();
    const found = await at.ask(`/api/people/lookup?kind=email&value=${who.email}`);
    const path = `/api/people/${found.body["id"]}/rights`;
    expect((await at.ask(path, { kind: "erasure" })).status).toBe(400);
    const asked = await at.ask(path, { kind: "erasure", reason: "bad om det i butiken" });
    expect(asked.status).toBe(200);
    moveClock(25 * HOUR);
    await runRights(at.house);
    moveClock(25 * HOUR + 10_000);
    await runRights(at.house);
    expect((await at.ask(`/api/people/lookup?kind=email&value=${who.email}`)).status).toBe(404);
    const receipt = await new Customer(at).ask("POST", "/v1/me/receipt", { receipt: asked.body["receipt"] });
    expect(receipt.body).toMatchObject({ state: "done" });
    const rooms = receipt.body["rooms"] as unknown as { room: string; removed: Record<string, number> }[];
    expect(rooms.map((line) => line.room).sort()).toEqual(at.house.rightsOf.map((one) => one.room).sort());
    expect(rooms.find((line) => line.room === "events")?.removed["events.bodies"]).toBe(2);
    const danish = await fetch(`${at.base}/v1/me/receipt`, {
      ...{ method: "POST", body: JSON.stringify({ receipt: asked.body["receipt"] }) },
      headers: { origin: at.base, "content-type": "application/json", "accept-language": "da" },
    });
    const said = ((await danish.json()) as { rooms: { title: string; lines: { sentence: string }[] }[] })
      .rooms;
    expect(said.map(({ title }) => title)).toContain("Hvad der er sket");
    const sentences = said.flatMap(({ lines }) => lines.map(({ sentence }) => sentence));
    expect(sentences).toContain("Hændelser: ikke længere knyttet til dig");
    expect(sentences.filter((sentence) => /[a-z]\.[a-z]/.test(sentence))).toEqual([]);
    const stays = receipt.body["stays"] as unknown as { what: string; sentence: string }[];
    expect(stays.map(({ what }) => what).sort()).toEqual(
      ["access.acts", "backups", "consent.withdrawals", "events.log", "tombstones", "traces.due"].sort(),
    );
    expect(stays.find(({ what }) => what === "backups")?.sentence).toContain("five weeks");
    expect(stays.find(({ what }) => what === "traces.due")?.sentence).toContain("files of the database");
  });
});

describe("a correction", () => {
  it("by the person holds over every other word, later ones too, and keeps where the old one came from", async () => {
    const who = await customer();
    const browser = await new Customer(at).signIn(who.email);
    expect((await browser.ask("PUT", "/v1/me/facts/name", { value: "Rätt Namn" })).status).toBe(200);
    const never = await browser.ask("PUT", "/v1/me/facts/birthday", { value: "2150-01-01" });
    expect([never.status, never.body["code"]]).toEqual([400, "facts.not_possible"]);
    await at.send(
      [
        {
          type: "identify",
          userId: who.userId,
          messageId: `late-${who.userId}`,
          traits: { name: "Fel Namn" },
        },
      ],
      "server",
    );
    const { body } = await at.ask(`/api/people/lookup?kind=email&value=${who.email}`);
    const { name } = body["facts"] as unknown as Record<
      string,
      { value: string; trust: string; lineage: { value: string }[] }
    >;
    expect(name).toMatchObject({ value: "Rätt Namn", trust: "person" });
    expect(name?.lineage.map((word) => word.value)).toContain("Fel Namn");
  });
});
