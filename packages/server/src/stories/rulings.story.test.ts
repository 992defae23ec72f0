// A colleague says who is who: joins two people, splits one, looks at what it would do first, and takes it back later.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

const START = Date.now() - 3_600_000;
let n = 0;
const event = (name: string, ids: { userId?: string; anonymousId?: string; traits?: object }) => ({
  type: "track",
  event: name,
  messageId: `ruling-${++n}`,
  timestamp: new Date(START + n * 1000).toISOString(),
  ...(ids.userId !== undefined && { userId: ids.userId }),
  ...(ids.anonymousId !== undefined && { anonymousId: ids.anonymousId }),
  context: { traits: ids.traits ?? {} },
});
const says = (userId: string, traits: object) => ({
  type: "identify",
  userId,
  messageId: `ruling-${++n}`,
  timestamp: new Date(START + n * 1000).toISOString(),
  traits,
});
const tell = (...events: object[]) => at.send(events, "server");

type Key = { kind: string; value: string };
type Standing = { id: string; identifiers: Key[] };
type Ruled = {
  code?: string;
  rulingId: string | null;
  done: string;
  before: Standing[];
  after: Standing[];
  moves: {
    from: string;
    to: string;
    identifiers: Key[];
    events: number;
    messageIds: string[];
    facts: number;
    factNames: string[];
  }[];
};
const post = async (path: string, body: object): Promise<Ruled & { status: number }> => {
  const answer = await at.ask(path, { actId: randomUUID(), reason: "she showed her passport", ...body });
  return { ...(answer.body as unknown as Ruled), status: answer.status };
};
const email = (value: string): Key => ({ kind: "email", value });
const login = (value: string): Key => ({ kind: "login", value });
const phone = (value: string): Key => ({ kind: "phone", value });
const card = (value: string): Key => ({ kind: "club_card", value });

type Person = { id: string; formerIds: string[]; identifiers: Key[]; facts: object };
const who = async (key: Key) => (await at.ask("/api/people/lookup", key)).body as unknown as Person;
const timeline = async (id: string) => {
  const { body } = await at.ask(`/api/people/${id}/timeline?limit=200`);
  return (body as unknown as { items: { messageId: string }[] }).items.map((item) => item.messageId);
};
/** All of a person that a customer or a colleague sees, but for the ids that the person had. */
async function portrait(key: Key) {
  const { id, identifiers, facts } = await who(key);
  return { id, identifiers, facts, timeline: await timeline(id) };
}

test("joined after a look at what would move, and undone as if it had never been, with what came in between gone home", async () => {
  await tell(
    says("anja", { email: "anja@shop.se", city: "Lund" }),
    event("Order Completed", { traits: { club_card: "C-7001", email: "anja.old@shop.se" } }),
    event("Product Viewed", { traits: { club_card: "C-7001" } }),
  );
  const [anja, other] = [await portrait(login("anja")), await portrait(card("C-7001"))];
  expect(anja.id).not.toBe(other.id);

  const wish = { a: login("anja"), b: card("C-7001") };
  const look = await post("/api/people/join", { ...wish, preview: true });
  expect([look.status, look.done, look.rulingId]).toEqual([200, "preview", null]);
  expect(look.before.map((person) => person.id).sort()).toEqual([anja.id, other.id].sort());
  expect(look.after.map((person) => person.id)).toEqual([[anja.id, other.id].sort()[0]]);
  expect(await portrait(login("anja"))).toEqual(anja);

  const joined = await post("/api/people/join", wish);
  expect(joined.moves).toEqual(look.moves);
  expect(joined.after).toEqual(look.after);
  const [move] = joined.moves;
  const gone = move?.from === other.id ? other : anja;
  expect(move?.messageIds.toSorted()).toEqual(gone.timeline.toSorted());
  expect(move?.events).toBe(gone.timeline.length);
  const one = await portrait(login("anja"));
  expect((await who(card("C-7001"))).id).toBe(one.id);
  expect(one.timeline.toSorted()).toEqual([...anja.timeline, ...other.timeline].sort());

  const between = event("Order Completed", { traits: { club_card: "C-7001" } });
  await tell(between, says("anja", { city: "Malmö" }));
  const undone = await post(`/api/people/rulings/${joined.rulingId}/undo`, {});
  expect(undone.status).toBe(200);
  const back = await portrait(card("C-7001"));
  expect(back.timeline.toSorted()).toEqual([...other.timeline, between.messageId].sort());
  expect(back.identifiers).toEqual(other.identifiers);
  const again = await portrait(login("anja"));
  expect([again.id, back.id]).toEqual([anja.id, other.id]);
  expect(again.identifiers).toEqual(anja.identifiers);
  expect((await post(`/api/people/rulings/${joined.rulingId}/undo`, {})).code).toBe("people.ruling_undone");
});

