// Permission over HTTP: given with evidence, shown with the very words, confirmed from the address, taken back by a link.
import { randomUUID } from "node:crypto";
import { uuidOf } from "@somlos/kernel/ids";
import { mayUse, withdrawUrl } from "@somlos/modules/consent";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, hashOf, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let desk: Desk;
beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
});
afterAll(() => at.close());

type Mail = { to: string; subject: string; text: string };
async function mailsTo(address: string): Promise<Mail[]> {
  const client = await at.house.db.connect();
  return client
    .query<Mail>(
      "select to_address as to, subject, body_text as text from kernel.mails where to_address = $1",
      [address],
    )
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
const tokenIn = (text: string): string => /#confirm=([\w.-]+)/.exec(text)?.[1] ?? "";
const mayWrite = async (email: string, purpose = "offers") => {
  const fp = at.house.naming.print("id email", email);
  const { allowed, reason } = await at.house.db.work({ kind: "system", id: "test" }, (work) =>
    mayUse(work.tx, {
      ...{ identifiers: [{ kind: "email", fp }], purpose, channel: "mail", entityId: desk.entityId },
      ...{ recipientKind: "person", scope: "offers", categories: ["shoes"], now: work.now },
    }),
  );
  return allowed ? "yes" : reason;
};

describe("the retailer's own systems tell what people said", () => {
  it("LAW-09 a yes with its evidence holds, and a colleague sees who, where, how and the exact words", async () => {
    const id = await desk.meet("anna@exempel.se");
    expect((await desk.tell(desk.yes("anna@exempel.se"))).body).toMatchObject({ accepted: 1, refused: [] });
    expect(await mayWrite("anna@exempel.se")).toBe("yes");
    const { items } = await desk.look(id);
    expect(items).toMatchObject([
      {
        ...{ purpose: "offers", kind: "marketing", channel: "mail", state: "granted", basis: "consent" },
        ...{ identifier: { kind: "email", value: "anna@exempel.se" }, text: { body: desk.body, version: 1 } },
        evidence: { collectedBy: "form:checkout", place: "almvik.example/kassa", how: "ruta ikryssad" },
      },
    ]);
    const looks = await at.ask("/api/audit");
    expect(JSON.stringify(looks.body)).toContain("consent.person");
  });

  it("one that is refused fails no other, and each says why", async () => {
    const told = await desk.tell(
      desk.yes("b1@exempel.se", { evidence: { ...desk.evidence, active: false } }),
      desk.yes("b2@exempel.se"),
      desk.yes("b3@exempel.se", { purpose: "unheard" }),
      desk.yes("b4@exempel.se", { textHash: hashOf("other words") }),
      desk.yes("no address"),
      desk.yes("b5@exempel.se", { entity: "nobody" }),
      { act: "grant" },
      desk.no("b2@exempel.se", { purpose: "unheard" }),
      desk.yes("b1@exempel.se", { evidence: { ...desk.evidence, place: "", how: " " } }),
    );
    expect(told.status).toBe(200);
    expect(told.body).toMatchObject({ accepted: 1, entries: 1 });
    const refused = told.body["refused"] as {
      index: number;
      code: string;
      sentence: string;
      missing?: string[];
    }[];
    expect(refused.map(({ index, code }) => [index, code])).toEqual([
      [0, "consent.incomplete"],
      [2, "consent.purpose_unknown"],
      [3, "consent.text_unknown"],
      [4, "consent.identifier_bad"],
      [5, "company.entity_unknown"],
      [6, "door.bad_request"],
      [7, "consent.purpose_unknown"],
      [8, "consent.incomplete"],
    ]);
    expect(refused.map(({ missing }) => missing).filter(Boolean)).toEqual([["active"], ["place", "how"]]);
    expect(refused.every(({ sentence }) => sentence.length > 10)).toBe(true);
    expect(await mayWrite("b1@exempel.se")).toBe("consent.no_permission");
  });

  it("told again it changes nothing; a thousand at once are taken, a thousand and one are not", async () => {
    const many = Array.from({ length: 1000 }, (_, i) => desk.yes(`many-${i}@exempel.se`));
    expect((await desk.tell(...many)).body).toMatchObject({ accepted: 1000, entries: 1000 });
    expect((await desk.tell(...many)).body).toMatchObject({ accepted: 1000, entries: 0 });
    expect((await desk.tell(...many, desk.yes("more@exempel.se"))).status).toBe(400);
    expect(await mayWrite("many-999@exempel.se")).toBe("yes");
  });

  it("the public key may neither give nor take anything", async () => {
    const acts = [desk.yes("public@exempel.se"), desk.no("anna@exempel.se")];
    const told = await desk.call("/v1/permissions", { acts }, at.secrets.writeKey);
    expect([told.status, told.body["code"]]).toEqual([403, "door.needs_server_key"]);
    expect(await mayWrite("public@exempel.se")).toBe("consent.no_permission");
    expect(await mayWrite("anna@exempel.se")).toBe("yes");
  });

  it("LAW-04 what a sale allows is told with its five facts, for mail and text messages only", async () => {
    const soft = {
      ...{ obtainedInSale: true, ownSimilarProducts: true, refusalOffered: true, refusalInMessages: true },
      ...{ notRefused: true, saleRef: "R-1", paid: true },
    };
    const body = "Almvik AB skriver till dig om liknande varor. Du kan säga nej när som helst.";
    await at.ask("/api/permissions/purposes/offers/texts", {
      ...{ basis: "soft", language: "sv", body, scopes: ["offers"], channels: ["mail", "sms"] },
      ...{ categories: ["shoes"], entityIds: [desk.entityId] },
    });
    const sale = (more: object) => desk.yes("sale@exempel.se", { textHash: hashOf(body), soft, ...more });
    const told = await desk.tell(
      sale({ channels: ["mail", "call"] }),
      sale({ soft: { ...soft, paid: undefined } }),
      sale({ soft: { ...soft, saleRef: "" } }),
    );
    expect(told.body).toMatchObject({
      accepted: 0,
      refused: [
        { code: "consent.soft_channel" },
        { code: "door.bad_request" },
        { code: "consent.incomplete", missing: ["saleRef"] },
      ],
    });
    const id = await desk.meet("sale@exempel.se");
    await desk.tell(sale({}));
    expect((await desk.look(id)).items).toMatchObject([{ state: "soft", basis: "soft", soft }]);
    await desk.tell(desk.no("sale@exempel.se"));
    expect((await desk.tell(sale({ at: new Date() }))).body).toMatchObject({
      ...{ accepted: 0, refused: [{ code: "consent.withdrawn" }] },
    });
    const batch = [
      desk.no("sold@exempel.se"),
      sale({ identifiers: [{ kind: "email", value: "sold@exempel.se" }] }),
    ];
    expect((await desk.tell(...batch)).body).toMatchObject({
      ...{ accepted: 1, refused: [{ index: 1, code: "consent.withdrawn" }] },
    });
    expect(await mayWrite("sale@exempel.se")).toBe("consent.withdrawn");
  });
});

describe("a yes that waits for the word from the address itself", () => {
  const ask = (email: string, more: object = {}) =>
    desk.tell(desk.yes(email, { purpose: "letters", textId: desk.texts.letters, ...more }));

  it("is no yes until the link in the mail was opened and its button pressed; a look at the page confirms nothing", async () => {
    await ask("carl@exempel.se");
    expect(await mayWrite("carl@exempel.se", "letters")).toBe("consent.not_confirmed");
    const [mail] = await mailsTo("carl@exempel.se");
    expect(mail?.text).toContain(desk.body);
    const token = tokenIn(mail?.text ?? "");
    const page = await fetch(`${at.base}/permission`, { headers: { "accept-language": "sv" } });
    expect(await page.text()).toContain('lang="sv"');
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(await (await fetch(`${at.base}/permission/page.js`)).text()).toContain("/v1/permissions/confirm");
    expect((await fetch(`${at.base}/v1/permissions/confirm?token=${token}`)).status).toBe(404);
    expect(await mayWrite("carl@exempel.se", "letters")).toBe("consent.not_confirmed");
    for (const _ of [1, 2])
      expect((await desk.call("/v1/permissions/confirm", { token })).body).toEqual({ success: true });
    expect(await mayWrite("carl@exempel.se", "letters")).toBe("yes");
  });

  it("holds for the address that answered only, when one act named two", async () => {
    const identifiers = ["d1@exempel.se", "d2@exempel.se"].map((value) => ({ kind: "email", value }));
    await ask("d1@exempel.se", { identifiers });
    const [mail] = await mailsTo("d1@exempel.se");
    await desk.call("/v1/permissions/confirm", { token: tokenIn(mail?.text ?? "") });
    expect(await mayWrite("d1@exempel.se", "letters")).toBe("yes");
    expect(await mayWrite("d2@exempel.se", "letters")).toBe("consent.not_confirmed");
  });

  it("is not brought back by an old link after a no, and a link of our own making alone opens anything", async () => {
    await ask("erik@exempel.se");
    const [mail] = await mailsTo("erik@exempel.se");
    const token = tokenIn(mail?.text ?? "");
    await desk.tell(desk.no("erik@exempel.se"));
    await desk.call("/v1/permissions/confirm", { token });
    expect(await mayWrite("erik@exempel.se", "letters")).toBe("consent.withdrawn");
    for (const bad of ["x", `${token}x`, token.replace(/^./, "f"), `${token}.${token}`])
      expect((await desk.call("/v1/permissions/confirm", { token: bad })).body).toMatchObject({
        code: "consent.link_dead",
      });
    expect((await desk.call("/v1/permissions/withdraw", { token })).status).toBe(400);
  });

  it("fills nobody's inbox: three mails a day to one address, and the link is hidden from colleagues", async () => {
    for (let i = 0; i < 6; i++) await ask("full@exempel.se");
    const mails = await mailsTo("full@exempel.se");
    expect(mails.length).toBe(3);
    const list = await at.ask("/api/mail");
    expect(JSON.stringify(list.body)).not.toContain("#confirm=");
  });
});

describe("no", () => {
  it("REC-18 LAW-16 takes one click from a message, without signing in, and the message is kept as its cause", async () => {
    const id = await desk.meet("frida@exempel.se");
    await desk.tell(desk.yes("frida@exempel.se", { channels: ["mail", "sms"] }));
    const fp = uuidOf(at.house.naming.print("id email", "frida@exempel.se"));
    const scope = { purpose: "offers", channel: "mail", entityId: desk.entityId } as const;
    const url = withdrawUrl(at.house, { fp, kind: "email", ...scope, cause: "message-77" });
    const token = url.split("#withdraw=")[1];
    for (const _ of [1, 2])
      expect((await desk.call("/v1/permissions/withdraw", { token })).body).toEqual({ success: true });
    const { items } = await desk.look(id);
    expect(items.find(({ channel }) => channel === "mail")).toMatchObject({
      state: "withdrawn",
      cause: "message-77",
    });
    expect(items.find(({ channel }) => channel === "sms")).toMatchObject({ state: "granted" });
    const history = await at.ask(`/api/people/${id}/permissions/history`);
    expect((history.body["items"] as unknown as object[]).length).toBe(3);
    await desk.call("/v1/permissions/withdraw", { token, everything: true });
    expect((await desk.look(id)).noes).toMatchObject([{ purpose: null, channel: null, cause: "message-77" }]);
    await desk.tell(desk.yes("frida@exempel.se", { at: new Date() }));
    await desk.call("/v1/permissions/withdraw", { token });
    expect(await mayWrite("frida@exempel.se")).toBe("consent.withdrawn");
  });

  it("is written down by a colleague for the whole person in one act, and no answer tells whether an address is known", async () => {
    const id = await desk.meet("gun@exempel.se");
    await desk.tell(desk.yes("gun@exempel.se", { channels: ["mail", "sms", "call"] }));
    const all = { purpose: null, channel: null, entityId: null };
    const withdraw = (body: object) =>
      at.ask("/api/permissions/withdraw", { actId: randomUUID(), ...all, ...body });
    expect((await withdraw({ personId: id })).status).toBe(200);
    expect(await mayWrite("gun@exempel.se")).toBe("consent.withdrawn");
    const known = await withdraw({ identifiers: [{ kind: "email", value: "anna@exempel.se" }] });
    const unknown = await withdraw({ identifiers: [{ kind: "email", value: "nobody@exempel.se" }] });
    expect(known).toEqual(unknown);
  });

  it("a colleague writes down a yes with what proves it, under their own name; incomplete it is refused", async () => {
    const id = await desk.meet("hans@exempel.se");
    const wish = {
      ...{
        actId: randomUUID(),
        identifiers: [{ kind: "email", value: "hans@exempel.se" }],
        purpose: "offers",
      },
      ...{
        channels: ["mail"],
        entityId: desk.entityId,
        textId: desk.texts.offers,
        textHash: hashOf(desk.body),
      },
      evidence: { ...desk.evidence, place: "Malmö", how: "sa ja i kassan" },
    };
    const incomplete = { ...wish, evidence: { ...wish.evidence, concluded: false } };
    expect((await at.ask("/api/permissions/grant", incomplete)).body).toMatchObject({
      code: "consent.incomplete",
      details: { missing: ["concluded"] },
    });
    const placeless = { ...wish, evidence: { ...wish.evidence, place: "" } };
    expect((await at.ask("/api/permissions/grant", placeless)).body).toMatchObject({
      ...{ code: "consent.incomplete", details: { missing: ["place"] } },
    });
    expect((await at.ask("/api/permissions/grant", wish)).body).toEqual({ entries: 1, pending: false });
    expect((await at.ask("/api/permissions/grant", wish)).body).toEqual({ entries: 0, pending: false });
    expect((await desk.look(id)).items[0]?.evidence).toMatchObject({
      collectedBy: "staff:admin-token",
      place: "Malmö",
    });
  });
});

describe("reach", () => {
  it("REC-12 is the share of everybody we know who gave a marketing permission that stands, the inactive included", async () => {
    const before = await reachNow();
    const emails = Array.from({ length: 6 }, (_, i) => `reach-${i}@exempel.se`);
    for (const email of emails) await desk.meet(email);
    await desk.tell(...emails.slice(0, 4).map((email) => desk.yes(email)));
    await desk.tell(desk.no(emails[0] ?? "", { cause: "message-9" }));
    const after = await reachNow();
    expect(after.known - before.known).toBe(6);
    expect(after.reachable - before.reachable).toBe(3);
    expect(after.share).toBeCloseTo(after.reachable / after.known, 6);
    const mail = (reach: Reach) =>
      reach.items.find(({ purpose, channel }) => purpose === "offers" && channel === "mail")?.people ?? 0;
    expect(mail(after) - mail(before)).toBe(3);
    expect(after.gaps).toEqual([]);
    expect(after.causes).toContainEqual({ cause: "message-9", noes: 1 });
    expect(after.noes.some(({ fromMessage, noes }) => fromMessage && noes > 0)).toBe(true);
  });
});
/** On a busy machine a count may take longer than the door waits for it. */
async function reachNow(): Promise<Reach> {
  for (const from = Date.now(); ; ) {
    const { found } = (await at.ask("/api/permissions/reach")).body as unknown as { found: Reach | null };
    if (found !== null && Date.parse(found.asOf) >= from) return found;
  }
}
type Reach = {
  asOf: string;
  known: number;
  reachable: number;
  share: number;
  items: { purpose: string | null; channel: string; people: number }[];
  gaps: object[];
  causes: object[];
  noes: { fromMessage: boolean; noes: number }[];
};
