// REC-03, Done line 7 of "Recognise": people who may be one are found from what is known of them, shown side by side, decided
// by a colleague, and every decision can be taken back.
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { MatchAnswer, MatchDecided, MatchWhole } from "@somlos/contract/rooms/matches";
import { trainMatches, walkOn } from "@somlos/modules/identity";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

const GIVEN =
  "Åsa Lars Maria Søren Eva Nils Karin Johan Mette Jens Hanne Björn Elin Olof Sara Per Ulla Mats Ida Poul".split(
    " ",
  );
const LAST =
  "Lindqvist Nielsen Åkesson Jensen Sandberg Møller Öberg Holm Wallin Kjær Nyström Dahl Ekström Bruun".split(
    " ",
  );

type Known = {
  firstName: string;
  lastName: string;
  birthday: string;
  address: Readonly<Record<string, string>>;
  email?: string;
};
const two = (n: number): string => String(n).padStart(2, "0");

function human(n: number): Known {
  const born = `${1940 + ((n * 37) % 65)}-${two(1 + ((n * 7) % 12))}-${two(1 + ((n * 11) % 28))}`;
  return {
    firstName: GIVEN[(n * 13) % GIVEN.length] ?? "",
    lastName: LAST[(n * 5 + (n >> 3)) % LAST.length] ?? "",
    birthday: born,
    address: {
      street: `Storgatan ${(n * 17) % 211}`,
      postalCode: String(21000 + ((n * 131) % 900)),
      city: "Malmö",
    },
  };
}

let sent = 0;
const says = (userId: string, traits: Known) => ({
  type: "identify",
  userId,
  messageId: `match-${++sent}`,
  timestamp: new Date(Date.now() - 7_200_000 + sent * 1000).toISOString(),
  traits,
});
/** Somebody without a login: two logins are never one person. */
const joins = (card: string, traits: Known) => ({
  type: "identify",
  messageId: `match-${++sent}`,
  timestamp: new Date(Date.now() - 7_200_000 + sent * 1000).toISOString(),
  traits: { ...traits, club_card: card },
});

const house = () => ({ db: at.house.db, likenessOf: at.house.likenessOf });
async function walk(): Promise<void> {
  let more = true;
  while (more)
    more = await at.house.db.work({ kind: "system", id: "matches" }, (work) => walkOn(work, house()));
}
const who = async (kind: string, value: string) =>
  ((await at.ask("/api/people/lookup", { kind, value })).body as unknown as { id: string }).id;
const list = async (state = "open") =>
  (await at.ask(`/api/matches?state=${state}`)).body as unknown as {
    items: MatchAnswer[];
    open: number;
    next: string | null;
  };
const open = async (id: string) => (await at.ask(`/api/matches/${id}`)).body as unknown as MatchWhole;
const act = async (id: string, verb: string, actId = randomUUID()) => {
  const answer = await at.ask(`/api/matches/${id}/${verb}`, { actId, reason: "compared the two" });
  return { ...answer, body: answer.body as unknown as MatchDecided & { code?: string } };
};
const of = async (one: string, other: string, state = "open"): Promise<MatchAnswer | undefined> => {
  const [a, b] = [one, other].sort();
  return (await list(state)).items.find((m) => [m.a.personId, m.b.personId].sort().join() === [a, b].join());
};

test("Two of whom much the same is known wait in the queue, heaviest first, and nobody else does", async () => {
  const people = Array.from({ length: 160 }, (_, n) => human(n));
  await at.send(
    people.map((one, n) => says(`u${n}`, one)),
    "server",
  );
  const slip = (one: Known): Known => ({ ...one, firstName: `${one.firstName}a` });
  await at.send(
    people.slice(0, 24).map((one, n) => joins(`K-${1000 + n}`, slip(one))),
    "server",
  );
  expect(await trainMatches(house(), 184)).toBe(true);
  await walk();
  const { items, open: waiting } = await list();
  expect(waiting).toBeGreaterThanOrEqual(22);
  expect(waiting).toBeLessThanOrEqual(26);
  const bits = items.map((item) => item.bits);
  expect(bits).toEqual([...bits].sort((one, other) => other - one));
  const [login, card] = [await who("login", "u3"), await who("club_card", "K-1003")];
  expect(await of(login, card)).toMatchObject({ state: "open", a: { name: expect.any(String) } });
});

