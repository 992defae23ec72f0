// Deny by default: every address of the running router, called by everyone, beside a table kept by hand.
import { permissionsOf, type Role, roles } from "@somlos/contract";
import { makeSetUpLink } from "@somlos/modules/access";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RouteLine } from "../app.ts";
import { enterAsPerson } from "../testing/enter-as-person.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";
import { allowedOfGoods } from "./endpoints-of-goods.ts";
import { allowedOfIdentity } from "./endpoints-of-identity.ts";
import { allowedOfPermission, but } from "./endpoints-of-permission.ts";
import { allowedOfPersons } from "./endpoints-of-persons.ts";

const PASSWORD = "en riktigt lång fras om lampor";
const SERVER_SIDE_KEYS = ["public key", "server key"] as const;
type Who = "nobody" | (typeof SERVER_SIDE_KEYS)[number] | "person" | Role;
const everyone: readonly Who[] = ["nobody", ...SERVER_SIDE_KEYS, "person", ...roles];
const colleagues: readonly Role[] = roles;

/** Who may pass which endpoint. A row is missing: the test fails. Kept by hand: change it with the rule you change. */
const allowed: Readonly<Record<string, readonly Who[]>> = {
  "operate.health": everyone,
  "operate.metrics": ["owner", "manager", "it"],
  "volume.read": ["owner", "manager", "it"],
  "alerts.list": ["owner", "manager", "it"],
  "retention.list": ["owner", "manager", "it"],
  "retention.foresee": ["owner", "manager", "it"],
  "retention.change": ["owner", "it"],
  "collect.preflight": everyone,
  "company.show": everyone,
  "settings.read": colleagues,
  "settings.change": ["owner", "it"],
  "settings.logo_put": ["owner", "it"],
  "settings.logo_remove": ["owner", "it"],
  "settings.logo_show": everyone,
  "entities.list": colleagues,
  "entities.create": ["owner", "it"],
  "entities.change": ["owner", "it"],
  "entities.close": ["owner", "it"],
  "entities.reopen": ["owner", "it"],
  "sharings.list": colleagues,
  "sharings.record": ["owner", "it"],
  "sharings.end": ["owner", "it"],
  "locations.list": colleagues,
  "locations.create": ["owner", "manager"],
  "locations.change": ["owner", "manager"],
  "locations.close": ["owner", "manager"],
  "locations.reopen": ["owner", "manager"],
  "hours.set": ["owner", "manager", "store"],
  "hours.except": ["owner", "manager", "store"],
  "hours.unexcept": ["owner", "manager", "store"],
  "session.read": colleagues,
  "session.end": colleagues,
  "session.sign_in": everyone,
  "session.passkey_options": everyone,
  "session.passkey": everyone,
  "set_up.look": everyone,
  "set_up.passkey_options": everyone,
  "set_up.redeem": everyone,
  "password.forgot": everyone,
  "password.reset": everyone,
  "account.read": colleagues,
  "account.change": colleagues,
  "account.password": colleagues,
  "account.passkey_options": colleagues,
  "account.passkey_add": colleagues,
  "account.passkey_remove": colleagues,
  "account.session_end": colleagues,
  "account.sessions_end": colleagues,
  "staff.list": ["owner", "manager", "it"],
  "staff.invite": ["owner"],
  "staff.grant": ["owner"],
  "staff.deactivate": ["owner"],
  "keys.list": ["owner", "manager", "marketing", "it"],
  "keys.create": ["owner", "it"],
  "keys.roll": ["owner", "it"],
  "keys.close": ["owner", "it"],
  "keys.change": ["owner", "it"],
  "audit.list": ["owner", "manager"],
  "mail.list": ["owner", "manager", "service", "it"],
  "mail.open": ["owner", "manager", "service", "it"],
  "sources.list": ["owner", "manager", "marketing", "it"],
  "sources.create": ["owner", "it"],
  "sources.change": ["owner", "it"],
  "sources.listen": ["owner", "it"],
  "sources.heard": ["owner", "it"],
  "schemas.templates": ["owner", "manager", "marketing", "it"],
  "schemas.list": ["owner", "manager", "marketing", "it"],
  "schemas.history": ["owner", "manager", "marketing", "it"],
  "schemas.save": ["owner", "it"],
  "schemas.end": ["owner", "it"],
  "schemas.learn": ["owner", "it"],
  "schemas.try": ["owner", "it"],
  "imports.list": ["owner", "manager", "marketing", "it"],
  "imports.open": ["owner", "manager", "marketing", "it"],
  "demo.look": ["owner", "manager", "marketing", "it"],
  "demo.remove": ["owner", "it"],
  "imports.upload": ["owner", "marketing", "it"],
  "imports.sample": ["owner", "marketing", "it"],
  "imports.kinds": ["owner", "manager", "marketing", "it"],
  "imports.preview": ["owner", "marketing", "it"],
  "imports.map": ["owner", "marketing", "it"],
  "imports.try": ["owner", "marketing", "it"],
  "imports.start": ["owner", "marketing", "it"],
  "imports.pause": ["owner", "marketing", "it"],
  "imports.resume": ["owner", "marketing", "it"],
  "imports.cancel": ["owner", "marketing", "it"],
  "imports.refused": ["owner", "marketing", "it"],
  "imports.report": ["owner", "marketing", "it"],
  "imports.remove_file": ["owner", "marketing", "it"],
  "events.live": but("store"),
  "events.parked": but("store"),
  "events.replay": ["owner", "it"],
  "events.trace": but("store"),
  "people.lookup": but("store", "it"),
  "people.lookup_by_query": but("store", "it"),
  "people.open": but("store", "it"),
  "people.timeline": but("store", "it"),
  "people.search": but("store", "it"),
  "rights.list": ["owner", "service"],
  "rights.ask": ["owner", "service"],
  "rights.cancel": ["owner", "service"],
  "rights.fetch": ["owner", "service"],
  "rights.foresee": ["owner", "service"],
  "restrictions.list": ["owner", "service"],
  "restrictions.ask": ["owner", "service"],
  "restrictions.lift": ["owner", "service"],
  "people.protect": ["service"],
  "people.fact_correct": ["owner", "manager", "sales", "service"],
  "people.fact_take_back": ["owner", "manager", "sales", "service"],
  ...allowedOfPersons(everyone),
  "people.households": but("store", "it"),
  "people.seen": but("store", "it"),
  "people.reason": but("store", "it"),
  "look_rules.read": colleagues,
  "looks.reason": colleagues,
  "look_rules.change": ["owner", "it"],
  "recognition.read": but("store"),
  ...allowedOfPermission(everyone),
  "people.rulings": but("store", "it"),
  "people.why": but("store", "it"),
  "people.claims": but("store", "it"),
  "people.join": ["owner", "manager", "service"],
  "people.split": ["owner", "manager", "service"],
  "people.keep_apart": ["owner", "manager", "service"],
  "people.withdraw_claims": ["owner", "manager", "service"],
  "people.undo": ["owner", "manager", "service"],
  ...allowedOfIdentity,
  ...allowedOfGoods(everyone),
};

