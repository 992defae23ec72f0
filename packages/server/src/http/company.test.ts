import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

type Json = { readonly [name: string]: unknown };
type Answer = { readonly status: number; readonly body: Json };

async function call(method: string, path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${at.base}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${at.secrets.adminToken}`,
      "accept-language": "sv",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Json };
}
const settings = async () => (await call("GET", "/api/settings")).body as Json & { version: number };
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';
const putLogo = async (mediaType: string, bytes: Buffer) =>
  call("PUT", "/api/settings/logo", {
    version: (await settings()).version,
    mediaType,
    base64: bytes.toString("base64"),
  });

describe("the company over HTTP", () => {
  it("is shown to anybody with its name and logo, and nothing else", async () => {
    await call("PATCH", "/api/settings", { version: (await settings()).version, name: "Almvik" });
    const answer = await fetch(`${at.base}/api/installation`);
    expect(await answer.json()).toEqual({ name: "Almvik", logo: null });
    const session = (await call("GET", "/api/session")).body;
    expect(session["installation"]).toMatchObject({ name: "Almvik", logo: null });
  });

  it("tells the second of two who save, in their own language, to look again", async () => {
    const { version } = await settings();
    expect((await call("PATCH", "/api/settings", { version, defaultCurrency: "SEK" })).status).toBe(200);
    const late = await call("PATCH", "/api/settings", { version, defaultCurrency: "DKK" });
    expect(late).toMatchObject({ status: 409, body: { code: "company.saved_by_other" } });
    expect(late.body["sentence"]).toContain("Någon annan har sparat");
    expect(at.house.company.defaultCurrency()).toBe("SEK");
  });

  it("refuses what no standard knows", async () => {
    const { version } = await settings();
    for (const bad of [
      { defaultCurrency: "KRONOR" },
      { languages: ["svenska"] },
      { languages: [] },
      { name: " " },
    ])
      expect((await call("PATCH", "/api/settings", { version, ...bad })).body["code"]).toBe(
        "door.bad_request",
      );
  });

  it("serves its logo as a picture that cannot run, load or be framed, to anybody", async () => {
    const put = await putLogo("image/svg+xml", Buffer.from(LOGO));
    const { url } = put.body["logo"] as { url: string };
    const answer = await fetch(`${at.base}${url}`);
    expect(await answer.text()).toBe(LOGO);
    expect(answer.headers.get("content-type")).toBe("image/svg+xml");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none';.*; sandbox$/);
    expect(answer.headers.get("cache-control")).toContain("immutable");
  });

  it("takes no logo that is too large, something else, or a program", async () => {
    const bad = [
      [413, "company.logo_too_large", "image/png", Buffer.alloc(512 * 1024 + 1)],
      [400, "company.logo_not_a_picture", "image/webp", Buffer.from(LOGO)],
      [400, "company.logo_active", "image/svg+xml", Buffer.from(LOGO.replace("<path", "<script/><path"))],
      [400, "door.bad_request", "image/gif", Buffer.from("GIF89a")],
    ] as const;
    for (const [status, code, mediaType, bytes] of bad)
      expect(await putLogo(mediaType, bytes)).toMatchObject({ status, body: { code } });
    const { version } = await settings();
    expect((await call("DELETE", `/api/settings/logo?version=${version}`)).body["logo"]).toBeNull();
    expect((await fetch(`${at.base}/api/settings/logo`)).status).toBe(404);
  });

  it("opens a store, tells whether it is open, and writes each change in the audit", async () => {
    const entity = await call("POST", "/api/entities", {
      code: "almvik-ab",
      name: "Almvik AB",
      country: "SE",
      currency: "SEK",
      languages: ["sv"],
      timeZone: "Europe/Stockholm",
    });
    expect(entity.status).toBe(200);
    const place = await call("POST", "/api/locations", {
      code: "malmo",
      entityId: entity.body["id"],
      name: "Almvik Malmö",
      kind: "store",
      country: "SE",
      position: { latitude: 55.6, longitude: 13.0 },
    });
    const path = `/api/locations/${String(place.body["id"])}`;
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: "00:00", closes: "24:00" }));
    expect((await call("PUT", `${path}/hours`, { version: 1, week })).body["version"]).toBe(2);
    const day = { version: 2, note: "Julafton", spans: [{ opens: "22:00", closes: "02:00" }] };
    expect((await call("PUT", `${path}/exceptions/2030-12-24`, day)).body["version"]).toBe(3);
    const { items } = (await call("GET", "/api/locations")).body as { items: Json[] };
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      code: "malmo",
      zone: "Europe/Stockholm",
      position: { latitude: 55.6, longitude: 13.0 },
      opening: { state: "open", until: null },
      exceptions: [{ date: "2030-12-24", note: "Julafton", spans: [{ opens: "22:00", closes: "02:00" }] }],
      mine: true,
      version: 3,
    });
    expect(at.house.company.defaultCurrency("malmo")).toBe("SEK");
    const gone = await call("DELETE", `${path}/exceptions/2030-12-24?version=3`);
    expect(gone.body["version"]).toBe(4);
    const audit = (await call("GET", "/api/audit?limit=4")).body as {
      items: { what: string; objectId?: string }[];
    };
    expect(audit.items.map((act) => act.what)).toEqual([
      "hours.unexcept",
      "hours.except",
      "hours.set",
      "locations.create",
    ]);
  });

  it("answers a wrong date or time with what is wrong, never with an error of its own", async () => {
    const path = "/api/locations/01900000-0000-7000-8000-000000000000";
    const asked = [
      await call("PUT", `${path}/exceptions/2026-02-30`, { version: 1, note: "No such day", spans: [] }),
      await call("PUT", `${path}/hours`, {
        version: 1,
        week: [{ weekday: 1, opens: "25:00", closes: "26:00" }],
      }),
      await call("POST", `${path}/close`, { version: 1, lastDay: "tomorrow" }),
    ];
    expect(asked.map((answer) => answer.body["code"])).toEqual(asked.map(() => "door.bad_request"));
    expect((await call("POST", `${path}/reopen`, { version: 1 })).body["code"]).toBe(
      "company.location_unknown",
    );
  });
});