test("split, it stays split whatever later events claim, and undone it is exactly as without", async () => {
  const link = () => says("bo", { email: "bea@shop.se", phone: "+46701230001" });
  await tell(
    says("bo", { email: "bo@shop.se" }),
    link(),
    event("Order Completed", { traits: { email: "bea@shop.se" } }),
    event("Product Viewed", { anonymousId: "bea-phone", traits: { email: "bea@shop.se" } }),
  );
  const whole = await portrait(login("bo"));
  expect(whole.identifiers.map((i) => i.value)).toContain("bea@shop.se");
  const wish = { identifiers: [email("bea@shop.se"), phone("+46701230001")] };
  const look = await post(`/api/people/${whole.id}/split`, { ...wish, preview: true });
  expect(await portrait(login("bo"))).toEqual(whole);
  const split = await post(`/api/people/${whole.id}/split`, wish);
  expect([split.status, split.done]).toEqual([200, "now"]);
  expect(split.moves).toEqual(look.moves.map((move) => ({ ...move, to: expect.any(String) })));
  const [bo, bea] = [await portrait(login("bo")), await portrait(email("bea@shop.se"))];
  expect(bo.id).not.toBe(bea.id);
  expect((await who(phone("+46701230001"))).id).toBe(bea.id);
  expect((await who({ kind: "visitor", value: "bea-phone" })).id).toBe(bea.id);
  expect([...bo.timeline, ...bea.timeline].sort()).toEqual(whole.timeline.toSorted());

  await tell(link(), link());
  expect((await who(email("bea@shop.se"))).id).not.toBe((await who(login("bo"))).id);
  await post(`/api/people/rulings/${split.rulingId}/undo`, {});
  const one = await portrait(login("bo"));
  expect(one.id).toBe(whole.id);
  expect(one.identifiers.map((i) => i.value)).toEqual(whole.identifiers.map((i) => i.value));
  expect(one.timeline.length).toBe(whole.timeline.length + 2);
});

test("limits and what was ruled apart bind a colleague too, and the refusal says why", async () => {
  await tell(says("dag", { email: "dag@shop.se" }), says("disa", { email: "disa@shop.se" }));
  const two = { a: email("dag@shop.se"), b: email("disa@shop.se") };
  const refused = await post("/api/people/join", two);
  expect([refused.status, refused.code]).toEqual([409, "people.limit_login"]);
  await tell(event("Order Completed", { traits: { club_card: "C-7003" } }));
  const apart = await post("/api/people/keep-apart", { a: login("dag"), b: card("C-7003") });
  expect(apart.status).toBe(200);
  const no = await post("/api/people/join", { a: email("dag@shop.se"), b: card("C-7003") });
  expect([no.status, no.code]).toEqual([409, "people.ruled_apart"]);
  await post(`/api/people/rulings/${apart.rulingId}/undo`, {});
  expect((await post("/api/people/join", { a: email("dag@shop.se"), b: card("C-7003") })).status).toBe(200);
});

