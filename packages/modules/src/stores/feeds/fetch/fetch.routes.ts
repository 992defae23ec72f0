// Doors of feeds whose file is fetched: where, how often, and now.
import { type Language, Refusal, refusals, sentenceOf } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/feeds-fetch";
import type { Work } from "@somlos/kernel/db";
import { addressIn } from "@somlos/kernel/fetch";
import { type Door, handle } from "@somlos/kernel/http";
import { seal } from "@somlos/kernel/ids";
import { staffOf } from "../../../company/index.ts";
import type { FeedHouse } from "../feeds.actions.ts";
import { findFeed } from "../feeds.store.ts";
import { LOGIN_SEALED_FOR } from "./fetch.actions.ts";
import { sameMachine } from "./fetch.rules.ts";
import { askFetch, deleteFetch, type FetchRow, findFetch, holdFetch, saveFetch } from "./fetch.store.ts";

const sentence = (code: string, language: Language): string =>
  code in refusals ? sentenceOf(code, language) : code;

function lastOf({ lastAt, lastOutcome, lastCode, lastDetail }: FetchRow, language: Language) {
  if (lastAt === null || lastOutcome === null) return null;
  const reason =
    lastCode === null ? null : { code: lastCode, sentence: sentence(lastCode, language), detail: lastDetail };
  return { at: lastAt.toISOString(), outcome: lastOutcome, reason };
}

export function showFetch(fetch: FetchRow, language: Language, now: Date): words.FeedFetch {
  const { address, everyMinutes, whole, login, nextAt, failures, leaseUntil } = fetch;
  const fetches = leaseUntil !== null && leaseUntil > now;
  return {
    ...{ address, everyMinutes, whole, hasLogin: login !== null, failures, nextAt: nextAt.toISOString() },
    state: fetches ? "fetches" : nextAt > now ? "waits" : "asked",
    last: lastOf(fetch, language),
  };
}

/** Sealed; as it was where none is said and the machine is the same. */
function loginOf(house: FeedHouse, { login, address }: words.FetchTerms, known: FetchRow | undefined) {
  if (login === null) return null;
  if (login === undefined)
    return known !== undefined && sameMachine(known.address, address) ? known.login : null;
  return seal(house.access.secret, LOGIN_SEALED_FOR, `${login.name}:${login.password}`);
}

/** Throws 400 fetch.address_bad, fetch.inner. */
export async function setFetch(
  { tx, now, actor }: Work,
  house: FeedHouse,
  feedId: string,
  wish: words.FetchTerms,
): Promise<void> {
  addressIn(house.fetching, wish.address);
  const login = loginOf(house, wish, await holdFetch(tx, feedId));
  await saveFetch(tx, { ...wish, feedId, login }, now, actor.id);
}

export const fetchDoors: readonly Door<FeedHouse>[] = [
  handle(words.changeFetch, (house: FeedHouse, { params: { id }, body, caller, ip, language }) => {
    const who = staffOf(caller).staffId;
    return house.db.work({ kind: "staff", id: who }, async (work) => {
      const feed = await findFeed(work.tx, id);
      if (feed === undefined) throw new Refusal("feeds.unknown");
      if (feed.kind !== "file") throw new Refusal("feeds.takes_hooks");
      if (body.fetch === null) await deleteFetch(work.tx, id);
      else await setFetch(work, house, id, body.fetch);
      await house.audit.note(work, { who, what: words.changeFetch.id, object: id, ip });
      const found = await findFetch(work.tx, id);
      return { fetch: found === undefined ? null : showFetch(found, language, work.now) };
    });
  }),
  handle(words.fetchNow, (house: FeedHouse, { params: { id }, caller, ip, language }) => {
    const who = staffOf(caller).staffId;
    return house.db.work({ kind: "staff", id: who }, async (work) => {
      if ((await findFeed(work.tx, id)) === undefined) throw new Refusal("feeds.unknown");
      await askFetch(work.tx, id, work.now, who);
      const found = await findFetch(work.tx, id);
      if (found === undefined) throw new Refusal("feeds.no_address");
      await house.audit.note(work, { who, what: words.fetchNow.id, object: id, ip });
      return { fetch: showFetch(found, language, work.now) };
    });
  }),
];
