// A mailbox that many share says nothing of anybody: it waits in a queue until a colleague says what it is.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

let n = 0;
const says = (userId: string, email: string) => ({
  type: "identify",
  userId,
  messageId: `hub-${++n}`,
  timestamp: new Date(Date.now() - 3_600_000 + n * 1000).toISOString(),
  traits: { email },
});
const bought = (email: string, card: string) => ({
  type: "track",
  event: "Order Completed",
  messageId: `hub-${++n}`,
  timestamp: new Date(Date.now() - 3_600_000 + n * 1000).toISOString(),
  context: { traits: { email, club_card: card } },
});
type Hub = {
  kind: string;
  value: string;
  neighbours: number;
  says: string;
  since: string | null;
  rulingId: string | null;
};
const hubs = async (path = "") =>
  (await at.ask(`/api/identity/hubs${path}`)).body as unknown as { items: Hub[]; next: string | null };
const who = async (kind: string, value: string) =>
  ((await at.ask("/api/people/lookup", { kind, value })).body as unknown as { id: string }).id;
const rule = async (path: string, body: object) =>
  (await at.ask(path, { actId: randomUUID(), reason: "I know the firm", ...body })).body as unknown as {
    rulingId: string;
    code?: string;
    moves: object[];
    after: object[];
  };

test("the shared mailbox of a firm fuses nobody, waits in the queue, and is ruled one person's, blocked, and counted again", async () => {
  const shared = "kassan@firma.se";
  await at.send([says("h1", shared), bought(shared, "H-1001")], "server");
  const alone = await who("login", "h1");
  expect(await who("club_card", "H-1001")).toBe(alone);
  await at.send(
    ["h2", "h3", "h4", "h5"].map((login) => says(login, shared)),
    "server",
  );
  const people = await Promise.all(["h1", "h2", "h3", "h4", "h5"].map((login) => who("login", login)));
  expect(new Set([...people, await who("club_card", "H-1001")]).size).toBe(6);
  const [hub] = (await hubs("?kind=email")).items;
  expect(hub).toMatchObject({ kind: "email", value: shared, says: "nothing", rulingId: null });
  expect(hub?.neighbours).toBe(6);
  expect(Date.parse(hub?.since ?? "")).toBeGreaterThan(Date.now() - 60_000);

  const look = await rule("/api/identity/hubs/rule", {
    kind: "email",
    value: shared,
    says: "one_person",
    preview: true,
  });
  expect(look.moves.length).toBeGreaterThan(0);
  expect(await who("club_card", "H-1001")).not.toBe(await who("email", shared));
  const one = await rule("/api/identity/hubs/rule", { kind: "email", value: shared, says: "one_person" });
  expect(await who("email", shared)).toBe(await who("club_card", "H-1001"));
  expect((await hubs()).items[0]).toMatchObject({ says: "one_person", rulingId: one.rulingId });
  expect((await hubs("?standing=waiting")).items).toEqual([]);
  expect((await hubs("?standing=ruled")).items).toMatchObject([{ value: shared, says: "one_person" }]);

  const blocked = await rule("/api/identity/hubs/rule", { kind: "email", value: shared, says: "blocked" });
  expect(await who("email", shared)).not.toBe(await who("club_card", "H-1001"));
  expect((await rule(`/api/people/rulings/${blocked.rulingId}/undo`, {})).code).toBe("people.ruling_unknown");
  await rule(`/api/identity/hubs/rulings/${blocked.rulingId}/undo`, {});
  expect(await who("email", shared)).toBe(await who("club_card", "H-1001"));
  await rule(`/api/identity/hubs/rulings/${one.rulingId}/undo`, {});
  expect(await who("email", shared)).not.toBe(await who("club_card", "H-1001"));
  expect((await hubs()).items[0]).toMatchObject({ says: "nothing", rulingId: null });
  expect((await hubs("?standing=waiting")).items).toMatchObject([{ value: shared }]);
  expect((await hubs("?standing=ruled")).items).toEqual([]);
});

test("the queue goes on page by page and leaves homes out until they are asked for", async () => {
  const logins = ["q1", "q2", "q3", "q4"];
  for (const mail of ["a@delad.se", "b@delad.se", "c@delad.se"])
    await at.send(
      logins.map((login) => says(login, mail)),
      "server",
    );
  const seen: string[] = [];
  for (let after = ""; ; ) {
    const page = await hubs(`?limit=2${after}`);
    seen.push(...page.items.map((item) => item.value));
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  expect(seen.toSorted()).toEqual(["a@delad.se", "b@delad.se", "c@delad.se", "kassan@firma.se"]);
  const home = (login: string) => ({
    ...says(login, `${login}@home.se`),
    traits: { address: "Storgatan 1, 211 00 Lund" },
  });
  await at.send([home("q5"), home("q6")], "server");
  expect((await hubs()).items.some((item) => item.kind === "address")).toBe(false);
  expect((await hubs("?kind=address")).items.length).toBe(1);
  const visitor = await rule("/api/identity/hubs/rule", {
    kind: "visitor",
    value: "some-device",
    says: "blocked",
  });
  expect(visitor.code).toBe("people.hub_visitor");
});