test("the same act is done once, and another act under its id is refused", async () => {
  await tell(says("eli", {}), event("Order Completed", { traits: { club_card: "C-7004" } }));
  const actId = randomUUID();
  const wish = { actId, a: login("eli"), b: card("C-7004") };
  const [one, two] = await Promise.all([post("/api/people/join", wish), post("/api/people/join", wish)]);
  expect(one.rulingId).toBe(two.rulingId);
  expect([one.done, two.done].sort()).toEqual(["before", "now"]);
  const other = await post("/api/people/join", { actId, a: login("eli"), b: login("anja") });
  expect([other.status, other.code]).toEqual([409, "people.act_taken"]);
});

type Why = {
  same: boolean;
  sentence: string;
  rulings: { id: string }[];
  claims: {
    a: Key;
    b: Key;
    rule: string;
    state: string;
    messageId: string | null;
    sentence: string;
    rulingId: string | null;
  }[];
  visits: {
    from: string | null;
    to: string | null;
    personId: string | null;
    login: string | null;
    mine: boolean;
  }[];
};
const why = async (id: string, key: Key, language = "en"): Promise<Why> => {
  const answer = await fetch(`${at.base}/api/people/${id}/why?${new URLSearchParams(key)}`, {
    headers: { authorization: `Bearer ${at.secrets.adminToken}`, "accept-language": language },
  });
  return (await answer.json()) as Why;
};

test("asked why, it tells the way of claims that joins two, or what spoke for it and was refused", async () => {
  const first = says("frida", { email: "frida@shop.se" });
  const second = event("Order Completed", { traits: { email: "frida@shop.se", club_card: "C-7005" } });
  await tell(first, second, says("folke", { email: "folke@shop.se" }));
  const { id } = await who(login("frida"));
  const way = await why(id, card("C-7005"));
  expect([way.same, way.claims.every((c) => c.state === "joins")]).toEqual([true, true]);
  expect(way.claims.map((c) => c.messageId)).toContain(second.messageId);
  const clash = says("folke", { email: "frida@shop.se" });
  await tell(clash);
  const no = await why(id, login("folke"), "sv");
  expect(no.same).toBe(false);
  expect(no.claims.map((c) => [c.state, c.messageId])).toEqual([["limit.login", clash.messageId]]);
  expect(no.claims[0]?.sentence).toContain("två inloggningar");
  await post("/api/people/withdraw-claims", { a: login("folke"), b: email("frida@shop.se") });
  expect((await why(id, login("folke"), "da")).claims.map((c) => c.state)).toEqual(["withdrawn"]);
  const ruling = await post("/api/people/keep-apart", { a: login("frida"), b: card("C-7005") });
  expect((await why(id, card("C-7005"))).claims.map((c) => c.state)).toEqual(["ruled_apart"]);
  const listed = await at.ask(`/api/people/${id}/rulings`);
  const items = (listed.body as unknown as { items: { id: string; kind: string; reason: string }[] }).items;
  expect(items[0]).toMatchObject({ id: ruling.rulingId, kind: "apart", reason: "she showed her passport" });
});

test("two whom nothing ties are told apart by the ruling that keeps them so, and a refused join says which to undo", async () => {
  await tell(
    event("Order Completed", { traits: { club_card: "C-7010" } }),
    event("Order Completed", { traits: { club_card: "C-7011" } }),
  );
  const [one, other] = [card("C-7010"), card("C-7011")];
  const { id } = await who(one);
  const before = await why(id, other);
  expect([before.claims, before.rulings]).toEqual([[], []]);
  const { rulingId } = await post("/api/people/keep-apart", { a: one, b: other });
  const told = await why(id, other);
  expect(told).toMatchObject({
    ...{ same: false, claims: [], sentence: expect.stringContaining("a colleague ruled") },
    rulings: [{ id: rulingId, kind: "apart", reason: "she showed her passport", undoneAt: null }],
  });
  expect(told.rulings[0]).toMatchObject({ at: expect.any(String), by: expect.any(String) });
  expect((await why(id, other, "sv")).sentence).toContain("en kollega har bestämt");
  expect((await why(id, other, "da")).sentence).toContain("en kollega har bestemt");
  const no = await post("/api/people/join", { a: one, b: other });
  expect(no).toMatchObject({ code: "people.ruled_apart", details: { rulingIds: [rulingId] } });
  await post(`/api/people/rulings/${rulingId}/undo`, {});
  expect(await why(id, other)).toEqual(before);
  expect((await post("/api/people/join", { a: one, b: other })).status).toBe(200);
});