test("The two stand side by side with what each column adds; start, bars and what they say together add up", async () => {
  const pair = await of(await who("login", "u3"), await who("club_card", "K-1003"));
  const whole = await open(pair?.id ?? "");
  const added = whole.bars.reduce((sum, bar) => sum + bar.bits, whole.start + whole.together.bits);
  expect(added).toBeCloseTo(whole.bits, 6);
  const born = whole.bars.find((bar) => bar.column === "birth_date");
  expect(born).toMatchObject({ level: "same", a: human(3).birthday, b: human(3).birthday });
  expect(born?.bits).toBeGreaterThan(3);
  expect((await at.ask(`/api/matches/${randomUUID()}`)).body["code"]).toBe("matches.unknown");
  const audit = (await at.ask("/api/audit?what=matches.open")).body as unknown as { items: unknown[] };
  expect(JSON.stringify(audit)).toContain("matches.open");
});

test("What is known of the one changes: its own bar moves and no other does", async () => {
  const ids = [await who("login", "u5"), await who("club_card", "K-1005")] as const;
  const pair = await of(...ids);
  const before = await open(pair?.id ?? "");
  await at.send([says("u5", { ...human(5), birthday: "1901-01-01" })], "server");
  const after = await open(pair?.id ?? "");
  const moved = after.bars.filter((bar, place) => bar.bits !== before.bars[place]?.bits);
  expect(moved).toHaveLength(1);
  expect(moved[0]?.column).toBe("birth_date");
});

test("Accepting makes one person of the two, and undoing makes exactly the two again", async () => {
  const [login, card] = [await who("login", "u7"), await who("club_card", "K-1007")];
  const pair = await of(login, card);
  const actId = randomUUID();
  const done = await act(pair?.id ?? "", "accept", actId);
  expect(done.body).toMatchObject({ state: "accepted", rulingId: expect.any(String) });
  expect(await who("club_card", "K-1007")).toBe(await who("login", "u7"));
  expect((await act(pair?.id ?? "", "accept", actId)).body).toEqual(done.body);
  expect((await act(pair?.id ?? "", "reject")).body.code).toBe("matches.decided");
  expect((await act(pair?.id ?? "", "undo")).body.state).toBe("open");
  expect([await who("login", "u7"), await who("club_card", "K-1007")]).toEqual([login, card]);
  expect((await act(pair?.id ?? "", "undo")).body.code).toBe("matches.undecided");
});

test("Rejected is not asked again for little more; never is never asked again, also after a new model", async () => {
  const rejected = await of(await who("login", "u9"), await who("club_card", "K-1009"));
  const never = await of(await who("login", "u11"), await who("club_card", "K-1011"));
  await act(rejected?.id ?? "", "reject");
  await act(never?.id ?? "", "never");
  const before = (await list()).items.map((item) => item.id).sort();
  await trainMatches(house(), 184);
  await walk();
  const again = (await list()).items.map((item) => item.id);
  expect(again).not.toContain(rejected?.id);
  expect(again).not.toContain(never?.id);
  // Ids are made of the two people: a new model finds the same pairs by the same names.
  expect(again.filter((id) => before.includes(id)).length).toBeGreaterThan(before.length - 3);
  expect((await list("never")).items.map((item) => item.id)).toEqual([never?.id]);
  expect((await act(never?.id ?? "", "undo")).body.state).toBe("open");
});

test("Somebody of whom enough is known later joins the queue by the walk alone, without a new model", async () => {
  await at.send([joins("K-2040", { ...human(40), lastName: `${human(40).lastName}e` })], "server");
  await walk();
  expect(await of(await who("login", "u40"), await who("club_card", "K-2040"))).toBeDefined();
});

test("A pair whose two a colleague joined elsewhere leaves the queue", async () => {
  const [login, card] = [await who("login", "u13"), await who("club_card", "K-1013")];
  const pair = await of(login, card);
  await at.ask("/api/people/join", {
    actId: randomUUID(),
    reason: "the same",
    a: { id: login },
    b: { id: card },
  });
  expect((await list()).items.map((item) => item.id)).not.toContain(pair?.id);
  expect((await at.ask(`/api/matches/${pair?.id}`)).body["code"]).toBe("matches.unknown");
  await walk();
  expect((await act(pair?.id ?? "", "accept")).body["code"]).toBe("matches.unknown");
});

