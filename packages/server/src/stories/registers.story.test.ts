// LAW-24 to LAW-27: public registers come in as files, are asked before a call or a letter, and hold hashes only.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../testing/permission-desk.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let desk: Desk;
beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
});
afterAll(() => at.close());

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
async function take(list: string, asOf: string, file: string | Buffer) {
  const answer = await fetch(`${at.base}/api/permissions/lists?list=${list}&asOf=${asOf}`, {
    method: "POST",
    headers: { authorization: `Bearer ${at.secrets.adminToken}`, "content-type": "text/plain" },
    body: new Blob([new Uint8Array(Buffer.from(file))]),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const ask = async (kind: string, value: string, channel: string, country = "SE") => {
  const wish = {
    identifier: { kind, value },
    purpose: "offers",
    channel,
    entity: "almvik",
    message: "offers",
  };
  const { body } = await desk.call(
    "/v1/permissions/use",
    { ...wish, country, count: false },
    at.secrets.serverKey,
  );
  return body["allowed"] === true ? body["basis"] : (body["reason"] as { code: string }).code;
};

describe("a register of those who want no calls", () => {
  it("LAW-24 is needed before anybody is called, names whom it names however they write their number, and ages", async () => {
    expect(await ask("phone", "0701112233", "call")).toBe("consent.list_old");
    expect(
      (await take("nix_phone", day(2), "Telefonnummer\r\n0701112233\r\n070-999 88 77\r\n")).body,
    ).toEqual({
      ...{ lines: 2, unread: 0 },
    });
    expect(await ask("phone", "+46701112233", "call")).toBe("consent.on_a_list");
    expect(await ask("phone", "0709998877", "call")).toBe("consent.on_a_list");
    expect(await ask("phone", "0705550000", "call")).toBe("no_objection");
    const { body } = await at.ask("/api/permissions/lists");
    const items = body["items"] as unknown as { list: string }[];
    expect(items.find(({ list }) => list === "nix_phone")).toMatchObject({
      asOf: day(2),
      lines: 2,
      ageDays: 2,
    });
    expect(items.find(({ list }) => list === "robinson")).toMatchObject({ asOf: null, tooOld: true });
  });

  it("is replaced by a newer one only, and a file that is another or half one changes nothing", async () => {
    expect((await take("nix_phone", day(5), "0701112233\n")).body).toMatchObject({
      code: "consent.list_older",
    });
    expect((await take("nix_phone", day(-1), "0701112233\n")).body).toMatchObject({
      code: "consent.in_future",
    });
    expect((await take("nix_phone", day(1), "Anna\nBo\n")).body).toMatchObject({
      code: "consent.list_unreadable",
    });
    const half = Array.from({ length: 50 }, (_, i) => (i % 5 === 0 ? "???" : `07055500${10 + i}`)).join("\n");
    expect((await take("nix_phone", day(1), half)).body).toMatchObject({ code: "consent.list_half" });
    expect(await ask("phone", "0701112233", "call")).toBe("consent.on_a_list");
    expect((await take("nix_phone", day(1), "0701234567\n")).status).toBe(200);
    expect(await ask("phone", "0701112233", "call")).toBe("no_objection");
    const client = await at.house.db.connect();
    const rows = await client
      .query("select count(*)::int as n from consent.listed")
      .finally(() => client.end());
    expect(rows.rows).toEqual([{ n: 1 }]);
  });

  it("of a hundred thousand numbers is taken in portions, and no number stands in our tables", async () => {
    const many = Array.from({ length: 100_000 }, (_, i) => `070${1_000_000 + i}`).join("\n");
    expect((await take("nix_phone", day(0), many)).body).toEqual({ lines: 100_000, unread: 0 });
    expect(await ask("phone", "0701099999", "call")).toBe("consent.on_a_list");
    const client = await at.house.db.connect();
    const found = await client
      // The whole number as it is said and as it is kept: seven digits alone stand in one of 45 such tables of hashes by chance.
      .query("select count(*)::int as n from consent.listed l where l::text like '%701099999%'")
      .finally(() => client.end());
    expect(found.rows).toEqual([{ n: 0 }]);
  });
});

describe("a register of those who want no letters", () => {
  const address = (street: string, postalCode: string, country: string) =>
    at.send([
      {
        ...{ type: "identify", userId: street, messageId: street },
        traits: { address: { street, postalCode, city: "x", country } },
      },
    ]);

  it("LAW-25 LAW-26 LAW-27 counts for whoever lives there, in each country, also in old encodings", async () => {
    await address("Storgatan 1", "211 00", "SE");
    await take(
      "nix_letter",
      day(1),
      Buffer.from("Namn;Adress;Postnr;Ort\nEk;Storgatan 1;21100;Malmö\nÖ;Åsv. 2;211 01;Malmö\n", "latin1"),
    );
    await take("robinson", day(1), "Holm;Vej 2;2100;København\n");
    await take("reservasjon", day(1), "41234567\nNes;Bakken 4;0150;Oslo\n");
    const letter = (line: string, country: string) => ask("address", line, "letter", country);
    expect(await letter("storgatan 1|21100|se", "SE")).toBe("consent.on_a_list");
    expect(await letter("åsv 2|21101|se", "SE")).toBe("consent.on_a_list");
    expect(await letter("storgatan 2|21100|se", "SE")).toBe("no_objection");
    expect(await letter("vej 2|2100|dk", "DK")).toBe("consent.on_a_list");
    expect(await letter("bakken 4|0150|no", "NO")).toBe("consent.on_a_list");
    expect(await ask("phone", "+4741234567", "call", "NO")).toBe("consent.on_a_list");
  });

  it("LAW-25 knows a flat however it is written, and reads what a spreadsheet saves as Unicode text", async () => {
    const sheet = "Namn\tAdress\tPostnr\r\nEk\tStorgatan 1 B lgh 1102\t211 00\r\nÖhm\tÅgatan 7\t211 00\r\n";
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sheet, "utf16le")]);
    expect((await take("nix_letter", day(0), bytes)).body).toEqual({ lines: 2, unread: 0 });
    const letter = (street: string) => ask("address", `${street}|21100|se`, "letter");
    for (const street of ["Storgatan 1B, lgh. 1102", "storgatan 1 b", "Storgatan 1 B 1 tr", "Ågatan 7, 3 tr"])
      expect(await letter(street)).toBe("consent.on_a_list");
    for (const street of ["Storgatan 1 B lgh 1103", "Storgatan 1 A", "Storgatan 1 B 2 tr"])
      expect(await letter(street)).toBe("no_objection");
    const { body } = await at.ask("/api/permissions/lists");
    const items = body["items"] as unknown as { list: string }[];
    expect(items.find(({ list }) => list === "nix_letter")).toMatchObject({ lines: 2 });
  });
});