test("of a shared device it tells everyone who held it, by time, and explains the visit of whom one asks about", async () => {
  const visitor = (value: string): Key => ({ kind: "visitor", value });
  const on = (userId: string, anonymousId: string) => ({
    ...says(userId, { email: `${userId}@shop.se` }),
    anonymousId,
  });
  await tell(
    on("hedda", "the-family-tablet"),
    on("hugo", "the-family-tablet"),
    on("hedda", "the-family-tablet"),
  );
  const [hedda, hugo] = [(await who(login("hedda"))).id, (await who(login("hugo"))).id];
  const told = await why(hugo, visitor("the-family-tablet"), "sv");
  expect(told.same).toBe(true);
  expect(told.sentence).toContain("2 personer har använt enheten");
  expect(told.visits.map((one) => [one.login, one.personId, one.mine])).toEqual([
    ["hedda", hedda, false],
    ["hugo", hugo, true],
    ["hedda", hedda, false],
  ]);
  expect([told.visits[0]?.from, told.visits.at(-1)?.to]).toEqual([null, null]);
  expect(told.visits.slice(1).map((one) => one.from)).toEqual(told.visits.slice(0, -1).map((one) => one.to));
  expect((await why(hedda, visitor("the-family-tablet"))).same).toBe(true);
});

test("what was taken back stays taken back, however it is told again: earlier, by a browser, or by the till", async () => {
  const held = async () => (await who(login("tova"))).identifiers.map(({ kind }) => kind).sort();
  await tell(says("tova", { email: "tova@shop.se" }));
  expect(await held()).toEqual(["email", "login"]);
  const { rulingId } = await post("/api/people/withdraw-claims", {
    ...{ a: login("tova"), b: email("tova@shop.se") },
  });
  expect(await held()).toEqual(["login"]);
  const earlier = { timestamp: new Date(START - 60_000).toISOString() };
  await tell({ ...says("tova", { email: "tova@shop.se" }), ...earlier });
  await at.send([says("tova", { email: "tova@shop.se" })], "public");
  await tell(event("Order Completed", { userId: "tova", traits: { email: "tova@shop.se" } }));
  expect(await held()).toEqual(["login"]);
  await post(`/api/people/rulings/${rulingId}/undo`, {});
  expect(await held()).toEqual(["email", "login"]);
});

test("the log says by ids who joined and parted and by which ruling, and the audit who ruled it and why", async () => {
  await tell(
    says("gro", { email: "gro@shop.se" }),
    event("Order Completed", { traits: { club_card: "C-7006" } }),
  );
  const { rulingId } = await post("/api/people/join", { a: login("gro"), b: card("C-7006") });
  await post(`/api/people/rulings/${rulingId}/undo`, { reason: "it was her sister" });
  const client = new pg.Client(at.database.url);
  await client.connect();
  const logged = await client.query(
    "select name, data::text as body from events.log where name like 'people.%' and data ->> 'rulingId' = $1",
    [rulingId],
  );
  const acts = await client.query("select what, reason from access.acts where object_id = $1 order by id", [
    rulingId,
  ]);
  await client.end();
  expect(logged.rows.map((row) => row.name).sort()).toEqual(["people.joined", "people.split"]);
  expect(logged.rows.map((row) => row.body).join()).not.toMatch(/gro@|C-7006|passport/);
  expect(new Set(acts.rows.map((row) => `${row.what}: ${row.reason}`))).toEqual(
    new Set(["people.join: she showed her passport", "people.undo: it was her sister"]),
  );
});
