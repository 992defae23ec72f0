import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { testDatabase } from "@somlos/kernel/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stores } from "../src/chain.rules.ts";
import { goods } from "../src/goods/assortment.rules.ts";
import { stockedPlaces } from "../src/goods/shelves.rules.ts";
import { slips } from "../src/life/clumsy.rules.ts";
import { Stories } from "../src/life/life.rules.ts";
import type { Happening } from "../src/life/scene.rules.ts";
import { till } from "../src/life/way.rules.ts";
import { isMember, makePeople } from "../src/people.rules.ts";
import { clearDemo } from "../src/send/clear.ts";
import { type DemoWish, runDemo } from "../src/send/demo.ts";
import { type House, isUp, type Sending } from "../src/send/doors.ts";
import { readKeys } from "../src/send/state.ts";
import { openStock } from "../src/send/stock.ts";

const MAIN = fileURLToPath(new URL("../../server/src/main.ts", import.meta.url));
const NOW = Date.UTC(2026, 9, 24, 9); // a Saturday morning
const PEOPLE = 120;
const DAYS = 6;

let home = "";
let server: ChildProcess;
let database: Awaited<ReturnType<typeof testDatabase>>;
let house: House;

/** The program itself, in its own process, on a database of its own. */
async function startHouse(): Promise<void> {
  home = await mkdtemp(join(tmpdir(), "somlos-demo-"));
  database = await testDatabase({ most: 1 });
  const secret = () => randomBytes(20).toString("hex");
  const keys = {
    SOMLOS_WRITE_KEY: `pk_${secret()}`,
    SOMLOS_SERVER_KEY: `sk_${secret()}`,
    SOMLOS_ADMIN_TOKEN: `at_${secret()}`,
  };
  server = spawn(process.execPath, [MAIN], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      ...keys,
      PORT: "0",
      HOST: "127.0.0.1",
      SOMLOS_HOME: home,
      SOMLOS_LOG: "error",
      SOMLOS_SECRET: secret(),
      DATABASE_URL: database.url,
    },
  });
  house = {
    url: await addressOf(server),
    keys: { public: keys.SOMLOS_WRITE_KEY, server: keys.SOMLOS_SERVER_KEY },
    adminToken: keys.SOMLOS_ADMIN_TOKEN,
  };
  while (!(await isUp(house.url))) await sleep(100);
}

/** What it says of its address. Its words are read to the end: a program that nobody listens to may stumble. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let text = "";
    program.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const url = /up: (http:\/\/\S+)/.exec(text)?.[1];
      if (url !== undefined) found(url.replace("localhost", "127.0.0.1"));
    });
    program.once("exit", (code) => fail(new Error(`the server ended with ${code}: ${text}`)));
  });
}

beforeAll(startHouse);
afterAll(async () => {
  server.kill("SIGTERM");
  if (server.exitCode === null) await once(server, "exit");
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

const wish = (more: Partial<DemoWish> = {}): DemoWish => ({
  seed: 5,
  people: PEOPLE,
  days: DAYS,
  speed: 1,
  statePath: join(home, "demo.json"),
  retailFile: undefined,
  historyOnly: true,
  ...more,
});
const sending = (now = NOW, signal = new AbortController().signal): Sending => ({
  now: () => now,
  signal,
  say: () => undefined,
});

type Answer = Readonly<Record<string, unknown>>;
async function ask(path: string): Promise<Answer> {
  const answer = await fetch(`${house.url}${path}`, {
    headers: { authorization: `Bearer ${house.adminToken}` },
  });
  return (await answer.json()) as Answer;
}
type Variant = {
  sku: string;
  sold: boolean;
  media: { url: string }[];
  prices: { entity: string; currency: string }[];
};
const productOf = async (code: string) =>
  (await ask(`/api/products/${code}`)) as { name: string; sold: boolean; variants: Variant[] };
const onHandAt = async (place: string, sku: string): Promise<number | undefined> => {
  const { items } = (await ask(`/api/stock?location=${place}&q=${sku}`)) as {
    items: { sku: string; onHand: number }[];
  };
  return items.find((one) => one.sku === sku)?.onHand;
};
const articles = goods.flatMap((good) => good.articles);

/** How many rows there are of all that is told of goods. */
async function rowsOfGoods(): Promise<Readonly<Record<string, number>>> {
  const client = await database.db.connect();
  const { rows } = await client.query<Record<string, number>>(
    `select (select count(*)::int from catalog.products) as products, (select count(*)::int from catalog.variants) as variants,
      (select count(*)::int from catalog.prices) as prices, (select count(*)::int from catalog.pictures) as pictures,
      (select count(*)::int from stores.figures) as figures`,
  );
  await client.end();
  return rows[0] ?? {};
}