/** Doors of the source kinds take both kinds of key and nothing else. */
const isCollecting = (id: string) => id.startsWith("collect.") && id !== "collect.preflight";

let at: TestApp;
let base: string;
const cookies = new Map<Role | "person", string>();

const json = (origin: string) => ({ "content-type": "application/json", origin });

async function signUp(token: string, name: string, email: string): Promise<string> {
  const answer = await fetch(`${base}/api/set-up`, {
    method: "POST",
    headers: json(base),
    body: JSON.stringify({ token, name, email, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${email}: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

const tokenIn = (text: string): string => /#(?:token=)?([\w-]{20,})/.exec(text)?.[1] ?? "";

async function invite(role: Role, owner: string): Promise<string> {
  const email = `${role}@butik.example`;
  await fetch(`${base}/api/staff`, {
    method: "POST",
    headers: { ...json(base), cookie: owner },
    body: JSON.stringify({ email, name: role, grants: [{ role, legalEntityId: null, locationIds: [] }] }),
  });
  const client = new pg.Client(at.database.url);
  await client.connect();
  const mails = await client
    .query<{ text: string }>(`select body_text as "text" from kernel.mails where to_address = $1`, [email])
    .finally(() => client.end());
  return signUp(tokenIn(mails.rows[0]?.text ?? ""), role, email);
}

beforeAll(async () => {
  at = await openTestApp();
  base = at.base;
  const link = await at.house.db.work({ kind: "system", id: "test" }, (work) =>
    makeSetUpLink(work, at.house.access),
  );
  cookies.set("owner", await signUp(tokenIn(link ?? ""), "Olle", "owner@butik.example"));
  for (const role of roles)
    if (role !== "owner") cookies.set(role, await invite(role, cookies.get("owner") ?? ""));
  cookies.set("person", await enterAsPerson(at, "kund-a"));
});
afterAll(() => at.close());

const NOBODYS = "01900000-0000-7000-8000-000000000000";

function headersOf(who: Who): Record<string, string> {
  if (who === "nobody") return {};
  if (who === "public key" || who === "server key") {
    const key = who === "public key" ? at.secrets.writeKey : at.secrets.serverKey;
    return { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`, "x-write-key": key };
  }
  return { cookie: cookies.get(who) ?? "" };
}

const FILE = { "content-type": "application/octet-stream" };
const takesFile = (method: string, url: string): boolean =>
  method === "POST" &&
  ["/api/imports", "/api/permissions/lists", "/api/permissions/imports", "/api/feeds/:id/file"].includes(url);

/** The code with which a call was turned away at the door; undefined when it got past it. */
async function turnedAway(method: string, url: string, who: Who): Promise<string | undefined> {
  const path = url.replaceAll(/:(\w+)/g, NOBODYS).replace("*", "x");
  const key =
    who === "public key" ? at.secrets.writeKey : who === "server key" ? at.secrets.serverKey : undefined;
  const fields = key === undefined ? {} : { writeKey: key, api_key: key, token: key, aid: key };
  const bare = method === "GET" || method === "HEAD" || method === "OPTIONS";
  const answer = await fetch(
    `${base}${path}${bare && key !== undefined ? `?${new URLSearchParams(fields)}` : ""}`,
    {
      method,
      headers: { ...headersOf(who), ...json(base), ...(takesFile(method, url) ? FILE : {}) },
      // Each client family has its own place for the key; the body fits none of our own doors.
      ...(bare
        ? {}
        : { body: JSON.stringify(key === undefined ? {} : { ...fields, batch: [], data: [fields] }) }),
    },
  );
  const text = await answer.text();
  const code = text.startsWith("{") ? (JSON.parse(text) as { code?: string }).code : undefined;
  return ["door.not_signed_in", "door.not_allowed", "door.needs_server_key", "collect.key_unknown"].find(
    (refused) => refused === code,
  );
}

describe("the doors of the house", () => {
  const isPage = (line: { url: string; id: string | undefined }) =>
    line.id === undefined && !/^\/(api|v1|health|metrics|test)/.test(line.url);

  it("all say who may pass, and all stand in the table kept by hand", () => {
    const lines = at.app.routes().filter((line) => !isPage(line) && line.method !== "HEAD");
    expect(lines.filter((line) => line.id === undefined || line.who === undefined)).toEqual([]);
    const missing = lines
      .map((line) => line.id ?? "")
      .filter((id) => allowed[id] === undefined && !isCollecting(id));
    expect([...new Set(missing)]).toEqual([]);
    const gone = Object.keys(allowed).filter((id) => !lines.some((line) => line.id === id));
    expect(gone).toEqual([]);
  });

  it("let in whom the table names and turn away everybody else", async () => {
    // What ends sessions comes last: it changes who the caller is.
    const lines = at.app
      .routes()
      .filter((line) => line.id !== undefined && line.method !== "HEAD")
      .sort((a, b) => enders.indexOf(a.id ?? "") - enders.indexOf(b.id ?? ""));
    const wrong: string[] = [];
    for (const line of lines) for (const who of everyone) wrong.push(...(await judge(line, who)));
    expect(wrong).toEqual([]);
  });

  it("give each role what its permissions say, and no key any of them", () => {
    for (const role of roles) expect(permissionsOf[role].length).toBeGreaterThan(0);
    expect(permissionsOf.store).not.toContain("people.read");
  });
});

const enders: readonly string[] = [
  "me.session_end",
  "me.sessions_end",
  "account.session_end",
  "account.sessions_end",
  "session.end",
];

async function signIn(role: Role): Promise<string> {
  const answer = await fetch(`${base}/api/session/password`, {
    method: "POST",
    headers: json(base),
    body: JSON.stringify({ email: `${role}@butik.example`, password: PASSWORD }),
  });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** Some clients ask for settings before they send: the answer holds nothing of ours and needs no key. */
const asksForSettings = (line: RouteLine): boolean =>
  line.method === "GET" && /settings|config|flags|surveys/.test(line.url);

async function judge(line: RouteLine, who: Who): Promise<string[]> {
  const { method, url, id = "" } = line;
  const collecting = isCollecting(id);
  if (collecting && asksForSettings(line)) return [];
  const may = collecting
    ? who === "public key" || who === "server key"
    : (allowed[id]?.includes(who) ?? false);
  if (enders.includes(id) && who in permissionsOf) cookies.set(who as Role, await signIn(who as Role));
  if (enders.includes(id) && who === "person") cookies.set("person", await enterAsPerson(at, "kund-a"));
  const code = await turnedAway(method, url, who);
  return (code === undefined) === may
    ? []
    : [`${id} ${method} ${url}: ${who} ${may ? `is turned away (${code})` : "gets in"}`];
}