test("Two logins are never one person, whatever is known of them: the refusal says so and nothing is decided", async () => {
  await at.send([says("u20b", { ...human(20), firstName: `${human(20).firstName}a` })], "server");
  await walk();
  const pair = await of(await who("login", "u20"), await who("login", "u20b"));
  expect((await act(pair?.id ?? "", "accept")).body.code).toBe("people.limit_login");
  expect((await open(pair?.id ?? "")).state).toBe("open");
});

test("A colleague of two who decide at once wins, and the other is told", async () => {
  const pair = await of(await who("login", "u15"), await who("club_card", "K-1015"));
  const both = await Promise.all([act(pair?.id ?? "", "accept"), act(pair?.id ?? "", "never")]);
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
});

test("Over what a colleague decided no other decision goes, whichever it is: it is undone first", async () => {
  const pair = await of(await who("login", "u17"), await who("club_card", "K-1017"));
  const id = pair?.id ?? "";
  for (const first of ["reject", "never", "accept"]) {
    expect((await act(id, first)).status).toBe(200);
    for (const second of ["reject", "never", "accept"].filter((each) => each !== first))
      expect((await act(id, second)).body.code, `${first}, then ${second}`).toBe("matches.decided");
    expect((await act(id, first)).status, `${first} again`).toBe(200);
    expect((await act(id, "undo")).body.state).toBe("open");
  }
});

const FIELDS: readonly (readonly [string, (own: Known, other: Known) => Known])[] = [
  ["given_name", (own, other) => ({ ...own, firstName: other.firstName })],
  ["surname", (own, other) => ({ ...own, lastName: other.lastName })],
  ["birth_date", (own, other) => ({ ...own, birthday: other.birthday })],
  ...(["street", "postalCode", "city"] as const).map(
    (part): readonly [string, (own: Known, other: Known) => Known] => [
      part === "postalCode" ? "postal_code" : part,
      (own, other) => ({ ...own, address: { ...own.address, [part]: other.address[part] ?? "" } }),
    ],
  ),
];

test("Whichever field of whichever pair changes, every other bar stays as it was, asked through the door", async () => {
  let moved = 0;
  for (const [turn, n] of [0, 1, 2, 4, 6, 8, 10, 12].entries()) {
    const pair = await of(await who("login", `u${n}`), await who("club_card", `K-${1000 + n}`));
    let [known, before] = [human(n), await open(pair?.id ?? "")];
    for (const place of [turn, turn + 1, turn + 3]) {
      const [column, change] = FIELDS[place % FIELDS.length] ?? FIELDS[0] ?? ["", (own: Known) => own];
      known = change(known, { ...human(n + 31), address: { ...human(n + 31).address, city: "Lund" } });
      await at.send([says(`u${n}`, known)], "server");
      const after = await open(pair?.id ?? "");
      expect(after.start).toBe(before.start);
      after.bars.forEach((bar, index) => {
        const own = bar.column === column;
        if (own && bar.bits !== before.bars[index]?.bits) moved++;
        if (!own) expect(bar, `${column} of ${n}`).toEqual(before.bars[index]);
      });
      before = after;
    }
  }
  expect(moved).toBeGreaterThan(12);
});

test("Probable matches are for looking and deciding: no code outside identity asks for a pair", () => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes("node_modules"),
  );
  const readers = files.filter((file) =>
    /identity\.match(es|_keys|_people)\b/.test(readFileSync(`${root}${file}`, "utf8")),
  );
  // The words of the copy have a name for every table, and read none.
  const allowed =
    /modules\/src\/rights\/words\/tables\.rules\.ts|modules\/src\/identity\/(matches\/|rights\/identity\.rights\.ts|identity\.tables\.ts)|(matches|wall)\.story\.test\.ts/;
  expect(readers.length).toBeGreaterThan(3);
  expect(readers.filter((file) => !allowed.test(file))).toEqual([]);
  const door = readFileSync(`${root}modules/src/identity/index.ts`, "utf8");
  const named = [...door.matchAll(/export \{([^}]*)\} from "\.\/matches\//g)].flatMap((found) =>
    (found[1] ?? "").split(","),
  );
  expect(
    named
      .map((name) => name.trim())
      .filter(Boolean)
      .sort(),
  ).toEqual(["matchDoors", "trainMatches", "trainWhenDue", "walkOn", "weighNews"]);
});