type Source = { kind: string; name: string; eventsLastDay: number; parkedOpen: number };
const sources = async (): Promise<Source[]> => (await ask("/api/sources"))["items"] as Source[];

describe("the demo in a running house", () => {
  let first = { accepted: 0, duplicates: 0, parked: 0 };

  it("is taken in whole: only the clumsy senders' mistakes are parked, each with its cause", async () => {
    first = await runDemo(house, wish(), sending());
    expect(first.accepted).toBeGreaterThan(400);
    expect(first.duplicates).toBe(0);
    const parked = (await ask("/api/events/parked?limit=200"))["items"] as {
      body: { context: { slip?: string; demo: boolean } };
    }[];
    const mistakes = new Set(slips.filter((slip) => slip.parked).map((slip) => slip.name));
    expect(first.parked).toBeGreaterThan(5);
    expect(parked.length).toBe(first.parked);
    for (const { body } of parked) {
      expect(body.context.demo).toBe(true);
      expect(mistakes.has(body.context.slip ?? "")).toBe(true);
    }
  });

  it("comes in through two sources of its own, of the kind demo, and through no other", async () => {
    const all = await sources();
    expect(all.filter((s) => s.kind === "demo").map((s) => s.name)).toEqual([
      "Almvik: web and app",
      "Almvik: tills, mail and desk",
    ]);
    expect(
      all.filter((s) => s.kind !== "demo").every((s) => s.eventsLastDay === 0 && s.parkedOpen === 0),
    ).toBe(true);
  });

  it("sells some four hundred products with pictures at the prices of both countries, and has them in its stores", async () => {
    const rows = await rowsOfGoods();
    expect(rows).toMatchObject({ products: goods.length, variants: articles.length });
    expect(rows["pictures"]).toBeGreaterThan(700);
    expect(rows["figures"]).toBe(articles.length * stockedPlaces.length);
    for (const { code, name, articles: own } of [goods[0], goods[46], goods[200]].filter(
      (g) => g !== undefined,
    )) {
      const shown = await productOf(code);
      expect(shown.sold).toBe(true);
      expect(shown.name.toLowerCase()).toBe(name.en.toLowerCase());
      expect(shown.variants).toHaveLength(own.length);
      for (const { media, prices } of shown.variants) {
        expect(prices.map(({ entity, currency }) => `${entity} ${currency}`).sort()).toEqual([
          "almvik-ab SEK",
          "almvik-as DKK",
        ]);
        const picture = await fetch(`${house.url}${media[0]?.url}`);
        expect(picture.headers.get("content-type")).toBe("image/svg+xml");
        expect(await picture.text()).toMatch(/^<svg /);
      }
    }
    for (const place of stockedPlaces) {
      const { counts } = (await ask(`/api/stock?location=${place}`)) as { counts: { all: number } };
      expect(counts.all).toBe(articles.length);
    }
  });

  it("keeps its keys where only the owner of the home can read them", async () => {
    expect((await stat(join(home, "demo.json"))).mode & 0o077).toBe(0);
  });

  it("goes on where it stopped: a second run sends only what happened since, and doubles nothing", async () => {
    const rows = await rowsOfGoods();
    const again = await runDemo(house, wish(), sending());
    expect(again).toEqual({ accepted: 0, duplicates: 0, parked: 0 });
    expect(await rowsOfGoods()).toEqual(rows);
    const later = await runDemo(house, wish(), sending(NOW + 5 * 3_600_000));
    expect(later.accepted).toBeGreaterThan(0);
    expect(later.duplicates).toBe(0);
  });

  it("doubles nothing even when its memory is lost", async () => {
    await rm(join(home, "demo.json"));
    const rows = await rowsOfGoods();
    const again = await runDemo(house, wish(), sending());
    expect(again.accepted).toBe(0);
    expect(again.duplicates).toBeGreaterThan(first.accepted / 2);
    expect(await rowsOfGoods()).toEqual(rows);
  });

  it("lets the house know every member by card and by mail as one person with their own name", async () => {
    const members = makePeople(5, PEOPLE).filter((p) => isMember(p, NOW));
    expect(members.length).toBeGreaterThan(20);
    let named = 0;
    for (const p of members) {
      const byMail = await ask(`/api/people/lookup?kind=email&value=${p.email}`);
      const byCard = await ask(`/api/people/lookup?kind=club_card&value=${p.clubCard}`);
      expect(byMail["id"]).toBe(byCard["id"]);
      if (byMail["name"] === `${p.firstName} ${p.lastName}`) named++;
    }
    expect(named / members.length).toBeGreaterThan(0.95);
  });

  it("ends at once when it is told to, and keeps how far it came", async () => {
    const stop = new AbortController();
    const listening: Sending = {
      ...sending(NOW + 6 * 3_600_000, stop.signal),
      say: (line) => line.startsWith("Now life goes on") && stop.abort(),
    };
    await runDemo(house, wish({ historyOnly: false }), listening);
    const kept = JSON.parse(await readFile(join(home, "demo.json"), "utf8")) as { sentUntil: number };
    expect(kept.sentUntil).toBeGreaterThanOrEqual(NOW + 6 * 3_600_000);
  });

  it("takes off the shelf what is sold at the till, as soon as it is sold", async () => {
    const [keys, at] = [await readKeys(join(home, "demo.json")), NOW + 7 * 3_600_000];
    if (keys === undefined) throw new Error("the demo kept no keys");
    const world = { seed: 5, people: makePeople(5, PEOPLE) };
    const own = { house: { ...house, keys }, sending: sending(at) };
    const stock = await openStock(own, { world, stories: new Stories(world) }, at);
    const { door, context } = till(stores.goteborg, 1);
    const properties = { products: [{ sku: "ALM-1034", quantity: 2 }] };
    const message = { messageId: "s", event: "Order Completed", properties, context };
    const before = (await onHandAt("goteborg", "ALM-1034")) ?? 0;
    await stock.hear([{ at: at + 1000, door, message } satisfies Happening], at + 2000);
    expect(before).toBeGreaterThan(2);
    expect(await onHandAt("goteborg", "ALM-1034")).toBe(before - 2);
  });

  it("is taken away: its goods are sold no longer, there are none left, and they are sold again when it comes back", async () => {
    const path = join(home, "demo.json");
    await clearDemo(house, path, sending(NOW + 8 * 3_600_000));
    expect((await productOf("ALM-1001")).sold).toBe(false);
    expect(await onHandAt("goteborg", "ALM-1034")).not.toBeGreaterThan(0);
    await runDemo(house, wish(), sending(NOW + 9 * 3_600_000));
    expect((await productOf("ALM-1001")).sold).toBe(true);
    expect(await onHandAt("goteborg", "ALM-1034")).toBeGreaterThan(0);
  });

  it("says in a sentence why it cannot begin when the house refuses its keys", async () => {
    const stranger = {
      ...house,
      adminToken: undefined,
      keys: { public: "pk_of_nobody_1", server: "sk_of_nobody_1" },
    };
    const path = join(home, "other.json");
    await expect(runDemo(stranger, wish({ statePath: path }), sending())).rejects.toThrow(
      /refused the events \(401\)/,
    );
    await expect(clearDemo(stranger, path, sending())).rejects.toThrow(/admin token/);
  });
});
