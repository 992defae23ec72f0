// A protected person is not there for anybody without the right: every door to people, in search, lists, timeline and why.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signUpColleague } from "../testing/colleague.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let owner: string;
let marketing: string;
let service: string;
let person: string;
let other: string;
const EMAIL = "skyddad@exempel.se";

beforeAll(async () => {
  at = await openTestApp();
  owner = await signUpColleague(at, "owner");
  marketing = await signUpColleague(at, "sales", owner);
  service = await signUpColleague(at, "service", owner);
  await at.send(
    [
      {
        type: "identify",
        userId: "skyddad-1",
        messageId: "s1",
        traits: { email: EMAIL, name: "Skyddad Kanarie" },
      },
      {
        type: "track",
        event: "Order Completed",
        userId: "skyddad-1",
        messageId: "s2",
        properties: { order_id: "o-skyddad" },
      },
      {
        type: "identify",
        userId: "oskyddad",
        messageId: "s3",
        traits: { email: "annan@exempel.se", name: "Annan" },
      },
    ],
    "server",
  );
  const id = async (email: string) =>
    (await at.ask(`/api/people/lookup?kind=email&value=${email}`)).body["id"] as unknown as string;
  [person, other] = [await id(EMAIL), await id("annan@exempel.se")];
});
afterAll(() => at.close());

async function ask(cookie: string, method: string, path: string, body?: object) {
  const answer = await fetch(`${at.base}${path}`, {
    method,
    headers: {
      cookie,
      origin: at.base,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}

/** Every address that names a person or an event of theirs, as the running router has them. */
const addresses = () =>
  at.app
    .routes()
    .filter(
      (line) => line.method !== "HEAD" && /^\/api\/(people|events\/live|events\/:messageId)/.test(line.url),
    )
    .map(({ method, url, id }) => ({
      id,
      method,
      path: url.replace(":id", person).replace(":messageId", "s2"),
    }));

const bodies: Readonly<Record<string, object>> = {
  "people.lookup": { kind: "email", value: EMAIL },
};
const queries: Readonly<Record<string, string>> = {
  "people.lookup_by_query": `?kind=email&value=${EMAIL}`,
  "people.search": "?query=skyddad",
};

/** What a colleague without the right sees of the person at an address: nothing. */
type Address = { readonly id: string | undefined; readonly method: string; readonly path: string };
async function leak(cookie: string, { id = "", method, path }: Address) {
  const isWhy = id === "people.why";
  const own = isWhy ? path.replace(person, other) : path;
  const query = isWhy ? `?other=${person}` : (queries[id] ?? "");
  const body = method === "GET" ? undefined : (bodies[id] ?? {});
  const answer = await ask(cookie, method, `${own}${query}`, body);
  const shows = /skyddad@|Kanarie|o-skyddad|"skyddad-1"/.test(answer.text);
  return shows || (answer.status === 200 && own.includes(person)) ? [`${id}: ${answer.status}`] : [];
}

it("hides the person at every door to people from a colleague without the right, and shows them to one with it", async () => {
  const total = async (cookie: string) =>
    Number(JSON.parse((await ask(cookie, "GET", "/api/people")).text)["total"]);
  const counted = () => Promise.all([marketing, owner, service].map(total));
  const [first = 0, second = 0, third = 0] = await counted();
  const hide = await ask(service, "PUT", `/api/people/${person}/protection`, {
    protected: true,
    reason: "hotad",
  });
  expect([hide.status, hide.text]).toEqual([200, "{}"]);
  const seen: string[] = [];
  // Nor does owning the house show them: protected persons are there for one role.
  for (const cookie of [marketing, owner])
    for (const address of addresses()) seen.push(...(await leak(cookie, address)));
  expect(seen).toEqual([]);
  expect(await counted()).toEqual([first - 1, second - 1, third]);
  expect(addresses().length).toBeGreaterThan(7);
  expect((await ask(service, "GET", `/api/people/${person}`)).text).toContain("Kanarie");
  expect((await ask(service, "GET", "/api/people?query=skyddad")).text).toContain("Kanarie");
  expect((await ask(marketing, "GET", "/api/people?query=annan")).text).toContain("annan@exempel.se");
});

it("cannot be ruled about, previewed or written a no for by a colleague without the right, whoever else may be", async () => {
  const manager = await signUpColleague(at, "manager", owner);
  const named = { kind: "email", value: EMAIL };
  const mine = { kind: "email", value: "annan@exempel.se" };
  const login = { kind: "login", value: "skyddad-1" };
  const act = (more: object) => ({ actId: randomUUID(), reason: "ser lika ut", ...more });
  const acts: readonly [path: string, body: object][] = [
    ["/api/people/join", { a: { id: other }, b: { id: person } }],
    ["/api/people/join", { a: named, b: mine }],
    [`/api/people/${person}/split`, { identifiers: [named] }],
    ["/api/people/keep-apart", { a: login, b: named }],
    ["/api/people/keep-apart", { a: mine, b: named }],
    ["/api/people/withdraw-claims", { a: login, b: named }],
    [`/api/people/${person}/reason`, {}],
  ];
  const answers: string[] = [];
  for (const [path, body] of acts)
    for (const preview of [true, false]) {
      const { status, text } = await ask(manager, "POST", path, act({ ...body, preview }));
      answers.push(`${status} ${JSON.parse(text).code}`);
      expect(text).not.toMatch(/skyddad@|Kanarie/);
    }
  const no = { purpose: null, channel: null, entityId: null, actId: randomUUID(), personId: person };
  const { status, text } = await ask(manager, "POST", "/api/permissions/withdraw", no);
  answers.push(`${status} ${JSON.parse(text).code}`);
  expect(new Set(answers)).toEqual(new Set(["404 people.unknown"]));
  // The same acts are there for a colleague with the right, and so is the ruling's undoing.
  const apart = act({ a: mine, b: named });
  const ruled = await ask(service, "POST", "/api/people/keep-apart", apart);
  const { rulingId } = JSON.parse(ruled.text) as { rulingId: string };
  const undo = `/api/people/rulings/${rulingId}/undo`;
  expect(JSON.parse((await ask(manager, "POST", undo, act({ preview: true }))).text).code).toBe(
    "people.ruling_unknown",
  );
  expect((await ask(manager, "GET", `/api/people/${other}/rulings`)).text).not.toContain(EMAIL);
  expect((await ask(service, "GET", `/api/people/${other}/rulings`)).text).toContain(EMAIL);
  expect((await ask(service, "POST", undo, act({}))).status).toBe(200);
});

it("hides what joins them later too, and shows them again when it is taken back", async () => {
  await at.send(
    [{ type: "identify", userId: "skyddad-1", messageId: "s4", traits: { email: "ny@exempel.se" } }],
    "server",
  );
  expect((await ask(marketing, "GET", "/api/people/lookup?kind=email&value=ny@exempel.se")).status).toBe(404);
  const path = `/api/people/${person}/protection`;
  expect((await ask(marketing, "PUT", path, { protected: false, reason: "vill se" })).status).toBe(403);
  await ask(service, "PUT", path, { protected: false, reason: "hotet är över" });
  expect((await ask(marketing, "GET", `/api/people/${person}`)).status).toBe(200);
});
