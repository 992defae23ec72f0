// A colleague fenced to one legal entity: whom only another knows is not there, at every door that names people.
import { randomUUID } from "node:crypto";
import type { Endpoint } from "@somlos/contract";
import { fetchForPerson } from "@somlos/contract/rooms/rights";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { doors } from "../modules.ts";
import { signUpColleague } from "../testing/colleague.ts";
import { askDatabase, mailsTo } from "../testing/customer.ts";
import { type Entities, openEntities } from "../testing/entities.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const EMAIL = "muren@exempel.se";
const OURS = "dansk@eksempel.dk";
const NOBODY = "00000000-0000-0000-0000-000000000000";
let at: TestApp;
let of: Entities;
let almvik: string;
let danish: string;
let owner: string;
/** Colleagues of the Danish entity alone. */
const fenced: Record<string, string> = {};
/** Known to the Swedish principal, two of them; and a Dane. */
let swede: string;
/** Serves customers of every legal entity: protected persons are theirs alone. */
let serves: string;
let second: string;
let dane: string;
const made = { ruling: "", hub: "", match: "", run: "", copy: "", erasure: "", mail: "" };

const rolesOf = ["service", "manager", "it"] as const;

async function ask(cookie: string, method: string, path: string, body?: object) {
  const json = body === undefined ? {} : { "content-type": "application/json" };
  const answer = await fetch(`${at.base}${path}`, {
    ...{ method, headers: { cookie, origin: at.base, ...json } },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}
const told = async (path: string, body: object, method = "POST"): Promise<Record<string, unknown>> => {
  const { status, text } = await ask(owner, method, path, body);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  return JSON.parse(text);
};
const act = (more: object) => ({ actId: randomUUID(), reason: "they look alike", ...more });

beforeAll(async () => {
  at = await openTestApp();
  of = openEntities(at);
  almvik = await of.enter("almvik", "almvik", "SE");
  danish = await of.enter("almvik-dk");
  owner = await signUpColleague(at, "owner");
  serves = await signUpColleague(at, "service", owner);
  for (const role of rolesOf) fenced[role] = await signUpColleague(at, role, owner, danish);
  const told3 = (userId: string, email: string, name: string, legal_entity: string) => ({
    ...{ type: "identify", userId, messageId: `e-${userId}`, traits: { email, name } },
    context: { legal_entity },
  });
  await at.send(
    [
      told3("mur-1", EMAIL, "Kanarie Svensk", "almvik"),
      told3("mur-2", "muren2@exempel.se", "Kanarie Annan", "almvik"),
      told3("mur-dk", OURS, "Dansk Dame", "almvik-dk"),
    ],
    "server",
  );
  const emails = [EMAIL, "muren2@exempel.se", OURS];
  [swede = "", second = "", dane = ""] = await Promise.all(emails.map((one) => of.idOf("email", one)));
  const named = (kind: string, value: string) => ({ kind, value });
  const ruled = act({ a: named("login", "mur-1"), b: named("email", "muren2@exempel.se") });
  made.ruling = String((await told("/api/people/keep-apart", ruled))["rulingId"]);
  const hub = act({ ...named("email", EMAIL), says: "one_person" });
  made.hub = String((await told("/api/identity/hubs/rule", hub))["rulingId"]);
  const asked = (kind: string) => told(`/api/people/${swede}/rights`, { kind, reason: "asked in the store" });
  made.copy = String((await asked("export"))["id"]);
  made.erasure = String((await asked("erasure"))["id"]);
  await pairAndRun();
  await fetch(`${at.base}/v1/me/sign-in`, {
    ...{ method: "POST", headers: { "content-type": "application/json", origin: at.base } },
    body: JSON.stringify({ email: EMAIL }),
  });
  await vi.waitFor(async () => expect((await mailsTo(at, EMAIL)).length).toBeGreaterThan(0));
  const [mail] = await askDatabase<{ id: string }>(
    at.database.url,
    "select id from kernel.mails where to_address = $1",
    [EMAIL],
  );
  made.mail = mail?.id ?? "";
});
afterAll(() => at.close());

/** A pair in the queue and a run of other rules that would change the two, as the workers write them. */
async function pairAndRun(): Promise<void> {
  [made.match, made.run] = [randomUUID(), randomUUID()];
  await askDatabase(
    at.database.url,
    "insert into identity.matches (id, a, b, bits, state, scored_at) values ($1, least($2, $3::uuid), greatest($2, $3::uuid), 20, 'open', now())",
    [made.match, swede, second],
  );
  await askDatabase(
    at.database.url,
    "insert into identity.rule_versions (number, act, state, body, by_id, why, at) values (99, $1, 'draft', '{}', 'x', 'x', now())",
    [randomUUID()],
  );
  await askDatabase(
    at.database.url,
    "insert into identity.rule_runs (id, number, kind, state, stage, after, total, by_id, started_at) values ($1, 99, 'try', 'done', 'alone', $2, 1, 'x', now())",
    [made.run, NOBODY],
  );
  await askDatabase(
    at.database.url,
    "insert into identity.rule_changes (run, person_id, parts, joins, loses, gains) values ($1, $2, 2, array[$3::uuid], 1, 0)",
    [made.run, swede, second],
  );
}

type Way = {
  /** With real ones; of the address, the params. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: object;
  /** What it answers when there is nobody; a list leaves them out instead. */
  readonly code?: string;
  /** What the owner is told, when it is not the person: a refusal that tells that they are there. */
  readonly owner?: string;
};

const two = { a: { kind: "login", value: "mur-1" }, b: { kind: "email", value: EMAIL } };
const preview = (more: object) => act({ ...more, preview: true });
const unknown = (more: Omit<Way, "code"> = {}): Way => ({ code: "people.unknown", ...more });
const list = (query = ""): Way => ({ query });
const DECIDED = { owner: "matches.decided" };
const GONE = { owner: "rights.not_found" };

/** By endpoint. A door to people that is not here fails the test below. */
const ways = (): Readonly<Record<string, Way>> => ({
  "people.lookup": unknown({ body: { kind: "email", value: EMAIL } }),
  "people.lookup_by_query": unknown({ query: `?kind=email&value=${EMAIL}` }),
  "people.open": unknown(),
  "people.timeline": unknown(),
  "people.search": list("?query=muren"),
  "people.seen": unknown(),
  "people.reason": unknown({ body: { reason: "she called" } }),
  "people.claims": unknown(),
  "people.why": unknown({ query: `?other=${second}` }),
  "people.rulings": unknown(),
  "people.households": unknown(),
  "people.join": unknown({
    ...{ body: preview({ a: { id: dane }, b: { id: swede } }), owner: "people.other_circle" },
  }),
  "people.split": unknown({ body: preview({ identifiers: [{ kind: "email", value: EMAIL }] }) }),
  "people.keep_apart": unknown({ body: preview(two) }),
  "people.withdraw_claims": unknown({ body: preview(two) }),
  "people.undo": { params: { id: made.ruling }, body: preview({}), code: "people.ruling_unknown" },
  "people.protect": unknown({ body: { protected: false, reason: "the threat is over" } }),
  "matches.list": list(),
  "matches.open": { params: { id: made.match }, code: "matches.unknown", owner: "matches.unknown" }, // no model: matches.story
  "matches.undo": {
    ...{ params: { id: made.match }, body: act({}), code: "matches.unknown", owner: "matches.undecided" },
  },
  "matches.reject": { params: { id: made.match }, body: act({}), code: "matches.unknown" },
  "matches.never": { params: { id: made.match }, body: act({}), code: "matches.unknown", ...DECIDED },
  "matches.accept": { params: { id: made.match }, body: act({}), code: "matches.unknown", ...DECIDED },
  "identity.hubs": list("?standing=ruled"),
  "identity.rule_hub": unknown({ body: preview({ kind: "email", value: EMAIL, says: "blocked" }) }),
  "identity.undo_hub": { params: { id: made.hub }, body: preview({}), code: "people.ruling_unknown" },
  "identity.rule_changes": { params: { id: made.run } },
  "dial.read": unknown(),
  "dial.set": unknown({ body: { channels: { web: { level: "never", kinds: null } }, saidIn: "web" } }),
  "wishes.read": unknown(),
  "wishes.set": unknown({ body: { actId: randomUUID(), words: [] } }),
  "consent.person": unknown(),
  "consent.person_history": unknown(),
  "consent.withdraw": unknown({
    body: { actId: randomUUID(), personId: swede, purpose: null, channel: null, entityId: null },
  }),
  "rights.list": unknown(),
  "rights.ask": unknown({ body: { kind: "export", reason: "asked" }, owner: "rights.waiting_already" }),
  "rights.foresee": unknown({ body: { scope: { kind: "source", sourceId: 1 } } }),
  "rights.fetch": {
    ...{ params: { id: made.copy, format: "json" }, code: "rights.not_found", owner: "rights.not_ready" },
  },
  "rights.cancel": { params: { id: made.erasure }, code: "rights.not_found" },
  "people.fact_correct": unknown({
    ...{ params: { name: "city" }, body: { value: "Lund", reason: "she said so" } },
  }),
  "people.fact_take_back": unknown({ params: { name: "city" }, query: "?at=2026-11-01T00:00:00Z" }),
  "events.live": list(),
  "events.trace": { params: { messageId: "e-mur-1" }, code: "events.unknown" },
  "audit.list": list(),
  "mail.list": list(),
  "mail.open": { params: { id: made.mail }, code: "mail.unknown" },
  "restrictions.list": unknown(),
  "restrictions.lift": { ...unknown({ params: { restriction: NOBODY }, body: { reason: "old" } }), ...GONE },
  "restrictions.ask": unknown({ body: { ground: "claim", reason: "in a letter" } }),
});

type Named = Pick<Endpoint, "id" | "method" | "url" | "who" | "opensPerson" | "namesPerson">;
const all = (): Endpoint[] => [
  ...(doors as readonly { readonly endpoint: Endpoint }[]).map(({ endpoint }) => endpoint),
  fetchForPerson as unknown as Endpoint,
];
const named = (): Named[] => all().filter((one) => one.opensPerson === true || one.namesPerson === true);

const knock = (
  cookie: string,
  { method, url }: Named,
  { params = {}, query = "", body }: Way,
  person: string,
) => {
  const path = url.replace(/:(\w+)/g, (_, name: string) => params[name] ?? person);
  return ask(cookie, method, `${path}${query}`, method === "GET" ? undefined : (body ?? {}));
};
/** There is nothing there yet that could be told, and it says so before it asks. */
const UNREADY: readonly string[] = ["rights.fetch"];
const shows = (text: string) =>
  /muren|Kanarie|mur-1|mur-2/.test(text) || [swede, second].some((id) => text.includes(id));
const codeIn = (text: string): unknown => (text.startsWith("{") ? JSON.parse(text).code : undefined);

it("every door of the staff that tells of a person, or is told of one, says so to the wall, and has a way here", () => {
  const tellsOfPeople = all()
    .filter(({ who }) => "may" in who && who.may !== undefined)
    .filter(({ url, params, query, body, answer }) => {
      const shapes = [params, query, body, answer].flatMap((shape) =>
        shape === undefined
          ? []
          : JSON.stringify(z.toJSONSchema(shape, { io: "input", unrepresentable: "any" })),
      );
      return (
        url.startsWith("/api/people") || shapes.some((shape) => /"(personId|person|otherId)":/.test(shape))
      );
    })
    .map(({ id }) => id);
  const known = named().map(({ id }) => id);
  expect(tellsOfPeople.filter((id) => !known.includes(id))).toEqual([]);
  expect(known.toSorted()).toEqual(Object.keys(ways()).toSorted());
});

const inOrder = (): Named[] => {
  const order = Object.keys(ways());
  return named().toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
};

const cookieFor = ({ id }: Named): string => (id === "people.protect" ? serves : owner);

/** What a colleague behind the wall is told at a door that it should not; undefined: the door is not theirs at all. */
async function leakAt(endpoint: Named, role: string, person: string): Promise<string[] | undefined> {
  const way = ways()[endpoint.id] ?? {};
  const { status, text } = await knock(fenced[role] ?? "", endpoint, way, person);
  if (codeIn(text) === "door.not_allowed") return undefined;
  const isRight = way.code === undefined ? status === 200 : codeIn(text) === way.code;
  return isRight && !shows(text) ? [] : [`${endpoint.id} ${role}: ${status} ${text.slice(0, 200)}`];
}

/** What the owner is not told there: else a door that is shut to everybody would do. */
async function missedAt(endpoint: Named): Promise<string[]> {
  const way = ways()[endpoint.id] ?? {};
  const { status, text } = await knock(cookieFor(endpoint), endpoint, way, swede);
  const isRight = way.owner === undefined ? status === 200 : codeIn(text) === way.owner;
  const isShown = way.code !== undefined || shows(text);
  return isRight && isShown ? [] : [`${endpoint.id} owner: ${status} ${text.slice(0, 200)}`];
}

it("whom only another legal entity knows is not there for a colleague of this one, whatever role they have", async () => {
  const tries = inOrder().flatMap((endpoint) =>
    rolesOf.flatMap((role) => [swede, swede.toUpperCase()].map((id) => [endpoint, role, id] as const)),
  );
  const told: (readonly string[] | undefined)[] = [];
  for (const one of tries) told.push(await leakAt(...one));
  expect(told.flatMap((leak) => leak ?? [])).toEqual([]);
  expect(told.filter((leak) => leak !== undefined).length).toBeGreaterThan(inOrder().length * 2);
});

it("a colleague whose role says why is told nothing at any of these doors before they do (REC-06)", async () => {
  const rules = (reasonRoles: string[]) => told("/api/look-rules", { reasonRoles, showNames: false }, "PUT");
  await rules(["owner", "service"]);
  const open: string[] = [];
  for (const endpoint of inOrder().filter(({ id }) => id !== "people.reason")) {
    const { text } = await knock(cookieFor(endpoint), endpoint, ways()[endpoint.id] ?? {}, swede);
    const isAsked = codeIn(text) === "people.reason_needed" || UNREADY.includes(endpoint.id);
    if (!isAsked || shows(text.replace(swede, ""))) open.push(`${endpoint.id}: ${text.slice(0, 200)}`);
  }
  expect(open).toEqual([]);
  const search = () => ask(owner, "GET", "/api/people?query=muren");
  expect(JSON.parse((await search()).text).details).toEqual({ personId: null });
  await told("/api/looks/reason", { reason: "they called about a parcel" });
  expect((await search()).text).toContain(EMAIL);
  expect(codeIn((await ask(owner, "GET", `/api/people/${swede}`)).text)).toBe("people.reason_needed");
  await rules([]);
});

it("and is for the owner, at each of these doors", async () => {
  const missed: string[] = [];
  for (const endpoint of inOrder()) missed.push(...(await missedAt(endpoint)));
  expect(missed).toEqual([]); // the last of them restricts her use
  await askDatabase(at.database.url, "delete from identity.restricted");
});

it("the people of their own entity are there for them, and those they know together once a basis is recorded", async () => {
  const service = fenced["service"] ?? "";
  expect((await ask(service, "GET", `/api/people/${dane}`)).text).toContain(OURS);
  expect((await ask(service, "GET", "/api/people?query=dansk")).text).toContain(OURS);
  expect((await ask(service, "GET", "/api/events/live")).text).toContain("Dansk Dame");
  const basis = await of.share(almvik, danish);
  expect((await ask(service, "GET", `/api/people/${second}`)).status).toBe(200);
  await of.endSharing(basis);
  expect((await ask(service, "GET", `/api/people/${second}`)).status).toBe(404);
});

it("no count tells of those who are not there", async () => {
  const totalFor = async (cookie: string) =>
    JSON.parse((await ask(cookie, "GET", "/api/people?query=kanarie")).text)["total"];
  expect(await totalFor(owner)).toBeGreaterThan(2);
  expect(await totalFor(fenced["service"] ?? "")).toBeNull();
  const openFor = async (cookie: string) =>
    JSON.parse((await ask(cookie, "GET", "/api/matches?state=never")).text)["open"];
  await askDatabase(
    at.database.url,
    "insert into identity.matches (id, a, b, bits, state, scored_at) select gen_random_uuid(), least($1, $2::uuid), greatest($1, $2::uuid), 20, 'open', now() on conflict (a, b) do update set state = 'open'",
    [swede, second],
  );
  const waiting = await Promise.all([owner, fenced["manager"] ?? ""].map(openFor));
  expect(waiting).toEqual([1, 0]);
});
