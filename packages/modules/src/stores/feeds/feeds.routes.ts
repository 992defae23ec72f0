// Doors of feeds. The file comes in as a stream: the server binds that door apart.
import { randomBytes } from "node:crypto";
import { type Language, Refusal, refusals, sentenceOf } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/feeds";
import { type Caller, type Door, handle } from "@somlos/kernel/http";
import { seal } from "@somlos/kernel/ids";
import { countSold, sayOne } from "../../catalog/index.ts";
import { staffOf } from "../../company/index.ts";
import type { StoresHouse } from "../stores.house.ts";
import { answerRun, beginRun, createFeed, type FeedHouse, readRun, SYSTEM } from "./feeds.actions.ts";
import {
  type FeedRow,
  findFeed,
  findRun,
  listFeeds,
  listLastRuns,
  listRefusals,
  listRuns,
  type RunRow,
} from "./feeds.store.ts";
import { fetchDoors, setFetch, showFetch } from "./fetch/fetch.routes.ts";
import { type FetchRow, listFetches } from "./fetch/fetch.store.ts";
import { hear, SEALED_FOR } from "./hooks/hear.actions.ts";
import { type Hearing, listHearings } from "./hooks/hear.store.ts";

const sentence = (code: string, language: Language): string =>
  code in refusals ? sentenceOf(code, language) : code;

const showRun = (run: RunRow, language: Language): words.FeedRun => ({
  ...{ id: run.id, state: run.state, saidAt: run.saidAt.toISOString(), whole: run.whole, share: run.share },
  ...{ rows: run.rows, taken: run.taken, refused: run.refused, retires: run.retires },
  reason:
    run.code === null ? null : { code: run.code, sentence: sentence(run.code, language), line: run.line },
  ...{ startedAt: run.startedAt.toISOString(), updatedAt: run.updatedAt.toISOString() },
  startedBy: run.startedBy === SYSTEM.id ? "schedule" : "colleague",
});

function showFeed({ company }: StoresHouse, feed: FeedRow) {
  const { id, name, kind, language, currency, taxBasisPoints, entityId, locationId } = feed;
  return {
    ...{ id, name, kind, language, currency, entity: company.entityById(entityId)?.code ?? "" },
    ...{ hookPath: kind === "file" ? null : hookPath(id), places: { ...feed.places } },
    taxPercent: taxBasisPoints === null ? null : taxBasisPoints / 100,
    location: locationId === null ? null : (company.placeById(locationId)?.code ?? null),
  };
}

async function load(house: StoresHouse, id: string): Promise<RunRow> {
  const run = await house.db.read((tx) => findRun(tx, id));
  if (run === undefined) throw new Refusal("feeds.run_unknown");
  return run;
}

const hookPath = (id: string): string => words.hearFeed.url.replace(":id", id);

function showHeard(hearing: Hearing | undefined, language: Language) {
  if (hearing === undefined) return null;
  const { heard, refused, lastAt, lastCode, unsignedAt } = hearing;
  const reason = lastCode === null ? null : { code: lastCode, sentence: sentence(lastCode, language) };
  const times = { lastAt: lastAt?.toISOString() ?? null, unsignedAt: unsignedAt?.toISOString() ?? null };
  return { heard, refused, reason, ...times };
}

/** What webhooks are signed with: given, or made here where the shop has none of its own. */
function secretOf(kind: words.FeedKind, given: string | null): string | null {
  if (kind === "file") return null;
  if (given === null && kind === "shopify") throw new Refusal("feeds.needs_secret");
  return given ?? `whsec_${randomBytes(32).toString("base64")}`;
}

const AT_ONCE = 200;
export const feedDoors: readonly Door<FeedHouse>[] = [
  handle(words.listFeeds, (house: StoresHouse, { language }) =>
    house.db.read(async (tx, now) => {
      const [feeds, lasts, hearings] = [await listFeeds(tx), await listLastRuns(tx), await listHearings(tx)];
      const fetches = await listFetches(tx);
      const fetchOf = (fetch: FetchRow | undefined) =>
        fetch === undefined ? null : showFetch(fetch, language, now);
      const sold = await countSold(
        tx,
        feeds.map(({ sourceId }) => sourceId),
      );
      return {
        items: feeds.map((feed) => {
          const last = lasts.get(feed.id);
          return {
            ...showFeed(house, feed),
            heard: showHeard(hearings.get(feed.id), language),
            sells: sold.get(feed.sourceId) ?? 0,
            last: last === undefined ? null : showRun(last, language),
            fetch: fetchOf(fetches.get(feed.id)),
          };
        }),
      };
    }),
  ),
  handle(words.createFeed, (house: FeedHouse, { body, caller, ip }) => {
    const { entity, location, taxPercent, secret: given, fetch: fetched, ...wish } = body;
    const found = house.company.entity(entity);
    if (found === undefined) throw new Refusal("company.entity_unknown");
    const place = location === null ? null : house.company.place(location);
    if (place === undefined) throw new Refusal("company.location_unknown");
    for (const code of Object.values(wish.places))
      if (house.company.place(code) === undefined) throw new Refusal("company.location_unknown");
    if (fetched !== null && wish.kind !== "file") throw new Refusal("feeds.takes_hooks");
    const secret = secretOf(wish.kind, given);
    const sealed = secret === null ? null : seal(house.access.secret, SEALED_FOR, secret);
    const who = staffOf(caller).staffId;
    return house.db.work({ kind: "staff", id: who }, async (work) => {
      const taxBasisPoints = taxPercent === null ? null : Math.round(taxPercent * 100);
      const ids = { entityId: found.id, locationId: place?.id ?? null };
      const id = await createFeed(work, { ...wish, ...ids, taxBasisPoints, secret: sealed });
      if (fetched !== null) await setFetch(work, house, id, fetched);
      await house.audit.note(work, { who, what: words.createFeed.id, object: id, ip });
      const shown = given === null ? secret : null;
      return { id, secret: shown, hookPath: wish.kind === "file" ? null : hookPath(id) };
    });
  }),
  handle(words.listFeedRuns, (house: StoresHouse, { params, language }) =>
    house.db.read(async (tx) => {
      if ((await findFeed(tx, params.id)) === undefined) throw new Refusal("feeds.unknown");
      return { items: (await listRuns(tx, params.id)).map((run) => showRun(run, language)) };
    }),
  ),
  handle(words.listFeedRefusals, async (house: StoresHouse, { params, query, language }) => {
    const { id } = await load(house, params.id);
    const found = await house.db.read((tx) => listRefusals(tx, id, query.after, AT_ONCE));
    return {
      items: found.map((one) => ({ ...one, sentence: sentence(one.code, language) })),
      next: found.length < AT_ONCE ? null : (found.at(-1)?.line ?? null),
    };
  }),
  handle(words.answerFeedRun, async (house: StoresHouse, { params, body, caller, ip, language }) => {
    const who = staffOf(caller).staffId;
    await house.db.work({ kind: "staff", id: who }, async (work) => {
      await answerRun(work, params.id, body.retire);
      const reason = body.retire ? "retire" : "keep";
      await house.audit.note(work, {
        who,
        what: words.answerFeedRun.id,
        object: `${params.id} ${reason}`,
        ip,
      });
    });
    return showRun(await load(house, params.id), language);
  }),
  ...fetchDoors,
];

type From = {
  readonly caller: Caller;
  readonly params: unknown;
  readonly query: unknown;
  readonly language: Language;
};
/** `POST /api/feeds/:id/file`: the raw body as a stream. The caller has passed `takeFeed.who` already. */
export const feedFileRoute =
  (house: FeedHouse) =>
  async (
    file: AsyncIterable<Uint8Array>,
    { caller, params, query, language }: From,
  ): Promise<words.FeedRun> => {
    const asked = words.takeFeed.params?.safeParse(params);
    if (asked?.success !== true) throw new Refusal("feeds.unknown");
    const wish = words.takeFeed.query?.safeParse(query);
    if (wish?.success !== true)
      throw new Refusal("door.bad_request", { problems: ["query: whole is true or false, at is ISO 8601"] });
    const { whole, at } = wish.data;
    const actor = { kind: "staff", id: staffOf(caller).staffId } as const;
    const run = { feedId: asked.data.id, whole: whole === "true", at };
    const id = await beginRun(house, actor, run, file, (work, runId) =>
      house.audit.note(work, { who: actor.id, what: words.takeFeed.id, object: runId }),
    );
    // What stops it is gone on with in half a minute.
    void readRun(house, id).catch((err: unknown) => house.log.error({ err, runId: id }, "a feed stopped"));
    return showRun(await load(house, id), language);
  };

type Raw = {
  readonly params: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly language: Language;
};
/** `POST /v1/hooks/:id`: the very bytes, as they are signed. */
export const hookRoute =
  (house: FeedHouse) =>
  async ({ params, headers, bytes, language }: Raw) => {
    const asked = words.hearFeed.params?.safeParse(params);
    if (asked?.success !== true) throw new Refusal("feeds.not_signed");
    const single = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
    );
    const { accepted, refused } = await hear(house, asked.data.id, { headers: single, bytes });
    return { success: true as const, accepted, refused: refused.map((one) => sayOne(one, language)) };
  };
